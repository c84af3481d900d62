#!/usr/bin/env node
// Holds the hazards against a folder of cases: node scripts/hazard-cases.mjs FOLDER [--rules ID,ID]
// Each folder in FOLDER is a case; FOLDER/expected.tsv has a line `case, path, line, rule` for each finding. `a|b` is either of two
// rules, `?id` is allowed and not required, `-` is no finding in the file. Whatever else is found in a file of the table is wrong.
// Prints each difference and `N right, M wrong`; exit code 1 if any is wrong.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** A finding about an image is one of the policy, and no hazard. */
const OF_IMAGES = 'image-minimum'
/** What a fact of the repository is called as a rule. */
const FACTS = { 'automount-off': 'automount-disabled' }

const { values, positionals } = parseArgs({ options: { rules: { type: 'string' } }, allowPositionals: true })
const [folder] = positionals
if (folder === undefined) throw new Error('usage: node scripts/hazard-cases.mjs FOLDER [--rules ID,ID]')
const wanted = values.rules?.split(',')

const root = fileURLToPath(new URL('..', import.meta.url))
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')])
const { scan } = await import('../lib/scan/scan.js')
const { readFiles } = await import('../lib/scan/files.js')
const { detectorFinder } = await import('../lib/scan/detectors.js')
const { hazardCatalogue } = await import('../lib/hazards/index.js')
const { AUTOMOUNT_KEYWORDS } = await import('../lib/hazards/documents/automount.js')
const { builtIn } = await import('../lib/policy/policy.js')
const { diskWorkspace } = await import('../lib/workspaces/disk.js')

/** All hazards, and the facts that are looked for only if a hazard asks for them. */
const everything = {
  ...hazardCatalogue,
  hazards: hazardCatalogue.hazards.map(hazard => ({ ...hazard, keywords: [...hazard.keywords, ...AUTOMOUNT_KEYWORDS] }))
}

const [, ...lines] = readFileSync(join(folder, 'expected.tsv'), 'utf8').trimEnd().split('\n')
const cases = new Map()
for (const line of lines) {
  const [name, path, number, rule] = line.split('\t')
  const rows = cases.get(name) ?? cases.set(name, []).get(name)
  rows.push({ path, line: Number(number), rule })
}

let right = 0
let wrong = 0
for (const [name, rows] of cases) {
  const seen = await seenIn(join(folder, name))
  for (const { path, line, rule } of rows) {
    if (wanted && !wanted.some(id => rule.includes(id)) && rule !== '-') continue
    const allowed = rule.replace(/^\?/, '').split('|')
    const found = seen.filter(
      one => one.path === path && (rule === '-' || (one.line === line && allowed.includes(one.rule)))
    )
    for (const one of found) one.isExpected = rule !== '-'
    const holds = rule === '-' ? found.length === 0 : rule.startsWith('?') ? found.length <= 1 : found.length === 1
    if (holds) right++
    else
      tell(
        `${name} ${path}:${line} expected ${rule}, found ${found.map(one => `${one.rule}:${one.line}`).join(' ') || 'nothing'}`
      )
  }
  const files = new Set(rows.map(row => row.path))
  for (const one of seen)
    if (one.isExpected === undefined && files.has(one.path) && (!wanted || wanted.includes(one.rule)))
      tell(`${name} ${one.path}:${one.line} not expected: ${one.rule}`)
}
console.log(`${right} right, ${wrong} wrong`)
process.exitCode = wrong > 0 ? 1 : 0

function tell(difference) {
  wrong++
  console.log(difference)
}

/** What is found in a case: its hazards, its images that fail, and the facts that are rules. */
async function seenIn(path) {
  const { findings } = await scan(await diskWorkspace(path), { minimum: 'documented' })
  const { sightings } = await readFiles(await diskWorkspace(path), detectorFinder(builtIn, everything), {})
  const hazards = findings
    .filter(({ subject }) => subject.kind === 'hazard')
    .map(({ rule, place }) => ({ ...place, rule: rule.id }))
  const images = findings
    .filter(
      ({ subject, level }) =>
        subject.kind === 'client' && subject.dependency.ecosystem === 'docker' && level === 'error'
    )
    .map(({ place }) => ({ ...place, rule: OF_IMAGES }))
  const facts = sightings.facts.flatMap(({ place, fact }) =>
    FACTS[fact.kind] ? [{ ...place, rule: FACTS[fact.kind] }] : []
  )
  return [...hazards, ...images, ...facts].filter(({ path: file }) => file !== 'case.md')
}
