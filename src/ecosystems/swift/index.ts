/** Swift: `Package.swift` has the requirements, `Package.resolved` the versions that SwiftPM or Xcode chose. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { packageResolved } from './package-resolved.ts'
import { packageSwift } from './package-swift.ts'

// `https://…`, `ssh://git@…`, `git@host:owner/name`; user and port are not part of the name.
const ADDRESS =
  /^(?:[a-z][a-z+]{1,10}:\/\/(?:[^@/]{0,200}@)?(?<host>[^:/]{1,300})(?::\d{1,5})?\/|[^@/:]{1,200}@(?<remote>[^:/]{1,300}):\/?)(?<path>.*)$/s
const ENDING = /(?:\.git)?\/{0,9}$/

export const swift: Ecosystem = {
  id: 'swift',
  title: 'Swift',
  formats: [packageSwift, packageResolved],
  usualManifest: packageSwift,
  versions: async () => (await import('./version.ts')).swiftVersions,
  purl: plainPurls,
  // The name of a package is its address: host, owner and name, without protocol, user and port.
  canonicalName: name => {
    const { host, remote, path = '' } = ADDRESS.exec(name.toLowerCase())?.groups ?? {}
    const where = host ?? remote
    const address = where === undefined ? name.toLowerCase() : `${where.replace(/^www\./, '')}/${path}`
    return address.replace(ENDING, '')
  },
  // The owner: an address differs before it between protocols, and JSON may write `/` as `\/`.
  needle: name => name.split('/').at(-2) ?? name
}
