/**
 * `yarn.lock` of yarn 2 and later: YAML with a very regular layout, read line by line.
 * Specification: https://yarnpkg.com/advanced/lexicon (descriptor, locator), and in code
 * https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/Project.ts. Deliberately ignored: the
 * project's own packages (workspaces), which are members, except for the packages that they require, and a package that is
 * there only to be patched.
 */

import { defined } from '../../collections.ts'
import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import type { Entry, Graph } from '../file-format.ts'
import { folderIn, meantIn, patchedPackage, readSource, readSpecifier, splitPackage } from './specifier.ts'
import { type Block, blocks, strayGap, unquote } from './yarn-blocks.ts'
import { type DescribedPackage, yarnGraph } from './yarn-graph.ts'

const FIRST_VERSION = 4
const LAST_VERSION = 10
const DIGITS = /^\d{1,9}$/
const BINDING = /::.*$/
const WORKSPACE = 'workspace:'
const REGISTRY = 'npm:'
/** What Yarn 6 writes before the address of a repository. */
const GIT = /^git:(?!\/\/)/
/** The workspace that requires a package from a folder. */
const LOCATOR = /(?:^|&)locator=[^&]*%40workspace%3A(?<folder>[^&]*)/

interface Resolved {
  readonly block: Block
  /** The descriptors that lead here, each without the binding (`::locator=…`) that yarn appends. */
  readonly descriptors: readonly string[]
}

/** Reads the packages. One that a workspace requires is direct. */
export function* readBerry(text: string): Generator<Entry> {
  const found: Block[] = []
  let fault: SyntaxFault | undefined

  try {
    for (const block of blocks(text)) {
      if ('stray' in block) yield strayGap(block)
      else if (block.key.text === '__metadata') refuseUnknown(block)
      else {
        found.push(block)
        yield* memberOf(block)
      }
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    fault = error
  }
  yield* entriesOf(found)
  if (fault) throw fault
}

/** The entries of the blocks of a file: its packages and its workspaces. */
export function* entriesOf(all: readonly Block[]): Generator<Entry> {
  const workspaces = all.filter(isWorkspace)
  const packages = packagesIn(all)
  const isDirect = requiredBy(workspaces, packages)
  const isPatched = patchedOnly(all, packages)
  for (const resolved of packages) {
    const entry = entryOf(resolved, isDirect(resolved))
    yield isPatched(resolved) ? ignoredAs(entry, resolved) : entry
  }
  for (const { optional } of all) yield* optional
}

/** Returns whether nothing but a patch requires a package: then the project has the package as the patch makes it. */
function patchedOnly(all: readonly Block[], packages: readonly Resolved[]): (resolved: Resolved) => boolean {
  const written = packages.flatMap(({ descriptors }) => descriptors)
  const patched = new Set(written.filter(isPatch).map(patchedPackage))
  if (patched.size === 0) return () => false
  const required = new Set(
    all.flatMap(({ dependencies }) => dependencies.map(([name, value]) => descriptorOf(name, value)))
  )
  return ({ descriptors }) =>
    descriptors.length > 0 && descriptors.every(descriptor => patched.has(descriptor) && !required.has(descriptor))
}

function isPatch(descriptor: string): boolean {
  return patchedPackage(descriptor) !== descriptor
}

function packagesIn(all: readonly Block[]): readonly Resolved[] {
  return all.filter(block => !isWorkspace(block)).map(block => ({ block, descriptors: descriptorsOf(block) }))
}

function ignoredAs(entry: Entry, { block: { key, fields } }: Resolved): Entry {
  if (!('name' in entry)) return entry
  const ends = Array.from(fields.values(), ({ text, at }) => at + text.length)
  return { ignored: 'the package that a patch changes', at: key.at, end: Math.max(key.at + key.text.length, ...ends) }
}

/** Whether a block is one of the project's own packages. */
export function isWorkspace({ fields }: Block): boolean {
  return splitPackage(fields.get('resolution')?.text ?? '')?.rest?.startsWith(WORKSPACE) ?? false
}

/** The folder of a workspace, or of a package that comes from one: then its path begins at the workspace that requires it. */
function* memberOf(block: Block): Generator<Entry> {
  const reference = splitPackage(block.fields.get('resolution')?.text ?? '')?.rest ?? ''
  const at = block.key.at
  if (reference.startsWith(WORKSPACE)) {
    const folder = reference.slice(WORKSPACE.length)
    if (folder !== '.') yield { member: folder, at }
    return
  }
  const [written = '', binding = ''] = reference.split('::')
  const folder = folderIn(written.split('#')[0] ?? '')
  const from = LOCATOR.exec(binding)?.groups?.['folder']
  if (folder !== undefined) yield { member: `${from === undefined ? '.' : decoded(from)}/${folder}`, apart: true, at }
}

function decoded(text: string): string {
  return text.replaceAll(/%(?:2F|2f)/g, '/').replaceAll('%40', '@')
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
  const settlesFor = descriptors.map(descriptor => ({ asked: askedIn(descriptor), overridden: true as const }))
  const known = { ...defined({ alias, direct }), settlesFor }
  const version = fields.get('version')
  // A patch, and an alias of Yarn 6, contain another name; any other package has the name of its resolution.
  const reference = rest.replace(GIT, '')
  const { offset = 0, ...specifier } = readSpecifier(name, reference)
  if (version && (rest.startsWith(REGISTRY) || (specifier.patched && specifier.requirement.kind !== 'source'))) {
    const { means: _, ...registered } = specifier
    return { ...known, ...registered, requirement: { kind: 'version', text: version.text }, at: version.at }
  }
  return { ...known, ...specifier, at: resolution.at + resolution.text.length - reference.length + offset }
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
  return graphOfBlocks(Array.from(blocks(text)).flatMap(block => ('stray' in block ? [] : [block])))
}

/** The graph of the blocks of a file, which may have no workspaces. */
export function graphOfBlocks(all: readonly Block[]): Graph {
  const workspaces = all.filter(isWorkspace)
  const packages = packagesIn(all)
  const isPatched = patchedOnly(all, packages)
  const described = packages.flatMap((resolved): DescribedPackage[] => {
    const { block, descriptors } = resolved
    const entry = entryOf(resolved, undefined)
    if (!('name' in entry) || isPatched(resolved)) return []
    const version = block.fields.get('version')?.text ?? ''
    return [{ name: entry.name, version, descriptors, dependencies: block.dependencies }]
  })
  const roots = workspaces.length === 0 ? undefined : workspaces.flatMap(({ dependencies }) => dependencies)
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

/** The requirement in a descriptor, as a manifest is read. */
function askedIn(descriptor: string): string {
  const { name = descriptor, rest = '' } = splitPackage(descriptor) ?? {}
  return meantIn(readSpecifier(name, rest))
}
