#!/usr/bin/env node
// Compares the states of small repositories and checks the result against answers: `node scripts/diff-pairs.mjs FOLDER`, after a
// build. FOLDER/NAME/base and FOLDER/NAME/head are the states; FOLDER/NAME/expected.tsv has a line for each change: pair, change,
// package, path, old, new. A change is one word or several with `|` between them; one that ends with `?` may be missing.
// `--unchanged NAME,NAME` names pairs that must have no change, whatever their answer, which was written before the facts were known.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { check } from '../lib/check.js'
import { NO_CONFIGURATION } from '../lib/configuration/configuration.js'
import { diskWorkspace } from '../lib/workspaces/disk.js'
import { excluding } from '../lib/workspaces/excluding.js'

const OPTIONS = { minimum: 'documented', failOn: 'error', allowIncomplete: false, today: '2026-01-01' }
const COLUMNS = ['pair', 'change', 'package', 'path', 'old', 'new']

const { values, positionals } = parseArgs({ options: { unchanged: { type: 'string' } }, allowPositionals: true })
const [folder] = positionals
if (folder === undefined) throw new Error('usage: node scripts/diff-pairs.mjs FOLDER [--unchanged NAME,NAME]')
const unchanged = values.unchanged?.split(',') ?? []
const pairs = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
if (pairs.length === 0) throw new Error(`${folder} has no pairs`)
const absent = unchanged.filter(name => !pairs.some(pair => pair.name === name))
if (absent.length > 0) throw new Error(`${folder} has no pairs ${absent.join(', ')}`)

let wrong = 0
for (const { name } of pairs) {
  const expected = unchanged.includes(name) ? [] : expectedOf(join(folder, name))
  const faults = differences(expected, await changesIn(join(folder, name)))
  if (faults.length > 0) console.log(`${name}:\n${faults.map(fault => `  ${fault}`).join('\n')}`)
  wrong += faults.length > 0 ? 1 : 0
}
console.log(`${pairs.length - wrong} right, ${wrong} wrong`)
process.exitCode = wrong > 0 ? 1 : 0

/** The lines of an answer. Throws for an unknown form, so that no line is skipped. */
function expectedOf(pair) {
  const [head, ...lines] = readFileSync(join(pair, 'expected.tsv'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
  if (!head?.startsWith(COLUMNS.join('\t'))) throw new Error(`${pair}: the answers have other columns`)
  return lines.map(line => {
    const [, change, ...cells] = line.split('\t')
    return {
      kinds: change.replace('?', '').split('|'),
      isOptional: change.endsWith('?'),
      rest: cells.slice(0, 4).join(' ')
    }
  })
}

/** One line for each change. */
async function changesIn(pair) {
  const [base, head] = await Promise.all(
    ['base', 'head'].map(async side => excluding(await diskWorkspace(join(pair, side))))
  )
  const options = { ...OPTIONS, base: { workspace: base, commit: { id: 'base', kind: 'named' } } }
  const { findings, comparison } = (await check(head, NO_CONFIGURATION, options)).unfolded
  return [
    ...findings.flatMap(({ change, ...finding }) =>
      change ? lineOf(change.kind, change.before, finding, finding) : []
    ),
    ...comparison.fixed.map(({ before, now }) => lineOf('fixed', before, now, now ?? before))
  ]
}

/** `at` is the finding whose package and path the line names. */
function lineOf(kind, before, now, at) {
  const { name, place } = at.subject.dependency
  return { kind, rest: [name, place.path, stateOf(before), stateOf(now)].join(' ') }
}

function stateOf(finding) {
  if (!finding) return '-'
  const { dependency, verdict } = finding.subject
  return `${dependency.requirement.text ?? ''} ${verdict.kind}`
}

function differences(expected, found) {
  const left = [...found]
  const missing = expected.filter(({ kinds, isOptional, rest }) => {
    const index = left.findIndex(change => kinds.includes(change.kind) && change.rest === rest)
    if (index >= 0) left.splice(index, 1)
    return index < 0 && !isOptional
  })
  return [
    ...missing.map(({ kinds, rest }) => `missing: ${kinds.join('|')} ${rest}`),
    ...left.map(({ kind, rest }) => `wrong: ${kind} ${rest}`)
  ]
}
