/** Parts of the edits that raise a Python package to a version. */

import type { Requirement } from '../../model/dependency.ts'
import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** The operator of the new requirement: a version stays exact, anything else becomes a lower bound. */
export function operatorOf(requirement: Requirement | undefined): '==' | '>=' {
  return requirement?.kind === 'version' ? '==' : '>='
}

/**
 * The quoted requirements of a command that raises a package to a version, and what moves in the same step: each by itself would contradict
 * what the project requires of the others.
 */
export function requirementsFor(name: string, version: string, { together = [] }: UpgradeContext): string {
  return [...together, { name, version }].map(each => `'${each.name}>=${each.version}'`).join(' ')
}

/** The edits of the lines in this file: that of the package, and those of what moves with it. */
export function lineEdits(name: string, version: string, { requirement, together = [] }: UpgradeContext): FixStep[] {
  return [
    ...together.map(other => lineEdit(other.name, other.version, undefined)),
    lineEdit(name, version, requirement)
  ]
}

/** The edit of a line in this file. */
export function lineEdit(name: string, version: string, requirement: Requirement | undefined): FixStep {
  return { edit: 'in this file', text: `${name}${operatorOf(requirement)}${version}` }
}

/** The edit of `setup.py` or `setup.cfg`, which no tool makes. */
export function setupUpgrade(name: string, version: string, { requirement }: UpgradeContext): readonly FixStep[] {
  return [lineEdit(name, version, requirement), 'pip install -e .']
}
