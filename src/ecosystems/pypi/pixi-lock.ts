/**
 * `pixi.lock`: the packages of conda and PyPI that pixi resolved for all environments and platforms.
 * Specification: none is published; https://pixi.sh/latest/workspace/lockfile/, and the code that writes it,
 * https://github.com/conda/rattler/tree/main/crates/rattler_lock/src/parse. Deliberately ignored: `environments`, which repeats the
 * addresses of the packages; the workspace itself; packages of conda that are other packages than those of PyPI with the same name.
 * The file does not contain what the workspace requires.
 */

import { unknownVersion } from '../../syntax/fault.ts'
import type { Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import {
  graphOfItems,
  type Identified,
  ignoredIn,
  itemGap,
  itemsIn,
  type LockItem,
  sourceAtLocation
} from './conda-lock-items.ts'
import { nameInPypi } from './conda-package.ts'
import { pixiToml, pixiUpgrade } from './pixi-toml.ts'
import { pyproject } from './pyproject.ts'
import { isProjectItself } from './requirement.ts'

const VERSION = /^version:[ ]*(?<version>\S*)/m
const KNOWN = /^[1-7]$/
/** The file of a package of conda: its name, version and build. */
const CONDA_FILE = /(?<name>[^/]+)-(?<version>[^/-]+)-[^/-]+\.(?:conda|tar\.bz2)$/

export const pixiLock: FileFormat = {
  name: 'pixi.lock',
  role: { kind: 'lockfile', locks: [pixiToml, pyproject], chain: { graph } },
  specification: 'https://pixi.sh/latest/workspace/lockfile/',
  versions: '1 to 7',
  names: { exact: ['pixi.lock'] },
  read,
  upgrade: pixiUpgrade
}

function* read(text: string): Generator<Entry> {
  const version = VERSION.exec(text)
  const written = version?.groups?.['version'] ?? ''
  if (version && !KNOWN.test(written)) {
    throw unknownVersion('version', written, '1 to 7', version.index + version[0].length - written.length)
  }
  for (const item of itemsIn(text)) {
    const entry = entryOf(item)
    if (entry) yield entry
    yield* ignoredIn(item)
  }
}

function graph(text: string): Graph {
  return graphOfItems(text, identify)
}

/** The package of an item; undefined for one that is a source and has no version, and for another package of conda. */
function identify(item: LockItem): Identified | undefined {
  const { isConda, name, version } = partsOf(item)
  return name && { isConda, name: name.text, version: version?.text ?? '' }
}

interface Parts {
  readonly isConda: boolean
  readonly location?: Placed | undefined
  readonly name?: Placed | undefined
  readonly version?: Placed | undefined
}

/** From version 6 on the kind is the key of the address, and the name of a package of conda is only in the name of its file. */
function partsOf({ fields }: LockItem): Parts {
  const conda = fields.get('conda')
  const kind = (fields.get('kind') ?? fields.get('manager'))?.text
  const isConda = conda !== undefined || kind === 'conda'
  const location = conda ?? fields.get('pypi') ?? fields.get('url') ?? fields.get('path')
  const [name, version] = [fields.get('name'), fields.get('version')]
  if (!isConda || !location || (name && version)) return { isConda, location, name, version }
  const file = CONDA_FILE.exec(location.text)
  const [ownName, ownVersion] = [file?.groups?.['name'], file?.groups?.['version']]
  if (!file || ownName === undefined || ownVersion === undefined) return { isConda, location, name, version }
  const at = location.at + file.index
  return {
    isConda,
    location,
    name: name ?? { text: ownName, at },
    version: version ?? { text: ownVersion, at: at + ownName.length + 1 }
  }
}

/** Undefined for the workspace itself, for a package that it builds for conda, and for another package of conda. */
function entryOf(item: LockItem): Entry | undefined {
  if (item.fields.has('conda_source')) return undefined
  const { isConda, location, name, version } = partsOf(item)
  if (location && isProjectItself(location.text)) return undefined
  if (!name) return itemGap(item, 'expected a package with a name')
  const own = isConda ? nameInPypi(name.text) : { text: name.text, at: 0 }
  if (!own) return undefined
  const source = location && sourceAtLocation(location)
  if (source) return { name: own.text, ...source }
  if (!version) return itemGap(item, 'expected a package with a version')
  return { name: own.text, requirement: { kind: 'version', text: version.text }, at: version.at }
}
