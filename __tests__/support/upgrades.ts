/** The steps of an upgrade as lines, which can be written in a test. */

import type { FileFormat, UpgradeContext } from '../../src/ecosystems/file-format.ts'
import { stepLine } from '../../src/model/verdict.ts'

/** The steps that raise a package in a project with a file of a format, each as a line of a shell. */
export function upgradeLines(
  format: FileFormat | undefined,
  name: string,
  version: string,
  present: UpgradeContext
): string[] {
  if (!format) throw new Error('no such format')
  return format.upgrade(name, version, present).map(stepLine)
}
