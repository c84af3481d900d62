/** Commands of kubectl, and of programs with the same arguments. */

import { rememberingLast } from '../../collections.ts'
import { type Command, everyCommand, everyList, programOf, type Text } from './script.ts'

const PROGRAM = /^(?:kubectl|oc|k|k3s|kubecolor)$|kubectl|KUBECTL|\bOC\b/
const SERVICE_ACCOUNT = /^(?:sa|serviceaccounts?)(?:\/|$)/
const SECRET = /^secrets?(?:\/|$)/
/** Options whose value is the next word: https://kubernetes.io/docs/reference/kubectl/generated/kubectl_get/. */
const WITH_VALUE =
  /^(?:-[nolLcsf]|--(?:namespace|output|selector|label-columns|context|cluster|user|server|kubeconfig|as|field-selector|sort-by|template|token|request-timeout))$/
/** What a command asks for: `secrets` of `kubectl get secrets`. */
export type Asked = 'service-account' | 'secret'

/** What a command shows; undefined for other commands. */
export function askedBy(command: Command): Asked | undefined {
  if (!PROGRAM.test(programOf(command)) && !command.words.some(({ text }) => PROGRAM.test(text))) return undefined
  const asked = behindVerb(command).flatMap(({ text }) => text.split(','))
  if (asked.some(text => SERVICE_ACCOUNT.test(text))) return 'service-account'
  return asked.some(text => SECRET.test(text)) ? 'secret' : undefined
}

/** Whether a command shows what it asks for as `kubectl describe` does. */
export function describes({ words }: Command): boolean {
  return words.some(({ text }) => text === 'describe')
}

/** Whether a command asks for one Secret, by a name that it writes out: `get secret a`, `get secret/a`. */
export function namesOneSecret(command: Command): boolean {
  const name = oneSecret(command)
  return name !== undefined && name.variables.length + name.substitutions.length === 0
}

/** The word with the name of the one Secret that a command asks for; undefined if it asks for all. */
export function oneSecret(command: Command): Text | undefined {
  const words = behindVerb(command)
  const given = words.filter(
    ({ text }, index) => !text.startsWith('-') && !WITH_VALUE.test(words[index - 1]?.text ?? '')
  )
  const kind = given.findIndex(({ text }) => SECRET.test(text))
  if (kind < 0) return undefined
  return given[kind]?.text.includes('/') ? given[kind] : given[kind + 1]
}

/** The words behind `get` or `describe`. */
function behindVerb({ words }: Command): readonly Text[] {
  const verb = words.findIndex(({ text }) => text === 'get' || text === 'describe')
  return verb < 0 ? [] : words.slice(verb + 1)
}

/** Whether a command deletes Secrets. */
function deletesSecrets({ words }: Command): boolean {
  const verb = words.findIndex(({ text }) => text === 'delete')
  return verb >= 0 && words.slice(verb + 1).some(({ text }) => SECRET.test(text))
}

/** Whether a command requests a token that expires: `kubectl create token a`. */
export function requestsToken({ words }: Command): boolean {
  return words.some(({ text }, index) => index > 0 && text === 'create' && words[index + 1]?.text === 'token')
}

/**
 * The lists of commands of a script, without those that are there for clusters or programs that cannot request a token
 * (`kubectl create token a || …`, in any order), and without those that find what to delete: where there is none, none is missed.
 */
export const askingLists: (commands: readonly Command[]) => readonly (readonly Command[])[] = rememberingLast(
  commands => [
    ...everyList(commands, list =>
      groupsOf(list)
        .filter(group => !group.some(deletesSecrets) && !Array.from(everyCommand(group)).some(requestsToken))
        .flat()
    )
  ]
)

/** The commands of a list, in groups of which one reads the output of another one, or runs if it fails. */
function groupsOf(list: readonly Command[]): Command[][] {
  const groups: Command[][] = []
  for (const [index, command] of list.entries()) {
    const group = groups.at(-1)
    if (group && (command.isAlternative || list[index - 1]?.isPiped || isInLoopBehind(group, command)))
      group.push(command)
    else groups.push([command])
  }
  return groups
}

/** Whether a command is in the loop that a group pipes into: `… | while read name; do command; done`. */
function isInLoopBehind(group: readonly Command[], { loops }: Command): boolean {
  return loops.some(loop => !group[0]?.loops.includes(loop) && group.some(({ loops: others }) => others.includes(loop)))
}
