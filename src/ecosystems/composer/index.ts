/** PHP: `composer.json` has the requirements, `composer.lock` the versions that Composer chose. */

import { baseName } from '../../paths.ts'
import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { composerJson } from './composer-json.ts'
import { composerLock } from './composer-lock.ts'
import { installs } from './install.ts'
import { installedJson } from './installed-json.ts'

export const composer: Ecosystem = {
  id: 'composer',
  title: 'PHP',
  formats: [composerJson, composerLock, installedJson],
  usualManifest: composerJson,
  installs,
  versions: async () => (await import('./version.ts')).composerVersions,
  purl: plainPurls,
  // https://getcomposer.org/doc/04-schema.md#name: compared in lower case.
  canonicalName: name => name.toLowerCase(),
  // JSON may write the `/` of a name as `\/`.
  needle: baseName
}
