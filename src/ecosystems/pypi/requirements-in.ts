/**
 * `requirements*.in`: what somebody asks for, of which pip-compile or `uv pip compile` makes a `requirements*.txt`.
 * Specification: https://pip-tools.readthedocs.io/en/stable/; the form is pip's own.
 */

import type { FileFormat } from '../ecosystem.ts'
import { isNamedAsRequirements, requirements } from './requirements.ts'

const { origin, mayInclude, read } = requirements

export const requirementsIn: FileFormat = {
  name: 'requirements*.in',
  origin,
  specification: 'https://pip-tools.readthedocs.io/en/stable/',
  ...(mayInclude ? { mayInclude } : {}),
  claims: path => isNamedAsRequirements(path, '.in'),
  read,
  upgrade: (name, version, { requirement }) => [
    `# in this file: ${name}${requirement?.kind === 'version' ? '==' : '>='}${version}`,
    '# then compile it again: pip-compile or uv pip compile, whichever the project uses'
  ]
}
