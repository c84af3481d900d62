/** Reads values out of an event's payload: a value of unknown shape, whose texts are a stranger's. */

/** A commit, in a repository of SHA-1 or of SHA-256: https://git-scm.com/docs/hash-function-transition. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** The id by which git says that there is no commit. */
const NO_COMMIT = /^0+$/
const BRANCH = 'refs/heads/'
/** What no name of a branch has: https://git-scm.com/docs/git-check-ref-format. */
const NO_NAME = /\.\.|[\p{Cc} ~^:?*[\\]|@\{|\/\/|^\/|\/$|^$/u
/** The most characters of a branch's name that are accepted; GitHub allows 255 bytes. */
const LONGEST_NAME = 255

/** Follows keys into a value of unknown shape; undefined where one is missing. */
export function property(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Readonly<Record<string, unknown>>)[key]
  }
  return current
}

/** The text at the end of these keys. */
export function text(value: unknown, ...path: readonly string[]): string | undefined {
  const found = property(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** The number of something, such as a pull request or a repository: a whole one above zero. */
export function id(value: unknown, ...path: readonly string[]): number | undefined {
  const found = property(value, ...path)
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined
}

/** A commit. Undefined for the zeros that stand for none. */
export function commit(value: unknown, ...path: readonly string[]): string | undefined {
  const found = text(value, ...path)
  return found !== undefined && isCommit(found) && !NO_COMMIT.test(found) ? found : undefined
}

/** The name of a branch, of a ref such as `refs/heads/main`. */
export function branch(value: unknown, ...path: readonly string[]): string | undefined {
  const ref = text(value, ...path)
  const name = ref?.startsWith(BRANCH) ? ref.slice(BRANCH.length) : ref
  return name === undefined || name.length > LONGEST_NAME || NO_NAME.test(name) ? undefined : name
}

/** Whether a text has the form of a commit's id. */
export function isCommit(value: string): boolean {
  return COMMIT.test(value)
}
