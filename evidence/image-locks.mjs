/** The lock files of an image at references of a clone, and the client in them, as the policy judges it. */
import { scan } from '../lib/scan/scan.js'
import { loaderOf } from './client-go-loader.mjs'
import { git, textsOf } from './clones.mjs'

/** In place of files: the tag is one of client-go. */
const OWN_TAG = 'tag'
export const TAGS = 'refs/tags/'
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
/** In place of a version: the client is a copy in the sources. */
export const COPY = 'copy'
/** What is held where no file states a client. */
export const NOTHING = { held: '', observed: 'not-known', below: false }
const PSEUDO = /^v\d+\.\d+\.\d+-(?:[\w.]+[.-])?\d{14}-(?<commit>[\da-f]{12})$/

/** By tag: the first of the alternatives of which the tag has every file, with the texts. */
export function locksOf({ files }, repository, refs) {
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
export async function heldBy({ clients: wanted }, lock) {
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
  const of = `${ecosystem}/${name}` === usual ? '' : `${name.replace(/^.*[/:](?!v\d+$)/, '')}@`
  return `${of}${version.replace(/[\s|]+/g, '')}`
}

/** By tag: what the copy of client-go in the sources of a Go program does with the token file, as its two functions say. */
export function copiesIn({ files }, repository, refs) {
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
