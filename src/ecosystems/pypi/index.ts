/** Python: packages of PyPI, in the manifests and lockfiles of pip, setuptools, Poetry, uv, PDM, Pipenv, Rye, Hatch, conda and pixi. */

import type { Ecosystem } from '../ecosystem.ts'
import { condaEnvironment } from './conda-environment.ts'
import { condaLock } from './conda-lock-yml.ts'
import { hatchToml } from './hatch-toml.ts'
import { script } from './inline-script.ts'
import { installs } from './install.ts'
import { canonicalName, needle } from './name.ts'
import { pdmLock } from './pdm-lock.ts'
import { pipfile } from './pipfile.ts'
import { pipfileLock } from './pipfile-lock.ts'
import { pixiLock } from './pixi-lock.ts'
import { pixiToml } from './pixi-toml.ts'
import { poetryLock } from './poetry-lock.ts'
import { pythonPurls } from './purl.ts'
import { scriptLock } from './py-lock.ts'
import { pylock } from './pylock.ts'
import { pyproject } from './pyproject.ts'
import { requirementsIn } from './requirements-in.ts'
import { requirementsLock } from './requirements-lock.ts'
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
    condaLock,
    pixiToml,
    pixiLock,
    hatchToml,
    requirementsLock,
    script,
    scriptLock
  ],
  usualManifest: requirements,
  installs,
  versions: async () => (await import('./version.ts')).pypiVersions,
  purl: pythonPurls,
  onlyOneVersion: true,
  excluding: version => `,!=${version}`,
  canonicalName,
  needle
}
