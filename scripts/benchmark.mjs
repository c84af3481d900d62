#!/usr/bin/env node
// Measures the time of the whole process on a tree of many files, with a bare Node and `git ls-files` for comparison.
// node scripts/benchmark.mjs [--files 6000] [--runs 11]. Needs /usr/bin/time (GNU) for the peak memory.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { files: { type: 'string', default: '6000' }, runs: { type: 'string', default: '11' } }
})
const [files, runs] = [Number(values.files), Number(values.runs)]
const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'bound-token-check-benchmark-'))

try {
  makeTree()
  const commands = {
    'node -e 0': [process.execPath, '-e', '0'],
    'git ls-files': ['git', '-C', root, 'ls-files'],
    'bound-token-check scan': [process.execPath, cli, 'scan', root]
  }
  const samples = Object.fromEntries(Object.keys(commands).map(name => [name, []]))
  for (let run = -1; run < runs; run++) {
    for (const [name, command] of Object.entries(commands)) {
      const sample = measure(command)
      if (run >= 0) samples[name].push(sample)
    }
  }
  console.log(`${files} files, ${runs} runs each, interleaved; Node ${process.versions.node}`)
  console.log('| Process | wall ms: min, median, max | peak MiB: min, median, max |\n| --- | --- | --- |')
  for (const [name, all] of Object.entries(samples)) {
    console.log(`| ${name} | ${spread(all.map(({ ms }) => ms))} | ${spread(all.map(({ mebibytes }) => mebibytes))} |`)
  }
} finally {
  rmSync(root, { recursive: true, force: true })
}

/**
 * A monorepo: one file in ten is a dependency file, one service in five uses a Kubernetes client, one lockfile is
 * large.
 */
function makeTree() {
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const services = Math.ceil(files / 20)
  for (let service = 0; service < services; service++) {
    const client = service % 5 === 0
    const folder = `team-${service % 20}/service-${service}`
    write(
      `${folder}/go.mod`,
      `module example.org/s${service}\n\ngo 1.24\n\nrequire (\n\tgithub.com/google/uuid v1.6.0\n${client ? '\tk8s.io/client-go v0.29.3\n' : ''})\n`
    )
    write(
      `${folder}/package.json`,
      JSON.stringify({
        dependencies: { express: '^4.21.0', ...(client ? { '@kubernetes/client-node': '^1.0.0' } : {}) }
      })
    )
    for (let source = 0; source < 18; source++)
      write(`${folder}/src/file-${source}.go`, `package main // ${'x'.repeat(2_000)}\n`)
  }
  const packages = { '': { dependencies: { '@kubernetes/client-node': '^1.0.0' } } }
  for (let index = 0; index < 20_000; index++) {
    packages[`node_modules/package-${index}`] = {
      version: '1.0.0',
      integrity: `sha512-${'A'.repeat(86)}==`,
      dependencies: { other: '^1.0.0' }
    }
  }
  packages['node_modules/@kubernetes/client-node'] = { version: '1.4.0' }
  write('package-lock.json', JSON.stringify({ name: 'root', lockfileVersion: 3, packages }, undefined, 2))
  execFileSync('git', ['-C', root, 'init', '--quiet'])
  execFileSync('git', ['-C', root, 'add', '--all'])
}

function measure([program, ...args]) {
  const timed = existsSync('/usr/bin/time')
  const begun = process.hrtime.bigint()
  const { status, stderr } = timed
    ? spawnSync('/usr/bin/time', ['-f', '%M', program, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
    : spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const ms = Number(process.hrtime.bigint() - begun) / 1e6
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return { ms, mebibytes: timed ? Number(stderr.trim().split('\n').at(-1)) / 1024 : Number.NaN }
}

function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map(number => number.toFixed(0)).join(', ')
}
