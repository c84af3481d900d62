#!/usr/bin/env node
// Reads which client the image of each release of a program holds: `node evidence/images.mjs PATH [IMAGE…]`, after a build. PATH is
// a folder with clones that have all tags, named `OWNER+NAME`, `OWNER+NAME/repo` or `OWNER/NAME`. For each line of
// evidence/images.txt it reads the lock file at every tag with git, judges the client in it by the policy itself, and writes what
// it read into evidence/images.tsv and the rows that follow into src/policy/clients/docker-table.ts. With IMAGE, only those lines
// are read again. It tells what it could not read; what was known of an image whose clone is absent stays. Needs `git`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { imageTags } from '../lib/ecosystems/docker/version.js'
import { scan } from '../lib/scan/scan.js'
import { loaderOf } from './client-go-loader.mjs'
import { cloneOf, git, textsOf } from './clones.mjs'

const list = new URL('images.txt', import.meta.url)
const records = new URL('images.tsv', import.meta.url)
const table = new URL('../src/policy/clients/docker-table.ts', import.meta.url)

/** Where a Go program states the version of its dependencies: the first of these files that it has. */
const GO = ['go.mod', 'Gopkg.lock', 'glide.lock', 'vendor/vendor.json', 'Godeps/Godeps.json', 'vendor.conf']
/** In place of files: the tag is one of client-go. */
const OWN_TAG = 'tag'
const TAGS = 'refs/tags/'
/** The clients of a Go program: the first that it states. */
const GO_CLIENTS = ['golang/k8s.io/client-go', 'golang/sigs.k8s.io/controller-runtime']
/** The letters of the table. */
const LETTERS = {
  reloads: 'r',
  'reloads-late': 'l',
  'reads-once': 'o',
  'sends-no-token': 's',
  stops: 'x',
  'not-known': '?'
}
/** What is observed of a copy of client-go, by what its loader does. */
const OBSERVED = { reloads: 'reloads', late: 'reloads-late', regressed: 'reads-once', once: 'reads-once' }
/** As many digits of a commit as Go writes. */
const DIGITS = 12
/** Where a Go program keeps a copy of the loader of client-go, below the folder of its lock file. */
const LOADERS = [
  'vendor/k8s.io/client-go/rest',
  'vendor/k8s.io/client-go/1.5/rest',
  'vendor/k8s.io/client-go/1.4/rest',
  'vendor/k8s.io/kubernetes/pkg/client/restclient',
  'Godeps/_workspace/src/k8s.io/kubernetes/pkg/client/restclient',
  'Godeps/_workspace/src/k8s.io/kubernetes/pkg/client/unversioned'
]
/** A version: other tags are those of a branch, a chart or a part of the program. */
const PLAIN = /^\d[\d.]*(?:[-.]?(?:alpha|beta|rc|pre)[\d.]*)?(?:-\d[\d.]*)?$/i
const COPY = 'copy'
const NOTHING = { held: '', observed: 'not-known', below: false }
const PSEUDO = /^v\d+\.\d+\.\d+-(?:[\w.]+[.-])?\d{14}-(?<commit>[\da-f]{12})$/

const [root, ...wanted] = process.argv.slice(2)
if (root === undefined) {
  process.stderr.write('usage: node evidence/images.mjs PATH-OF-CLONES [IMAGE…]\n')
  process.exit(3)
}
const images = readFileSync(list, 'utf8')
  .split('\n')
  .filter(line => line.trim() !== '' && !line.startsWith('#'))
  .map(imageOf)
