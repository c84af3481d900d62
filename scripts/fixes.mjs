#!/usr/bin/env node
// The round trip of fixes: makes projects with a client that does not reload, locks them with the real package managers, scans them, does
// what the report prints, and scans again: node scripts/fixes.mjs [MANAGER[/CASE]…]. In `printed` the blocks of the report run by `sh` as
// they stand, after the edits that it puts in words; in `fix` the command `fix` edits the files, and the blocks that it prints run. Both must leave a project that the manager
// accepts (`checks`) and that the scan passes. Node and Python tools are installed as by `locked.mjs`, into LOCKED_TOOLS if that is set;
// cargo, go, mvn, gradle, bundle, gem, composer and sbt must be there. Prints a table, and for each failure what was run. Exit code 1 if one fails.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { environmentOf } from './package-managers.mjs'

const CLIENT = '@kubernetes/client-node'
const json = value => `${JSON.stringify(value, null, 2)}\n`
const manifest = (dependencies, more = {}) =>
  json({ name: 'app', version: '1.0.0', private: true, dependencies, ...more })

/** A package of npm that requires the client, as a registry has it: no file of the project shows what is inside. */
const PARENT = tarball({
  'package/package.json': json({ name: 'parent', version: '1.0.0', dependencies: { [CLIENT]: '0.10.2' } })
})

/** The projects for npm and similar tools. `overrides`: the key of an override in package.json. */
function javascript(overrides) {
  return {
    direct: { 'package.json': manifest({ [CLIENT]: '0.10.2' }) },
    folder: { 'services/a/package.json': manifest({ [CLIENT]: '0.10.2' }) },
    parent: { 'package.json': manifest({ parent: 'file:parent-1.0.0.tgz' }), 'parent-1.0.0.tgz': PARENT },
    workspace: {
      'package.json': json({ name: 'root', version: '1.0.0', private: true, workspaces: ['packages/*'] }),
      'packages/a/package.json': json({ name: 'a', version: '1.0.0', dependencies: { [CLIENT]: '0.10.2' } })
    },
    overridden: {
      'package.json': manifest(
        { [CLIENT]: '0.10.2' },
        overrides === undefined ? {} : { [overrides]: { [CLIENT]: '0.10.2' } }
      )
    }
  }
}

const PYTHON = dependencies =>
  `[project]\nname = "app"\nversion = "1.0.0"\nrequires-python = ">=3.11,<3.12"\ndependencies = [${dependencies.map(each => JSON.stringify(each)).join(', ')}]\n`
