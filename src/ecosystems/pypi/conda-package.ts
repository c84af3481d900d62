/**
 * One package in the notation of conda: `name`, `channel::name=1.2`, `name>=1.0`.
 * Specification: https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html. Deliberately
 * ignored: builds and channels, and the packages `kubernetes` and `kubernetes-client` of conda, which are the programs
 * of Kubernetes: the Python client is `python-kubernetes` in conda.
 */

import type { Placed } from '../../syntax/lines.ts'
import type { InstallTarget } from '../ecosystem.ts'
import type { PlacedRequirement } from '../file-format.ts'

// `channel::name`, and the rest, which the next expressions split.
const PACKAGE = /^(?:[^\s:]+::)?(?<name>[A-Za-z0-9_][\w.-]*)(?<rest>(?:[\s=<>!~*].*)?)$/
// `=1.2`, `==1.2`, `1.2`, each with or without a build: `=1.2=py_0`, `1.2 py_0`.
const SIMPLE = /^(?<operator>={0,2})\s*(?<version>[\w.!+*-]+)(?:\s*[=\s]\s*[\w.*]+)?$/
const RANGE = /^[<>!~=][\w.!+*<>=~,|\s-]*$/
const PREFIX = 'python-'
/** The Python client in conda. */
export const RENAMED = 'python-kubernetes'
/** Packages of conda that are other packages than those of PyPI with the same name. */
const OTHERS = new Set(['kubernetes', 'kubernetes-client'])
const THREE_NUMBERS = /^\d+\.\d+\.\d+[^*]*$/
const WILDCARD = /\*/
/** In characters; longer than any package with its version. */
const LONGEST = 1_000

/** Reads one package; undefined for one that is another package than the one of PyPI with the same name. */
export function condaPackage(text: string): InstallTarget | undefined {
  const written = text.trim()
  const { name, rest = '' } = (written.length < LONGEST && PACKAGE.exec(written)?.groups) || {}
  const found = condaRequirement(rest.trim())
  if (name === undefined || !found) return { gap: 'expected a conda package such as "name>=1.0"' }
  const own = nameInPypi(name)
  if (!own) return undefined
  const end = text.indexOf(written) + written.length
  const nameAt = end - rest.length - name.length + own.at
  const { requirement } = found
  return {
    name: own.text,
    requirement,
    at: requirement.kind === 'none' ? nameAt : end - rest.trimStart().length + found.at
  }
}

/**
 * The name in PyPI of a package of conda, and its offset in the name. Undefined for a package that is another one than that of PyPI
 * with the same name.
 */
export function nameInPypi(name: string): Placed | undefined {
  if (OTHERS.has(name.toLowerCase())) return undefined
  return name.toLowerCase() === RENAMED ? { text: name.slice(PREFIX.length), at: PREFIX.length } : { text: name, at: 0 }
}

/**
 * Reads a requirement: `=1.2` is every 1.2; `=1.2.3`, `==1.2` and `1.2` are one version. `at` is its offset in the text. Undefined for
 * any other text.
 */
export function condaRequirement(written: string): PlacedRequirement | undefined {
  if (written === '' || written === '*') return { requirement: { kind: 'none' }, at: 0 }
  const { operator = '', version } = SIMPLE.exec(written)?.groups ?? {}
  if (version === undefined)
    return RANGE.test(written) ? { requirement: { kind: 'range', text: written }, at: 0 } : undefined
  const versionAt = written.indexOf(version)
  if (operator === '=' ? THREE_NUMBERS.test(version) : !WILDCARD.test(version))
    return { requirement: { kind: 'version', text: version }, at: versionAt }
  return { requirement: { kind: 'range', text: written.slice(0, versionAt + version.length) }, at: 0 }
}
