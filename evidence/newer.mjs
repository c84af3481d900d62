/**
 * Finds what a registry has that is newer than the release up to which somebody looked, and compares the two as far as can be done
 * without a person: the files that read the token and the requirements on other clients by the archives, what a lock file or the sources
 * state by the tag. Whatever fails is part of the result; nothing is thrown.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { differenceOf, LOADERS, loaderIn, requirementsIn } from './loaders.mjs'
import { filesOf, PROJECTS, said } from './projects.mjs'
import { filesAt, REGISTRIES, tagsOf } from './registries.mjs'

const GITHUB = 'https://github.com'

/**
 * What is newer than a row. A subject has `ecosystem`, `name`, `repository`, maybe `examined`, the `scheme` of its versions, the names of
 * the `clients` of its ecosystem, `observedOf(name, version)`, and for an image of evidence/images.txt `versionsOf(tags)` and
 * `heldBy(texts)`. The result has a `state`: `not-asked` with a `reason`, `nothing-newer`, or `newer` with the `newest` release, all that
 * are `newer`, and the `comparison`.
 */
export async function lookAt(subject, addresses = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'freshness-'))
  const within = name => {
    const path = join(folder, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  try {
    const { scheme, examined } = subject
    const found = (await releasesOf(subject, addresses, within('list')))
      .map(release => ({ ...release, parsed: scheme.parse(release.version) }))
      .filter(({ parsed }) => parsed !== undefined)
      .toSorted((a, b) => scheme.compare(a.parsed, b.parsed))
    if (found.length === 0) return { subject, state: 'not-asked', reason: 'no release was named' }
    const looked = examined === undefined ? undefined : scheme.parse(examined)
    const newer = found.filter(({ parsed }) => looked === undefined || scheme.compare(parsed, looked) > 0)
    if (newer.length === 0) return { subject, state: 'nothing-newer' }
    const newest = newer.findLast(({ parsed }) => !scheme.isPrerelease(parsed)) ?? newer.at(-1)
    const comparison = looked === undefined ? undefined : await compared(subject, newest, addresses, within)
    return { subject, state: 'newer', newest: newest.version, newer: newer.map(({ version }) => version), comparison }
  } catch (error) {
    return { subject, state: 'not-asked', reason: error.message }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The releases that a registry has, or the tags of the repository where none is asked; `tag` is the name of the tag. */
async function releasesOf(subject, addresses, folder) {
  const { ecosystem, name, repository, versionsOf } = subject
  const registry = REGISTRIES[ecosystem]
  if (registry !== undefined) {
    const versions = await registry.releases(name, { address: addresses[ecosystem], folder })
    return versions.map(version => ({ version }))
  }
  const tags = await tagsOf(gitAddress(repository, addresses), folder)
  return versionsOf ? versionsOf(tags) : tags.map(tag => ({ tag, version: tag }))
}

function gitAddress(repository, { git = GITHUB }) {
  return repository.startsWith(`${GITHUB}/`) ? `${git}${repository.slice(GITHUB.length)}` : repository
}

/**
 * How the newest release compares with the one that was looked at: `same` if nothing differs that decides, `differs`, or `unknown` with
 * the reason in `what`. `details` are lines to show.
 */
async function compared(subject, newest, addresses, within) {
  try {
    if (subject.heldBy) return await comparedByLock(subject, newest, addresses, within('tag'))
    const project = PROJECTS.find(each => each.ecosystem === subject.ecosystem && each.packages[0] === subject.name)
    if (project?.repository) return await comparedBySources(subject, project, newest, addresses, within)
    if (REGISTRIES[subject.ecosystem]) return await comparedByArchives(subject, newest, addresses, within)
    return { kind: 'unknown', what: 'only the tags of its repository were asked' }
  } catch (error) {
    return { kind: 'unknown', what: `not compared: ${error.message}` }
  }
}

async function comparedByLock(
  { name, repository, lockFiles, heldBy, observedOf },
  { tag, version },
  addresses,
  folder
) {
  const texts = await filesAt(gitAddress(repository, addresses), tag, lockFiles, folder)
  const { held, observed } = await heldBy(texts)
  if (observed === 'not-known')
    return { kind: 'unknown', what: `its lock files state no client that is known at ${tag}` }
  return outcome(`its lock files state the client ${held}`, observed, observedOf(name, version))
}

async function comparedBySources({ name, observedOf }, project, { version }, addresses, within) {
  const address = gitAddress(`${GITHUB}/${project.repository}`, addresses)
  const tag = (await tagsOf(address, within('tags'))).find(each => project.tags.exec(each)?.[1] === version)
  if (tag === undefined) return { kind: 'unknown', what: `${project.repository} has no tag for it` }
  const texts = await filesAt(address, tag, filesOf(project), within('tag'))
  const found = said(project, path => texts.get(path))
  if (found === undefined)
    return { kind: 'unknown', what: `its sources at ${tag} state nothing that evidence/projects.mjs knows` }
  const observed = project.client ? observedOf(project.client, found) : found
  return outcome(
    `its sources at ${tag} state ${project.client ?? 'the loader'} ${found}`,
    observed,
    observedOf(name, version)
  )
}

function outcome(what, seen, judged) {
  return seen === judged
    ? { kind: 'same', what }
    : { kind: 'differs', what: `${what}, which is observed as ${seen}; the policy says ${judged}` }
}

async function comparedByArchives({ ecosystem, name, examined, clients }, { version }, addresses, within) {
  const rule = LOADERS[`${ecosystem} ${name}`] ?? {}
  const unpacked = (release, folder) =>
    REGISTRIES[ecosystem].unpack(rule.archive ?? name, release, { address: addresses[ecosystem], folder })
  const [before, after] = await Promise.all([unpacked(examined, within('before')), unpacked(version, within('after'))])
  const loaders = [loaderIn(before, rule), loaderIn(after, rule)]
  const asked = [requirementsIn(before, clients), requirementsIn(after, clients)]
  const loaderDiff = differenceOf(...loaders)
  const gone = asked[0].filter(line => !asked[1].includes(line)).map(line => `- ${line}`)
  const added = asked[1].filter(line => !asked[0].includes(line)).map(line => `+ ${line}`)
  const details = [...(loaderDiff === '' ? [] : loaderDiff.split('\n')), ...gone, ...added]
  const [files, lines] = [loaders[1].size, asked[1].length]
  if (files === 0 && loaders[0].size === 0 && lines === 0 && asked[0].length === 0) {
    return { kind: 'unknown', what: 'no file of its archive reads the token or requires another client' }
  }
  const what = `files that read the token: ${files}, lines that require other clients: ${lines}`
  return { kind: details.length === 0 ? 'same' : 'differs', what, details }
}
