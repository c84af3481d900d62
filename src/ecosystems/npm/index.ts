/** JavaScript and TypeScript: packages of npm, in the manifests and lockfiles of npm, yarn, pnpm, bun and Deno. */

import { baseName } from '../../paths.ts'
import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { bunLock } from './bun-lock.ts'
import { bunLockb } from './bun-lockb.ts'
import { denoJson, importMap } from './deno-json.ts'
import { denoLock } from './deno-lock.ts'
import { installs } from './install.ts'
import { packageJson } from './package-json.ts'
import { npmShrinkwrap, packageLock } from './package-lock.ts'
import { pnpmLock } from './pnpm-lock.ts'
import { pnpmWorkspace } from './pnpm-workspace.ts'
import { yarnLock } from './yarn-lock.ts'
import { yarnrc } from './yarnrc.ts'

export const npm: Ecosystem = {
  id: 'npm',
  title: 'JavaScript',
  formats: [
    packageJson,
    packageLock,
    npmShrinkwrap,
    yarnLock,
    yarnrc,
    pnpmLock,
    pnpmWorkspace,
    bunLock,
    bunLockb,
    denoJson,
    importMap,
    denoLock
  ],
  usualManifest: packageJson,
  installs,
  versions: async () => (await import('../semver.ts')).semanticVersions,
  purl: plainPurls,
  canonicalName: name => name,
  // JSON may write the `/` of a scoped name as `\/`.
  needle: baseName
}
