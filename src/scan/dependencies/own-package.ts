/** Packages whose code is a folder of the scanned repository: no release of a registry says anything about them. */

import { posix } from 'node:path'
import { ecosystemOf } from '../../ecosystems/index.ts'
import { folderName } from '../../paths.ts'
import { handledBy } from '../../policy/client.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Claim } from '../files.ts'
import type { Mention, OwnName } from './mention.ts'

/** `file:../client`, `link:../client`, `portal:../client`, `path:client`. */
const PROTOCOL = /^(?:file|link|portal|path):/
const WORKSPACE = /^workspace:/

/**
 * Makes the test for a package whose code is in the scanned repository: by the folder that it comes from, which has one of the
 * claimed files, or by the name of one of the projects.
 */
export function ownPackageFinder(claims: readonly Claim[], names: readonly OwnName[]): (mention: Mention) => boolean {
  const folders = new Set(
    claims.flatMap(({ file, detectors }) =>
      detectors.flatMap(({ id, format }) =>
        format?.role.kind === 'manifest' ? `${id.split(' ')[0]} ${folderName(file.path)}` : []
      )
    )
  )
  const projects = new Set(names.map(({ ecosystem, name }) => keyOf(ecosystem, name)))
  return mention => {
    if (projects.has(keyOf(mention.ecosystem, mention.written))) return true
    const written = pathOf(mention)
    if (written === undefined) return false
    if (WORKSPACE.test(written)) return true
    const folder = posix.join(folderName(mention.place.path), written.replace(PROTOCOL, ''), '.')
    return folders.has(`${mention.ecosystem} ${folder === '.' ? '' : folder.replace(/\/$/, '')}`)
  }
}

/**
 * Makes the test for a client whose token the project of its file handles, because the project is a package that does so in some
 * release. Whether its present code does, no version says.
 */
export function handledFinder(names: readonly OwnName[], policy: Policy): (mention: Mention) => boolean {
  const handled = new Set(
    names.flatMap(({ path, ecosystem, name }) => {
      const client = policy.clientOf(ecosystem, name)
      return client ? handledBy(client).map(other => JSON.stringify([path, ecosystem, other])) : []
    })
  )
  return ({ place, ecosystem, name }) => handled.has(JSON.stringify([place.path, ecosystem, name]))
}

function keyOf(ecosystem: string, name: string): string {
  return `${ecosystem} ${ecosystemOf(ecosystem)?.canonicalName(name) ?? name}`
}

/** The path of a package that comes from a folder; undefined for one from a registry or an address. */
function pathOf({ replacement, requirement }: Mention): string | undefined {
  if (replacement !== undefined) return /^\.{1,2}(?:\/|$)/.test(replacement) ? replacement : undefined
  if (requirement.kind !== 'source') return undefined
  const { text, url, revision, branch } = requirement
  return url === undefined && revision === undefined && branch === undefined && !text.includes('://') ? text : undefined
}
