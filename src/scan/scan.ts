/** From a workspace to a report: reads the files, then settles and judges the sightings. */

import { withIdentities } from '../compare/identity.ts'
import type { HazardCatalogue } from '../hazards/hazard.ts'
import { hazardCatalogue } from '../hazards/index.ts'
import { compareFindings } from '../model/finding.ts'
import { comparePlaces } from '../model/place.ts'
import type { Coverage, Report } from '../model/report.ts'
import type { JudgeSettings } from '../policy/judge.ts'
import { builtIn } from '../policy/policy.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { foundClusters } from './clusters.ts'
import { withCompany } from './company.ts'
import { withUses } from './dependencies/accessors.ts'
import { clientFindings } from './dependencies/findings.ts'
import { membershipOf } from './dependencies/membership.ts'
import { withRepeated } from './dependencies/overridden.ts'
import { evaluateProjects } from './dependencies/projects.ts'
import { type ReadText, withManifestScopes } from './dependencies/scopes.ts'
import { detectorFinder } from './detectors.ts'
import { type FileOptions, readFiles } from './files.ts'
import { hazardFindings, settledHazards } from './hazards.ts'

/** The options of a scan. */
export interface ScanOptions extends JudgeSettings, FileOptions {
  /** The hazards to look for. Default: all that are known. */
  readonly hazards?: HazardCatalogue
}

/** Scans a workspace. The coverage accounts for every listed file; no sighting is dropped. */
export async function scan(workspace: Workspace, options: ScanOptions): Promise<Report> {
  const { policy = builtIn, hazards = hazardCatalogue, levels = {} } = options
  const { sightings, coverage, claims } = await readFiles(workspace, detectorFinder(policy, hazards), options)
  const membership = membershipOf(sightings)
  const stated = withRepeated(sightings.mentions)
  const readText = readerOf(workspace)
  const used = await withUses(stated, claims, readText)
  const mentions = await withManifestScopes(used, membership, claims, readText)
  const projects = evaluateProjects(mentions, sightings.sources)
  const clients = await clientFindings({ sightings, claims, membership, projects }, options)
  const seen = withCompany(settledHazards(sightings, hazards.hazards), clients)
  const findings = [...clients, ...hazardFindings(seen, levels)]
  return {
    findings: withIdentities(findings.sort(compareFindings)),
    gaps: [...sightings.gaps, ...projects.gaps].sort((a, b) => comparePlaces(a.place, b.place)),
    waivers: [],
    coverage: withGaps(coverage, projects.gaps.length),
    ...foundClusters(sightings)
  }
}

/** The coverage with more files that have gaps. */
function withGaps(coverage: Coverage, files: number): Coverage {
  return { ...coverage, read: coverage.read - files, failed: coverage.failed + files }
}

function readerOf(workspace: Workspace): ReadText {
  return async path => {
    const reading = await workspace.read(path)
    return 'text' in reading ? reading.text : undefined
  }
}
