/**
 * `requirements.lock` and `requirements-dev.lock`: the packages that Rye resolved for the `pyproject.toml` beside it; the second has
 * those for development too. pip-tools may write files with these names as well.
 * Specification: https://rye.astral.sh/guide/sync/#lock; the form is pip's own. Deliberately ignored: the charts that Helm 2 locked in
 * files of this name, https://v2.helm.sh/docs/helm/#helm-dependency.
 */

import type { FileFormat } from '../file-format.ts'
import { pyproject } from './pyproject.ts'
import { INCLUDES_OTHERS, readRequirementsFile, requirementsGraph, scopeOfRequirements } from './requirements-file.ts'
import { requirementsIn } from './requirements-in.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'

/** A key of YAML, which no requirement looks like. */
const OF_HELM = /^dependencies:/m

export const requirementsLock: FileFormat = {
  name: 'requirements*.lock',
  role: {
    kind: 'lockfile',
    locks: [pyproject, requirementsIn, setupPy, setupCfg],
    chain: { graph: requirementsGraph }
  },
  specification: 'https://rye.astral.sh/guide/sync/#lock',
  names: { exact: ['requirements.lock', 'requirements-dev.lock'] },
  scopeOf: scopeOfRequirements,
  read: text => (OF_HELM.test(text) ? [] : readRequirementsFile(text)),
  prescreen: { always: INCLUDES_OTHERS },
  upgrade: (name, version, { direct }) => [
    direct === false
      ? `rye lock --update '${name}'`
      : { run: `rye add '${name}>=${version}'`, note: 'for development, add --dev' }
  ]
}