const python = {
  direct: { 'pyproject.toml': PYTHON(['kubernetes==11.0.0']) },
  range: { 's/app/pyproject.toml': PYTHON(['kubernetes~=11.0']) },
  parent: { 'pyproject.toml': PYTHON(['openshift==0.11.2']) },
  both: { 'pyproject.toml': PYTHON(['openshift==0.11.2', 'kubernetes==11.0.0']) }
}
const requirements = Object.fromEntries(
  Object.entries({
    direct: ['', 'kubernetes==11.0.0'],
    range: ['s/', 'kubernetes~=11.0'],
    parent: ['', 'openshift==0.11.2'],
    both: ['', 'openshift==0.11.2\nkubernetes==11.0.0']
  }).map(([name, [folder, text]]) => [name, { [`${folder}requirements.in`]: `${text}\n` }])
)
const GO = (folder, requires, imports) => ({
  [`${folder}go.mod`]: `module example.com/app\n\ngo 1.22\n\nrequire (\n${requires.map(each => `\t${each}\n`).join('')})\n`,
  [`${folder}main.go`]: `package main\n\nimport (\n${imports.map(each => `\t_ "${each}"\n`).join('')})\n\nfunc main() {}\n`
})
const OLD_GO = [
  'k8s.io/api v0.0.0-20190409021203-6e4e0e4f393b',
  'k8s.io/apimachinery v0.0.0-20190404173353-6a84e37a896d',
  'k8s.io/client-go v11.0.1-0.20190409021438-1a26190bd76a+incompatible'
]
const CARGO = (name, dependencies) =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n${dependencies}`
const KUBE =
  'kube = { version = "0.68", default-features = false, features = ["client"] }\nk8s-openapi = { version = "0.14", features = ["v1_22"] }\n'
const POM = (dependencies, more = '') =>
  `<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>a</groupId>\n  <artifactId>app</artifactId>\n  <version>1</version>\n${more}  <dependencies>\n${dependencies}  </dependencies>\n</project>\n`
const FABRIC8 = version =>
  `    <dependency>\n      <groupId>io.fabric8</groupId>\n      <artifactId>kubernetes-client</artifactId>\n      <version>${version}</version>\n    </dependency>\n`

const GRADLE = dependencies =>
  `apply plugin: 'java'\n\nrepositories {\n    mavenCentral()\n}\n\ndependencies {\n${dependencies}}\n`
const GEMFILE = gems => `source ENV.fetch('GEMS')\n\n${gems}\n`
/** Packages without contents, in place of a registry. */
const COMPOSER = require =>
  json({
    name: 'acme/app',
    require,
    repositories: [
      {
        type: 'package',
        package: [
          ...['0.13.0', '0.31.0'].map(version => ({ name: 'maclof/kubernetes-client', version, type: 'metapackage' })),
          {
            name: 'acme/parent',
            version: '1.0.0',
            type: 'metapackage',
            require: { 'maclof/kubernetes-client': '>=0.13.0' }
          },
          { name: 'acme/other', version: '1.0.0', type: 'metapackage' }
        ]
      },
      { 'packagist.org': false }
    ]
  })

/** By the manager: its tools, the projects by their case, how to lock in the folder of the first file, and how to check. */
const MANAGERS = {
  npm: {
    tools: ['npm:npm@11.19.1'],
    projects: javascript('overrides'),
    locks: 'npm install --package-lock-only --ignore-scripts',
    checks: `npm ls ${CLIENT} --all --package-lock-only`,
    settings: { npm_config_package_lock_only: 'true', npm_config_ignore_scripts: 'true' }
  },
  yarn1: {
    tools: ['npm:yarn@1.22.22'],
    projects: javascript('resolutions'),
    locks: 'yarn install --ignore-scripts --non-interactive',
    checks: 'yarn install --frozen-lockfile --ignore-scripts',
    settings: { YARN_IGNORE_SCRIPTS: 'true' }
  },
  yarn4: {
    tools: ['npm:@yarnpkg/cli-dist@4.18.1'],
    projects: javascript('resolutions'),
    locks: 'touch yarn.lock && yarn install --mode=skip-build',
    checks: 'yarn install --immutable --mode=skip-build',
    settings: { YARN_ENABLE_SCRIPTS: 'false', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' }
  },
  pnpm: {
    tools: ['npm:pnpm@10.34.9'],
    projects: {
      ...javascript(),
      workspace: {
        'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
        'package.json': json({ name: 'root', version: '1.0.0', private: true }),
        'packages/a/package.json': json({ name: 'a', version: '1.0.0', dependencies: { [CLIENT]: '0.10.2' } })
      },
      overridden: {
        'pnpm-workspace.yaml': `overrides:\n  '${CLIENT}': 0.10.2\n`,
        'package.json': manifest({ [CLIENT]: '0.10.2' })
      },
      catalog: {
        'pnpm-workspace.yaml': `packages:\n  - packages/*\ncatalog:\n  '${CLIENT}': 0.10.2\n`,
        'package.json': json({ name: 'root', version: '1.0.0', private: true }),
        'packages/a/package.json': json({ name: 'a', version: '1.0.0', dependencies: { [CLIENT]: 'catalog:' } })
      }
    },
    locks: 'pnpm install --ignore-scripts --lockfile-only',
    checks: 'pnpm install --frozen-lockfile --lockfile-only --ignore-scripts',
    settings: { npm_config_lockfile_only: 'true' }
  },
  bun: {
    tools: ['npm:bun@1.4.5'],
    projects: javascript('overrides'),
    locks: 'bun install --lockfile-only --ignore-scripts',
    checks: 'bun install --frozen-lockfile --ignore-scripts'
  },
  deno: {
    tools: ['npm:deno@2.9.6'],
    projects: {
      direct: { 'deno.json': json({ imports: { [CLIENT]: `npm:${CLIENT}@0.10.2` } }) },
      folder: { 's/deno.json': json({ imports: { [CLIENT]: `npm:${CLIENT}@0.10.2` } }) },
      node: { 'package.json': manifest({ [CLIENT]: '0.10.2' }) },
      overridden: { 'package.json': manifest({ [CLIENT]: '0.10.2' }, { overrides: { [CLIENT]: '0.10.2' } }) }
    },
    locks: 'deno install',
    checks: 'deno install --frozen'
  },
  pip: {
    tools: ['pypi:pip==25.3'],
    projects: {
      direct: { 'requirements.txt': 'kubernetes==11.0.0\n' },
      range: { 's/requirements.txt': 'kubernetes~=11.0\n' },
      parent: { 'requirements.txt': 'openshift==0.11.2\n' },
      both: { 'requirements.txt': 'openshift==0.11.2\nkubernetes==11.0.0\n' },
      setup: {
        'setup.py':
          "from setuptools import setup\nsetup(name='app', version='1', install_requires=['kubernetes==11.0.0'])\n"
      }
    },
    locks: 'true',
    checks:
      'if [ -f setup.py ]; then pip install --dry-run --quiet .; else pip install --dry-run --quiet -r requirements.txt; fi'
  },
  'pip-tools': {
    tools: ['pypi:pip-tools==7.6.2'],
    projects: requirements,
    locks: 'pip-compile --quiet requirements.in',
    checks: 'pip-compile --quiet requirements.in'
  },
  uv: {
    tools: ['pypi:uv==0.13.9'],
    projects: {
      ...python,
      workspace: {
        'pyproject.toml': `${PYTHON([])}\n[tool.uv.workspace]\nmembers = ["packages/*"]\n`,
        'packages/a/pyproject.toml': PYTHON(['kubernetes==11.0.0']).replace('"app"', '"a"')
      },
      overridden: {
        'pyproject.toml': `${PYTHON(['openshift'])}\n[tool.uv]\noverride-dependencies = ["kubernetes==11.0.0"]\n`
      }
    },
    locks: 'uv lock --python 3.11',
    checks: 'uv lock --check',
    settings: { UV_NO_SYNC: '1' }
  },
  poetry: {
    tools: ['pypi:poetry==2.5.1'],
    projects: python,
    locks: 'poetry source add --quiet index "$INDEX" && poetry lock',
    checks: 'poetry check --lock',
    settings: { POETRY_VIRTUALENVS_CREATE: 'true', POETRY_VIRTUALENVS_IN_PROJECT: 'true' }
  },
  pdm: {
    tools: ['pypi:pdm==2.28.2 unearth==0.18.2 hishel==1.1.9'],
    projects: python,
    locks: 'pdm lock',
    checks: 'pdm lock --check',
    settings: { PDM_CHECK_UPDATE: 'false' }
  },
  pipenv: {
    tools: ['pypi:pipenv==2026.10.3'],
    projects: {
      direct: { Pipfile: '[packages]\nkubernetes = "==11.0.0"\n' },
      range: { 's/Pipfile': '[packages]\nkubernetes = "~=11.0"\n' },
      parent: { Pipfile: '[packages]\nopenshift = "==0.11.2"\n' }
    },
    locks: 'pipenv lock --quiet',
    checks: 'pipenv verify'
  },
  go: {
    tools: [],
    projects: {
      direct: GO('', OLD_GO, ['k8s.io/client-go/kubernetes']),
      folder: GO('services/a/', OLD_GO, ['k8s.io/client-go/rest']),
      parent: GO(
        '',
        [...OLD_GO, 'sigs.k8s.io/controller-runtime v0.2.1'],
        ['k8s.io/client-go/kubernetes', 'sigs.k8s.io/controller-runtime/pkg/manager']
      ),
      overridden: (() => {
        const files = GO('', OLD_GO, ['k8s.io/client-go/rest'])
        const replace = OLD_GO.map(each => `\t${each.split(' ')[0]} => ${each}\n`).join('')
        return { ...files, 'go.mod': `${files['go.mod']}\nreplace (\n${replace})\n` }
      })()
    },
    // go.mod is what is scanned; to complete it takes the newest of what such old modules do not state.
    locks: 'true',
    checks: 'go mod verify && go build ./...',
    settings: { GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' }
  },
  cargo: {
    tools: [],
    projects: {
      direct: { 'Cargo.toml': CARGO('app', KUBE), 'src/main.rs': 'fn main() {}\n' },
      workspace: {
        'Cargo.toml':
          '[workspace]\nresolver = "2"\nmembers = ["a"]\n\n[workspace.dependencies]\nkube = { version = "0.68", default-features = false, features = ["client"] }\n',
        'a/Cargo.toml': CARGO(
          'a',
          'kube = { workspace = true }\nk8s-openapi = { version = "0.14", features = ["v1_22"] }\n'
        ),
        'a/src/main.rs': 'fn main() {}\n'
      },
      folder: { 'services/a/Cargo.toml': CARGO('app', KUBE), 'services/a/src/main.rs': 'fn main() {}\n' }
    },
    locks: 'cargo generate-lockfile',
    checks: 'cargo metadata --locked --format-version 1'
  },
  maven: {
    tools: [],
    projects: {
      direct: { 'pom.xml': POM(FABRIC8('4.4.1')) },
      property: {
        's/pom.xml': POM(FABRIC8('${v}'), '  <properties>\n    <v>4.4.1</v>\n  </properties>\n')
      },
      overridden: {
        'pom.xml': POM(
          FABRIC8('4.4.1').replace(/ *<version>.*<\/version>\n/, ''),
          `  <dependencyManagement>\n    <dependencies>\n${FABRIC8('4.4.1')}    </dependencies>\n  </dependencyManagement>\n`
        )
      }
    },
    locks: 'true',
    checks: 'mvn --batch-mode --quiet dependency:tree -Dincludes=io.fabric8'
  },
  gradle: {
    tools: [],
    projects: {
      direct: { 'build.gradle': GRADLE("    compile 'io.fabric8:kubernetes-client:4.4.1'\n") },
      property: {
        's/build.gradle': GRADLE('    compile "io.fabric8:kubernetes-client:$v"\n'),
        's/gradle.properties': 'v=4.4.1\n'
      },
      variable: { 'build.gradle': `def v = '4.4.1'\n${GRADLE('    compile "io.fabric8:kubernetes-client:${v}"\n')}` }
    },
    locks: 'true',
    checks: 'gradle --no-daemon --quiet dependencies --configuration compileClasspath > tree && ! grep FAILED tree'
  },
  bundler: {
    tools: [],
    projects: {
      direct: { Gemfile: GEMFILE("gem 'kubeclient', '4.9.3'") },
      range: { 's/Gemfile': GEMFILE("gem 'kubeclient', '~> 4.9.0'") },
      parent: { Gemfile: GEMFILE("gem 'acme'") },
      both: { Gemfile: GEMFILE("gem 'acme'\ngem 'kubeclient', '~> 4.9.0'") }
    },
    registry: gems,
    // What the report puts in words; `fix` leaves it, because this client needs a change of the program as well.
    byHand: text => text.replace(/(?<=kubeclient', )'(?:~> )?4\.9\.\d'/, "'>= 4.10.1'"),
    // Of what a parent allows, an old one, as if it had been locked long ago.
    locks: 'bundle lock && sed -i "s/kubeclient (4.11.0)/kubeclient (4.9.4)/" Gemfile.lock',
    checks: 'BUNDLE_FROZEN=true bundle lock --local || bundle lock --print | diff - Gemfile.lock'
  },
  composer: {
    tools: [],
    projects: {
      direct: { 'composer.json': COMPOSER({ 'maclof/kubernetes-client': '0.13.0' }) },
      range: { 's/composer.json': COMPOSER({ 'maclof/kubernetes-client': '~0.13.0' }) },
      parent: { 'composer.json': COMPOSER({ 'acme/parent': '^1.0' }) }
    },
    // Of what a parent allows, the oldest one, as if it had been locked long ago.
    locks: 'composer update --no-interaction --quiet --no-install --prefer-lowest',
    checks: 'composer validate --no-interaction --quiet --no-check-all --no-check-publish'
  },
  sbt: {
    tools: [],
    projects: {
      direct: {
        'build.sbt': 'scalaVersion := "2.13.14"\nlibraryDependencies += "io.fabric8" % "kubernetes-client" % "4.4.1"\n',
        'project/build.properties': 'sbt.version=1.10.7\n'
      }
    },
    locks: 'true',
    checks: 'sbt update'
  }
}

const cli = process.env.CLI ?? join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'bound-token-check-fixes-')))
const asked = process.argv.slice(2)
const rows = []
/** Commands that follow an edit in words. */
const AFTER_EDIT = /,\s+then:\n/
const AFTER_HAND = 'passes after the edit'
try {
  for (const [manager, { projects, ...rest }] of Object.entries(MANAGERS)) {
    for (const [name, files] of Object.entries(projects)) {
      const title = `${manager}/${name}`
      if (asked.length > 0 && !asked.includes(manager) && !asked.includes(title)) continue
      const row = { title, ...roundTrip(join(temporary, title), files, rest) }
      rows.push(row)
      console.log(`${title.padEnd(24)} ${row.printed.padEnd(24)} ${row.fix}`)
    }
  }
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
process.exitCode = rows.some(row => isFailed(row.printed) || isFailed(row.fix)) ? 1 : 0

function isFailed(outcome) {
  return outcome !== 'passes' && outcome !== AFTER_HAND
}

function roundTrip(folder, files, { tools, locks, checks, registry, byHand, settings = {} }) {
  const project = join(folder, 'made')
  for (const [path, text] of Object.entries(files)) write(join(project, path), text)
  const env = { ...environmentOf(tools, temporary), ...settings, ...registry?.() }
  const home = dirname(Object.keys(files)[0])
  const locked = sh(locks, join(project, home), env)
  if (locked.status !== 0) return { printed: 'not locked', fix: shown('not locked', locks, locked) }
  const before = scan(project)
  if (before.status !== 1) return { printed: 'passed before', fix: shown('passed before', 'scan', before) }
  const printed = blocksOf(before.stdout)
  const isByHand = printed.length === 0 || AFTER_EDIT.test(before.stdout)
  const copies = ['printed', 'fix'].map(name => {
    const copy = join(folder, name)
    cpSync(project, copy, { recursive: true, verbatimSymlinks: true })
    return copy
  })
  const [first, second] = copies
  // What a person edits by hand is what `fix` edits.
  if (isByHand && byHand) {
    for (const copy of copies) for (const [path, text] of Object.entries(files)) write(join(copy, path), byHand(text))
  } else if (isByHand) sh(`node "${cli}" fix --force`, first, env)
  const fixed = sh(`node "${cli}" fix --force`, second, env)
  const ended = outcome(printed, first, { env, home, checks, note: before.stdout })
  return {
    printed: isByHand && ended === 'passes' ? AFTER_HAND : ended,
    fix: outcome(blocksOf(fixed.stdout), second, { env, home, checks, note: fixed.stdout })
  }
}

/** Runs blocks one after the other, each in the folder of the project, as a person would paste them. */
function outcome(blocks, project, { env, home, checks, note }) {
  for (const block of blocks) {
    const ran = sh(block, project, env)
    if (ran.status !== 0) return shown(`exit ${ran.status}`, `${note}\n$ ${block}`, ran)
  }
  const after = scan(project)
  if (after.status !== 0) return shown('still fails', [note, ...blocks].join('\n$ '), after)
  const checked = sh(checks, join(project, home), env)
  return checked.status === 0 ? 'passes' : shown('not accepted', [note, ...blocks, checks].join('\n$ '), checked)
}

function shown(words, command, { stdout, stderr }) {
  console.error(`--- ${words}\n$ ${command}\n${stdout.slice(-3_000)}${stderr.slice(-3_000)}`)
  return words
}

/** The blocks of a report: lines with four blanks in front. */
function blocksOf(report) {
  const blocks = []
  let open
  for (const line of report.split('\n')) {
    if (line.startsWith('    ')) open = open === undefined ? line.slice(4) : `${open}\n${line.slice(4)}`
    else if (open !== undefined) {
      blocks.push(open)
      open = undefined
    }
  }
  return blocks
}

function scan(project) {
  return sh(`node "${cli}" scan`, project, process.env)
}

function sh(command, cwd, env) {
  return spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 600_000 })
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** An archive as npm packs it: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, ustar. */
function tarball(files) {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512)
    const size = Buffer.byteLength(text)
    const fields = [name.padEnd(100, '\0'), '0000644\0', '0000000\0', '0000000\0', octal(size), octal(0), ' '.repeat(8)]
    header.write([...fields, '0', '\0'.repeat(100), 'ustar\0', '00'].join(''))
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, Buffer.concat([Buffer.from(text)], Math.ceil(size / 512) * 512)]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

function octal(number) {
  return `${number.toString(8).padStart(11, '0')}\0`
}

/** A registry of gems without contents, as a folder, because the real one may be out of reach. */
function gems() {
  const home = join(temporary, 'gems')
  const all = [
    ...['4.9.3', '4.9.4', '4.10.1', '4.11.0'].map(version => ({ name: 'kubeclient', version, needs: '' })),
    { name: 'acme', version: '1.0.0', needs: "spec.add_dependency 'kubeclient', '>= 4.9', '< 5'" }
  ]
  if (!existsSync(home)) {
    for (const { name, version, needs } of all) {
      const spec = `Gem::Specification.new do |spec|\nspec.name = '${name}'\nspec.version = '${version}'\nspec.summary = 'x'\nspec.authors = ['x']\n${needs}\nend\n`
      write(join(home, 'gems', `${name}.gemspec`), spec)
      sh(`gem build --quiet ${name}.gemspec`, join(home, 'gems'), process.env)
    }
    sh('gem generate_index', home, process.env)
  }
  return { GEMS: `file://${home}` }
}
