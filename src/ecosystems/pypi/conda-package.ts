/**
 * One package as conda names it: `name`, `channel::name=1.2`, `name>=1.0`.
 * Specification: https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html. Leaves out on purpose:
 * builds and channels, and the packages `kubernetes` and `kubernetes-client` of conda, which are the programs of
 * Kubernetes: the Python client is called `python-kubernetes` there.
 */

import type { Requirement } from '../../model/dependency.ts'
import type { InstallTarget } from '../ecosystem.ts'

// `channel::name`; what follows is split apart below.
const PACKAGE = /^(?:[^\s:]+::)?(?<name>[A-Za-z0-9_][\w.-]*)(?<rest>(?:[\s=<>!~*].*)?)$/
// `=1.2`, `==1.2`, `1.2`, each perhaps with a build behind it: `=1.2=py_0`, `1.2 py_0`.
const SIMPLE = /^(?<operator>={0,2})\s*(?<version>[\w.!+*-]+)(?:\s*[=\s]\s*[\w.*]+)?$/
const RANGE = /^[<>!~=][\w.!+*<>=~,|\s-]*$/
const PREFIX = 'python-'
/** What the Python client is called in conda. */
export const RENAMED = 'python-kubernetes'
/** Packages of conda that are not what PyPI has under the same name. */
const OTHERS = new Set(['kubernetes', 'kubernetes-client'])
const THREE_NUMBERS = /^\d+\.\d+\.\d+[^*]*$/
const WILDCARD = /\*/
/** In characters; longer than any package with its version. */
const LONGEST = 1_000

/** Reads one package; undefined for one that is another on PyPI under the same name. */
export function condaPackage(text: string): InstallTarget | undefined {
  const written = text.trim()
  const { name, rest = '' } = (written.length < LONGEST && PACKAGE.exec(written)?.groups) || {}
  const found = required(rest.trim())
  if (name === undefined || !found) return { gap: 'expected a package of conda such as "name>=1.0"' }
  if (OTHERS.has(name.toLowerCase())) return undefined
  const isRenamed = name.toLowerCase() === RENAMED
  const end = text.indexOf(written) + written.length
  const nameAt = end - rest.length - name.length + (isRenamed ? PREFIX.length : 0)
  const { requirement, skipped } = found
  return {
    name: isRenamed ? name.slice(PREFIX.length) : name,
    requirement,
    at: requirement.kind === 'none' ? nameAt : end - rest.trimStart().length + skipped
  }
}

/** `=1.2` is every 1.2; `=1.2.3`, `==1.2` and `1.2` are one version. `skipped`: how far in the requirement begins. */
function required(written: string): { requirement: Requirement; skipped: number } | undefined {
  if (written === '' || written === '*') return { requirement: { kind: 'none' }, skipped: 0 }
  const { operator = '', version } = SIMPLE.exec(written)?.groups ?? {}
  if (version === undefined)
    return RANGE.test(written) ? { requirement: { kind: 'range', text: written }, skipped: 0 } : undefined
  const versionAt = written.indexOf(version)
  if (operator === '=' ? THREE_NUMBERS.test(version) : !WILDCARD.test(version))
    return { requirement: { kind: 'version', text: version }, skipped: versionAt }
  return { requirement: { kind: 'range', text: written.slice(0, versionAt + version.length) }, skipped: 0 }
}
