/** The edit that brings a package to a version in a project that is built with setuptools. */

import type { UpgradeContext } from '../file-format.ts'

/** Nothing edits `setup.py` and `setup.cfg` but people. */
export function setupUpgrade(name: string, version: string, { requirement }: UpgradeContext): readonly string[] {
  const operator = requirement?.kind === 'version' ? '==' : '>='
  return [`# in this file: ${name}${operator}${version}`, 'pip install -e .']
}
