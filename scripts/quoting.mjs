#!/usr/bin/env node
// Prints commands for folders with hostile names and lets a real shell take them apart: node scripts/quoting.mjs [COUNT] [SEED]. Each
// block must be valid for `sh -n`, change to exactly its folder, and run nothing else. Exit code 1 if a name leaves its quotes.
import { register } from 'node:module'

register('./typescript-loader.mjs', import.meta.url)
const { wholeNumbers } = await import('../__tests__/support/numbers.ts')
const { brokenNames, hostileName } = await import('../__tests__/support/shell-words.ts')
const { blockOf } = await import('../src/reporters/shell.ts')

const BATCH = 2_000
const [count, seed] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1)]
const next = wholeNumbers(seed)
const broken = []
let shown = 0
for (let done = 0; done < count; done += BATCH) {
  const names = Array.from({ length: Math.min(BATCH, count - done) }, () => hostileName(next))
  shown += names.filter(name => blockOf(name, ['x'])[0]?.startsWith('cd ')).length
  broken.push(...brokenNames(names))
}
console.log(`${count} names, ${shown} of them in a command, ${broken.length} broken`)
for (const name of broken.slice(0, 20)) console.log(JSON.stringify(name))
process.exitCode = broken.length === 0 ? 0 : 1
