/**
 * `MODULE.bazel`, `WORKSPACE` and `*.bzl`: the artifacts that rules_jvm_external is asked for.
 * Specification: https://github.com/bazel-contrib/rules_jvm_external/blob/master/docs/bzlmod-api.md. Leaves out on purpose:
 * variables of other files, and names of artifacts that are put together.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { coordinatesIn } from './coordinates.ts'
import { bazelUpgrade, type Token, tokens } from './starlark.ts'

/** A pair of brackets that has not closed yet. */
interface Frame {
  /** The word before a round bracket, such as `maven.install`. */
  readonly call: string
  /** The key whose value this is, such as `artifacts`. */
  readonly key: string
  /** Inside something that names artifacts without asking for them. */
  readonly silent: boolean
  readonly texts: Token[]
  readonly named: Map<string, Token>
}

const ARTIFACT_CALL = /(?:^|\.)artifact$/
const SILENT = new Set(['exclusions', 'excluded_artifacts', 'override_targets', 'exclude'])
/** `%s` and `{}` stand for a variable. */
const HOLE = /^(?:%s|\{\w*\})$/
const VERSION_LIKE = /\d/
const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])

export const moduleBazel: FileFormat = {
  name: 'MODULE.bazel',
  role: { kind: 'manifest' },
  specification: 'https://github.com/bazel-contrib/rules_jvm_external/blob/master/docs/bzlmod-api.md',
  names: {
    exact: ['MODULE.bazel', 'WORKSPACE', 'WORKSPACE.bazel', 'WORKSPACE.bzlmod'],
    pattern: /[^/](?:\.MODULE\.bazel|\.bzl)$/
  },
  read,
  upgrade: bazelUpgrade
}

function* read(text: string): Generator<Entry> {
  const all = [...tokens(text)]
  const values = variablesIn(all)
  let frame: Frame = { call: '', key: '', silent: false, texts: [], named: new Map() }
  const open: Frame[] = []

  for (const [index, token] of all.entries()) {
    const before = all[index - 1]
    const key = isSign(before, '=') ? (all[index - 2]?.text ?? '') : ''
    if (token.kind === 'sign' && OPENING.has(token.text)) {
      open.push(frame)
      const call = token.text === '(' && before?.kind === 'word' ? before.text : ''
      frame = { call, key, silent: frame.silent || SILENT.has(key), texts: [], named: new Map() }
    } else if (token.kind === 'sign' && CLOSING.has(token.text)) {
      if (ARTIFACT_CALL.test(frame.call) && !frame.silent) yield* artifactCall(frame, values)
      frame = open.pop() ?? frame
    } else if (token.kind === 'text' || (token.kind === 'word' && !isSign(all[index + 1], '='))) {
      if (key !== '') frame.named.set(key, token)
      else frame.texts.push(token)
      if (token.kind === 'text' && !frame.silent && !ARTIFACT_CALL.test(frame.call)) {
        yield* coordinates(token, all.slice(index + 1, index + 4), frame, values)
      }
    }
  }
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

/** A text such as `group:artifact:version`; what follows it may fill a hole. */
function* coordinates(
  { text, at }: Token,
  after: readonly Token[],
  { key }: Frame,
  values: ReadonlyMap<string, Token>
): Generator<Entry> {
  const [operator, second, third] = after
  const isAdded = text.endsWith(':') && isSign(operator, '+') && second?.kind === 'word'
  const found = coordinatesIn(isAdded ? text.slice(0, -1) : text)
  if (!found) return
  const { name, version, artifact } = found
  if (isAdded) yield versionEntry(name, second, values)
  else if (version && HOLE.test(version.text)) {
    const variable = operator?.text === '%' ? second : isSign(second, '(') ? third : undefined
    const written = { kind: 'text', text: version.text, at: at + version.offset } as const
    yield versionEntry(name, variable?.kind === 'word' ? variable : written, values)
  } else if (version && VERSION_LIKE.test(version.text)) {
    yield versionEntry(name, { kind: 'text', text: version.text, at: at + version.offset }, values)
  } else if (!version && key === 'artifacts') {
    yield { name, requirement: { kind: 'none' }, at: at + artifact, direct: true }
  }
}

/** The entry of a version in quotes, or of the variable that carries it. */
function versionEntry(name: string, written: Token, values: ReadonlyMap<string, Token>): Entry {
  const carrier = written.kind === 'word' ? values.get(written.text) : undefined
  const { text, at } = carrier ?? written
  const usedAt = carrier ? { usedAt: written.at } : {}
  return { name, requirement: { kind: 'version', text }, at, direct: true, ...usedAt }
}

/** `NAME = "text"`. */
function variablesIn(all: readonly Token[]): ReadonlyMap<string, Token> {
  const values = new Map<string, Token>()
  for (const [index, token] of all.entries()) {
    const [sign, value] = [all[index + 1], all[index + 2]]
    if (token.kind === 'word' && isSign(sign, '=') && value?.kind === 'text') values.set(token.text, value)
  }
  return values
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text
}
