/**
 * `requirements*.in`: the packages that a project requires. pip-compile or `uv pip compile` turns it into a
 * `requirements*.txt`.
 * Specification: https://pip-tools.readthedocs.io/en/stable/; the form is pip's own.
 */

import type { FileFormat } from '../file-format.ts'
import { INCLUDES_OTHERS, readRequirementsFile, requirementsNames, scopeOfRequirements } from './requirements-file.ts'
import { lineEdits } from './upgrade.ts'

export const requirementsIn: FileFormat = {
  name: 'requirements*.in',
  role: { kind: 'manifest' },
  specification: 'https://pip-tools.readthedocs.io/en/stable/',
  scopeOf: scopeOfRequirements,
  names: requirementsNames('in'),
  prescreen: { always: INCLUDES_OTHERS },
  read: readRequirementsFile,
  upgrade: (name, version, present) => [
    ...lineEdits(name, version, present),
    { edit: 'compile it again: pip-compile or uv pip compile, whichever the project uses' }
  ]
}
