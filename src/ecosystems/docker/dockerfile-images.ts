/**
 * `Dockerfile`, `Containerfile`: the images that `FROM` and `COPY --from` use.
 * Specification: https://docs.docker.com/reference/dockerfile/. Deliberately ignored: every other instruction, and
 * variables without a default, which are placeholders.
 */

import { type Assembled, offsetIn } from '../../syntax/assembled.ts'
import { instructions } from '../../syntax/dockerfile.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { readReference, requirementOf, tagEdit } from './reference.ts'

const NAME =
  /(?:^|[/.])(?:dockerfile|containerfile)$|(?:^|\/)(?:dockerfile|containerfile)(?:[.-](?!md$|txt$|tmpl$|dockerignore$)[\w.-]*)?$/i
const FROM = /^(?<before>(?:--platform=\S+\s+)?["']?)(?<image>[^\s"']+)["']?(?:\s+as\s+(?<stage>\S+))?\s*$/i
const COPY = /^(?<before>(?:--\S+\s+)*?--from=)(?<image>\S+)\s/
const ARG = /^(?<name>\w+)=(?<quote>["']?)(?<value>[^"'\s]*)["']?\s*$/
const VARIABLE = /\$(?:\{(?<braced>\w+)(?::?-(?<fallback>[^}]*))?\}|(?<plain>\w+))/g
const PATTERNS = new Map([
  ['FROM', FROM],
  ['COPY', COPY],
  ['ADD', COPY]
])
const NUMBER = /^\d+$/
/** In characters. People write no longer file. */
const LONGEST = 1_000_000
/** In characters; registries accept a quarter of it. */
const LONGEST_REFERENCE = 2_000
const TOO_LONG = `image reference longer than ${LONGEST_REFERENCE} characters`

/** A part of a reference: as the instruction writes it, or the default of a variable in its place. */
interface ReferencePart {
  readonly text: string
  readonly at: number
  readonly isDefault: boolean
}

export const dockerfileImages: FileFormat = {
  name: 'Dockerfile',
  role: { kind: 'manifest' },
  specification: 'https://docs.docker.com/reference/dockerfile/#from',
  names: { pattern: NAME },
  read,
  upgrade: tagEdit
}

function* read(text: string): Generator<Entry> {
  const defaults = new Map<string, ReferencePart>()
  const stages = new Set(['scratch'])
  for (const { name: instruction, body } of instructions(text.slice(0, LONGEST))) {
    if (instruction === 'ARG') setDefault(defaults, body)
    const { before = '', image, stage } = PATTERNS.get(instruction)?.exec(body.text)?.groups ?? {}
    if (image === undefined) continue
    const isStage = stages.has(image.toLowerCase()) || NUMBER.test(image)
    if (stage !== undefined) stages.add(stage.toLowerCase())
    if (isStage) continue
    const at = offsetIn(body, before.length)
    if (!text.startsWith(image, at)) yield { gap: 'image reference across several lines', text: image, at }
    else if (image.length > LONGEST_REFERENCE) yield { gap: TOO_LONG, text: image, at }
    else yield* imageOf(expand(image, at, defaults), at)
  }
  if (text.length > LONGEST) throw new SyntaxFault(`longer than ${LONGEST} characters: not read further`, LONGEST)
}

function setDefault(defaults: Map<string, ReferencePart>, body: Assembled): void {
  const { name, value = '', quote = '' } = ARG.exec(body.text)?.groups ?? {}
  if (name === undefined) return
  const index = body.text.trimEnd().length - quote.length - value.length
  defaults.set(name, { text: value, at: offsetIn(body, index), isDefault: true })
}

/** The parts of a reference. A variable without a default is kept as written. */
function expand(image: string, at: number, defaults: ReadonlyMap<string, ReferencePart>): ReferencePart[] {
  const parts: ReferencePart[] = []
  const add = (start: number, end: number, isDefault: boolean) =>
    parts.push({ text: image.slice(start, end), at: at + start, isDefault })
  let last = 0
  for (const { index, 0: written, groups } of image.matchAll(VARIABLE)) {
    const { braced, plain = '', fallback } = groups ?? {}
    const end = index + written.length
    add(last, index, false)
    const given = defaults.get(braced ?? plain)
    if (given) parts.push(given)
    else if (fallback === undefined) add(index, end, false)
    else add(end - 1 - fallback.length, end - 1, true)
    last = end
  }
  add(last, image.length, false)
  return parts.filter(({ text }) => text !== '')
}

/** The entry of a reference if a person can change its tag in one part, such as the default of a variable. */
function* imageOf(parts: readonly ReferencePart[], usedAt: number): Generator<Entry> {
  const length = parts.reduce((sum, { text }) => sum + text.length, 0)
  const whole = parts.map(({ text }) => text.slice(0, LONGEST_REFERENCE)).join('')
  if (length > LONGEST_REFERENCE) {
    yield { gap: TOO_LONG, text: whole, at: usedAt }
    return
  }
  const entry = readReference(whole, 0)
  if (!entry) return
  const end = entry.at + (entry.requirement.kind === 'none' ? entry.name : entry.requirement.text).length
  const concerned = partsBetween(parts, entry.at, end)
  const [first] = concerned
  const [variable, ...otherVariables] = concerned.filter(({ part }) => part.isDefault)
  if (first && concerned.length === 1) {
    const at = first.part.at + entry.at - first.begin
    yield first.part.isDefault ? { ...entry, at, usedAt } : { ...entry, at }
  } else if (variable && otherVariables.length === 0 && entry.requirement.kind !== 'none') {
    // The instruction may add to the tag: the default is what a person changes.
    const { text, at } = variable.part
    yield { name: entry.name, requirement: requirementOf(text), at, usedAt }
  } else {
    yield { gap: 'image reference made of several variables', text: whole, at: usedAt }
  }
}

/** The parts that overlap a range of the joined text, and where each begins in it. */
function partsBetween(
  parts: readonly ReferencePart[],
  from: number,
  to: number
): { readonly part: ReferencePart; readonly begin: number }[] {
  const found: { readonly part: ReferencePart; readonly begin: number }[] = []
  let begin = 0
  for (const part of parts) {
    if (begin < to && begin + part.text.length > from) found.push({ part, begin })
    begin += part.text.length
  }
  return found
}
