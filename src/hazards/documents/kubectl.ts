/** Commands of kubectl, and of programs with the same arguments. */

import { type Command, programOf } from './script.ts'

const PROGRAM = /^(?:kubectl|oc|k|k3s|kubecolor)$|kubectl|KUBECTL|\bOC\b/
const SERVICE_ACCOUNT = /^(?:sa|serviceaccounts?)(?:\/|$)/
const SECRET = /^secrets?(?:\/|$)/

/** What a command asks for: `secrets` of `kubectl get secrets`. */
export type Asked = 'service-account' | 'secret'

/** What a command shows; undefined for other commands. */
export function askedBy(command: Command): Asked | undefined {
  if (!PROGRAM.test(programOf(command)) && !command.words.some(({ text }) => PROGRAM.test(text))) return undefined
  const texts = command.words.map(({ text }) => text)
  const verb = texts.findIndex(text => text === 'get' || text === 'describe')
  if (verb < 0) return undefined
  const asked = texts.slice(verb + 1).flatMap(text => text.split(','))
  if (asked.some(text => SERVICE_ACCOUNT.test(text))) return 'service-account'
  return asked.some(text => SECRET.test(text)) ? 'secret' : undefined
}
