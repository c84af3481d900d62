/** Case files: Markdown in which each heading is a case: a sentence, a fenced input, a fenced block marked `expect`. */

import { join } from 'node:path'
import { caseFile as relativeCaseFile } from '../../scripts/docs.mjs'
import type { Entry, FileFormat, LockedRequirement, Overridden } from '../../src/ecosystems/file-format.ts'
import { SyntaxFault } from '../../src/syntax/fault.ts'
import { placeFinder } from '../../src/syntax/place.ts'
import { type Block, parseBlocks, textOf } from './markdown.ts'

export interface Case {
  readonly title: string
  readonly input: string
  readonly expected: readonly string[]
}

/** The path of the cases of a format; of those of several ecosystems for `''`. */
export function caseFile(ecosystem: string, format: string): string {
  return join(import.meta.dirname, '..', '..', relativeCaseFile(ecosystem, format))
}

/** Reads a case file. Throws when a case has no input or no expectation, so that none is skipped. */
export function parseCases(markdown: string): Case[] {
  const { blocks, titles } = parseBlocks(markdown)
  const withBlocks = new Set(blocks.map(({ title }) => title))
  const empty = titles.find(title => !withBlocks.has(title))
  if (empty !== undefined) throw new Error(`${empty}: a case without an input`)
  const cases: Case[] = []
  let input: Block | undefined
  for (const block of blocks) {
    const { title, info, lines } = block
    if (input && input.title !== title) break
    if (info !== 'expect') input = block
    else if (!input) throw new Error(`${title}: an expectation without an input`)
    else {
      cases.push({ title, input: textOf(input), expected: lines })
      input = undefined
    }
  }
  if (input) throw new Error(`${input.title}: an input without an expectation`)
  return cases
}

/** No real dependency file comes near it, in characters. */
const HUGE = 1_000_000

/** Everything that a reader yields, and the syntax fault it ended with. Any other exception is a bug and goes through. */
export async function collect(format: FileFormat, text: string): Promise<{ entries: Entry[]; fault?: SyntaxFault }> {
  const entries: Entry[] = []
  try {
    const found = format.read(text)
    // Waiting for what is there costs more than most readers.
    if (Symbol.iterator in found) for (const entry of found) entries.push(entry)
    else for await (const entry of found) entries.push(entry)
  } catch (error) {
    if (error instanceof SyntaxFault) return { entries, fault: error }
    // What the engine itself cannot hold is a gap to the scan, as for `extract`; in a text of usual size it is a bug.
    if (!(error instanceof RangeError) || text.length < HUGE) throw error
    return { entries, fault: new SyntaxFault(error.message, 0) }
  }
  return { entries }
}

/**
 * One line per entry, in the order of the text:
 * `LINE:COLUMN NAME version|range|source|none TEXT` (`ECOSYSTEM/NAME` in formats of several), then where they apply ` meaning VERSION`, ` => REPLACEMENT`, ` as ALIAS`, ` direct`,
 * ` indirect`, ` development` (the scope `runtime` is not written), ` used at LINE:COLUMN`, ` from URL`, ` revision X`, ` branch X`, ` committed TIME`, ` committed before TIME`, ` patched`, ` for FOLDER`, ` for package NAME`, ` for "TEXT"`, ` for "TEXT" after overrides`, ` overriding`, ` overriding only for members equals|overlaps RANGE in PARENT>PARENT`, ` changing NAME`; `LINE:COLUMN builds on PATH, PATH`; `LINE:COLUMN member PATH`; `LINE:COLUMN module NAME parent NAME at PATH imports NAME, NAME`, `LINE:COLUMN module that needs more than it lists`; `LINE:COLUMN gap DETAIL`; `LINE:COLUMN gap for NAME: DETAIL`; `LINE:COLUMN unread NAME`; `LINE:COLUMN include PATH`; `LINE:COLUMN ignored REASON`;
 * `LINE:COLUMN defines NAME version|range|source TEXT`; `LINE:COLUMN fault MESSAGE`.
 */
