/**
 * `yarn.lock` of Yarn 6: JSON. An entry is a package under its descriptors, with the locator and version that yarn chose.
 * Specification: none is published; the code that writes it is
 * https://github.com/yarnpkg/zpm/blob/main/packages/zpm/src/lockfile.rs. Deliberately ignored: `project`, which repeats settings of
 * the project (catalogs, overrides, extensions), checksums, and the project's own packages. The file does not contain what those
 * require.
 */

import type { SyntaxFault } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import type { Placed } from '../../syntax/lines.ts'
import { child, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, GapEntry, Graph } from '../file-format.ts'
import { entryAt, gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { effectiveMembers } from './json-members.ts'
import { optionalNames } from './optional-names.ts'
import { entriesOf, graphOfBlocks, isWorkspace } from './yarn-berry.ts'
import type { Block } from './yarn-blocks.ts'

const VERSIONS: KnownVersions = { name: '__metadata version', kind: 'scalar', pattern: /^9$/, known: '9' }
const FIELDS = ['resolution', 'version'] as const

/** Reads the packages of all entries, those of islands included. */
export function* readJsonLock(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const metadata = child(root, '__metadata')
  if (metadata || !fault) requireKnownVersion(child(metadata, 'version'), VERSIONS, metadata?.at ?? root.at)
  const found = blocksIn(root, fault)
  for (const gap of found.gaps) yield gap
  const project = members(root).find(({ key }) => key === 'project')
  if (project) yield { ignored: 'settings of the project', at: project.keyAt, end: endOf(project, root, text) }
  for (const entry of entriesOf(found.blocks)) yield 'name' in entry ? entryAt(text, entry) : entry
  if (fault) throw fault
}

/** Which package requires which. The file does not contain the project's own requirements. */
export function graphOfJsonLock(text: string): Graph {
  return graphOfBlocks(blocksIn(parseJson(text).root, undefined).blocks)
}

/** The offset of the next member, or the end of the text. */
function endOf({ keyAt }: Member, root: TreeNode, text: string): number {
  return members(root).find(member => member.keyAt > keyAt)?.keyAt ?? text.length
}

function blocksIn(
  root: TreeNode,
  fault: SyntaxFault | undefined
): { blocks: readonly Block[]; gaps: readonly GapEntry[] } {
  const gaps: GapEntry[] = []
  const blocks: Block[] = []
  const tables = [child(root, 'entries'), ...members(child(root, 'islands')).map(({ value }) => value)]
  for (const table of tables) {
    for (const member of effectiveMembers(table)) {
      const block = blockOf(member)
      if (block && !isWorkspace(block)) blocks.push(block)
      // The last entry of a file that is cut off is incomplete: the fault covers it.
      else if (!block && !fault) gaps.push(gapFor(member, 'expected an entry with a resolution'))
    }
  }
  return { blocks, gaps }
}

/** An entry in the form of the blocks of earlier versions. */
function blockOf({ key, keyAt, value }: Member): Block | undefined {
  const resolution = child(value, 'resolution')
  const fields = new Map<string, Placed>()
  for (const name of FIELDS) {
    const field = textOf(resolution, name)
    if (!field) return undefined
    fields.set(name, { text: field.value, at: field.at })
  }
  const dependencies = Array.from(effectiveMembers(child(resolution, 'dependencies'))).flatMap(
    (need): (readonly [string, string])[] => (need.value.kind === 'text' ? [[need.key, need.value.value]] : [])
  )
  return { key: { text: key, at: keyAt }, fields, dependencies, optional: [...optionalNames(resolution)] }
}
