#!/usr/bin/env node
// Builds the two bundles: tsc to lib/, ncc to dist/, and the licence texts of everything a bundle contains.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' })

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
    '--no-cache',
    '-q'
  )
  const packages = bundledPackages(JSON.parse(readFileSync(join(root, stats), 'utf8')))
  writeFileSync(join(root, 'dist', entry, 'licenses.txt'), licences(packages))
}

/** The package folders of all modules. ncc's own `--license` forgets those of other chunks once there is an `import()`. */
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
