#!/usr/bin/env node
// Holds `fix` against real trees: node scripts/fix-trees.mjs FOLDER…, after a build, or with CLI. Each folder is copied. The diff of
// `fix --dry-run` must apply and lead to the same texts as `fix`, both must leave no gap that was not there, and a second `fix` must edit
// nothing more. Prints the lines that changed, for a person to read, and a summary. Exit code 1 if a tree fails.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const cli = process.env.CLI ?? join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')
const temporary = mkdtempSync(join(tmpdir(), 'bound-token-check-trees-'))
const CHANGED = /^[-+](?!-- |\+\+ )/
const GAPS = /(?<gaps>\d+)\s+gaps?\.$/m
let [edited, lines, failed] = [0, 0, 0]
try {
  for (const folder of process.argv.slice(2)) {
    const problems = checked(folder)
    if (problems.length > 0) failed++
    for (const problem of problems) console.log(`FAIL ${folder}: ${problem}`)
  }
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
const trees = process.argv.length - 2
console.log(`${trees} trees, ${edited} with edits, ${lines} lines changed, ${failed} trees failed`)
process.exitCode = failed === 0 ? 0 : 1

function checked(folder) {
  const [first, second] = ['diff', 'fix'].map(name => {
    const copy = join(temporary, name)
    rmSync(copy, { recursive: true, force: true })
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true, filter: path => basename(path) !== '.git' })
    return copy
  })
  const before = gapsIn(first)
  const { stdout: diff, status, stderr } = run(['fix', '--dry-run', first])
  if (status !== 0 && status !== 1) return [`ends with ${status}: ${stderr.slice(0, 500)}`]
  run(['fix', '--force', second])
  const problems = []
  if (diff !== '') {
    edited++
    writeFileSync(join(temporary, 'patch'), diff)
    const applied = spawnSync('git', ['apply', join(temporary, 'patch')], { cwd: first, encoding: 'utf8' })
    if (applied.status !== 0) problems.push(`the diff does not apply: ${applied.stderr.slice(0, 500)}`)
  }
  const differing = spawnSync('diff', ['-r', '-q', first, second], { encoding: 'utf8' }).stdout
  // What no diff can show is edited all the same.
  if (differing !== '' && !stderr.includes('not in UTF-8')) problems.push(`the diff leads elsewhere: ${differing}`)
  const after = gapsIn(second)
  if (after > before) problems.push(`${after} gaps in place of ${before}`)
  const again = run(['fix', '--dry-run', second]).stdout
  if (again !== '') problems.push(`a second run edits more:\n${again}`)
  const changed = diff.split('\n').filter(line => CHANGED.test(line))
  lines += changed.filter(line => line.startsWith('+')).length
  if (changed.length > 0) console.log([`${folder}:`, ...changed].join('\n  '))
  return problems
}

function gapsIn(folder) {
  return Number(GAPS.exec(run(['scan', '--fail-on', 'never', folder]).stdout)?.groups.gaps ?? Number.NaN)
}

function run(options) {
  return spawnSync('node', [cli, ...options], { encoding: 'utf8', maxBuffer: 1 << 28 })
}