const known = grouped(recorded())
const complaints = []
for (const image of images) {
  if (wanted.length > 0 && !wanted.includes(image.name)) continue
  const absent = image.sources.filter(source => cloneOf(root, source) === undefined)
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

/** A line of the list: `names | title | repository | tags | files | client`. */
function imageOf(line) {
  const [names, title, source, patterns, files = '', client = ''] = line.split('|').map(part => part.trim())
  const [name, ...alsoNamed] = names.split(/\s+/)
  return {
    name,
    alsoNamed,
    title,
    sources: source.split(/\s+/),
    patterns: patterns.split(/\s+/).map(text => text.split('=')),
    files: files === '' || files === 'go' ? GO.map(file => [file]) : files.split(/\s+/).map(text => text.split('+')),
    clients: client === '' ? GO_CLIENTS : client.split(/\s+/)
  }
}

/** What each tag of an image holds, in the order of the tags; neighbours with the same are one record. */
async function read(image) {
  const found = []
  for (const source of image.sources) found.push(...(await readClone(image, cloneOf(root, source))))
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

async function readClone(image, repository) {
  const found = tagsOf(image, repository)
  const locks = locksOf(
    image,
    repository,
    found.map(({ ref }) => ref)
  )
  const verdicts = new Map()
  for (const { ref } of found) {
    const lock = locks.get(ref)
    const key = keyOf(lock)
    if (!verdicts.has(key)) verdicts.set(key, lock ? await heldBy(image, lock) : NOTHING)
  }
  const copies =
    image.clients === GO_CLIENTS
      ? copiesIn(
          image,
          repository,
          found.map(({ ref }) => ref)
        )
      : new Map()
  return found.map(each => {
    const held = verdicts.get(keyOf(locks.get(each.ref)))
    const copied = held.observed === 'not-known' ? copies.get(each.ref) : undefined
    return { ...each, ...held, ...(copied ? { held: held.held || COPY, observed: copied, below: false } : {}) }
  })
}

function keyOf(lock = []) {
  return lock.map(({ path, id }) => `${path} ${id}`).join(' ')
}

/** By tag: what the copy of client-go in the sources of a Go program does with the token file, as its two functions say. */
function copiesIn({ files }, repository, refs) {
  const folders = [...new Set(files.flat().map(path => path.slice(0, path.lastIndexOf('/') + 1)))]
  const places = folders
    .filter(folder => !/(?:^|\/)(?:vendor|Godeps)\/$/.test(folder))
    .flatMap(folder => LOADERS.map(loader => `${folder}${loader}`))
  const pairs = places.map(place => [`${place}/config.go`, `${place}/transport.go`])
  const found = locksOf({ files: pairs }, repository, refs)
  return new Map(
    Array.from(found, ([ref, [config, transport]]) => [ref, OBSERVED[loaderOf(config.text, transport.text)]]).filter(
      ([, observed]) => observed
    )
  )
}

/** The tags that are versions of the image, with the reference of each in git: a tag, or a commit that the list states. */
function tagsOf({ patterns }, repository) {
  const refs = git(repository, ['tag', '--list']).toString().split('\n')
  const found = patterns.flatMap(([pattern, form = pattern]) => {
    const [release, commit] = pattern.split('@')
    if (commit !== undefined) return [{ ref: commit, tag: release }]
    const [before, after = ''] = pattern.split('*')
    const middle = name => name.slice(before.length, name.length - after.length)
    return refs
      .filter(name => name.startsWith(before) && name.endsWith(after) && PLAIN.test(middle(name)))
      .map(name => ({ ref: `${TAGS}${name}`, tag: form.replace('*', middle(name)) }))
  })
  const parsed = found.map(each => ({ ...each, version: imageTags.parse(each.tag) })).filter(({ version }) => version)
  return parsed
}

/** By tag: the first of the alternatives of which the tag has every file, with the texts. */
function locksOf({ files }, repository, refs) {
  if (files[0][0] === OWN_TAG) return new Map(refs.map(ref => [ref, [requirementOf(ref.replace(TAGS, ''))]]))
  const asked = refs.flatMap(ref => files.flatMap(group => group.map(path => ({ ref, path, group }))))
  const ids = asked.map(({ ref, path }) => `${ref}:${path}`)
  const answers = git(repository, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], `${ids.join('\n')}\n`)
    .toString()
    .trimEnd()
    .split('\n')
  const blobs = new Map(
    asked.map(({ ref, path }, index) => [
      `${ref} ${path}`,
      / blob$/.test(answers[index]) ? answers[index].split(' ')[0] : undefined
    ])
  )
  const chosen = new Map()
  for (const ref of refs) {
    const group = files.find(each => each.every(path => blobs.get(`${ref} ${path}`) !== undefined))
    const lock = group?.map(path => ({ path, id: blobs.get(`${ref} ${path}`) }))
    if (lock) chosen.set(ref, lock)
  }
  const names = [...new Set([...chosen.values()].flat().map(({ id }) => id))]
  const found = textsOf(repository, names)
  const texts = new Map(names.map((name, index) => [name, found[index]]))
  return new Map(Array.from(chosen, ([ref, lock]) => [ref, lock.map(file => ({ ...file, text: texts.get(file.id) }))]))
}

function requirementOf(version) {
  return { path: 'go.mod', id: version, text: `require k8s.io/client-go ${version}\n` }
}

/** The client in a lock file and the verdict of the policy: the first of those that the image may hold. */
async function heldBy({ clients: wanted }, lock) {
  const files = Object.fromEntries(lock.map(({ path, text }) => [path, text]))
  const workspace = {
    list: async () => ({ source: 'walk', files: Object.keys(files).map(path => ({ path })), excluded: {}, gaps: [] }),
    read: async path => ({ text: files[path] })
  }
  const { findings } = await scan(workspace, { minimum: 'documented' })
  const clients = findings.filter(({ subject }) => subject.kind === 'client')
  const named = name =>
    clients.filter(({ subject: { dependency } }) => `${dependency.ecosystem}/${dependency.name}` === name)
  const of = wanted.map(named).find(some => some.length > 0)
  const own = of?.find(({ status }) => status.kind === 'open') ?? of?.[0]
  if (!own) return NOTHING
  const { dependency, verdict } = own.subject
  const { kind, observed } = verdict
  return {
    held: textOf(dependency, wanted[0]),
    observed,
    below: kind === 'below-minimum' || (observed === 'not-known' && kind === 'cannot-reload')
  }
}

/** The version or the commit of a client, without a blank; after its name, if it is not the usual client of the image. */
function textOf({ ecosystem, name, requirement }, usual) {
  const { text = '', revision } = requirement
  const commit = revision ?? PSEUDO.exec(text)?.groups.commit
  const isPath = commit === undefined && text.includes('/')
  const version = isPath ? COPY : commit === undefined ? text.replace('+incompatible', '') : commit.slice(0, DIGITS)
  const of = `${ecosystem}/${name}` === usual ? '' : `${name.replace(/^.*[/:]/, '')}@`
  return `${of}${version.replace(/[\s|]+/g, '')}`
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
      sources.at(-1),
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
