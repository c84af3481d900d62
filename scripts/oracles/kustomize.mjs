#!/usr/bin/env node
// Compares which images we say a manifest has, once kustomizations are built on it, with what `kustomize build` prints:
// npx tsc -p tsconfig.build.json && node scripts/oracles/kustomize.mjs
// Needs kustomize (https://kubectl.docs.kubernetes.io/installation/kustomize/) in the path. Writes small projects into a
// temporary folder and removes it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { repositoryOf } from '../../lib/ecosystems/docker/reference.js'
import { scan } from '../../lib/scan/scan.js'
import { diskWorkspace } from '../../lib/workspaces/disk.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const PROJECTS = 300
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`
const NAMES = ['prom/prometheus', 'docker.io/prom/prometheus', 'coredns/coredns', 'traefik', 'registry.example/traefik']
const TAGS = ['v2.10.0', 'v2.40.0', '1.6.2', '1.8.0', 'v1.7.30']
const FILES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

const random = randomNumbers(20_220_401)
const chance = part => random() < part
const some = (count, make) => Array.from({ length: count }, (_, index) => make(index))

/** The lines of an entry of `images`. */
function change() {
  const lines = [`  - name: ${pick(random, NAMES)}`]
  if (chance(0.3)) lines.push(`    newName: ${pick(random, [...NAMES, 'acme/own'])}`)
  if (chance(0.7)) lines.push(`    newTag: ${pick(random, TAGS)}${chance(0.2) ? `@${DIGEST}` : ''}`)
  else if (chance(0.5)) lines.push(`    digest: ${DIGEST}`)
  return lines
}

function manifest(layer) {
  const containers = some(1 + Math.floor(random() * 3), index => [
    `        - name: ${layer}-c${index}`,
    `          image: ${pick(random, NAMES)}:${pick(random, TAGS)}`
  ])
  const head = [
    'apiVersion: apps/v1',
    'kind: Deployment',
    `metadata: {name: ${layer}}`,
    'spec:',
    '  template:',
    '    spec:'
  ]
  return `${[...head, '      containers:', ...containers.flat()].join('\n')}\n`
}

/** The files of a project: layers in a row or beside one another, each on at most one other, most with a manifest. */
function project() {
  const files = {}
  const layers = 1 + Math.floor(random() * 5)
  for (let index = 0; index < layers; index++) {
    const resources = []
    if (index === 0 || chance(0.5)) {
      files[`l${index}/deploy.yaml`] = manifest(`l${index}`)
      resources.push('deploy.yaml')
    }
    if (index > 0 && (resources.length === 0 || chance(0.7))) resources.push(`../l${Math.floor(random() * index)}`)
    const changes = some(Math.floor(random() * 3), change).flat()
    const lines = [`${chance(0.9) ? 'resources' : 'bases'}:`, ...resources.map(resource => `  - ${resource}`)]
    // `bases` holds folders alone.
    if (lines[0] === 'bases:' && resources.includes('deploy.yaml')) lines[0] = 'resources:'
    if (changes.length > 0) lines.push('images:', ...changes)
    files[`l${index}/${pick(random, FILES)}`] = `${lines.join('\n')}\n`
  }
  return files
}

/** Which image each container has in each layer that nothing else builds on: container → texts. */
function built(folder, files) {
  const texts = Object.entries(files)
  const layers = [...new Set(Object.keys(files).map(path => dirname(path)))]
  const outermost = layers.filter(layer => !texts.some(([, text]) => text.includes(`- ../${layer}\n`)))
  const images = new Map()
  for (const layer of outermost) {
    const output = execFileSync('kustomize', ['build', join(folder, layer)], { encoding: 'utf8', stdio: 'pipe' })
    for (const [, image, name] of output.matchAll(/- image: (\S+)\n\s+name: (\S+)/g)) {
      images.set(name, [...(images.get(name) ?? []), image])
    }
  }
  return images
}

/** Path of the repository, and the tag or else the digest. */
function parts(image) {
  const [whole = '', digest] = image.split('@')
  const colon = whole.lastIndexOf(':')
  const [name, tag] =
    colon > whole.lastIndexOf('/') ? [whole.slice(0, colon), whole.slice(colon + 1)] : [whole, undefined]
  return `${repositoryOf(name)} ${tag ?? digest ?? ''}`
}

function told({ subject: { dependency } }) {
  const { requirement, name, replacement } = dependency
  return `${repositoryOf(replacement ?? name)} ${requirement.kind === 'none' ? '' : requirement.text}`
}

/** What we say otherwise than kustomize of one project. */
async function differencesIn(folder, files) {
  const images = built(folder, files)
  const { findings } = await scan(await diskWorkspace(folder), { minimum: 'documented' })
  const differences = []
  for (const finding of findings.filter(({ subject }) => subject.dependency.place.path.endsWith('deploy.yaml'))) {
    const { path, line } = finding.subject.dependency.place
    const container = files[path].split('\n')[line - 2].replace(/.*name: /, '')
    const results = images.get(container) ?? []
    const own = told(finding)
    const by =
      finding.status.by &&
      findings.find(
        ({
          subject: {
            dependency: { place }
          }
        }) => place.path === finding.status.by.path && place.line === finding.status.by.line
      )
    const isKept = results.length === 0 || results.some(image => parts(image) === own)
    const answer = by && told(by)
    // A name alone keeps the tag.
    const isAnswered =
      by && results.some(image => parts(image) === answer || (answer.endsWith(' ') && parts(image).startsWith(answer)))
    counts.images++
    if (by ? !isAnswered : !isKept) {
      differences.push(
        `${path}:${line} ${own}: ${by ? `settled by ${answer}` : 'open'}, built ${results.join(' ')}\n${JSON.stringify(files)}`
      )
    }
  }
  return differences
}

const counts = { projects: 0, images: 0 }
const differences = []
const base = mkdtempSync(join(tmpdir(), 'kustomize-oracle-'))
try {
  for (let index = 0; index < PROJECTS; index++) {
    const files = project()
    const folder = join(base, String(index))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    counts.projects++
    differences.push(...(await differencesIn(folder, files)))
  }
} finally {
  rmSync(base, { recursive: true })
}
conclude('kustomize', counts, differences)
