/**
 * `MODULE.bazel`, `WORKSPACE` and `*.bzl`: the artifacts that a project requires of rules_jvm_external.
 * Specification: https://github.com/bazel-contrib/rules_jvm_external/blob/master/docs/bzlmod-api.md. Deliberately
 * ignored: variables of other files, and names of artifacts put together from several texts.
 */

import { defined } from '../../collections.ts'

import { starlarkVariables, type Token, tokens } from '../../syntax/starlark.ts'
import { BAZEL_FILES } from '../bazel.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { bazelUpgrade } from './bazel-upgrade.ts'
import { coordinatesIn } from './coordinates.ts'

/** A pair of brackets that has not closed yet. */
interface Frame {
  /** The word before a round bracket, such as `maven.install`. */
  readonly call: string
  /** The key whose value this is, such as `artifacts`. */
  readonly key: string
  /** Inside something that names artifacts without requiring them. */
  readonly silent: boolean
  /** The items without a key, and those with one by their keys. */
  readonly texts: Token[]
  readonly named: Map<string, Token>
}

const ARTIFACT_CALL = /(?:^|\.)artifact$/
const SILENT = new Set(['exclusions', 'excluded_artifacts', 'override_targets', 'exclude'])
/** `%s` and `{}`, which a variable fills. */
const PLACEHOLDER = /^(?:%s|\{\w*\})$/
const VERSION_LIKE = /\d/
const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])

export const moduleBazel: FileFormat = {
  name: 'MODULE.bazel',
  role: { kind: 'manifest' },
  specification: 'https://github.com/bazel-contrib/rules_jvm_external/blob/master/docs/bzlmod-api.md',
  names: BAZEL_FILES,
  read,
  sealed: true,
  upgrade: bazelUpgrade
}

function* read(text: string): Generator<Entry> {
  const all = [...tokens(text)]
  const values = starlarkVariables(all)
  const open: Frame[] = []
  let frame: Frame = { call: '', key: '', silent: false, texts: [], named: new Map() }
  for (const [index, token] of all.entries()) {
    if (isOneOf(token, OPENING)) {
      open.push(frame)
      frame = frameAt(all, index, frame.silent)
    } else if (isOneOf(token, CLOSING)) {
      if (isArtifact(frame)) yield* artifactCall(frame, values)
      frame = open.pop() ?? frame
    } else if (isValue(token, all[index + 1])) {
      const key = keyOf(all, index)
      if (key === '') frame.texts.push(token)
      else frame.named.set(key, token)
      if (token.kind === 'text') yield* coordinates(token, all.slice(index + 1, index + 4), frame, values)
    }
  }
}

/** The frame of the bracket at an index. */
function frameAt(all: readonly Token[], index: number, silent: boolean): Frame {
  const before = all[index - 1]
  const call = all[index]?.text === '(' && before?.kind === 'word' ? before.text : ''
  const key = keyOf(all, index)
  return { call, key, silent: silent || SILENT.has(key), texts: [], named: new Map() }
}

/** The key in front of the token at an index, `''` without one. */
function keyOf(all: readonly Token[], index: number): string {
  return isSign(all[index - 1], '=') ? (all[index - 2]?.text ?? '') : ''
}

/** Whether a token is a value; a word in front of `=` is a key. */
function isValue({ kind }: Token, next: Token | undefined): boolean {
  return kind === 'text' || (kind === 'word' && !isSign(next, '='))
}

/** Whether the brackets are those of a call that names one artifact. */
function isArtifact({ call, silent }: Frame): boolean {
  return ARTIFACT_CALL.test(call) && !silent
}

/** `maven.artifact(group = "g", artifact = "a", version = "v")`, or the three in this order. */
function* artifactCall({ texts, named }: Frame, values: ReadonlyMap<string, Token>): Generator<Entry> {
  const group = named.get('group') ?? texts[0]
  const artifact = named.get('artifact') ?? texts[1]
  const version = named.get('version') ?? texts[2]
  if (group?.kind !== 'text' || artifact?.kind !== 'text') return
  const name = `${group.text}:${artifact.text}`
  if (!version) yield { name, requirement: { kind: 'none' }, at: artifact.at, direct: true }
  else yield versionEntry(name, version, values)
}

/** A text such as `group:artifact:version`; the tokens after it may fill a placeholder in it. */
function* coordinates(
  { text, at }: Token,
  behind: readonly Token[],
  { call, key, silent }: Frame,
  values: ReadonlyMap<string, Token>
): Generator<Entry> {
  if (silent || ARTIFACT_CALL.test(call)) return
  const [operator, second] = behind
  const isAdded = text.endsWith(':') && isSign(operator, '+') && second?.kind === 'word'
  const found = coordinatesIn(isAdded ? text.slice(0, -1) : text)
  if (!found) return
  const { name, version, artifact } = found
  if (isAdded) yield versionEntry(name, second, values)
  else if (version) {
    const written = { kind: 'text', text: version.text, at: at + version.offset } as const
    const isPlaceholder = PLACEHOLDER.test(version.text)
    const carrier = (isPlaceholder ? formatArgument(behind) : undefined) ?? written
    if (isPlaceholder || VERSION_LIKE.test(version.text)) yield versionEntry(name, carrier, values)
  } else if (key === 'artifacts') {
    yield { name, requirement: { kind: 'none' }, at: at + artifact, direct: true }
  }
}

/** The variable in `% variable` and `.format(variable)`. */
function formatArgument([operator, second, third]: readonly Token[]): Token | undefined {
  const inBrackets = isSign(second, '(') ? third : undefined
  const variable = operator?.text === '%' ? second : inBrackets
  return variable?.kind === 'word' ? variable : undefined
}

/** The entry of a version in quotes, or of the variable that carries it. */
function versionEntry(name: string, written: Token, values: ReadonlyMap<string, Token>): Entry {
  const carrier = written.kind === 'word' ? values.get(written.text) : undefined
  const { text, at } = carrier ?? written
  const usedAt = carrier && written.at
  return { name, requirement: { kind: 'version', text }, at, direct: true, ...defined({ usedAt }) }
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text
}

function isOneOf({ kind, text }: Token, signs: ReadonlySet<string>): boolean {
  return kind === 'sign' && signs.has(text)
}
