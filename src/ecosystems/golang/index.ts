/** Go: since Go 1.17 `go.mod` is manifest and lockfile in one; the tools before Go modules have files of their own. */

import type { Ecosystem } from '../ecosystem.ts'
import { glideLock } from './glide-lock.ts'
import { glideYaml } from './glide-yaml.ts'
import { goMod, otherGoMod } from './go-mod.ts'
import { goSum } from './go-sum.ts'
import { goWork } from './go-work.ts'
import { godepsJson } from './godeps-json.ts'
import { gopkgLock } from './gopkg-lock.ts'
import { gopkgToml } from './gopkg-toml.ts'
import { installs } from './install.ts'
import { goModuleBazel } from './module-bazel.ts'
import { vendorModules } from './modules-txt.ts'
import { goPurls } from './purl.ts'
import { vendorConf } from './vendor-conf.ts'
import { vendorJson } from './vendor-json.ts'
import { vendorManifest } from './vendor-manifest.ts'

export const golang: Ecosystem = {
  id: 'golang',
  title: 'Go',
  formats: [
    goMod,
    otherGoMod,
    goWork,
    goSum,
    vendorModules,
    gopkgToml,
    gopkgLock,
    glideYaml,
    glideLock,
    godepsJson,
    vendorJson,
    vendorConf,
    vendorManifest,
    goModuleBazel
  ],
  usualManifest: goMod,
  installs,
  versions: async () => (await import('./version.ts')).goVersions,
  purl: goPurls,
  canonicalName: name => name,
  needle: name => name
}
