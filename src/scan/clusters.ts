/** The clusters that the files of a workspace make, for those who need no other findings. */

import { fileNameIndex } from '../ecosystems/file-names.ts'
import { hazardCatalogue } from '../hazards/index.ts'
import { comparePlaces } from '../model/place.ts'
import type { Report } from '../model/report.ts'
import type { Sightings } from './detector.ts'
import { type FileOptions, readFiles } from './files.ts'
import { mayMakeCluster } from './hazard-paths.ts'
import { hazardDetectors, hazardFindings, settledHazards } from './hazards.ts'

/** The clusters, and the findings that say something of their grace. Dependency files are not read. */
export async function findClusters(
  workspace: Parameters<typeof readFiles>[0],
  options: FileOptions
): Promise<Pick<Report, 'clusters' | 'findings'>> {
  const hazards = hazardCatalogue.hazards.filter(({ rule }) => rule.endsGraceOf !== undefined)
  const detectorsOf = fileNameIndex(hazardDetectors({ ...hazardCatalogue, hazards }))
  const { sightings } = await readFiles(workspace, path => detectorsOf(path).slice(0, 1), options)
  return { findings: hazardFindings(settledHazards(sightings, hazards), {}), ...foundClusters(sightings) }
}

/** The clusters among the sightings, in the order of their places; those of tests and the like do not count. */
export function foundClusters({ clusters }: Pick<Sightings, 'clusters'>): Pick<Report, 'clusters'> {
  const own = clusters.filter(({ place }) => mayMakeCluster(place.path))
  return own.length === 0 ? {} : { clusters: own.sort((a, b) => comparePlaces(a.place, b.place)) }
}
