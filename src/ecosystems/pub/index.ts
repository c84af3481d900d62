/** Dart and Flutter: `pubspec.yaml` has the requirements, `pubspec.lock` the versions that pub chose. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { pubspecLock } from './pubspec-lock.ts'
import { pubspecYaml } from './pubspec-yaml.ts'

export const pub: Ecosystem = {
  id: 'pub',
  title: 'Dart',
  formats: [pubspecYaml, pubspecLock],
  usualManifest: pubspecYaml,
  versions: async () => (await import('./version.ts')).pubVersions,
  purl: plainPurls,
  // Names are in lower case: https://dart.dev/tools/pub/pubspec#name.
  canonicalName: name => name,
  needle: name => name
}
