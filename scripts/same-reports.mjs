#!/usr/bin/env node
// Compares the reports of two builds: node scripts/same-reports.mjs BEFORE AFTER FOLDER…, each build by its cli/index.js (or cli.js).
// Scans every folder in each FOLDER, and says which reports differ. Exit code 1 if one does.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const [before, after, ...folders] = process.argv.slice(2)
const trees = folders.flatMap(folder =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [join(folder, entry.name)] : []))
)
const differing = trees.filter(tree => reportOf(before, tree) !== reportOf(after, tree))
for (const tree of differing) console.log(tree)
console.log(`${trees.length} folders, ${differing.length} differences`)
process.exitCode = differing.length === 0 ? 0 : 1

function reportOf(cli, tree) {
  const { status, stdout } = spawnSync(process.execPath, [cli, 'scan', '--format', 'json', tree], {
    encoding: 'utf8',
    maxBuffer: 1 << 30
  })
  if (status === null || status > 2) throw new Error(`${cli} scan ${tree} ended with ${status}`)
  return `${status}\n${stdout}`
}
