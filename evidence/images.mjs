#!/usr/bin/env node
// Reads which client the image of each release of a program holds: `node evidence/images.mjs PATH [IMAGE…]`, after a build. PATH is
// a folder with clones that have all tags, named `OWNER+NAME`, `OWNER+NAME/repo` or `OWNER/NAME`. For each line of
// evidence/images.txt it reads the lock file at every tag with git, judges the client in it by the policy itself, and writes what
// it read into evidence/images.tsv and the rows that follow into src/policy/clients/docker-table.ts. With IMAGE, only those lines
// are read again. It tells what it could not read; what was known of an image whose clone is absent stays. Needs `git`, and for an image
// whose go.mod the Go module proxy has, `go`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { imageTags } from '../lib/ecosystems/docker/version.js'
import { cloneOf, git } from './clones.mjs'
import { goModsOf, goVersionsOf } from './go-modules.mjs'
import { GO_CLIENTS, imagesIn, imageVersions } from './image-list.mjs'
import { COPY, copiesIn, heldBy, locksOf, NOTHING, TAGS } from './image-locks.mjs'
import { tagsListedBy } from './listed-tags.mjs'

const records = new URL('images.tsv', import.meta.url)
const table = new URL('../src/policy/clients/docker-table.ts', import.meta.url)

/** The letters of the table. */
const LETTERS = {
  reloads: 'r',
  'reloads-late': 'l',
  'reads-once': 'o',
  'sends-no-token': 's',
  stops: 'x',
  'not-known': '?'
}
/** A tag that names a variant of a release. */
const VARIANT = /^(?<release>v[\d.]+)-[a-z].*?(?<rebuild>(?:-\d+(?:\.\d+)*)?)$/
const [root, ...wanted] = process.argv.slice(2)
if (root === undefined) {
  process.stderr.write('usage: node evidence/images.mjs PATH-OF-CLONES [IMAGE…]\n')
  process.exit(3)
}
const images = imagesIn()
const known = grouped(recorded())
const complaints = []
for (const image of images) {
  if (wanted.length > 0 && !wanted.includes(image.name)) continue
  const absent = image.sources
    .filter(({ repository, module }) => module === undefined && cloneOf(root, repository) === undefined)
    .map(({ repository }) => repository)
  if (absent.length > 0) {
    const kept = known.has(image.name) ? 'kept as it was' : 'no row'
    complaints.push(`${image.name}: no clone of ${absent.join(' and ')}: ${kept}`)
    continue
  }
  known.set(image.name, await read(image))
}
const rows = images.filter(({ name }) => known.get(name)?.length > 0)
writeFileSync(records, `${rows.flatMap(({ name }) => known.get(name).map(lineOf)).join('\n')}\n`)
writeFileSync(table, tableOf(rows))
const tags = rows.flatMap(({ name }) => known.get(name)).flatMap(record => record.tags)
process.stdout.write(`${complaints.map(line => `${line}\n`).join('')}${rows.length} images, ${tags.length} tags\n`)

/** What each tag of an image holds, in the order of the tags; neighbours with the same are one record. */
async function read(image) {
  const found = []
  for (const source of image.sources) found.push(...(await readSource(image, source)))
  // Of a tag in two repositories, what is known counts.
  found.sort((a, b) => imageTags.compare(a.version, b.version) || Number(a.held === '') - Number(b.held === ''))
  const tags = found.filter(
    ({ version }, index) => index === 0 || imageTags.compare(found[index - 1].version, version) < 0
  )
  const result = []
  for (const { tag, held, observed, below } of tags) {
    const last = result.at(-1)
    if (last && last.held === held && last.observed === observed && last.below === below) last.tags.push(tag)
    else result.push({ image: image.name, held, observed, below, tags: [tag] })
  }
  const unread = result.filter(({ observed }) => observed === 'not-known').flatMap(record => record.tags)
  if (unread.length > 0) {
    complaints.push(
      `${image.name}: not known at ${unread.length} of ${tags.length} tags: ${unread[0]} … ${unread.at(-1)}`
    )
  }
  return result
}

function readSource(image, { repository, module, listing }) {
  if (module !== undefined) return readProxy(image, module)
  const clone = cloneOf(root, repository)
  return listing === undefined ? readClone(image, clone) : readListed(image, clone, listing)
}

async function readClone(image, repository) {
  const names = git(repository, ['tag', '--list']).toString().split('\n')
  const found = imageVersions(image, names).map(({ of, isCommit, ...each }) => ({
    ref: isCommit ? of : `${TAGS}${of}`,
    ...each
  }))
  const refs = found.map(({ ref }) => ref)
  const held = await judged(image, refs, locksOf(image, repository, refs))
  const copies = image.clients === GO_CLIENTS ? copiesIn(image, repository, refs) : new Map()
  return found.map(each => {
    const known = held.get(each.ref)
    const copied = known.observed === 'not-known' ? copies.get(each.ref) : undefined
    return { ...each, ...known, ...(copied ? { held: known.held || COPY, observed: copied, below: false } : {}) }
  })
}

