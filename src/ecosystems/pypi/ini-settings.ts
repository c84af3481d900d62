/**
 * Sections and settings of `setup.cfg` and `tox.ini`.
 * Specification: https://docs.python.org/3/library/configparser.html#supported-ini-file-structure.
 */

import { type Line, lines } from '../../syntax/lines.ts'

/** One setting. */
export interface IniSetting {
  readonly section: string
  readonly key: string
  /** The offset of the key. */
  readonly at: number
  /** The rest of the line of the key, and the indented lines below it. */
  readonly value: readonly Line[]
}

const SECTION = /^\[(?<name>[^\]]*)\]/
const SETTING = /^(?<key>[^\s=:][^=:]*)[=:](?<value>.*)$/
const COMMENT = /^\s*[#;]/
const INDENTED = /^\s/

/** The settings of a text as Python's configparser reads them: a setting continues on the indented lines below it. */
export function* settingsIn(text: string): Generator<IniSetting> {
  let section = ''
  let setting: (IniSetting & { readonly value: Line[] }) | undefined
  for (const line of lines(text)) {
    if (line.text.trim() === '' || COMMENT.test(line.text)) continue
    if (setting && INDENTED.test(line.text)) {
      setting.value.push(line)
      continue
    }
    if (setting) yield setting
    setting = undefined
    const name = SECTION.exec(line.text)?.groups?.['name']
    if (name !== undefined) {
      section = name.trim()
      continue
    }
    const { key, value } = SETTING.exec(line.text)?.groups ?? {}
    if (key === undefined || value === undefined) continue
    const at = line.at + line.text.length - value.length
    setting = { section, key: key.trim().toLowerCase(), at: line.at, value: [{ text: value, at }] }
  }
  if (setting) yield setting
}