export async function describe(format: FileFormat, text: string): Promise<string[]> {
  const { entries, fault } = await collect(format, text)
  const find = placeFinder(text)
  const place = (at: number) => {
    const { line, column } = find(at)
    return `${line}:${column}`
  }
  const all = entries.map(entry => ({ at: entry.at, text: `${place(entry.at)} ${words(entry)}` }))
  if (fault) all.push({ at: fault.at, text: `${place(fault.at)} fault ${fault.message}` })
  return all.sort((a, b) => a.at - b.at).map(row => row.text)

  function words(entry: Entry): string {
    if ('gap' in entry) {
      if (entry.unread) return `unread ${entry.text}`
      return `gap ${entry.whole ? `for ${entry.text}: ` : ''}${entry.gap}`
    }
    if ('ignored' in entry) return `ignored ${entry.ignored}`
    if ('include' in entry) return `include ${entry.include}`
    if ('member' in entry) return `member ${entry.member}`
    if ('on' in entry) return `builds on ${entry.on.join(', ')}`
    if ('imports' in entry) {
      const { module, parent, imports, unlisted } = entry
      return [
        'module',
        ...(module === undefined ? [] : [module]),
        ...(parent ? [`parent ${parent.name}`] : []),
        ...(parent?.path === undefined ? [] : [`at ${parent.path}`]),
        ...(imports.length === 0 ? [] : [`imports ${imports.join(', ')}`]),
        ...(unlisted ? ['that needs more than it lists'] : [])
      ].join(' ')
    }
    const { requirement } = entry
    if ('defines' in entry) {
      return `defines ${entry.defines} ${requirement.kind}${requirement.kind === 'none' ? '' : ` ${requirement.text}`}`
    }
    return [
      entry.ecosystem === undefined ? entry.name : `${entry.ecosystem}/${entry.name}`,
      requirement.kind === 'none' ? 'none' : `${requirement.kind} ${requirement.text}`,
      ...(requirement.kind === 'source' && requirement.url !== undefined ? [`from ${requirement.url}`] : []),
      ...(requirement.kind === 'source' && requirement.revision !== undefined
        ? [`revision ${requirement.revision}`]
        : []),
      ...(requirement.kind === 'source' && requirement.branch !== undefined ? [`branch ${requirement.branch}`] : []),
      ...(requirement.kind === 'source' && requirement.committed !== undefined
        ? [`committed ${requirement.committed}`]
        : []),
      ...(requirement.kind === 'source' && requirement.committedBefore !== undefined
        ? [`committed before ${requirement.committedBefore}`]
        : []),
      ...(entry.means === undefined ? [] : [`meaning ${entry.means}`]),
      ...(entry.replacement === undefined ? [] : [`=> ${entry.replacement}`]),
      ...(entry.alias === undefined ? [] : [`as ${entry.alias}`]),
      ...(entry.direct === undefined ? [] : [entry.direct ? 'direct' : 'indirect']),
      ...(entry.scope === 'development' ? ['development'] : []),
      ...(entry.usedAt === undefined ? [] : [`used at ${place(entry.usedAt)}`]),
      ...(entry.patched === undefined ? [] : ['patched']),
      ...(entry.settlesFor === undefined ? [] : entry.settlesFor.map(lockedFor)),
      ...(entry.overrides === undefined ? [] : overriding(entry.overrides)),
      ...(entry.changes === undefined ? [] : [`changing ${entry.changes.name}`])
    ].join(' ')
  }
}

/** Which requirement leads to an entry of a lockfile. */
function lockedFor(requirement: LockedRequirement): string {
  if ('folder' in requirement) return `for ${requirement.folder || '.'}`
  if ('requirer' in requirement) return `for package ${requirement.requirer}`
  return `for "${requirement.asked}"${requirement.overridden ? ' after overrides' : ''}`
}

/** Which requirements an override decides. */
function overriding({ asked, through, leftover }: Overridden): string[] {
  return [
    'overriding',
    ...(leftover ? ['only for members'] : []),
    ...(asked ? [`${asked.match} ${asked.text}`] : []),
    ...(through ? [`in ${through.join('>')}`] : [])
  ]
}
