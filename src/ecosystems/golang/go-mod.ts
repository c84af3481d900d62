/**
 * `go.mod`: what a Go module requires and what it replaces.
 * Specification: https://go.dev/ref/mod#go-mod-file. Leaves out on purpose: `exclude` and `retract`, which are no
 * requirements, and `module`, `go`, `toolchain`, `godebug`, `tool` and `ignore`, which name no versions of dependencies.
 */

import type { Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { type Directive, directives, isEscaped, type Replace, replaced, replaceOf } from './directives.ts'
import { goUpgrade, goWhy } from './upgrade.ts'

interface Require {
  readonly path: Placed
  readonly version: Placed
  readonly indirect: boolean
}

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
  role: { kind: 'manifest', chain: { command: goWhy } },
  specification: 'https://go.dev/ref/mod#go-mod-file',
  names: { exact: ['go.mod'] },
  read,
  upgrade: goUpgrade
}

function* read(text: string): Generator<Entry> {
  const requires: Require[] = []
  const replaces: Replace[] = []
  const firstReplace = new Map<string, Replace>()
  let goMinor = 0

  for (const directive of directives(text, DIRECTIVES, 'no directive of go.mod begins this line')) {
    if ('gap' in directive) yield directive
    else if (directive.name === 'require') yield* require(directive)
    else if (directive.name === 'replace') yield* replace(directive)
    else if (directive.name === 'go') {
      goMinor = Number(/^1\.(?<minor>\d{1,4})/.exec(directive.tokens[0]?.text ?? '')?.groups?.['minor'] ?? 0)
    }
  }

  for (const { path, version, indirect } of requires) {
    const replace = replacementOf(path.text, version.text)
    if (!replace)
      yield { name: path.text, requirement: { kind: 'version', text: version.text }, at: version.at, direct: !indirect }
    else yield { ...replaced(path, replace), direct: !indirect }
  }
  // Before Go 1.17 a go.mod leaves indirect requirements out, yet its replacements apply to them.
  // https://go.dev/ref/mod#go-mod-file-go
  if (goMinor < 17) {
    const required = new Set(requires.map(require => require.path.text))
    for (const replace of replaces) {
      if (!required.has(replace.old.text)) yield { ...replaced(replace.old, replace), direct: false }
    }
  }

  function* require({ tokens, comment, line }: Directive): Generator<Entry> {
    const [path, version] = tokens
    if (!path || !version || tokens.length > 2 || isEscaped(path))
      yield { gap: 'expected "module version"', text: line.text, at: line.at }
    else requires.push({ path, version, indirect: /^\/\/\s*indirect(?:\s*$|\s*;)/.test(comment) })
  }

  function* replace(directive: Directive): Generator<Entry> {
    const found = replaceOf(directive)
    if ('gap' in found) {
      yield found
      return
    }
    replaces.push(found)
    const key = replaceKey(found.old.text, found.oldVersion)
    if (!firstReplace.has(key)) firstReplace.set(key, found)
  }

  /** A replacement with a version on the left wins over one without; https://go.dev/ref/mod#go-mod-file-replace. */
  function replacementOf(path: string, version: string): Replace | undefined {
    return firstReplace.get(replaceKey(path, version)) ?? firstReplace.get(replaceKey(path))
  }
}

function replaceKey(path: string, version?: string): string {
  return JSON.stringify([path, version])
}
