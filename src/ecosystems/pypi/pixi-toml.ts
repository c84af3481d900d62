/**
 * `pixi.toml`: the packages of conda and PyPI that a workspace of pixi requires.
 * Specification: https://pixi.sh/latest/reference/pixi_manifest/. Deliberately ignored: tasks, activation, and what
 * `pixi-tables.ts` ignores.
 */

import type { FixStep } from '../../model/verdict.ts'
import { parseToml } from '../../syntax/toml.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { RENAMED } from './conda-package.ts'
import { pixiEntries } from './pixi-tables.ts'

export const pixiToml: FileFormat = {
  name: 'pixi.toml',
  role: { kind: 'manifest' },
  specification: 'https://pixi.sh/latest/reference/pixi_manifest/',
  names: { exact: ['pixi.toml'] },
  read,
  prescreen: { always: /\\[xu]/i },
  upgrade: pixiUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  yield* pixiEntries(text, root)
  if (fault) throw fault
}

const FEATURE = 'for a feature, add --feature NAME'

/** `pixi add` replaces a requirement, and locks again. */
export function pixiUpgrade(name: string, version: string): readonly FixStep[] {
  const inConda = name === 'kubernetes' ? RENAMED : name
  return [
    { run: `pixi add --pypi '${name}>=${version}'`, when: 'if it stands below pypi-dependencies', note: FEATURE },
    { run: `pixi add '${inConda}>=${version}'`, when: 'if it stands below dependencies', note: FEATURE }
  ]
}
