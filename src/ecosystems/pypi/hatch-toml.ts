/**
 * `hatch.toml`: the packages that the environments and builds of Hatch require, outside of `pyproject.toml`.
 * Specification: https://hatch.pypa.io/latest/intro/#configuration. Deliberately ignored: everything but requirements.
 */

import type { FileFormat } from '../file-format.ts'
import { HATCH, readRequirements } from './pyproject.ts'
import { lineEdit } from './upgrade.ts'

export const hatchToml: FileFormat = {
  name: 'hatch.toml',
  role: { kind: 'manifest' },
  specification: 'https://hatch.pypa.io/latest/intro/#configuration',
  names: { exact: ['hatch.toml'] },
  read: text => readRequirements(text, HATCH),
  // Such a file includes others.
  prescreen: { always: /\brequirements_txt\b|\\[xu]/i },
  upgrade: (name, version, { requirement }) => [
    lineEdit(name, version, requirement),
    { run: 'hatch env prune', note: 'Hatch makes the environments again when they are used' }
  ]
}
