/** Finds the scripts in YAML and JSON: commands of containers, steps of pipelines, tasks of Ansible, files in ConfigMaps. */

import { type Assembled, joined, standing } from '../../syntax/assembled.ts'
import { child, items, type TextNode, textOf } from '../../syntax/tree.ts'
import { accountWithoutToken, mountsToken } from './automount.ts'
import type { Run, Setting } from './script.ts'
import { ITEM, type Spot, type Tree } from './tree.ts'

/** A script and how it runs. */
export interface EmbeddedScript extends Run {
  readonly text: Assembled
}

/** Keys of scripts, in many notations. */
export const SCRIPT_KEYS =
  /^(?:run|scripts?|before_script|after_script|shell|raw|cmds?|commands?|bash|inline|inlineScript|runcmd|bootcmd|preBootstrapCommands|overrideBootstrapCommand|user_?data|(?:ansible\.(?:builtin|windows)\.)?(?:shell|command|raw))$/i
/** Keys of commands in parts. */
const ARGUMENT_KEYS = /^(?:command|args|argv|entrypoint|exec)$/i
const SHEBANG = /^\s*#![^\n]*\b(?:ba|da|a|k|z)?sh\b/
const SCRIPT_FILE = /\.(?:ba)?sh$/
/** An argument that needs no quotes. */
const PLAIN = /^[\w@%+=:,./{}\uE000-]+$/
const NEEDS_SHELL = /[\s;&|<>]/
/** A pod for a while. */
const ENDS =
  /^(?:Job|CronJob|TaskRun|Task|Pipeline|PipelineRun|Workflow|WorkflowTemplate|ClusterWorkflowTemplate|CronWorkflow)$/
const ENDING_PODS = /^(?:Never|OnFailure)$/
const BLANK = standing(' ', 0)

/** The scripts in a document. */
export function* scriptsIn(tree: Tree): Generator<EmbeddedScript> {
  for (const spot of tree.spots) {
    const run = runOf(spot, tree)
    for (const { key, value } of spot.map.members) {
      const nodes = (value.kind === 'list' ? items(value) : [value]).filter(node => node.kind === 'text')
      if (isArguments(key, spot) && value.kind === 'list') yield* commandsOf(nodes, tree, run)
      else if (SCRIPT_KEYS.test(key)) for (const node of nodes) yield { text: tree.textOf(node), ...run }
      else if (value.kind === 'text' && (SHEBANG.test(value.value) || isFile(key, spot)))
        yield { text: tree.textOf(value), ...run }
    }
  }
}

/** Whether a list is one command in parts: steps of a pipeline have a list of commands under the same key. */
function isArguments(key: string, { pod, path }: Spot): boolean {
  return ARGUMENT_KEYS.test(key) && (key !== 'commands' || pod !== undefined || path.length > 0)
}

/** Whether a string is a script by the name of its file. */
function isFile(key: string, { object }: Spot): boolean {
  return SCRIPT_FILE.test(key) && object?.kind === 'ConfigMap'
}

/** The scripts among some arguments, and the command that they are. */
function* commandsOf(nodes: readonly TextNode[], tree: Tree, run: Run): Generator<EmbeddedScript> {
  for (const node of nodes) if (NEEDS_SHELL.test(node.value)) yield { text: tree.textOf(node), ...run }
  const parts = nodes.filter(({ value }) => PLAIN.test(value)).map(node => tree.textOf(node))
  if (parts.length > 1)
    yield { text: joined(parts.flatMap((part, index) => (index === 0 ? [part] : [blankBefore(part), part]))), ...run }
}

/** A blank at the offset of the text behind it. */
function blankBefore({ runs }: Assembled): Assembled {
  return { ...BLANK, runs: [{ from: 0, at: runs[0]?.at ?? 0 }] }
}

function runOf(spot: Spot, tree: Tree): Run {
  const setting = settingOf(spot)
  const { pod } = spot
  const withoutToken = pod && !mountsToken(pod, tree) ? true : accountWithoutToken(spot, tree)
  return withoutToken ? { setting, withoutToken } : { setting }
}

function settingOf({ object, pod, path }: Spot): Setting {
  if (object && ENDS.test(object.kind)) return 'once'
  const policy = textOf(pod, 'restartPolicy')?.value ?? ''
  if (pod && (ENDING_PODS.test(policy) || child(pod, 'activeDeadlineSeconds'))) return 'once'
  if (pod) return 'pod'
  return path.includes('steps') || path.includes('jobs') || path[0] === ITEM ? 'once' : 'file'
}
