/** Hazards that weigh more beside something that keeps a token: a client of the same component that does not reload, or another hazard. */

import { groupBy } from '../collections.ts'
import { type ClientFinding, type Finding, isAboutClient, scopeOf } from '../model/finding.ts'
import { folderName, foldersAbove } from '../paths.ts'
import type { SeenHazard } from './detector.ts'
import { componentOf } from './hazards.ts'

/** Images have no project in the repository: the file that runs them is where they are. */
const IMAGES = 'docker'
/** What a rule says of a place where a token is kept. */
const KEEPS = 'keeps-token'

/** What keeps a token until it no longer works. Hostile texts. */
interface Keeper {
  readonly path: string
  readonly name: string
  readonly isImage: boolean
}

/**
 * The hazards, with their `levelBeside` where their component has a keeper. A component is a folder of manifests, a chart, or a project:
 * all below the nearest folder with a dependency file that names a client. The root is a project only if there is no other.
 */
export function withCompany(hazards: readonly SeenHazard[], clients: readonly Finding[]): readonly SeenHazard[] {
  if (hazards.every(({ levelBeside }) => levelBeside === undefined)) return hazards
  const own = clients.filter(isAboutClient)
  const projects = new Set(own.filter(finding => !isOfImage(finding)).map(({ place }) => folderName(place.path)))
  const projectOf = (path: string): string | undefined => {
    const nearest = foldersAbove(folderName(path)).find(folder => projects.has(folder))
    return nearest === '' && projects.size > 1 ? undefined : nearest
  }
  const keepers = [...own.flatMap(keepingClient), ...hazards.flatMap(keepingHazard)]
  const byComponent = groupBy(keepers, ({ path }) => componentOf(path))
  const byProject = groupBy(
    keepers.filter(({ isImage }) => !isImage),
    ({ path }) => projectOf(path)
  )
  return hazards.map(hazard => {
    const { levelBeside, place, because } = hazard
    if (levelBeside === undefined) return hazard
    const project = projectOf(place.path)
    const [keeper] =
      byComponent.get(componentOf(place.path)) ?? (project === undefined ? [] : (byProject.get(project) ?? []))
    if (!keeper) return hazard
    const beside = `Beside it, ${keeper.name} in ${keeper.path} keeps the first token.`
    return { ...hazard, level: levelBeside, because: `${because} ${beside}` }
  })
}

function isOfImage({ subject }: ClientFinding): boolean {
  return subject.dependency.ecosystem === IMAGES
}

function keepingClient(finding: ClientFinding): Keeper[] {
  const { subject, status, place } = finding
  const keeps = subject.verdict.kind === 'cannot-reload' && status.kind === 'open' && scopeOf(finding) !== 'development'
  return keeps ? [{ path: place.path, name: subject.dependency.name, isImage: isOfImage(finding) }] : []
}

function keepingHazard({ rule, place, object, snippet }: SeenHazard): Keeper[] {
  return rule.harm === KEEPS ? [{ path: place.path, name: object ?? snippet, isImage: false }] : []
}
