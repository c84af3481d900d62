/**
 * `pylock.toml` and `pylock.NAME.toml`: a lockfile that every installer of Python packages may write and read.
 * Specification: https://packaging.python.org/en/latest/specifications/pylock-toml/ (PEP 751). Leaves out on purpose: the
 * project itself (a directory `.`), and what is direct, which the file need not say.
 */

import { unknownVersion } from '../../syntax/fault.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { sourceAt } from './entry.ts'
import { canonicalName } from './name.ts'
import { askedIn } from './pdm-lock.ts'
import { pipfile } from './pipfile.ts'
import { pyproject } from './pyproject.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'

/** Minor versions only add what older readers may ignore. */
const KNOWN_VERSION = /^1\.\d+$/
const ITSELF = /^\.\/?$/

export const pylock: FileFormat = {
  name: 'pylock*.toml',
  role: {
    kind: 'lockfile',
    locks: [pyproject, pipfile, setupPy, setupCfg],
    chain: { graph, command: name => `uv tree --invert --package ${name}` }
  },
  specification: 'https://packaging.python.org/en/latest/specifications/pylock-toml/',
  versions: '1.x',
  names: { pattern: /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/ },
  read,
  upgrade: (name, version) => [
    `# ask for ${name}>=${version}, then lock again with the tool that wrote this file, such as:`,
    'uv export --format pylock.toml --output-file pylock.toml'
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const version = child(root, 'lock-version')
  const written = version?.kind === 'text' ? version.value : undefined
  if (version && !(written !== undefined && KNOWN_VERSION.test(written))) {
    throw unknownVersion('lock-version', written, '1.x is', version.at)
  }
  for (const member of members(root)) {
    if (member.key !== 'packages') continue
    if (member.value.kind !== 'list') yield gapFor(member, 'expected a list of packages')
    for (const node of items(member.value)) {
      const folder = textOf(node, 'directory', 'path')
      if (folder && ITSELF.test(folder.value)) continue
      const found = entry(node, text)
      // Where the file breaks off, its last package lacks something: the fault says so.
      if (!fault || !('gap' in found || ('name' in found && found.requirement.kind === 'none'))) yield found
    }
  }
  if (fault) throw fault
}

function entry(node: TreeNode, text: string): Entry {
  const name = textOf(node, 'name')
  if (!name) return gapFor(node, 'expected a package with its name')
  const repository = child(node, 'vcs')
  const archive = child(node, 'archive')
  const revision = textOf(repository, 'commit-id') ?? textOf(repository, 'requested-revision')
  const url = textOf(repository, 'url') ?? textOf(archive, 'url')
  const path = textOf(repository, 'path') ?? textOf(node, 'directory', 'path') ?? textOf(archive, 'path')
  const source = sourceAt([revision, url, path], { url: url?.value, revision: revision?.value })
  if (source) return entryAt(text, { name: name.value, ...source })
  const version = textOf(node, 'version')
  // The specification lets the version out where an installer could not know it before it builds the package.
  const found: PlacedRequirement = version
    ? { requirement: { kind: 'version', text: version.value }, at: version.at }
    : { requirement: { kind: 'none' }, at: name.at }
  return entryAt(text, { name: name.value, ...found })
}

/**
 * Which package needs which, where the tool that wrote the file says it: it need not, and uv does not. A need names no more
 * than it takes to tell one package from the others, in the same fields as the package itself. PDM writes requirements into
 * a table of its own.
 */
function graph(text: string): Graph {
  const nodes = items(child(parseToml(text).root, 'packages'))
  return graphOf(
    nodes.map(node => {
      const name = textOf(node, 'name')?.value ?? ''
      const version = textOf(node, 'version')?.value ?? ''
      return {
        name,
        version,
        called: [canonicalName(name), calledAs(name, version)],
        needs: [
          ...items(child(node, 'dependencies')).map(need =>
            calledAs(textOf(need, 'name')?.value ?? '', textOf(need, 'version')?.value)
          ),
          ...items(child(node, 'tool', 'pdm', 'dependencies')).flatMap(need =>
            need.kind === 'text' ? askedIn(need.value) : []
          )
        ]
      }
    })
  )
}

function calledAs(name: string, version: string | undefined): string {
  return version === undefined ? canonicalName(name) : `${canonicalName(name)} ${version}`
}
