/** Python: packages of PyPI, as pip, pip-compile, Poetry, uv, PDM and Pipenv ask for them and lock them. */

import type { Ecosystem } from '../ecosystem.ts'
import { canonicalName, needle } from './name.ts'
import { pipfileLock } from './pipfile-lock.ts'
import { poetryLock } from './poetry-lock.ts'
import { pyproject } from './pyproject.ts'
import { requirements } from './requirements.ts'
import { uvLock } from './uv-lock.ts'

export const pypi: Ecosystem = {
  id: 'pypi',
  title: 'Python',
  formats: [requirements, pyproject, poetryLock, uvLock, pipfileLock],
  versions: async () => (await import('./version.ts')).pypiVersions,
  canonicalName,
  needle
}
