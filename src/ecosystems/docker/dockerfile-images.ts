/**
 * `Dockerfile`, `Containerfile`: the images that `FROM` and `COPY --from` use.
 * Specification: https://docs.docker.com/reference/dockerfile/. Deliberately ignored: every other instruction, and
 * variables without a default, which are placeholders.
 */

import { type Assembled, offsetIn } from '../../syntax/assembled.ts'
import { instructions } from '../../syntax/dockerfile.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { RENAMES_IMAGES } from './images.ts'
import { readReference, requirementOf, tagEdit } from './reference.ts'

const NAME =
  /(?:^|[/.])(?:dockerfile|containerfile)$|(?:^|\/)(?:dockerfile|containerfile)(?:[.-](?!md$|txt$|tmpl$|dockerignore$)[\w.-]*)?$/i
const FROM = /^(?<before>(?:--platform=\S+\s+)?["']?)(?<image>[^\s"']+)["']?(?:\s+as\s+(?<stage>\S+))?\s*$/i
const COPY = /^(?<before>(?:--\S+\s+)*?--from=)(?<image>\S+)\s/
const ARG = /(?<=^|\s)(?<name>\w+)=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[^"'\s]*))(?=\s|$)/g
const VARIABLE = /\$(?:\{(?<braced>\w+)(?::?-(?<fallback>[^}]*))?\}|(?<plain>\w+))/g
const PATTERNS = new Map([
  ['FROM', FROM],
  ['COPY', COPY],
  ['ADD', COPY]
])
const NUMBER = /^\d+$/
/** Of one variable: more are no image. */
const MOST_PARTS = 20
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

/** The values of the variables of a file, in parts. */
type Defaults = Map<string, readonly ReferencePart[]>

export const dockerfileImages: FileFormat = {
  name: 'Dockerfile',
  role: { kind: 'manifest' },
  specification: 'https://docs.docker.com/reference/dockerfile/#from',
  names: { pattern: NAME },
  read,
  prescreen: { always: RENAMES_IMAGES },
  upgrade: tagEdit
}

function* read(text: string): Generator<Entry> {
  const defaults: Defaults = new Map()
  const stages = new Set(['scratch'])
  for (const { name: instruction, body } of instructions(text.slice(0, LONGEST))) {
    if (instruction === 'ARG') setDefaults(defaults, body)
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

/** Notes the values of an `ARG`. One may name others, and itself: what is given to the build then wins over a default. */
function setDefaults(defaults: Defaults, body: Assembled): void {
  for (const { index, 0: written, groups } of body.text.matchAll(ARG)) {
    const { name = '', double, single, plain = '' } = groups ?? {}
    const value = double ?? single ?? plain
    const at = offsetIn(
      body,
      index + written.length - value.length - (double === undefined && single === undefined ? 0 : 1)
    )
    const parts = value.length > LONGEST_REFERENCE ? [] : expand(value, at, defaults)
    const isShort = parts.length > 0 && parts.length <= MOST_PARTS
    const known = isShort ? parts : [{ text: value, at }]
    defaults.set(
      name,
      known.map(part => ({ ...part, isDefault: true }))
    )
  }
}

/** The parts of a reference. A variable without a default is kept as written, in one part with the text around it. */
function expand(image: string, at: number, defaults: Defaults): ReferencePart[] {
  const parts: ReferencePart[] = []
  const add = (start: number, end: number, isDefault: boolean) =>
    parts.push({ text: image.slice(start, end), at: at + start, isDefault })
  let last = 0
  for (const { index, 0: written, groups } of image.matchAll(VARIABLE)) {
    const { braced, plain = '', fallback } = groups ?? {}
    const end = index + written.length
    add(last, index, false)
    const given = defaults.get(braced ?? plain)
    if (given) parts.push(...given)
    else if (fallback === undefined) add(index, end, false)
    else add(end - 1 - fallback.length, end - 1, true)
    last = end
  }
  add(last, image.length, false)
  const joined: ReferencePart[] = []
  for (const part of parts.filter(({ text }) => text !== '')) {
    const before = joined.at(-1)
    const isNext = before?.isDefault === part.isDefault && before.at + before.text.length === part.at
    if (before && isNext) joined[joined.length - 1] = { ...before, text: before.text + part.text }
    else joined.push(part)
  }
  return joined
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
