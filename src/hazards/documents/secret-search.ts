/** Commands that search the Secrets of a cluster for the one with the token of a service account. */

import { groupBy } from '../../collections.ts'
import { offsetIn } from '../../syntax/assembled.ts'
import { askedBy, askingLists, describes, namesOneSecret, oneSecret } from './kubectl.ts'
import { type Command, everyCommand, pipedFrom, programOf, type Script, type Text } from './script.ts'

/** A search. */
export interface SecretSearch {
  /** What the name of the Secret begins with; empty if the command does not say. Hostile text. */
  readonly name: string
  /** The offset of what is searched for. */
  readonly at: number
  readonly command: Command
}

type Found = Omit<SecretSearch, 'command'>

const SEARCHES = /^(?:e|f|z)?grep$|^(?:g|m)?awk$|^sed$|^jq$|^rg$/
/** The beginning of the name of such a Secret, up to its five letters. */
const NAME = /(?<name>[\w.${}()*\uE000-]{0,100}-token)(?![\w.])/
const DEFAULT_SECRET = /^(?:secrets?\/)?default-token(?:-\S*)?$/
const BY_ANNOTATION = /kubernetes\\?\.io\/service-account\\?\.name/
/** Secrets with tokens of other systems, and the end of the type of those with a token of a service account, which is no name. */
const OTHERS = /(?:^|-)(?:access|api|auth|oauth2?|refresh|bootstrap|id|bearer|csrf|webhook|service-account)-token$/
/** Words that filters search for: of grep an argument, in programs of awk, sed and jq a pattern. */
const PATTERN =
  /^[\^"']*(?<plain>[\w.${}\uE000-]{2,100})[$"']*$|\/\^?(?<line>[\w.-]{2,100})|(?:test|startswith|contains)\(\\?["']\^?(?<text>[\w.-]{2,100})/
/** The type of such a Secret. */
const TYPE = /service-account-token/
/** Secrets with something else than a token. */
const NO_TOKEN = /tls|cert|docker|registry|pull|pass|cred|bootstrap|config|opaque|helm|(?:^|[-_.])key/i
const EXCLUDES = /^-\w*v/
/** The key of the token, in a path or in what is printed. */
const TOKEN_KEY = /(?:^|[^\w-])token(?![\w-])/

/** The searches of a script. */
export function* secretSearches(script: Script): Generator<SecretSearch> {
  const lists = [...askingLists(script.commands)]
  const shown = shownIn(lists)
  for (const commands of lists) {
    for (const [index, command] of commands.entries()) {
      if (askedBy(command) !== 'secret') continue
      const filters = namesOneSecret(command) ? [] : pipedFrom(commands, index).filter(isSearch)
      const found = firstIn(filters, tokenName) ?? (shown.has(command) ? firstIn(filters, anyName) : undefined)
      const search = found ?? namedIn(command)
      if (search) yield { ...search, command }
    }
  }
}

/** Whether a command prints the lines or values of its input that have something in them. */
export function isSearch(command: Command): boolean {
  return SEARCHES.test(programOf(command)) && !command.words.some(({ text }) => EXCLUDES.test(text))
}

/** The commands that find the Secret whose token another one shows: `describe secret $(…)`, also by way of a variable. */
function shownIn(lists: readonly (readonly Command[])[]): ReadonlySet<Command> {
  const values = groupBy(
    lists.flat().flatMap(({ assignments }) => assignments),
    ({ name }) => name
  )
  const shown = new Set<Command>()
  for (const commands of lists) {
    for (const [index, command] of commands.entries()) {
      if (askedBy(command) !== 'secret' || !showsToken(command, pipedFrom(commands, index))) continue
      const given = command.words.flatMap(word => [
        word,
        ...word.variables.flatMap(name => (values.get(name) ?? []).map(({ value }) => value))
      ])
      for (const { substitutions } of given) for (const inner of everyCommand(substitutions.flat())) shown.add(inner)
    }
  }
  return shown
}

/** Whether a command shows a token: what kubectl describes, it shows the values of no other Secrets. */
function showsToken(command: Command, readers: readonly Command[]): boolean {
  return (
    describes(command) ||
    [command, ...readers].some(({ words }) => words.some(({ written }) => TOKEN_KEY.test(written.text)))
  )
}

function firstIn(filters: readonly Command[], find: (word: Text) => Found | undefined): Found | undefined {
  for (const { words } of filters) {
    for (const word of words.slice(1)) {
      const found = find(word)
      if (found) return found
    }
  }
  return undefined
}

/** The name of a Secret with a token, by its form. */
function tokenName({ written }: Text): Found | undefined {
  const found = NAME.exec(written.text)
  const name = found?.groups?.['name']
  return found && name !== undefined && !OTHERS.test(name) ? { name, at: offsetIn(written, found.index) } : undefined
}

/** What a filter searches for, whatever it is. */
function anyName({ text, written, at }: Text): Found | undefined {
  if (text.startsWith('-')) return undefined
  if (TYPE.test(text)) return { name: '', at }
  const { plain, line, text: tested } = PATTERN.exec(written.text)?.groups ?? {}
  const name = plain ?? line ?? tested
  return name === undefined || NO_TOKEN.test(name) || OTHERS.test(name) ? undefined : { name, at }
}

/** The Secret that a command asks for by a name that no cluster has, or by the annotation of its service account. */
function namedIn(command: Command): Found | undefined {
  const one = oneSecret(command)
  // kubectl describes every Secret whose name begins so.
  if (one?.text === 'default' && describes(command)) return { name: 'default-token', at: one.at }
  for (const { text, at, written } of command.words) {
    if (DEFAULT_SECRET.test(text)) return { name: 'default-token', at }
    const annotation = BY_ANNOTATION.exec(written.text)
    if (annotation) return { name: '', at: offsetIn(written, annotation.index) }
  }
  return undefined
}
