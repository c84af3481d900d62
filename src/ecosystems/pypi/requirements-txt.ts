/**
 * `requirements*.txt` and `constraints*.txt`: the packages that pip installs, written by hand or by pip-compile.
 * Specification: https://pip.pypa.io/en/stable/reference/requirements-file-format/.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { projectsOf } from './compiled.ts'
import {
  INCLUDES_OTHERS,
  readRequirementsFile,
  requirementsGraph,
  requirementsNames,
  scopeOfRequirements
} from './requirements-file.ts'
import { requirementsIn } from './requirements-in.ts'
import { lineEdits, operatorOf } from './upgrade.ts'

export const requirements: FileFormat = {
  name: 'requirements*.txt',
  // The output of pip-compile pins every package that its `.in` file requires.
  role: { kind: 'manifest', settles: [requirementsIn], pinsVersions: true, chain: { graph: requirementsGraph } },
  specification: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
  scopeOf: scopeOfRequirements,
  names: requirementsNames('txt'),
  read: readCompiled,
  settlesBelow: () => false,
  prescreen: { always: INCLUDES_OTHERS },
  renew: (_name, input) => (input === undefined ? [] : [pipCompile(input)]),
  upgrade: (name, version, present) => {
    const { direct, requirement, together = [] } = present
    if (direct === false) return [`pip-compile --upgrade-package '${name}>=${version}'`]
    if (direct === true) {
      const all = [...together, { name, version }].map(each => `${each.name}>=${each.version}`)
      return [
        ...all.map(text => ({ edit: 'in the input file of pip-compile', text })),
        `pip-compile ${all.map(text => `--upgrade-package '${text}'`).join(' ')}`
      ]
    }
    const others = together.map(other => `'${other.name}>=${other.version}' `).join('')
    return [...lineEdits(name, version, present), `pip install ${others}'${name}${operatorOf(requirement)}${version}'`]
  }
}

function* readCompiled(text: string): Generator<Entry> {
  yield* projectsOf(text)
  yield* readRequirementsFile(text)
}

/** Without a name pip-compile reads `requirements.in`. */
function pipCompile(input: string): string {
  return input === 'requirements.in' ? 'pip-compile' : `pip-compile ${input}`
}
