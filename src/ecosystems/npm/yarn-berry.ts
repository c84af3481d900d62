/**
 * `yarn.lock` of yarn 2 and later: YAML of a very regular build, read line by line.
 * Specification: https://yarnpkg.com/advanced/lexicon (descriptor, locator), and in code
 * https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/Project.ts. Leaves out on purpose: workspaces,
 * the project's own packages, which only tell what is asked for.
 */

import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import type { Entry, Graph } from '../file-format.ts'
import { type Block, blocks, type Described, graphOf, strayGap, unquote } from './block.ts'
import { readSource, readSpecifier, splitPackage } from './specifier.ts'

const FIRST_VERSION = 4
const LAST_VERSION = 10
const DIGITS = /^\d{1,9}$/
const BINDING = /::.*$/
const WORKSPACE = 'workspace:'
const REGISTRY = 'npm:'

interface Resolved {
  readonly block: Block
  /** What leads here, each without the binding (`::locator=…`) that yarn appends. */
  readonly descriptors: readonly string[]
}

/** Reads the packages, which are direct where a workspace asks for them. */
export function* readBerry(text: string): Generator<Entry> {
  const packages: Resolved[] = []
  const workspaces: Block[] = []
  let fault: SyntaxFault | undefined

  try {
    for (const block of blocks(text)) {
      if ('stray' in block) yield strayGap(block)
      else if (block.key.text === '__metadata') refuseUnknown(block)
      else if (referenceOf(block)?.startsWith(WORKSPACE)) workspaces.push(block)
      else packages.push({ block, descriptors: descriptorsOf(block) })
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    fault = error
  }
  const isAsked = askedFor(workspaces, packages)
  for (const resolved of packages) yield entryOf(resolved, isAsked(resolved))
  if (fault) throw fault
}

function refuseUnknown({ key, fields }: Block): void {
  const version = fields.get('version')
  const number = version && DIGITS.test(version.text) ? Number(version.text) : 0
  if (number >= FIRST_VERSION && number <= LAST_VERSION) return
  const known = `${FIRST_VERSION} to ${LAST_VERSION} are`
  throw unknownVersion('__metadata version', version?.text, known, version?.at ?? key.at)
}

function entryOf({ block, descriptors }: Resolved, direct: boolean | undefined): Entry {
  const { key, fields } = block
  const resolution = fields.get('resolution')
  const { name, rest } = splitPackage(resolution?.text ?? '') ?? {}
  if (!resolution || name === undefined || rest === undefined || resolution.text.includes('\\')) {
    return { gap: 'expected a package with its resolution', text: `${key.text} ${resolution?.text}`, at: key.at }
  }
  const isAlias = descriptors.every(descriptor => splitPackage(descriptor)?.name !== name)
  const alias = isAlias ? splitPackage(descriptors[0] ?? '')?.name : undefined
  const known = { ...(alias === undefined ? {} : { alias }), ...(direct === undefined ? {} : { direct }) }
  const version = fields.get('version')
  if (rest.startsWith(REGISTRY) && version) {
    return { name, requirement: { kind: 'version', text: version.text }, at: version.at, ...known }
  }
  // A patch names the package that it changes; everything else is named by the resolution.
  const { offset = 0, ...specifier } = readSpecifier(name, rest)
  return { ...known, ...specifier, at: resolution.at + resolution.text.length - rest.length + offset }
}

/** Tells of a package whether a workspace asks for it; undefined where the file does not say. */
function askedFor(
  workspaces: readonly Block[],
  packages: readonly Resolved[]
): (resolved: Resolved) => boolean | undefined {
  const locked = new Set(packages.flatMap(({ descriptors }) => descriptors))
  const asked = new Set<string>()
  // `resolutions` in package.json lock another descriptor than the one that the workspace asks for.
  const redirected = new Set<string>()
  for (const { dependencies } of workspaces) {
    for (const [name, value] of dependencies) {
      const descriptor = descriptorOf(name, value)
      if (locked.has(descriptor)) asked.add(descriptor)
      else redirected.add(name)
    }
  }
  return ({ descriptors }) => {
    if (workspaces.length === 0) return undefined
    if (descriptors.some(descriptor => asked.has(descriptor))) return true
    return descriptors.some(descriptor => redirected.has(splitPackage(descriptor)?.name ?? '')) ? undefined : false
  }
}

/** Which package needs which, from what the workspaces ask for. */
export function graphOfBerry(text: string): Graph {
  const described: Described[] = []
  const asked: (readonly [string, string])[] = []
  for (const block of blocks(text)) {
    if ('stray' in block) continue
    const { fields, dependencies } = block
    if (referenceOf(block)?.startsWith(WORKSPACE)) {
      for (const dependency of dependencies) asked.push(dependency)
      continue
    }
    const name = splitPackage(fields.get('resolution')?.text ?? '')?.name
    if (name === undefined) continue
    const version = fields.get('version')?.text ?? ''
    described.push({ name, version, descriptors: descriptorsOf(block), dependencies })
  }
  return graphOf(described, asked, descriptorOf)
}

/** Up to version 6 the protocol of the registry is left out. */
function descriptorOf(name: string, value: string): string {
  return value.startsWith(REGISTRY) || readSource(value) ? `${name}@${value}` : `${name}@${REGISTRY}${value}`
}

function descriptorsOf({ key }: Block): readonly string[] {
  return unquote(key.text)
    .split(',')
    .map(descriptor => descriptor.replace(BINDING, '').trim())
}

function referenceOf({ fields }: Block): string | undefined {
  return splitPackage(fields.get('resolution')?.text ?? '')?.rest
}
