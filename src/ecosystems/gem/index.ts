/** RubyGems: Gemfiles and gemspecs have the requirements, Bundler's lockfile the chosen versions. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { gemfile } from './gemfile.ts'
import { gemfileLock } from './gemfile-lock.ts'
import { gemspec } from './gemspec.ts'
import { installs } from './install.ts'

export const gem: Ecosystem = {
  id: 'gem',
  title: 'Ruby',
  formats: [gemfile, gemspec, gemfileLock],
  usualManifest: gemfile,
  installs,
  versions: async () => (await import('./version.ts')).gemVersions,
  purl: plainPurls,
  canonicalName: name => name,
  needle: name => name
}
