#!/usr/bin/env node
// Counts of how many images in public charts and manifests the policy knows releases: `node evidence/coverage.mjs`, after a build.
// evidence/public-images.tsv has the images: the name, the month of the commit that was read (none: the newest), the repository at
// GitHub, and the path of a file there that names the image. They are all images in about 70 repositories that run programs which ask
// an API server with a service account; tests, documents and images that a repository builds for them are left out.
import { readFileSync } from 'node:fs'
import { docker } from '../lib/ecosystems/docker/index.js'
import { builtIn, clientNamed } from '../lib/policy/policy.js'

const lines = readFileSync(new URL('public-images.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const images = lines.map(line => {
  const [name, , repository] = line.split('\t')
  return { name, repository, state: stateOf(name) }
})
for (const state of ['not examined', 'no client of this name']) {
  for (const { name } of images.filter(image => image.state === state)) console.log(`${state}: ${name}`)
}
const known = images.filter(({ state }) => state === 'known').length
const repositories = new Set(images.map(({ repository }) => repository)).size
console.log(
  `${known} of ${images.length} images (${((100 * known) / images.length).toFixed(1)} %) of ${repositories} repositories have a row`
)

/** What the policy says of an image. */
function stateOf(name) {
  const client = clientNamed(builtIn, docker, docker.canonicalName(name))
  if (client === undefined) return 'no client of this name'
  return client.observed.every(({ reason }) => reason === 'not-examined') ? 'not examined' : 'known'
}
