/**
 * `*.py.lock`: the packages that uv resolved for the script of that name. The form is that of `uv.lock`.
 * Specification: https://docs.astral.sh/uv/guides/scripts/#locking-dependencies.
 */

import type { FileFormat } from '../file-format.ts'
import { script } from './inline-script.ts'
import { uvGraph, uvPackages } from './uv-lock.ts'

const SCRIPT = 'SCRIPT is this file without .lock'

export const scriptLock: FileFormat = {
  name: '*.py.lock',
  role: { kind: 'lockfile', locks: [script], chain: { graph: uvGraph } },
  specification: 'https://docs.astral.sh/uv/guides/scripts/#locking-dependencies',
  versions: '1',
  names: { endings: ['.py.lock'] },
  read: uvPackages,
  folder: path => path.slice(0, -'.lock'.length),
  // A placeholder, because the path is a text of the repository.
  upgrade: (name, version, { direct }) => [
    direct === false
      ? { run: `uv lock --script SCRIPT --upgrade-package '${name}>=${version}'`, note: SCRIPT }
      : { run: `uv add --script SCRIPT '${name}>=${version}'`, note: SCRIPT }
  ]
}
