#!/usr/bin/env node
// Builds the two bundles: tsc to lib/, ncc to dist/, the licence texts of everything in a bundle, and a fingerprint of
// the sources. Runs both bundles, because ncc can succeed and emit a bundle that does not start.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minifySync } from '@swc/core'
import { fingerprint, writeFingerprint } from './fingerprint.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' })

// Before the build: sources that change during it must not count as built.
const built = fingerprint(root)
for (const folder of ['lib', 'dist']) rmSync(join(root, folder), { recursive: true, force: true })
run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
for (const entry of ['main', 'cli']) {
  const stats = join('lib', `${entry}.stats.json`)
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    `lib/${entry}.js`,
    '-o',
    `dist/${entry}`,
    '--stats-out',
    stats,
    // A quarter less CPU at the start: half as many characters to parse.
    '--minify',
    '--no-cache',
    '-q'
  )
  minifyChunks(join(root, 'dist', entry))
  const packages = bundledPackages(JSON.parse(readFileSync(join(root, stats), 'utf8')))
  writeFileSync(join(root, 'dist', entry, 'licenses.txt'), licences(packages))
}
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
assertStarts('cli', ['--version'], 0, `${version}\n`)
assertStarts('cli', ['--help'], 0, 'Exit codes:')
// Without the runner's variables the Action ends with its own message.
assertStarts('main', [], 3, '::error::GITHUB_EVENT_NAME is not set.')
writeFingerprint(root, built)

/** Runs a bundle. Throws unless it ends with this exit code and prints this text. */
function assertStarts(entry, args, code, text) {
  const bundle = join(root, 'dist', entry, 'index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], { env: {}, encoding: 'utf8' })
  if (status === code && stdout.includes(text)) return
  throw new Error(`dist/${entry} does not start (exit code ${status}):\n${stdout}${stderr}`)
}

/** Minifies what a bundle loads later: ncc does so for the entry alone. */
function minifyChunks(folder) {
  for (const name of readdirSync(folder).filter(name => /^\d+\.index\.js$/.test(name))) {
    const path = join(folder, name)
    const { code } = minifySync(readFileSync(path, 'utf8'), { module: true, compress: true, mangle: true })
    writeFileSync(path, code)
  }
}

/**
 * The package folders of all modules. ncc's own `--license` omits those of other chunks once there is an `import()`.
 */
function bundledPackages(stats) {
  const folders = new Set()
  const visit = modules => {
    for (const module of modules ?? []) {
      const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.nameForCondition ?? '')?.[0]
      if (folder) folders.add(folder)
      visit(module.modules)
      visit(module.children)
    }
  }
  visit(stats.modules)
  visit(stats.children)
  return [...folders]
}

function licences(folders) {
  const texts = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find(entry => /^licen[cs]e(\.(md|txt|apache|apache2))?$/i.test(entry))
    const text =
      file && existsSync(join(folder, file))
        ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
        : ''
    return `${name} ${version} (${license})\n\n${text}`
  })
  return `${[...new Set(texts)].sort().join('\n\n---\n\n')}\n`
}
