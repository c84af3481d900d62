/** The clusters that the files of a workspace make, for those who need no other findings. */

import { groupBy } from '../collections.ts'
import { fileNameIndex } from '../ecosystems/file-names.ts'
import { hasNoGrace } from '../hazards/documents/aks.ts'
import { hazardCatalogue } from '../hazards/index.ts'
import type { FoundCluster } from '../model/cluster.ts'
import { comparePlaces } from '../model/place.ts'
import type { Gap, Report } from '../model/report.ts'
import { folderName } from '../paths.ts'
import type { SeenCluster, Sightings } from './detector.ts'
import { type FileOptions, readFiles } from './files.ts'
import { mayMakeCluster } from './hazard-paths.ts'
import { hazardDetectors, hazardFindings, settledHazards } from './hazards.ts'

/** The most places in one list that are reported as gaps of their own. */
const MOST_GAPS = 20

/**
 * The clusters, and the findings that say something of their grace; as gaps the files that may describe a cluster and were not read.
 * Dependency files are not read.
 */
export async function findClusters(
  workspace: Parameters<typeof readFiles>[0],
  options: FileOptions
): Promise<Pick<Report, 'clusters' | 'findings' | 'gaps'>> {
  const hazards = hazardCatalogue.hazards.filter(({ rule }) => rule.endsGraceOf !== undefined)
  const detectorsOf = fileNameIndex(hazardDetectors({ ...hazardCatalogue, hazards }))
  const { sightings } = await readFiles(workspace, path => detectorsOf(path).slice(0, 1), options)
  const findings = hazardFindings(settledHazards(sightings, hazards), {})
  return { findings, gaps: unreadClusters(sightings), ...foundClusters(sightings) }
}

/** What may describe a cluster and was not read. It leaves no evidence unread: only the profile may be another one. */
function unreadClusters({ unexamined }: Pick<Sightings, 'unexamined'>): Gap[] {
  const all = unexamined
    .filter(({ place }) => mayMakeCluster(place.path))
    .toSorted((a, b) => comparePlaces(a.place, b.place))
    .map(({ place, fault }): Gap => {
      const why = fault === undefined ? 'parsed from here on' : `read: ${fault}`
      return { kind: 'not-understood', place, detail: `it may describe the cluster, and cannot be ${why}` }
    })
  const [next, ...others] = all.slice(MOST_GAPS)
  if (!next || others.length === 0) return all
  return [...all.slice(0, MOST_GAPS), { ...next, detail: `${next.detail} (this place and ${others.length} more)` }]
}

/** The clusters among the sightings, in the order of their places; those of tests and the like do not count. */
export function foundClusters({ clusters }: Pick<Sightings, 'clusters'>): Pick<Report, 'clusters'> {
  const own = clusters.filter(({ place, defines }) => defines === undefined && mayMakeCluster(place.path))
  if (own.length === 0) return {}
  const definitions = groupBy(
    clusters.filter(({ defines }) => defines !== undefined),
    ({ place, defines = '' }) => `${folderName(place.path)}\0${defines}`
  )
  const resolved = own.map(({ versionOf, ...cluster }): FoundCluster => {
    const key = `${folderName(cluster.place.path)}\0${versionOf}`
    const minor =
      cluster.minor ?? (IS_MODULE.test(cluster.place.path) ? undefined : versionIn(definitions.get(key) ?? []))
    if (!minor) return cluster
    const { grace, ...rest } = cluster
    const isOfAks = cluster.platform === 'aks'
    return { ...rest, minor, ...(grace && (!isOfAks || hasNoGrace(minor.value)) ? { grace } : {}) }
  })
  return { clusters: resolved.sort((a, b) => comparePlaces(a.place, b.place)) }
}

/** A module of Terraform that others call: they give the values. */
const IS_MODULE = /(?:^|\/)modules\//
/** Files of values that are read without being named: https://developer.hashicorp.com/terraform/language/values/variables. */
const READ_ALWAYS = /(?:^|\/)(?:terraform\.tfvars|[^/]+\.auto\.tfvars)$/
const OF_VALUES = /\.tfvars$/

/** The version of a variable: of the only file of values that is always read, or else the default; none where one may be named. */
function versionIn(definitions: readonly SeenCluster[]): FoundCluster['minor'] {
  const given = definitions.filter(({ place }) => OF_VALUES.test(place.path))
  const [first, ...others] = given.length > 0 ? given : definitions
  const isSure = given.every(({ place }) => READ_ALWAYS.test(place.path)) && others.length === 0
  return isSure ? first?.minor : undefined
}
