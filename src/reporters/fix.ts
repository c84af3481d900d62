/** What `fix` did or would do: each edit, the commands that have to follow, and what is left with the reason. */

import { type FixedFile, type FixResult, followUpsOf, type LeftFinding } from '../fix/fix.ts'
import type { UpdaterRule } from '../fix/updaters.ts'
import type { FollowUp } from '../model/finding.ts'
import { visible } from '../visible.ts'
import { type Alike, alike } from './digest.ts'
import { type FixPart, fixParts, stepParts } from './fix-parts.ts'
import { count } from './phrases.ts'
import { plainVoice } from './plain-voice.ts'
import { ranked } from './rank.ts'
import type { Reporter } from './reporter.ts'
import { headWords, placesOf, placesWords } from './sentences.ts'
import { wrapped } from './wrap.ts'

/** The fix of a folder, and whether its edits were made. */
export interface ShownFix {
  readonly result: FixResult
  /** The rules for the programs that propose versions in the repository. */
  readonly rules: readonly UpdaterRule[]
  /** False where they were only asked for. */
  readonly isMade: boolean
}

/** The options of the report of a fix. */
export interface FixOptions {
  /** The columns of the terminal. */
  readonly width?: number
}

const USUAL_WIDTH = 80
const NARROWEST = 40
const COMMAND_LENGTH = 2_000
/** The most places of what is left that are named. */
const MOST_PLACES = 10
const voice = plainVoice()

/** The report of a fix as text. */
export const fixText: Reporter<ShownFix, FixOptions> = {
  name: 'text',
  render({ result, rules, isMade }, { width: columns = USUAL_WIDTH }) {
    const width = Math.max(NARROWEST, columns)
    const { files, left } = result
    if (files.length + left.length === 0) return 'Nothing to fix.\n'
    const parts = [
      editsPart(files, isMade, width),
      adviceParts(files, width).join('\n'),
      ...followUpParts(followUpsOf(files), isMade, width),
      ...leftParts(left, files.length > 0, width),
      ...rules.map(rule => rulePart(rule, width))
    ]
    return `${parts.filter(part => part !== '').join('\n\n')}\n`
  }
}

function editsPart(files: readonly FixedFile[], isMade: boolean, width: number): string {
  if (files.length === 0) return ''
  const edits = files.flatMap(({ path, edits: own }) => own.map(edit => ({ path, ...edit })))
  const lines = edits.map(({ path, line, column, name, old, new: text, adds }) => {
    const change =
      adds === undefined ? `${voice.code(old)} → ${voice.code(text)}` : `by an override: ${voice.code(adds)}`
    return wrapped(`${voice.place({ path, line, column })} ${voice.code(name)} ${change}`, width, 2, '- ')
  })
  const title = `${isMade ? 'Edited' : 'Would edit'} ${count(edits.length, 'place')} in ${count(files.length, 'file')}:`
  return [title, ...lines].join('\n')
}

/** What else to do or to know of what was edited, each thing once. */
function adviceParts(files: readonly FixedFile[], width: number): readonly string[] {
  const all = files.flatMap(({ edits }) =>
    edits.flatMap(({ name, also }) => (also === undefined ? [] : `${voice.code(name)}: ${voice.prose(also)}`))
  )
  return [...new Set(all)].map(text => wrapped(text, width, 2, '- '))
}

function followUpParts(followUps: readonly FollowUp[], isMade: boolean, width: number): readonly string[] {
  if (followUps.length === 0) return []
  const when = isMade ? 'Now' : 'Then'
  return [
    wrapped(
      `${when} renew the files that a tool writes. Nothing was run: these commands are for you, each block by itself.`,
      width
    ),
    ...followUps.map(({ folder, steps }) => rendered(stepParts(steps, folder, voice), width))
  ]
}

function leftParts(left: readonly LeftFinding[], hasEdits: boolean, width: number): readonly string[] {
  const findings = ranked(left.map(({ finding }) => finding))
  if (findings.length === 0) return []
  const reasons = new Map(left.map(({ finding, because }) => [finding, because]))
  const title = `${hasEdits ? 'Not mended by an edit' : 'No edit mends this'}: ${count(findings.length, 'finding')}.`
  return [title, ...alike(findings).map(same => leftPart(same, reasons.get(same[0]), width))]
}

function leftPart(findings: Alike, because: string | undefined, width: number): string {
  const places = placesWords(placesOf(findings), voice, { most: MOST_PLACES, more: words => words })
  return [
    wrapped(`${headWords(findings, voice)}.`, width),
    wrapped(`${places}.`, width, 2),
    ...(because === undefined ? [] : [wrapped(`Not edited: ${because}.`, width, 2)]),
    rendered(fixParts(findings, voice), width) || wrapped(adviceFor(findings), width, 2)
  ].join('\n')
}

/** The rule of a program that proposes versions. Its lines begin otherwise than those of commands. */
function rulePart({ updater, path, where, text }: UpdaterRule, width: number): string {
  const sentence = `With this ${where} of ${voice.code(path)}, ${updater} proposes no version that fails:`
  return [wrapped(sentence, width), ...text.split('\n').map(line => `  | ${line}`)].join('\n')
}

/** What to do where no version helps. */
function adviceFor([{ rule, subject }]: Alike): string {
  if (subject.kind === 'client') return 'No version that passes is known.'
  return rule ? `${voice.prose(rule.fix)} See bound-token-check explain ${rule.id}.` : ''
}

function rendered(parts: readonly FixPart[], width: number): string {
  return parts
    .map(part =>
      part.kind === 'commands'
        ? part.lines.map(line => `    ${visible(line, COMMAND_LENGTH)}`).join('\n')
        : wrapped(part.text, width, 2)
    )
    .join('\n')
}
