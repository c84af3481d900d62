/** A fix as parts of a report: sentences, and the commands of each alternative, which can be pasted as they stand. */

import { groupBy } from '../collections.ts'
import type { Command, Edit, FixStep } from '../model/verdict.ts'
import { folderName } from '../paths.ts'
import type { Alike } from './digest.ts'
import { count, listed, upperFirst } from './phrases.ts'
import { placesOf, useSentence } from './sentences.ts'
import { blockOf, changeTo } from './shell.ts'
import type { Voice } from './voice.ts'

/** Sentences made for the channel, or the lines of one alternative for a shell, which are not. */
export type FixPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'commands'; readonly lines: readonly string[] }

const MOST_FOLDERS = 3
const EDIT_LENGTH = 500

/** What to do about findings that have the same fix: the version to use, then each alternative. */
export function fixParts(findings: Alike, voice: Voice): readonly FixPart[] {
  const [first] = findings
  const { fix } = first.explanation
  if (!fix) return []
  const { folder = '' } = fix
  const parts = new Parts()
  if (fix.advice !== undefined) parts.say(voice.prose(fix.advice))
  const use = useSentence(first, voice)
  if (use !== undefined) parts.open(use)
  addSteps(parts, fix.steps, folder, voice)
  const isEverywhere = fix.steps.some(step => typeof step !== 'string' && 'in' in step)
  if (!isEverywhere && parts.all.some(({ kind }) => kind === 'commands')) {
    const others = otherFolders(findings)
    if (others.length > 0) parts.say(`Do the same in ${folderWords(others, voice)}.`)
  }
  return parts.all
}

/** The steps that follow edits, in a folder of the repository. */
export function stepParts(steps: readonly FixStep[], folder: string, voice: Voice): readonly FixPart[] {
  const parts = new Parts()
  addSteps(parts, steps, folder, voice)
  return parts.all
}

function addSteps(parts: Parts, steps: readonly FixStep[], folder: string, voice: Voice): void {
  const hidden = new Set<string>()
  for (const { when, runs } of alternativesOf(steps)) {
    if (when !== undefined) parts.open(upperFirst(voice.prose(when)))
    for (const run of runs) {
      if (run.kind === 'edits') for (const step of run.steps) parts.edit(editWords(step, voice), when !== undefined)
      else {
        for (const [own, same] of groupBy(run.steps, step => step.in ?? folder)) {
          const lines = same.map(({ run: line }) => line)
          parts.run(blockOf(own, lines))
          if (own !== '' && changeTo(own) === undefined) hidden.add(own)
        }
      }
      for (const note of run.kind === 'commands' ? notesOf(run.steps) : [])
        parts.say(`${upperFirst(voice.prose(note))}.`)
    }
  }
  parts.close()
  for (const own of hidden) parts.say(`The folder for that is ${voice.code(own)}.`)
}

/** Parts in the making. The last sentence stays open until it is clear whether commands follow it. */
class Parts {
  readonly all: FixPart[] = []
  #open: { readonly words: string; readonly isEdit: boolean } | undefined

  /** A whole sentence. */
  say(sentence: string): void {
    this.close()
    const last = this.all.at(-1)
    if (last?.kind === 'words') this.all.splice(-1, 1, { kind: 'words', text: `${last.text} ${sentence}` })
    else this.all.push({ kind: 'words', text: sentence })
  }

  /** The beginning of a sentence. */
  open(words: string, isEdit = false): void {
    this.close()
    this.#open = { words, isEdit }
  }

  /** What a person edits. It continues the condition that is open, if there is one. */
  edit(words: string, isConditional: boolean): void {
    const open = this.#open
    if (open && isConditional && !open.isEdit) this.#open = { words: `${open.words}, ${words}`, isEdit: true }
    else this.open(upperFirst(words), true)
  }

  run(lines: readonly string[]): void {
    const open = this.#open
    this.#open = undefined
    if (open) this.say(`${open.words}${open.isEdit ? ', then' : ''}:`)
    else this.say(this.all.length === 0 ? 'Run:' : 'Then:')
    this.all.push({ kind: 'commands', lines })
  }

  close(): void {
    const open = this.#open
    this.#open = undefined
    if (open) this.say(`${open.words}.`)
  }
}

/** Edits in a row, or commands in a row. */
type Run = { readonly kind: 'edits'; readonly steps: Edit[] } | { readonly kind: 'commands'; readonly steps: Command[] }

/** Steps in a row that hold under the same condition. */
interface Alternative {
  readonly when: string | undefined
  readonly runs: Run[]
}

function alternativesOf(steps: readonly FixStep[]): readonly Alternative[] {
  const all: Alternative[] = []
  for (const step of steps) {
    const when = typeof step === 'string' ? undefined : step.when
    let last = all.at(-1)
    if (!last || last.when !== when) {
      last = { when, runs: [] }
      all.push(last)
    }
    append(last.runs, typeof step === 'string' ? { run: step } : step)
  }
  return all
}

function append(runs: Run[], step: Command | Edit): void {
  const last = runs.at(-1)
  if ('edit' in step) {
    if (last?.kind === 'edits') last.steps.push(step)
    else runs.push({ kind: 'edits', steps: [step] })
  } else if (last?.kind === 'commands') last.steps.push(step)
  else runs.push({ kind: 'commands', steps: [step] })
}

function editWords({ edit, text }: Edit, voice: Voice): string {
  return text === undefined ? voice.prose(edit) : `${voice.prose(edit)}: ${voice.code(text, EDIT_LENGTH)}`
}

function notesOf(steps: readonly Command[]): readonly string[] {
  return [...new Set(steps.flatMap(({ note }) => note ?? []))]
}

/** The folders of the other places, if the commands run where the file to edit is: elsewhere one run serves all of them. */
function otherFolders(findings: Alike): readonly string[] {
  const [{ explanation, place }] = findings
  const folder = explanation.fix?.folder
  if (folder === undefined || folder !== folderName(place.path)) return []
  const all = new Set(placesOf(findings).map(({ path }) => folderName(path)))
  all.delete(folder)
  return [...all]
}

function folderWords(folders: readonly string[], voice: Voice): string {
  const shown = folders
    .slice(0, MOST_FOLDERS)
    .map(folder => (folder === '' ? 'the scanned folder' : voice.code(folder)))
  const more = folders.length - shown.length
  return listed(more === 0 ? shown : [...shown, count(more, 'more folder')])
}
