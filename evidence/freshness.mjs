#!/usr/bin/env node
// Asks the registries for releases that are newer than those up to which somebody looked, and writes a proposal; see README.md.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ecosystemOf } from '../lib/ecosystems/index.js'
import { allClients } from '../lib/policy/clients/index.js'
import { judge } from '../lib/policy/judge.js'
import * as markup from '../lib/reporters/markup.js'
import { clients as cargo } from './ecosystems/cargo.mjs'
import { clients as golang } from './ecosystems/golang.mjs'
import { clients as maven } from './ecosystems/maven.mjs'
import { clients as npm } from './ecosystems/npm.mjs'
import { clients as pypi } from './ecosystems/pypi.mjs'
import { imagesIn, imageVersions } from './image-list.mjs'
import { heldBy } from './image-locks.mjs'
import { lookAt } from './newer.mjs'
import { proposalOf } from './proposal.mjs'
import { REGISTRIES } from './registries.mjs'

const RUNNABLE = { cargo, golang, maven, npm, pypi }
const AT_ONCE = 4
const HELP = `node evidence/freshness.mjs [options] [TEXT…]

Asks for releases that are newer than the one up to which somebody looked, compares what reads the token in both, and writes a
proposal in Markdown. With TEXT only clients are asked for whose ecosystem and name contain one of them. After a build.

  --registry ID=ADDRESS  the registry of an ecosystem (${Object.keys(REGISTRIES).join(', ')}), or git=ADDRESS in place of GitHub; else
                         the one that the client of the ecosystem is configured with. Or in the environment: FRESHNESS_ID
  --since VERSION        compare with this release in place of the one up to which somebody looked; with TEXT for one client
  --run                  run the newest releases of clients that evidence/prove.mjs can run, all at once
  --output FILE          write there instead of standard output
  --help                 say this, and end`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    registry: { type: 'string', multiple: true },
    since: { type: 'string' },
    run: { type: 'boolean' },
    output: { type: 'string' },
    help: { type: 'boolean' }
  }
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const ids = [...Object.keys(REGISTRIES), 'git']
const addresses = Object.fromEntries(
  [
    ...ids.map(id => [id, process.env[`FRESHNESS_${id.toUpperCase()}`] ?? '']),
    ...(values.registry ?? []).map(pairOf)
  ].filter(([, address]) => address !== '')
)

const subjects = (await subjectsOf()).filter(
  ({ ecosystem, name }) => positionals.length === 0 || positionals.some(text => `${ecosystem} ${name}`.includes(text))
)
const results = await allOf(subjects, subject =>
  lookAt({ ...subject, examined: values.since ?? subject.examined }, addresses)
)
const proposal = proposalOf(results, markup, values.run ? ranOf(results) : new Map())
if (values.output === undefined) process.stdout.write(proposal)
else writeFileSync(values.output, proposal)

function pairOf(text) {
  const [id, ...address] = text.split('=')
  if (ids.includes(id) && address.length > 0) return [id, address.join('=')]
  console.error(`--registry ${text}: not one of ${ids.join(', ')} with an address; see --help`)
  process.exit(3)
}

/** The rows that can have newer releases: one for each project, without images that nobody examined. */
async function subjectsOf() {
  const images = new Map(imagesIn().map(image => [image.name, image]))
  const found = []
  const seen = new Set()
  for (const { ecosystem, client } of allClients()) {
    const { name, repository, examined, observed } = client
    if (seen.has(observed) || observed.every(({ reason }) => reason === 'not-examined')) continue
    if (observed.length > 0) seen.add(observed)
    const { versions } = ecosystemOf(ecosystem)
    const scheme = await versions()
    const observedOf = (package_, text) => {
      const requirement = { kind: scheme.parse(text) === undefined ? 'range' : 'version', text }
      return judge({ ecosystem, name: package_, requirement }, scheme, { minimum: 'observed' }).verdict.observed
    }
    const clients = [...allClients()].filter(each => each.ecosystem === ecosystem).map(each => each.client.name)
    const image = images.get(name)
    const { module, listing } = image?.sources.at(-1) ?? {}
    const isListed = ecosystem === 'docker' && image !== undefined && module === undefined && listing === undefined
    found.push({
      ...{ ecosystem, name, repository, examined, scheme, observedOf },
      clients: clients.filter(other => other !== name),
      ...(isListed ? ofImage(image) : {})
    })
  }
  return found
}

/** What the list of images says of one. */
function ofImage(image) {
  return {
    versionsOf: tags => imageVersions(image, tags).map(({ of, tag }) => ({ tag: of, version: tag })),
    lockFiles: image.files.flat(),
    heldBy(texts) {
      const group = image.files.find(paths => paths.every(path => texts.get(path) !== undefined)) ?? []
      return heldBy(
        image,
        group.map(path => ({ path, text: texts.get(path) }))
      )
    }
  }
}

/** The results of all, a few at a time, in their order. */
async function allOf(items, work) {
  const done = []
  const waiting = items.entries()
  const worker = async () => {
    for (const [index, item] of waiting) {
      done[index] = await work(item)
      console.error(`${index + 1} of ${items.length}: ${item.ecosystem} ${item.name}: ${done[index].state}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return done
}

/** What the newest releases did that can be run, or why one could not be run here. */
function ranOf(found) {
  const releases = found
    .filter(({ state, subject: { ecosystem, name } }) => state === 'newer' && RUNNABLE[ecosystem]?.[name] !== undefined)
    .map(({ subject: { ecosystem, name }, newest }) => `${ecosystem} ${name} ${newest}`)
  if (releases.length === 0) return new Map()
  const script = new URL('prove.mjs', import.meta.url).pathname
  const options = { stdio: ['ignore', 2, 'inherit'] }
  const { status } = spawnSync(process.execPath, [script, ...releases.flatMap(text => ['--release', text])], options)
  if (status !== 0) console.error(`evidence/prove.mjs ended with ${status}: nothing was run`)
  const recorded = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'))
  return new Map(
    recorded
      .map(({ ecosystem, client, version, ...did }) => [`${ecosystem} ${client} ${version}`, did])
      .filter(([key]) => releases.includes(key))
  )
}
