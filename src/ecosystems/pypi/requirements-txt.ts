/**
 * `requirements*.txt` and `constraints*.txt`: what pip installs, written by hand or by pip-compile.
 * Specification: https://pip.pypa.io/en/stable/reference/requirements-file-format/.
 */

import type { FileFormat } from '../file-format.ts'
import { INCLUDES_OTHERS, readRequirementsFile, requirementsGraph, requirementsNames } from './requirements.ts'
import { requirementsIn } from './requirements-in.ts'

export const requirements: FileFormat = {
  name: 'requirements*.txt',
  // What pip-compile makes of a `.in` file pins every package that the `.in` file asks for.
  role: { kind: 'manifest', settles: [requirementsIn], pinsVersions: true, chain: { graph: requirementsGraph } },
  specification: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
  names: requirementsNames('txt'),
  read: readRequirementsFile,
  prescreen: { always: INCLUDES_OTHERS },
  upgrade: (name, version, { direct, requirement }) => {
    if (direct === false) return [`pip-compile --upgrade-package '${name}>=${version}'`]
    if (direct === true) {
      return [
        `# in the file that pip-compile reads: ${name}>=${version}`,
        `pip-compile --upgrade-package '${name}>=${version}'`
      ]
    }
    const operator = requirement?.kind === 'version' ? '==' : '>='
    return [`# in this file: ${name}${operator}${version}`, `pip install '${name}${operator}${version}'`]
  }
}