/** The versions of a Go module that the proxy lists, and those that the list of images writes out, by their go.mod. */
async function readProxy(image, module) {
  const found = imageVersions(image, await goVersionsOf(module))
  const mods = await goModsOf(module, [...new Set(found.map(({ of }) => of))])
  const locks = new Map(Array.from(mods, ([version, text]) => [version, [{ path: 'go.mod', id: version, text }]]))
  const known = await judged(image, [...new Set(found.map(({ of }) => of))], locks)
  return found.map(({ of, ...each }) => ({ ...each, ...known.get(of) }))
}

/**
 * The tags that a file lists, by the lock files in the folder of each, whose place is a star in the list of images. A tag is written without
 * its variant, whose images are releases of the same order; nothing is known of a release whose variants differ.
 */
async function readListed(image, repository, file) {
  const found = Array.from(tagsListedBy(repository, file), ([tag, { commit, folder }]) => ({
    ...{ tag: tag.replace(VARIANT, '$<release>$<rebuild>'), commit, folder, version: imageTags.parse(tag) },
    ref: `${commit}:${folder}`
  })).filter(({ version }) => version)
  const locks = new Map()
  for (const folder of new Set(found.map(each => each.folder))) {
    const files = image.files.map(group => group.map(path => path.replace('*', folder)))
    const commits = new Set(found.filter(each => each.folder === folder).map(({ commit }) => commit))
    for (const [commit, lock] of locksOf({ files }, repository, [...commits])) locks.set(`${commit}:${folder}`, lock)
  }
  const held = await judged(
    image,
    found.map(({ ref }) => ref),
    locks
  )
  const known = found.map(({ tag, version, ref }) => ({ tag, version, ...held.get(ref) }))
  const differing = known.filter(({ version, held: own, observed }) =>
    known.some(
      other =>
        imageTags.compare(other.version, version) === 0 &&
        own !== '' &&
        other.held !== '' &&
        other.observed !== observed
    )
  )
  if (differing.length > 0) complaints.push(`${image.name}: variants differ: ${differing[0].tag} …`)
  return known.map(each => (differing.includes(each) ? { ...each, ...NOTHING } : each))
}

/** By reference: the client that its lock files hold. Equal locks are judged once. */
async function judged(image, refs, locks) {
  const verdicts = new Map()
  const result = new Map()
  for (const ref of refs) {
    const lock = locks.get(ref)
    const key = keyOf(lock)
    if (!verdicts.has(key)) verdicts.set(key, lock ? await heldBy(image, lock) : NOTHING)
    result.set(ref, verdicts.get(key))
  }
  return result
}

function keyOf(lock = []) {
  return lock.map(({ path, id }) => `${path} ${id}`).join(' ')
}

function lineOf({ image, held, observed, below, tags }) {
  return [image, held, observed, below ? 'below' : '', tags.join(' ')].join('\t')
}

function recorded() {
  if (!existsSync(records)) return []
  return readFileSync(records, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => {
      const [image, held, observed, below, tags] = line.split('\t')
      return { image, held, observed, below: below === 'below', tags: tags.split(' ') }
    })
}

function grouped(all) {
  const groups = new Map()
  for (const record of all) groups.set(record.image, [...(groups.get(record.image) ?? []), record])
  return groups
}

/** The module with the table: one line for each image, with the first tag of each stretch of tags that do the same. */
function tableOf(rows) {
  const lines = rows.map(({ name, alsoNamed, title, sources, clients }) => {
    const stretches = stretchesOf(known.get(name))
    const parts = [
      [name, ...alsoNamed].join(' '),
      title,
      sources.at(-1).repository,
      clients === GO_CLIENTS ? '' : clients[0],
      known.get(name).at(-1).tags.at(-1),
      stretches
        .map(
          ({ letter, from, first, last }, index) =>
            `${index === 0 ? '' : from}=${letter}${first === last ? first : `${first}..${last}`}`
        )
        .join(' ')
    ]
    return parts.join('|')
  })
  return `/**
 * Container images and the client in each release. Generated by evidence/images.mjs from evidence/images.txt. A line has the names,
 * the title, the repository at GitHub, the client (client-go where none is named), the newest tag that was read, and stretches
 * of tags: the first tag, what the client does (a letter of docker-images.ts, with a minus below the documented minimum), and the
 * first and the last version of the client.
 */

/** The rows, one on each line. */
export const IMAGE_TABLE = \`
${lines.join('\n')}
\`
`
}

function stretchesOf(all) {
  const result = []
  for (const { held, observed, below, tags } of all) {
    const letter = `${LETTERS[observed]}${below ? '-' : ''}`
    const last = result.at(-1)
    if (last?.letter !== letter) result.push({ letter, from: tags[0], first: held, last: held })
    else if (last.first === COPY || last.first === '') Object.assign(last, { first: held, last: held })
    else if (held !== COPY && held !== '') last.last = held
  }
  // A client that reloads is newer than one that does not: of releases before those that were read, only the latter may be said.
  if (/^[rl]/.test(result[0].letter)) result.unshift({ letter: '?', from: '', first: '', last: '' })
  return result
}
