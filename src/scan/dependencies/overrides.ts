/** Overrides of a whole Go workspace: a `replace` in `go.work`, or in one of its modules, applies to all modules. */

import { groupBy, memoised } from '../../collections.ts'
import { originOf, settledFormats } from '../../ecosystems/file-format.ts'
import { folderName } from '../../paths.ts'
import type { Membership } from './membership.ts'
import type { Mention, Module } from './mention.ts'
import { folderOf, MOST_SETTLERS, nameKey } from './settlers.ts'

/** The overrides of a workspace's projects. */
interface Overrides {
  /** Packages that the file of the project itself states. */
  readonly stated: ReadonlySet<string>
  readonly byProject: ReadonlyMap<string, readonly Mention[]>
  /** Those of members. Go does not build a workspace whose members disagree. */
  readonly byMember: ReadonlyMap<string, readonly Mention[]>
}

/**
 * Makes the function that returns the override of a dependency. Workspace-level
 * overrides (`go.work`) win. Otherwise the `replace` of a member also applies to the
 * other members without one, unless the file of the workspace states the package.
 */
export function overrideFinder(
  mentions: readonly Mention[],
  membership: Membership
): (mention: Mention) => Mention | undefined {
  if (mentions.every(({ overrides }) => !overrides)) return () => undefined
  const projectsAt = (mention: Mention) => membership.projectsOf(mention, folderOf(mention))
  const { stated, byProject, byMember } = overridesIn(mentions, projectsAt)
  return mention => {
    for (const project of projectsAt(mention)) {
      const key = projectKey(mention, project)
      const files = byProject.get(key)?.filter(other => isOfProject(other, mention) && decides(other, mention)) ?? []
      const file = files.find(({ origin }) => origin === 'lockfile') ?? narrowest(files)
      if (file) return file
      const isStated = mention.overrides?.ofMembers || stated.has(key)
      const member = isStated ? undefined : narrowest(byMember.get(key)?.filter(other => decides(other, mention)))
      if (member && member.format === mention.format && member.place.path !== mention.place.path) return member
    }
    return undefined
  }
}

/**
 * Makes the test whether an override of a workspace may be in use although no line requires its package: a member that does not name the
 * package needs more than it lists (`Module.unlisted`).
 */
export function unlistedUseFinder(
  mentions: readonly Mention[],
  modules: readonly Module[],
  membership: Membership
): (override: Mention) => boolean {
  const unlisted = modules.filter(module => module.unlisted)
  if (unlisted.length === 0) return () => false
  const named = new Set(mentions.map(mention => projectKey(mention, mention.place.path)))
  const membersOf = memoised((ecosystem: string) => {
    const members = unlisted.flatMap(({ path }) => {
      const projects = membership.projectsOf({ ecosystem, place: { path } }, folderName(path))
      return Array.from(projects, project => ({ project, path }))
    })
    return groupBy(members, ({ project }) => project)
  })
  const isNeeded = memoised(
    ({ override, project }: { readonly override: Mention; readonly project: string }) =>
      membersOf(override.ecosystem)
        .get(project)
        ?.some(({ path }) => !named.has(projectKey(override, path))) === true,
    ({ override, project }) => projectKey(override, project)
  )
  return override => {
    const isOfProject = settledFormats(override.format).length > 0
    const projects = isOfProject ? [folderOf(override)] : membership.projectsOf(override, folderOf(override))
    return Array.from(projects).some(project => isNeeded({ override, project }))
  }
}

function overridesIn(mentions: readonly Mention[], projectsAt: (mention: Mention) => Iterable<string>): Overrides {
  const stated = new Set<string>()
  const byProject = new Map<string, Mention[]>()
  const byMember = new Map<string, Mention[]>()
  for (const other of mentions) {
    const own = projectKey(other, folderOf(other))
    const ofProject = settledFormats(other.format).length > 0
    if (ofProject && originOf(other.format) === 'manifest') stated.add(own)
    if (!other.overrides?.ofMembers) continue
    if (ofProject) byProject.set(own, [...(byProject.get(own) ?? []).slice(0, MOST_SETTLERS), other])
    else {
      for (const project of projectsAt(other)) {
        const key = projectKey(other, project)
        byMember.set(key, [...(byMember.get(key) ?? []).slice(0, MOST_SETTLERS), other])
      }
    }
  }
  return { stated, byProject, byMember }
}

function isOfProject({ format }: Mention, mention: Mention): boolean {
  return settledFormats(format).includes(mention.format)
}

/** The first one of one version, else the first one of every version. */
function narrowest(overrides: readonly Mention[] = []): Mention | undefined {
  return overrides.find(({ overrides }) => overrides?.asked !== undefined) ?? overrides[0]
}

/** Whether an override decides over a requirement: of every version, or of the one that is required. */
function decides({ overrides }: Mention, { requirement }: Mention): boolean {
  return overrides?.asked === undefined || (requirement.kind === 'version' && requirement.text === overrides.asked.text)
}

function projectKey(mention: Mention, project: string): string {
  return JSON.stringify([nameKey(mention), project])
}
