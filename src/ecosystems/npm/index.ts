/** JavaScript and TypeScript from the npm registry: `package.json` and what npm, yarn and pnpm make of it. */

import { baseName, type Ecosystem } from '../ecosystem.ts'
import { packageJson } from './package-json.ts'
import { npmShrinkwrap, packageLock } from './package-lock.ts'
import { pnpmLock } from './pnpm-lock.ts'
import { yarnLock } from './yarn-lock.ts'

export const npm: Ecosystem = {
  id: 'npm',
  title: 'JavaScript',
  formats: [packageJson, packageLock, npmShrinkwrap, yarnLock, pnpmLock],
  versions: async () => (await import('../semver.ts')).semanticVersions,
  canonicalName: name => name,
  // JSON may write the `/` of a scoped name as `\/`.
  needle: baseName
}
