/** Python: packages of PyPI, in the manifests and lockfiles of pip, setuptools, Poetry, uv, PDM, Pipenv and conda. */

import type { Ecosystem } from '../ecosystem.ts'
import { condaEnvironment } from './conda-environment.ts'
import { script } from './inline-script.ts'
import { installs } from './install.ts'
import { canonicalName, needle } from './name.ts'
import { pdmLock } from './pdm-lock.ts'
import { pipfile } from './pipfile.ts'
import { pipfileLock } from './pipfile-lock.ts'
import { poetryLock } from './poetry-lock.ts'
import { pythonPurls } from './purl.ts'
import { pylock } from './pylock.ts'
import { pyproject } from './pyproject.ts'
import { requirementsIn } from './requirements-in.ts'
import { requirements } from './requirements-txt.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'
import { toxIni } from './tox-ini.ts'
import { uvLock } from './uv-lock.ts'

export const pypi: Ecosystem = {
  id: 'pypi',
  title: 'Python',
  formats: [
    requirements,
    requirementsIn,
    pyproject,
    poetryLock,
    uvLock,
    pdmLock,
    pylock,
    pipfile,
    pipfileLock,
    setupPy,
    setupCfg,
    toxIni,
    condaEnvironment,
    script
  ],
  usualManifest: requirements,
  installs,
  versions: async () => (await import('./version.ts')).pypiVersions,
  purl: pythonPurls,
  canonicalName,
  needle
}
