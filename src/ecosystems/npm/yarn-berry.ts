/**
 * `yarn.lock` of yarn 2 and later: YAML with a very regular layout, read line by line.
 * Specification: https://yarnpkg.com/advanced/lexicon (descriptor, locator), and in code
 * https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/Project.ts. Deliberately ignored: the
 * project's own packages (workspaces), except for the packages that they require.
 */

import { defined } from '../../collections.ts'
import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import type { Entry, Graph } from '../file-format.ts'
import { readSource, readSpecifier, splitPackage } from './specifier.ts'
import { type Block, blocks, strayGap, unquote } from './yarn-blocks.ts'
import { type DescribedPackage, yarnGraph } from './yarn-graph.ts'

const FIRST_VERSION = 4
const LAST_VERSION = 10
const DIGITS = /^\d{1,9}$/
const BINDING = /::.*$/
const WORKSPACE = 'workspace:'
const REGISTRY = 'npm:'

interface Resolved {
  readonly block: Block
  /** The descriptors that lead here, each without the binding (`::locator=…`) that yarn appends. */
  readonly descriptors: readonly string[]
}

/** Reads the packages. One that a workspace requires is direct. */
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
  const isDirect = requiredBy(workspaces, packages)
  for (const resolved of packages) yield entryOf(resolved, isDirect(resolved))
  if (fault) throw fault
}

function refuseUnknown({ key, fields }: Block): void {
  const version = fields.get('version')
  const number = version && DIGITS.test(version.text) ? Number(version.text) : 0
  if (number >= FIRST_VERSION && number <= LAST_VERSION) return
  const known = `${FIRST_VERSION} to ${LAST_VERSION}`
  throw unknownVersion('__metadata version', version?.text, known, version?.at ?? key.at)
}

function entryOf({ block, descriptors }: Resolved, direct: boolean | undefined): Entry {
  const { key, fields } = block
  const resolution = fields.get('resolution')
  const { name, rest } = splitPackage(resolution?.text ?? '') ?? {}
  if (!resolution || name === undefined || rest === undefined || resolution.text.includes('\\')) {
    return { gap: 'expected a package with a resolution', text: `${key.text} ${resolution?.text}`, at: key.at }
  }
  const isAlias = descriptors.every(descriptor => splitPackage(descriptor)?.name !== name)
  const alias = isAlias ? splitPackage(descriptors[0] ?? '')?.name : undefined
  const known = defined({ alias, direct })
  const version = fields.get('version')
  if (rest.startsWith(REGISTRY) && version) {
    return { name, requirement: { kind: 'version', text: version.text }, at: version.at, ...known }
  }
  // A patch contains the name of the package that it changes; any other package has the name of its resolution.
  const { offset = 0, ...specifier } = readSpecifier(name, rest)
  return { ...known, ...specifier, at: resolution.at + resolution.text.length - rest.length + offset }
}

/** Returns whether a workspace requires a package; undefined if the file does not show it. */
function requiredBy(
  workspaces: readonly Block[],
  packages: readonly Resolved[]
): (resolved: Resolved) => boolean | undefined {
  const locked = new Set(packages.flatMap(({ descriptors }) => descriptors))
  const required = new Set<string>()
  // `resolutions` in package.json lock another descriptor than the one in the workspace.
  const redirected = new Set<string>()
  for (const [name, value] of workspaces.flatMap(({ dependencies }) => dependencies)) {
    const descriptor = descriptorOf(name, value)
    if (locked.has(descriptor)) required.add(descriptor)
    else redirected.add(name)
  }
  return ({ descriptors }) => {
    if (workspaces.length === 0) return undefined
    if (descriptors.some(descriptor => required.has(descriptor))) return true
    return descriptors.some(descriptor => redirected.has(splitPackage(descriptor)?.name ?? '')) ? undefined : false
  }
}

/** Which package requires which. The roots are the requirements of the workspaces. */
export function graphOfBerry(text: string): Graph {
  const described: DescribedPackage[] = []
  const roots: (readonly [string, string])[] = []
  for (const block of blocks(text)) {
    if ('stray' in block) continue
    const { fields, dependencies } = block
    if (referenceOf(block)?.startsWith(WORKSPACE)) {
      for (const dependency of dependencies) roots.push(dependency)
      continue
    }
    const name = splitPackage(fields.get('resolution')?.text ?? '')?.name
    if (name === undefined) continue
    const version = fields.get('version')?.text ?? ''
    described.push({ name, version, descriptors: descriptorsOf(block), dependencies })
  }
  return yarnGraph(described, roots, descriptorOf)
}

/** Files up to version 6 omit the protocol of the registry. */
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
