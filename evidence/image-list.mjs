/** The list of images whose client a lock file of their project states (images.txt), and the tags that are versions of them. */
import { readFileSync } from 'node:fs'
import { imageTags } from '../lib/ecosystems/docker/version.js'

/** Where a Go program states the version of its dependencies: the first of these files that it has. */
const GO = ['go.mod', 'Gopkg.lock', 'glide.lock', 'vendor/vendor.json', 'Godeps/Godeps.json', 'vendor.conf']
/** The clients of a Go program: the first that it states. */
export const GO_CLIENTS = ['golang/k8s.io/client-go', 'golang/sigs.k8s.io/controller-runtime']
/** Before the module of a source: the Go module proxy has its go.mod, in place of a clone. */
const PROXY = '=proxy:'
/** Before the file of a source that lists the tags of its images, in place of tags of git. */
const LISTED = '=listed:'
/** A version: other tags are those of a branch, a chart or a part of the program. */
const PLAIN = /^\d[\d.]*(?:[-.]?(?:alpha|beta|rc|pre)[\d.]*)?(?:-\d[\d.]*)?$/i

/** The images of a list, by default of images.txt, in its order. */
export function imagesIn(text = readFileSync(new URL('images.txt', import.meta.url), 'utf8')) {
  return text
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(imageOf)
}

/** A line of the list: `names | title | repository | tags | files | client`. */
function imageOf(line) {
  const [names, title, source, patterns, files = '', client = ''] = line.split('|').map(part => part.trim())
  const [name, ...alsoNamed] = names.split(/\s+/)
  const sources = source.split(/\s+/).map(each => {
    const [proxied, module] = each.split(PROXY)
    const [repository, listing] = proxied.split(LISTED)
    return { repository, ...(module ? { module } : {}), ...(listing ? { listing } : {}) }
  })
  return {
    name,
    alsoNamed,
    title,
    sources,
    patterns: patterns.split(/\s+/).map(text => text.split('=')),
    files: files === '' || files === 'go' ? GO.map(file => [file]) : files.split(/\s+/).map(text => text.split('+')),
    clients: client === '' ? GO_CLIENTS : client.split(/\s+/)
  }
}

/**
 * The versions of an image among the tags of a repository, or the versions of a module: the name of each tag (`of`), the tag of the
 * image, and that tag parsed. A commit that the list states is in `of` too, with `isCommit`.
 */
export function imageVersions({ patterns }, names) {
  const found = patterns.flatMap(([pattern, form = pattern]) => {
    const [release, commit] = pattern.split('@')
    if (commit !== undefined) return [{ of: commit, isCommit: true, tag: release }]
    if (!pattern.includes('*')) return [{ of: pattern, tag: form }]
    const [before, after = ''] = pattern.split('*')
    const middle = name => name.slice(before.length, name.length - after.length)
    return names
      .filter(name => name.startsWith(before) && name.endsWith(after) && PLAIN.test(middle(name)))
      .map(name => ({ of: name, tag: form.replace('*', middle(name)) }))
  })
  return found.map(each => ({ ...each, version: imageTags.parse(each.tag) })).filter(({ version }) => version)
}
