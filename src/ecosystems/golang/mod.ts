/**
 * `go.mod`: what a Go module requires and what it replaces.
 * Specification: https://go.dev/ref/mod#go-mod-file. Leaves out on purpose: `exclude` and `retract`, which are no
 * requirements, and `module`, `go`, `toolchain`, `godebug`, `tool` and `ignore`, which name no versions of dependencies.
 */

import type { Requirement } from '../../model.ts'
import { type Line, lines, type Placed } from '../../syntax/lines.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { goUpgrade } from './upgrade.ts'

interface Require {
  readonly path: Placed
  readonly version: Placed
  readonly indirect: boolean
}

interface Replace {
  readonly old: Placed
  readonly oldVersion?: string
  readonly target: Placed
  readonly version?: Placed
}

// A quoted string, a raw string, a bracket, or a run without blanks; `//` starts a comment anywhere outside quotes, as in
// golang.org/x/mod/modfile. Linear: the branches exclude each other by their first character.
const TOKEN = /"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|\/\/.*|[()]|(?:(?!\/\/)[^\s"`()])+|["`]/g
const DIRECTIVES = new Set([
  'require',
  'replace',
  'exclude',
  'retract',
  'module',
  'go',
  'toolchain',
  'godebug',
  'tool',
  'ignore'
])

export const goMod: FileFormat = {
  name: 'go.mod',
  origin: 'manifest',
  specification: 'https://go.dev/ref/mod#go-mod-file',
  claims: path => baseName(path) === 'go.mod',
  read,
  upgrade: goUpgrade
}

function* read(text: string): Generator<Entry> {
  const requires: Require[] = []
  const replaces: Replace[] = []
  const firstReplace = new Map<string, Replace>()
  let block: string | undefined
  let goMinor = 0

  for (const line of lines(text)) {
    const { tokens, comment } = tokenize(line)
    const first = tokens[0]
    if (!first) continue
    if (block !== undefined) {
      if (first.text === ')') block = undefined
      else yield* directive(block, tokens, comment, line)
    } else if (DIRECTIVES.has(first.text)) {
      if (tokens[1]?.text === '(' && first.text !== 'module') {
        if (tokens[2]?.text !== ')') block = first.text
      } else yield* directive(first.text, tokens.slice(1), comment, line)
    } else yield { gap: 'no directive of go.mod begins this line', text: line.text, at: first.at }
  }

  for (const { path, version, indirect } of requires) {
    const replace = replacementOf(path.text, version.text)
    if (!replace)
      yield { name: path.text, requirement: { kind: 'version', text: version.text }, at: version.at, direct: !indirect }
    else yield replaced(path.text, replace, !indirect, path.at)
  }
  // Before Go 1.17 a go.mod leaves indirect requirements out, yet its replacements apply to them.
  // https://go.dev/ref/mod#go-mod-file-go
  if (goMinor < 17) {
    const required = new Set(requires.map(require => require.path.text))
    for (const replace of replaces) {
      if (!required.has(replace.old.text)) yield replaced(replace.old.text, replace, false, replace.old.at)
    }
  }

  function* directive(name: string, tokens: readonly Placed[], comment: string, line: Line): Generator<Entry> {
    const [first, second] = tokens
    if (name === 'require') {
      if (!first || !second || tokens.length > 2 || isEscaped(first))
        yield { gap: 'expected "module version"', text: line.text, at: line.at }
      else requires.push({ path: first, version: second, indirect: /^\/\/\s*indirect(?:\s*$|\s*;)/.test(comment) })
    } else if (name === 'go') {
      goMinor = Number(/^1\.(?<minor>\d{1,4})/.exec(first?.text ?? '')?.groups?.['minor'] ?? 0)
    } else if (name === 'replace') {
      const arrow = tokens.findIndex(token => token.text === '=>')
      const target = tokens[arrow + 1]
      const version = tokens[arrow + 2]
      if (!first || !target || arrow < 1 || arrow > 2 || tokens.length > arrow + 3 || isEscaped(first)) {
        yield { gap: 'expected "module [version] => module version" or "=> path"', text: line.text, at: line.at }
      } else {
        const replace = {
          old: first,
          ...(arrow === 2 && second ? { oldVersion: second.text } : {}),
          target,
          ...(version ? { version } : {})
        }
        replaces.push(replace)
        const key = replaceKey(first.text, replace.oldVersion)
        if (!firstReplace.has(key)) firstReplace.set(key, replace)
      }
    }
  }

  /** A replacement with a version on the left wins over one without; https://go.dev/ref/mod#go-mod-file-replace. */
  function replacementOf(path: string, version: string): Replace | undefined {
    return firstReplace.get(replaceKey(path, version)) ?? firstReplace.get(replaceKey(path))
  }
}

function replaceKey(path: string, version?: string): string {
  return JSON.stringify([path, version])
}

/** No module has such a name: it is a string with escapes, which no tool writes. */
function isEscaped({ text }: Placed): boolean {
  return text.includes('\\')
}

/** The entry of a requirement that a `replace` line answers: that line is where a person would change the version. */
function replaced(name: string, replace: Replace, direct: boolean, usedAt: number): Entry {
  const at = replace.version?.at ?? replace.target.at
  const requirement: Requirement = replace.version
    ? { kind: 'version', text: replace.version.text }
    : { kind: 'source', text: replace.target.text }
  return {
    name,
    requirement,
    at,
    direct,
    usedAt,
    ...(replace.version && replace.target.text !== name ? { replacement: replace.target.text } : {})
  }
}

function tokenize(line: Line): { tokens: Placed[]; comment: string } {
  const tokens: Placed[] = []
  for (const match of line.text.matchAll(TOKEN)) {
    const raw = match[0]
    if (raw.startsWith('//')) return { tokens, comment: raw }
    const quoted = raw.length > 1 && (raw[0] === '"' || raw[0] === '`')
    tokens.push({ text: quoted ? raw.slice(1, -1) : raw, at: line.at + match.index + (quoted ? 1 : 0) })
  }
  return { tokens, comment: '' }
}
