/**
 * GitHub's workflows and composite actions: the packages that their `run` steps install by name.
 * Specification: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsrun.
 * Deliberately ignored: the actions that `uses` names and the inputs in `with`; the values of expressions (`${{ … }}`),
 * so that a version of this kind is unknown.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { withoutRepeats } from '../ecosystems/repeats.ts'
import { type Assembled, joined, offsetIn, standing } from '../syntax/assembled.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { child, items, type Member, members, type TreeNode, textOrScalar } from '../syntax/tree.ts'
import { INSTALLER } from './install-commands.ts'
import { ScriptReader, tooLong, upgradeInstall, withinLimit } from './install-lines.ts'
import { type Budget, newBudget, scopeWith, type Values } from './scope.ts'

/** Maximum number of variables of one `env`; no workflow has more. */
const MOST_VARIABLES = 1_000

/** In characters. Aliases can repeat one script a thousand times; without them no file that is read reaches this. */
const LONGEST_SCRIPTS = 1_000_000

/** The text between a key and the lines of its block: `: |-`, `: >`. */
const BLOCK = /^["']?\s*:\s*(?:[!&]\S+\s+)*(?<style>[|>])[-+\d]*[ \t]*(?:#[^\n]*)?\r?\n/
const INDENTED = /^\n*(?<blanks> *)/
/** A run of blanks, or of other characters. */
const RUN = /\s+|\S+/g
const NOT_BLANK = /\S/g
/** Shells with a syntax other than that of `sh`. */
const OTHER_SHELL = /^(?:python|perl|node|ruby)/

export const workflow: FileFormat = {
  name: 'workflow.yml',
  role: { kind: 'manifest' },
  specification: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax',
  names: {
    exact: ['action.yml', 'action.yaml'],
    extensions: ['.yaml', '.yml'],
    pattern: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/
  },
  read,
  prescreen: { joins: true },
  upgrade: upgradeInstall
}

async function* read(text: string): AsyncGenerator<Entry> {
  if (!INSTALLER.test(text)) return
  const { parseYaml } = await import('../syntax/yaml.ts')
  const { root, fault = tooLong(text) } = parseYaml(withinLimit(text))
  yield* withoutRepeats(installed(root, text))
  if (fault) throw fault
}

function* installed(root: TreeNode, text: string): Generator<Entry> {
  const budgets = { variables: newBudget(), scripts: { left: LONGEST_SCRIPTS } }
  const environment = environmentOf(root, new Map())
  // A composite action has its steps under `runs`.
  const jobs = [...members(child(root, 'jobs')), ...members(root).filter(({ key }) => key === 'runs')]
  for (const { value: job } of jobs) {
    const ofJob = environmentOf(job, environment)
    for (const step of items(child(job, 'steps'))) yield* run(step, environmentOf(step, ofJob), budgets, text)
  }
}

function* run(
  step: TreeNode,
  values: Values,
  { variables, scripts }: { readonly variables: Budget; readonly scripts: Budget },
  text: string
): Generator<Entry> {
  const shell = textOrScalar(step, 'shell')?.text ?? ''
  if (OTHER_SHELL.test(shell)) return
  for (const member of members(step)) {
    if (member.key !== 'run' || member.value.kind !== 'text' || !INSTALLER.test(member.value.value)) continue
    scripts.left -= member.value.value.length
    if (scripts.left < 0) throw new SyntaxFault('too many aliases of scripts: not read further', member.keyAt)
    const script = scriptOf(member, member.value, text)
    if (script) yield* new ScriptReader(text, scopeWith(values, variables)).part(script)
    else yield { gap: 'the script contains an escape sequence', text: member.value.value, at: member.value.at }
  }
}

/** The variables of a workflow, a job or a step, with those around it. */
function environmentOf(node: TreeNode, outer: Values): Values {
  const own = members(child(node, 'env')).slice(0, MOST_VARIABLES)
  if (own.length === 0) return outer
  const values = new Map(outer)
  for (const { key, value } of own) {
    if (value.kind === 'text') values.set(key, [standing(value.value, value.at)])
    else if (value.kind === 'scalar') values.set(key, [standing(value.text, value.at)])
  }
  return values
}

/** The script as a shell gets it; undefined if it is written with escapes. */
function scriptOf(
  { key, keyAt }: Member,
  { value, at }: { readonly value: string; readonly at: number },
  text: string
): Assembled | undefined {
  const style = BLOCK.exec(text.slice(keyAt + key.length, at))?.groups?.['style']
  if (style === undefined) return text.startsWith(value, at) ? standing(value, at) : folded(value, at, text)
  const begin = text.lastIndexOf('\n', at) + 1
  // The first line may be indented further than the block.
  const written = linesOf(text, begin, at - begin - (INDENTED.exec(value)?.groups?.['blanks']?.length ?? 0))
  // A folded block joins two lines if neither is empty or indented.
  return joined(
    written.flatMap((line, index): Assembled[] => {
      const next = written[index + 1]
      const isFolded = style === '>' && next && ![line, next].some(({ text: own }) => /^\s/.test(own) || own === '')
      if (!isFolded) return [line]
      const content = line.text.trimEnd()
      return [{ ...line, text: content }, standing(' ', offsetIn(line, 0) + content.length)]
    })
  )
}

/** A text over several lines without a block that differs from the file in blanks only; otherwise undefined. */
function folded(value: string, from: number, text: string): Assembled | undefined {
  const parts: Assembled[] = []
  let at = from
  for (const { 0: run } of value.matchAll(RUN)) {
    if (run.trim() === '') {
      parts.push(standing(run, at))
      NOT_BLANK.lastIndex = at
      at = NOT_BLANK.exec(text)?.index ?? text.length
    } else {
      if (!text.startsWith(run, at)) return undefined
      parts.push(standing(run, at))
      at += run.length
    }
  }
  return joined(parts)
}

/** The lines of a block, with their ends and without their indentation. */
function linesOf(text: string, from: number, indent: number): Assembled[] {
  const found: Assembled[] = []
  let at = from
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end + 1
    const line = text.slice(at, next)
    const isBlank = line.trim() === ''
    if (!isBlank && line.slice(0, indent).trim() !== '') break
    found.push(
      isBlank ? standing(line.trimStart() === '' ? '\n' : line, next - 1) : standing(line.slice(indent), at + indent)
    )
    at = next
  }
  return found
}
