#!/usr/bin/env node
// Scans folders through every adapter of workspaces and compares the reports: `node scripts/adapters.mjs FOLDER…`. Each folder is
// committed to a temporary repository and read from disk, from the objects of git, and through the API of a stand-in for GitHub.
import { cpSync } from 'node:fs'
import { register } from 'node:module'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

register('./typescript-loader.mjs', import.meta.url)
const { perAdapter } = await import('../__tests__/support/adapters.ts')
const { commit, removeTrees, repository } = await import('../__tests__/support/trees.ts')
const { scan } = await import('../src/scan/scan.ts')
const { excluding } = await import('../src/workspaces/excluding.ts')

const folders = process.argv.slice(2)
if (folders.length === 0) throw new Error('usage: node scripts/adapters.mjs FOLDER…')

const totals = { files: 0, claimed: 0, findings: 0, gaps: 0 }
let different = 0
for (const folder of folders) {
  const { disk, ...others } = await perAdapter(committed(folder), reportOf)
  totals.files += disk.coverage.listed
  totals.claimed += disk.coverage.claimed
  totals.findings += disk.findings.length
  totals.gaps += disk.gaps.length
  const faults = Object.entries(others).flatMap(([name, report]) => differences(name, disk, report))
  if (faults.length > 0) console.log(`${folder}:\n${faults.map(fault => `  ${fault}`).join('\n')}`)
  different += faults.length > 0 ? 1 : 0
  removeTrees()
}
const numbers = Object.entries(totals).map(([name, count]) => `${count} ${name}`)
console.log(`${folders.length - different} folders equal, ${different} different: ${numbers.join(', ')}`)
process.exitCode = different > 0 ? 1 : 0

/** A repository with a copy of the folder. */
function committed(folder) {
  const root = repository({})
  cpSync(folder, root, {
    recursive: true,
    verbatimSymlinks: true,
    filter: source => source === folder || basename(source) !== '.git'
  })
  commit(root)
  return root
}

/** The report without the name of the adapter. */
async function reportOf(workspace) {
  const { coverage, ...report } = await scan(excluding(workspace), { minimum: 'documented' })
  return { ...report, coverage: { ...coverage, source: '' } }
}

/** The parts of a report that are not as on disk. */
function differences(name, disk, report) {
  return Object.keys(disk).flatMap(part => {
    if (isDeepStrictEqual(disk[part], report[part])) return []
    const own = Array.isArray(report[part]) ? listed(report[part], disk[part]) : report[part]
    const wanted = Array.isArray(disk[part]) ? listed(disk[part], report[part]) : disk[part]
    return [`${name}: ${part}: ${JSON.stringify(own)} instead of ${JSON.stringify(wanted)}`]
  })
}

/** The items of a list that another one does not have. */
function listed(items, others) {
  return items.filter(item => !others.some(other => isDeepStrictEqual(item, other)))
}
