#!/usr/bin/env node
// Holds the hazards against a folder of cases: node scripts/hazard-cases.mjs FOLDER [--rules ID,ID] [--levels CASE=L,CASE=L]
// Each folder in FOLDER is a case; FOLDER/expected.tsv has a line `case, path, line, rule` for each finding. `a|b` is either of two
// rules, `?id` is allowed and not required, `-` is no finding in the file. Whatever else is found in a file of the table is wrong.
// case.md may give a finding a level: `- \`path:line\`: \`rule\` (level E)`, where E, W and N are error, warning and notice, and
// ` or \`rule\` (level W)` gives another rule its own. A finding of another level is wrong.
// A line `Inputs assumed: provider=cce, metrics=m.txt` of case.md gives the case a cluster and its evidence; `Note: One finding for …
// is fine.` makes the lines of one rule in one file one expectation.
// `--levels CASE=E,CASE=N` gives a case another level than its case.md, where a definition made after the case does.
// Prints each difference and `N right, M wrong`; exit code 1 if any is wrong.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** A finding about an image is one of the policy, and no hazard. */
const OF_IMAGES = 'image-minimum'
/** What a fact of the repository is called as a rule. */
const FACTS = { 'automount-off': 'automount-disabled' }
/** The settings that a case may state, by the names of its line. */
const INPUTS = {
  provider: platform => ({ platform }),
  'cluster-version': clusterVersion => ({ clusterVersion }),
  metrics: path => ({ metrics: [path] }),
  audit: path => ({ auditLog: [path] })
}
/** The levels by their letters in case.md; all other words there are of rules that are facts. */
const LEVELS = { E: 'error', W: 'warning', N: 'notice' }
const EXPECTED = /^- `(?<path>[^`]+):(?<line>\d+)`: (?<rules>.*)$/gm
const RULE_LEVEL = /`(?<rule>[\w-]+)` \(level (?<level>[EWN])\)/g
const COLUMNS = ['case', 'path', 'line', 'rule']
const ASSUMED = /^Inputs assumed: (?<inputs>.*)$/m
/** `cluster-version >= 1.24 (without it: W)`: the levels are those of this version, whatever the rest says of others. */
const FROM_VERSION = /^cluster-version >= (?<version>[\d.]+\d)/
const AS_ONE = /^Note: One finding for the .* is fine\.$/m
const TODAY = '2026-01-01'

const { values, positionals } = parseArgs({
  options: { rules: { type: 'string' }, levels: { type: 'string' } },
  allowPositionals: true
})
const [folder] = positionals
if (folder === undefined) throw new Error('usage: node scripts/hazard-cases.mjs FOLDER [--rules ID,ID]')
const wanted = values.rules?.split(',')
const corrected = new Map(values.levels?.split(',').map(pair => pair.split('=')))

const root = fileURLToPath(new URL('..', import.meta.url))
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')])
const { groupBy } = await import('../lib/collections.js')
const { scan } = await import('../lib/scan/scan.js')
const { readFiles } = await import('../lib/scan/files.js')
const { detectorFinder } = await import('../lib/scan/detectors.js')
const { hazardCatalogue } = await import('../lib/hazards/index.js')
const { AUTOMOUNT_KEYWORDS } = await import('../lib/hazards/documents/automount.js')
const { builtIn } = await import('../lib/policy/policy.js')
const { diskWorkspace } = await import('../lib/workspaces/disk.js')
const { bytesOf } = await import('../lib/workspaces/evidence-files.js')
const { gatherCluster } = await import('../lib/cluster/gather.js')
const { judgedByCluster } = await import('../lib/cluster/judged-by-cluster.js')
const { profileOf } = await import('../lib/cluster/profile.js')
const { settingsOf } = await import('../lib/settings/values.js')

/** All hazards, and the facts that are looked for only if a hazard asks for them. */
const everything = {
  ...hazardCatalogue,
  hazards: hazardCatalogue.hazards.map(hazard => ({ ...hazard, keywords: [...hazard.keywords, ...AUTOMOUNT_KEYWORDS] }))
}

const [head, ...lines] = readFileSync(join(folder, 'expected.tsv'), 'utf8').trimEnd().split('\n')
if (head !== COLUMNS.join('\t')) throw new Error(`${folder}: the answers have other columns`)
const cases = new Map()
for (const line of lines) {
  const [name, path, number, rule] = line.split('\t')
  const rows = cases.get(name) ?? cases.set(name, []).get(name)
  rows.push({ path, line: Number(number), rule })
}

const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
const unanswered = folders.filter(({ name }) => !cases.has(name))
if (cases.size === 0 || unanswered.length > 0)
  throw new Error(`${folder}: cases without an answer: ${unanswered.map(({ name }) => name).join(', ') || 'all'}`)

let right = 0
let wrong = 0
for (const [name, rows] of cases) {
  const text = readFileSync(join(folder, name, 'case.md'), 'utf8')
  const seen = await seenIn(join(folder, name), inputsOf(name, text))
  const levels = levelsOf(text, corrected.get(name))
  corrected.delete(name)
  for (const expectation of expectationsOf(rows, AS_ONE.test(text))) {
    const { path, lines, rule } = expectation
    if (wanted && !wanted.some(id => rule.includes(id)) && rule !== '-') continue
    const allowed = rule.replace(/^\?/, '').split('|')
    const found = seen.filter(
      one => one.path === path && (rule === '-' || (lines.includes(one.line) && allowed.includes(one.rule)))
    )
    for (const one of found) one.isExpected = rule !== '-'
    const other = found.find(one => (levels.get(keyOf(one)) ?? one.level) !== one.level)
    if (holds(expectation, found) && other === undefined) right++
    else if (other !== undefined)
      tell(`${name} ${path}:${other.line} expected ${rule} as ${levels.get(keyOf(other))}, found ${other.level}`)
    else
      tell(
        `${name} ${path}:${lines.join(',')} expected ${rule}, found ${found.map(one => `${one.rule}:${one.line}`).join(' ') || 'nothing'}`
      )
  }
  const files = new Set(rows.map(row => row.path))
  for (const one of seen)
    if (one.isExpected === undefined && files.has(one.path) && (!wanted || wanted.includes(one.rule)))
      tell(`${name} ${one.path}:${one.line} not expected: ${one.rule}`)
}
for (const [name, level] of corrected) tell(`${name}=${level} is about no case`)
console.log(`${right} right, ${wrong} wrong`)
process.exitCode = wrong > 0 ? 1 : 0

/** What must be found: each line of the table, or as one those of one rule in one file, of which each may have one finding. */
function expectationsOf(rows, asOne) {
  if (!asOne) return rows.map(({ line, ...row }) => ({ ...row, lines: [line] }))
  return Array.from(groupBy(rows, ({ path, rule }) => JSON.stringify([path, rule])).values(), alike => ({
    ...alike[0],
    lines: alike.map(({ line }) => line)
  }))
}

/** The levels that a case gives to the findings it expects, or the one that a later definition gives to all. */
function levelsOf(text, other) {
  const levels = new Map()
  for (const { groups } of text.matchAll(EXPECTED))
    for (const { groups: stated } of groups.rules.matchAll(RULE_LEVEL))
      levels.set(keyOf({ ...groups, rule: stated.rule }), LEVELS[other ?? stated.level])
  return levels
}

function keyOf({ path, line, rule }) {
  return JSON.stringify([path, String(line), rule])
}

function holds({ lines, rule }, found) {
  if (rule === '-') return found.length === 0
  const isOnce = new Set(found.map(({ line }) => line)).size === found.length
  return isOnce && found.length <= lines.length && (found.length > 0 || rule.startsWith('?'))
}

/** The settings that a case assumes. Throws for others, so that no input is skipped. */
function inputsOf(name, text) {
  const { inputs } = ASSUMED.exec(text)?.groups ?? {}
  if (inputs === undefined) return undefined
  const { version } = FROM_VERSION.exec(inputs)?.groups ?? {}
  if (version !== undefined) return INPUTS['cluster-version'](version)
  return Object.assign(
    {},
    ...inputs.split(', ').map(input => {
      const [key, value, ...rest] = input.split('=')
      if (!Object.hasOwn(INPUTS, key) || !value || rest.length > 0) throw new Error(`${name}: unknown input ${input}`)
      return INPUTS[key](value)
    })
  )
}

function tell(difference) {
  wrong++
  console.log(difference)
}

/** What is found in a case: its hazards, what its cluster shows, its images that fail, and the facts that are rules. */
async function seenIn(path, inputs) {
  const scanned = await scan(await diskWorkspace(path), { minimum: 'documented' })
  const { findings } = inputs
    ? judgedByCluster(scanned, await clusterOf(path, inputs), { levels: {}, today: TODAY })
    : scanned
  const { sightings } = await readFiles(await diskWorkspace(path), detectorFinder(builtIn, everything), {})
  const hazards = findings
    .filter(({ subject }) => subject.kind === 'hazard' || subject.kind === 'cluster')
    .map(({ rule, level, place }) => ({ ...place, level, rule: rule.id }))
  const images = findings
    .filter(
      ({ subject, level }) =>
        subject.kind === 'client' && subject.dependency.ecosystem === 'docker' && level === 'error'
    )
    .map(({ level, place }) => ({ ...place, level, rule: OF_IMAGES }))
  const facts = sightings.facts.flatMap(({ place, fact }) =>
    FACTS[fact.kind] ? [{ ...place, rule: FACTS[fact.kind] }] : []
  )
  return [...hazards, ...images, ...facts].filter(({ path: file }) => file !== 'case.md')
}

async function clusterOf(path, inputs) {
  const settled = settingsOf({ stated: {}, places: new Map() }, inputs)
  const open = name => ({ path: name, bytes: bytesOf(join(path, name)) })
  const { facts, evidence } = await gatherCluster(settled, { today: TODAY, open })
  return { profile: profileOf([facts]), evidence }
}
