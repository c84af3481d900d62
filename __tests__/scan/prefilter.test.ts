/** No file is passed over that its reader would understand: however a case is written, what it yields passes the pre-screens. */

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Entry, FileFormat, PackageEntry } from '../../src/ecosystems/file-format.ts'
import { ecosystemOf, ecosystems } from '../../src/ecosystems/index.ts'
import { polyglotFormats } from '../../src/polyglot/index.ts'
import { type Prefilter, prefilter } from '../../src/scan/prefilter.ts'
import { caseFile, collect, parseCases } from '../support/cases.ts'
import { long, withinBudget } from '../support/hostile.ts'
import { mutationsOf } from '../support/mutations.ts'

const formats = [
  ...ecosystems.flatMap(({ id, formats }) => formats.map(format => ({ id, format }))),
  ...polyglotFormats.map(format => ({ id: '', format }))
].filter(({ id, format }) => existsSync(caseFile(id, format.name)))

const prefilters = new Map<string, Prefilter>()

/** Whether the test that runs before any parsing lets a text through for the sake of one package. */
function mayName(id: string, name: string, text: string, joins: boolean | undefined): boolean {
  const ecosystem = ecosystemOf(id)
  if (!ecosystem) throw new Error(`${id}: no ecosystem`)
  const needle = ecosystem.needle(ecosystem.canonicalName(name))
  const pass = prefilters.get(needle) ?? prefilter([needle])
  prefilters.set(needle, pass)
  return pass(text, joins)
}

/** What is lost where the pre-screen passes a text over; undefined where it lets it through. */
function lost(id: string, { prescreen }: FileFormat, entry: Entry, text: string): string | undefined {
  if (prescreen?.marker?.test(text) === false) return 'the marker'
  if (prescreen?.always?.test(text)) return undefined
  if ('name' in entry)
    return mayName(entry.ecosystem ?? id, entry.name, text, prescreen?.joins) ? undefined : entry.name
  // Only manifests are read for the members that they name.
  if ('member' in entry && prescreen?.members)
    return prescreen.members.test(text) ? undefined : `member ${entry.member}`
  return prescreen?.always ? readAnyway(entry) : undefined
}

/** What an entry is for which a text is read that names no client. */
function readAnyway(entry: Entry): string | undefined {
  if ('defines' in entry) return `defines ${entry.defines}`
  if ('include' in entry) return `include ${entry.include}`
  if ('on' in entry) return `builds on ${entry.on.join(', ')}`
  if ('imports' in entry && (entry.parent || entry.imports.length > 0)) return 'module'
  return undefined
}

/** The canonical names of the packages of a case as it is written: a mutation may make others, which are no clients. */
function namesIn(id: string, entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(entry => ('name' in entry ? canonical(id, entry) : [])))
}

function canonical(id: string, { ecosystem = id, name }: PackageEntry): string {
  return `${ecosystem} ${ecosystemOf(ecosystem)?.canonicalName(name)}`
}

/** Whether every entry of a case would pass in this text. Its reader, which costs most, then has nothing to add. */
function passes(id: string, format: FileFormat, entries: readonly Entry[], text: string): boolean {
  return entries.every(entry => lost(id, format, entry, text) === undefined)
}

test.each(formats.map(({ id, format }) => [`${id} ${format.name}`.trim(), id, format] as const))(
  '%s: what its reader understands passes, however it is written',
  async (_, id, format) => {
    const wrong: string[] = []
    const whole = format.prescreen?.always !== undefined || format.prescreen?.members !== undefined
    for (const { title, input } of parseCases(readFileSync(caseFile(id, format.name), 'utf8'))) {
      const written = await collect(format, input)
      const names = namesIn(id, written.entries)
      for (const { text, mutation, line } of mutationsOf(input, whole ? 40 : 0)) {
        if (line && passes(id, format, written.entries, text)) continue
        const { entries } = await collect(format, text)
        const known = entries.filter(entry => !('name' in entry) || names.has(canonical(id, entry)))
        const found = known.map(entry => lost(id, format, entry, text)).find(each => each !== undefined)
        if (found !== undefined) wrong.push(`${title}, ${mutation}: ${found}\n${text}`)
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
  },
  120_000
)

test('the search for names takes a time that grows with the text alone', async () => {
  const mayName = prefilter(['kubernetes', '@kubernetes/client-node'])
  for (const part of ['"', "a'", '" ', 'a"  ', '\\', '" + "', 'a" b', '\\\n', 'a\\ \t', '&', '"f', 'a" + f"']) {
    const text = long(part)
    await withinBudget(text.length, 80, () => mayName(`a${text}`, true))
    await withinBudget(text.length, 80, () => mayName(`a"${' '.repeat(text.length)}`, true))
  }
})

test.each([
  ["don't", false],
  ['"kuber": "netes"', false],
  ['["kuber", "netes"]', false],
  ['..\\kube\\rnetes.csproj', true],
  ['"kuber" + f"netes"', true],
  ['kube"r"netes', true],
  ["'kuber' \\\n  'netes'", true]
])('the search for names in %j: %s', (text, expected) => {
  expect(prefilter(['kubernetes'])(text, true)).toBe(expected)
})
