#!/usr/bin/env node
// Renders reports full of generated hostile texts in every way, and fails if one of them acts, shows or outgrows:
//   node scripts/hostile-renderings.mjs [--cases 100000] [--seed 1]
// The same checks run in the tests, with fewer cases.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const MOST_SHOWN = 20

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } }
})
const cases = Number(values.cases)
const seed = Number(values.seed)
if (!(cases > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: node scripts/hostile-renderings.mjs [--cases 100000] [--seed 1]')
  process.exit(2)
}

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'lib', 'hostile-renderings')
try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run() {
  const compile = ['-p', 'tsconfig.json', '--noEmit', 'false', '--outDir', folder, '--rootDir', root, '--noCheck']
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), ...compile], {
    cwd: root,
    stdio: 'inherit'
  })
  const load = name => import(pathToFileURL(join(folder, '__tests__', 'support', name)).href)
  const [{ faultsOf, hostileText }, { randomNumbers }] = [await load('hostile-renderings.js'), await load('report.js')]

  let wrong = 0
  for (let number = 0; number < cases; number++) {
    const random = randomNumbers(seed * cases + number)
    const faults = faultsOf(() => hostileText(random), number % 2 === 0)
    if (faults.length > 0) {
      wrong += 1
      if (wrong <= MOST_SHOWN) console.error(`case ${number}: ${[...new Set(faults)].slice(0, 3).join('; ')}`)
    }
    if ((number + 1) % 10_000 === 0) console.log(`${number + 1} of ${cases} cases, ${wrong} wrong`)
  }
  console.log(`${cases} cases of seed ${seed}: ${wrong} wrong`)
  process.exitCode = wrong === 0 ? 0 : 1
}
