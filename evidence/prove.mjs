#!/usr/bin/env node
// Proves rows of the policy by running released clients; see README.md.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as cargo from './ecosystems/cargo.mjs'
import * as golang from './ecosystems/golang.mjs'
import * as maven from './ecosystems/maven.mjs'
import * as npm from './ecosystems/npm.mjs'
import * as pypi from './ecosystems/pypi.mjs'
import { END, group, keptOf, observationOf } from './observe.mjs'
import { reasonIn } from './process.mjs'
import { mountNamespace, namespaceCommand } from './service-account.mjs'

const ECOSYSTEMS = { golang, pypi, maven, npm, cargo }
const RESULTS = join(import.meta.dirname, 'results.json')
const HELP = `node evidence/prove.mjs [options] [ecosystem [client [version…]]]

Installs released Kubernetes clients into a temporary folder, runs them all at once against a local API server while the
token is rotated, and writes what each of them did to evidence/results.json. One run takes ${Math.ceil(END / 60)} minutes and what the
installation takes. Without arguments every client below is run; versions that are not listed can be given.

  --work FOLDER   install into FOLDER and keep it; what is there already is not installed again
  --release TEXT  run 'ECOSYSTEM CLIENT VERSION' and nothing else; may be given several times
  --list          say what would be run, and end
  --help          say this, and end

Needs Linux with \`unshare\` and \`mount\`, openssl, and the ecosystem's own tool: go, pip, mvn and javac, npm, cargo.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string' },
    release: { type: 'string', multiple: true },
    list: { type: 'boolean' },
    help: { type: 'boolean' }
  }
})
if (values.help) {
  console.log(HELP)
  for (const [ecosystem, { clients }] of Object.entries(ECOSYSTEMS)) {
    console.log(`\n${ecosystem}`)
    for (const [client, versions] of Object.entries(clients)) console.log(`  ${client}: ${versions.join(' ')}`)
  }
  process.exit(0)
}

const subjects = values.release?.flatMap(text => select(text.split(' '))) ?? select(positionals)
if (values.list) {
  for (const { ecosystem, client, version } of subjects) console.log(`${ecosystem} ${client} ${version}`)
  process.exit(0)
}

const unshare = namespaceCommand()
const work = values.work === undefined ? mkdtempSync(join(tmpdir(), 'evidence-')) : resolve(values.work)
mkdirSync(work, { recursive: true })
const run = mkdtempSync(join(tmpdir(), 'evidence-run-'))
try {
  const installed = []
  for (const subject of subjects) installed.push(await installSubject(subject))
  const runnable = installed.filter(({ command }) => command)
  if (runnable.length > 0) runTogether(runnable)
  save(installed.map(resultOf))
} finally {
  rmSync(run, { recursive: true, force: true })
  if (values.work === undefined) rmSync(work, { recursive: true, force: true })
}

function select([ecosystem, client, ...versions]) {
  const wrong = message => {
    console.error(`${message}; see --help`)
    process.exit(3)
  }
  if (ecosystem !== undefined && !ECOSYSTEMS[ecosystem]) wrong(`no ecosystem ${ecosystem}`)
  if (client !== undefined && !ECOSYSTEMS[ecosystem].clients[client]) wrong(`no client ${client}`)
  return Object.entries(ECOSYSTEMS)
    .filter(([id]) => ecosystem === undefined || id === ecosystem)
    .flatMap(([id, { clients }]) => Object.entries(clients).map(([name, known]) => ({ id, name, known })))
    .filter(({ name }) => client === undefined || name === client)
    .flatMap(({ id, name, known }) =>
      (versions.length > 0 ? versions : known).map(version => ({ ecosystem: id, client: name, version }))
    )
}

async function installSubject(subject) {
  const { ecosystem, client, version } = subject
  const folder = join(work, `${ecosystem}-${client}-${version}`.replaceAll(/[^\w.-]+/g, '_'))
  const kept = join(folder, 'installed.json')
  if (existsSync(kept)) return { ...subject, ...JSON.parse(readFileSync(kept, 'utf8')) }
  console.error(`installing ${ecosystem} ${client} ${version}`)
  try {
    rmSync(folder, { recursive: true, force: true })
    const program = await ECOSYSTEMS[ecosystem].install(client, version, folder)
    writeFileSync(kept, JSON.stringify(program))
    return { ...subject, ...program }
  } catch (error) {
    return { ...subject, reason: error.message }
  }
}

/** Runs the programs and adds their behaviour to the plan. */
function runTogether(programs) {
  writeFileSync(join(run, 'plan.json'), JSON.stringify({ outside: mountNamespace(), programs }))
  const [command, ...args] = unshare
  const script = join(import.meta.dirname, 'run.mjs')
  const { status } = spawnSync(command, [...args, process.execPath, script, run], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`the run ended with ${status}`)
  const seen = JSON.parse(readFileSync(join(run, 'seen.json'), 'utf8'))
  for (const [index, { requests, log }] of seen.entries())
    Object.assign(programs[index], { groups: group(requests), log })
}

function resultOf({ ecosystem, client, version, tools, groups, log, reason }) {
  const date = new Date().toISOString().slice(0, 10)
  const result = { ecosystem, client, version, date, ...(tools ? { tools } : {}) }
  const observation = groups && observationOf(groups)
  console.log(`${ecosystem} ${client} ${version}: ${observation ?? 'could not run'}`)
  if (observation) return { ...result, observation, requests: groups }
  const said = reason ?? (reasonIn(log) || 'it made no request')
  console.log(`  ${reason ?? log}`)
  return { ...result, couldNotRun: said }
}

/** Merges the results with those of other runs, in order. */
function save(results) {
  const key = ({ ecosystem, client, version }) => `${ecosystem} ${client} ${version}`
  const before = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : []
  const all = new Map(before.map(result => [key(result), result]))
  for (const result of results) all.set(key(result), keptOf(all.get(key(result)), result))
  const place = new Map(select([]).map((subject, index) => [key(subject), index]))
  const sorted = [...all.values()].toSorted(
    (a, b) => (place.get(key(a)) ?? Infinity) - (place.get(key(b)) ?? Infinity) || (key(a) < key(b) ? -1 : 1)
  )
  const text = JSON.stringify(sorted, undefined, 2)
  // One line for each group of requests.
  writeFileSync(
    RESULTS,
    `${text.replaceAll(/\{\s+"token"[^{}]*\}/g, group => group.replaceAll(/\s+/g, ' ').replaceAll(/(?<=\[) | (?=\])/g, ''))}\n`
  )
}
