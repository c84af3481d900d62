/** The documents say what the code says. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { caseFile, DOCUMENTS, generate, wholePages } from '../scripts/docs.mjs'
import { commitsIn, mentionsIn, repositoryOf } from '../scripts/publish-as.mjs'
import { commandNames, help } from '../src/commands.ts'
import { STRUCTURED_KEYS } from '../src/configuration/parse.ts'
import { ecosystems } from '../src/ecosystems/index.ts'
import { eventRows } from '../src/github/events.ts'
import { hazardFiles } from '../src/hazards/files/index.ts'
import { policyRows } from '../src/policy/policy-rows.ts'
import { polyglotFormats } from '../src/polyglot/index.ts'
import { policyIndex, policyPages } from '../src/reporters/policy/markdown.ts'
import { rules } from '../src/rules/index.ts'
import { byStatement } from '../src/rules/statements.ts'
import { actionInputs, exampleLines, fileProperties } from '../src/settings/describe.ts'
import { settingsIn } from '../src/settings/settings.ts'
import { version } from '../src/version.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

test('the generated parts are those of `npm run build && npm run docs`', async () => {
  const committed = Object.fromEntries(DOCUMENTS.map(name => [name, read(name)]))
  const casesOf = (ecosystem: string, format: string) => read(caseFile(ecosystem, format))
  const written = generate(committed, {
    ecosystems,
    polyglotFormats,
    casesOf,
    clients: policyIndex(await policyRows()),
    commandNames,
    help,
    inputs: actionInputs(),
    outputs: parse(read('action.yml')).outputs,
    settingProperties: fileProperties(),
    exampleLines: exampleLines(),
    structuredKeys: STRUCTURED_KEYS,
    rules,
    statements: byStatement(rules),
    hazardFiles,
    events: eventRows()
  })
  for (const name of DOCUMENTS) expect({ name, text: written[name] }).toEqual({ name, text: committed[name] })
})

test('each ecosystem has a page of its clients, and there is no page of another', async () => {
  const pages = wholePages(policyPages(await policyRows()))
  const committed = readdirSync(join(root, 'docs/clients')).map(name => `docs/clients/${name}`)
  expect(committed.toSorted()).toEqual(Object.keys(pages).toSorted())
  for (const [name, text] of Object.entries(pages)) expect({ name, text: read(name) }).toEqual({ name, text })
})

test.each([
  ['README.md', ['inputs', 'outputs', 'help', 'rules', 'events']],
  ['docs/commands.md', ['commands']],
  ['docs/formats.md', ['formats']],
  ['docs/rules.md', ['statements', 'explained']],
  ['docs/clients.md', ['clients']]
])('%s has its generated parts', (document, parts) => {
  for (const part of parts) {
    expect(read(document)).toMatch(new RegExp(`<!-- begin ${part} -->\\n[\\s\\S]+\\n<!-- end ${part} -->`))
  }
})

test('the version is stated once', () => {
  expect(version).toBe(JSON.parse(read('package.json')).version)
  expect(read('README.md')).toMatch(
    new RegExp(`uses: ${repositoryOf(root)}@[0-9a-f]{40} # v${version.replaceAll('.', '\\.')}$`, 'm')
  )
})

test('every file names the repository that package.json names, and one commit of its release', () => {
  const mentions = mentionsIn(root)
  const own = repositoryOf(root)
  expect(mentions.filter(({ repository }) => repository !== own)).toEqual([])
  const files = new Set(mentions.map(({ path }) => path))
  for (const path of ['package.json', 'README.md', 'docs/fleet.md', '.github/workflows/fleet.yml'])
    expect(files).toContain(path)
  const commits = commitsIn(root)
  expect(commits.filter(({ path }) => path === '.github/workflows/fleet.yml')).toHaveLength(3)
  expect(new Set(commits.map(({ commit }) => commit)).size).toBe(1)
})

test('the changelog has a section for the release', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## (?:Unreleased|${version.replaceAll('.', '\\.')} )`, 'm'))
})

test('the hook of pre-commit runs the bundle', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'))
  expect(hook).toMatchObject({ id: 'bound-token-check', language: 'script', pass_filenames: false })
  expect(hook.entry.split(' ')[0]).toBe('dist/cli/index.js')
  // https://pre-commit.com/#script: it is executed as it is.
  expect(statSync(join(root, 'dist/cli/index.js')).mode & 0o111).not.toBe(0)
})

test('the lockfile names no download addresses', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"')
})

describe('action.yml', () => {
  const action = parse(read('action.yml'))

  test('runs the main bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main/index.js' })
  })

  test('declares the inputs as the settings describe them', () => {
    const declared = Object.fromEntries(actionInputs().map(({ name, ...input }) => [name, input]))
    expect(action.inputs).toEqual(declared)
    expect(Object.keys(action.inputs)).toEqual(Object.keys(declared))
  })

  test('has a default for no input that a configuration file can set', () => {
    const defaults = Object.entries<{ default?: string }>(action.inputs)
      .filter(([, input]) => input.default !== undefined)
      .map(([name]) => name)
    expect(defaults).toEqual(['token'])
    expect(settingsIn('file').filter(({ name }) => defaults.includes(name))).toEqual([])
  })

  test('describes every input and output', () => {
    for (const { description } of [
      ...Object.values<{ description: string }>(action.inputs),
      ...Object.values<{ description: string }>(action.outputs)
    ]) {
      expect(description.length).toBeGreaterThan(20)
    }
  })
})

test('actions in workflows and in the README are pinned by commit, with the version beside it', () => {
  const workflows = readdirSync(join(root, '.github/workflows')).map(name => `.github/workflows/${name}`)
  for (const name of [...workflows, 'README.md', 'docs/fleet.md']) {
    const uses = [...read(name).matchAll(/uses: (?<reference>\S+@\S+)(?<comment>.*)$/gm)]
    expect(uses.length).toBeGreaterThan(0)
    for (const { groups } of uses) {
      expect(groups?.['reference']).toMatch(/@[0-9a-f]{40}$/)
      expect(groups?.['comment']).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  }
})

test('the workflow for many repositories runs the release that the README names, and allows no more than it needs', () => {
  const [released] = commitsIn(root).filter(({ path }) => path === 'README.md')
  const text = read('.github/workflows/fleet.yml')
  const refs = [...text.matchAll(/^ +ref: (?<id>\S+)/gm)].map(({ groups }) => groups?.['id'])
  expect(refs).toEqual(Array(3).fill(released?.commit))
  const { permissions, jobs } = parse(text)
  expect(permissions).toEqual({})
  expect(Object.values<{ permissions?: object }>(jobs).map(job => job.permissions)).toEqual([
    { actions: 'read' },
    undefined,
    undefined
  ])
  // What a caller writes reaches a shell by the environment alone.
  for (const { steps } of Object.values<{ steps: { run?: string }[] }>(jobs))
    for (const { run = '' } of steps) expect(run).not.toContain('${{')
})

describe('the workflows that other repositories call', () => {
  const action = parse(read('action.yml'))
  const { inputs } = action
  const inFile = new Set(settingsIn('file').map(({ name }) => name))
  const open = Object.keys(inputs).filter(name => name !== 'token' && !inFile.has(name as never))

  test.each([
    ['check.yml', open],
    ['code-scanning.yml', ['path', 'allow-incomplete', 'comment-key']]
  ])('%s has inputs for what the configuration file does not have', (name, names) => {
    const { on, permissions, jobs } = parse(read(`.github/workflows/${name}`))
    const described = names.map(input => [input, { description: inputs[input].description, type: 'string' }])
    expect(on.workflow_call.inputs).toEqual(Object.fromEntries(described))
    expect(permissions).toEqual({})
    const own = jobs.check.steps.find(({ uses }: { uses: string }) => uses.startsWith(`${repositoryOf(root)}@`))
    expect(own.with).toEqual(Object.fromEntries(names.map(input => [input, `\${{ inputs.${input} }}`])))
  })

  test('check nothing out where they have the rights of the base', () => {
    const [checkout] = parse(read('.github/workflows/check.yml')).jobs.check.steps
    for (const { name } of eventRows()) {
      const hasRights = ['pull_request_target', 'workflow_run'].includes(name)
      expect([name, checkout.if.includes(`github.event_name != '${name}'`)]).toEqual([name, hasRights])
    }
  })
})

test('the image has the bundle of the command line, and nothing else of this project', () => {
  const recipe = read('Dockerfile')
  const [from, to] = /^COPY (\S+) (\S+)$/m.exec(recipe)?.slice(1) ?? []
  const [, entry = ''] = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(recipe)?.[1] ?? '[]')
  expect(statSync(join(root, from ?? '', entry.replace(`${to}/`, ''))).isFile()).toBe(true)
  expect(read('.dockerignore').trim().split('\n')).toEqual(['*', `!${from}`])
  expect(recipe).toMatch(/^USER node$/m)
})

describe('the workflows in README.md', () => {
  const workflows = [...read('README.md').matchAll(/^```yaml\n(?<text>name: [\s\S]+?)^```$/gm)].map(({ groups }) =>
    parse(groups?.['text'] ?? '')
  )
  const eventsOf = ({ on }: { on: string | object }) => (typeof on === 'string' ? [on] : Object.keys(on))

  test('show the events that post a comment, and the merge queue, which a required check must serve', () => {
    const shown = workflows.flatMap(eventsOf)
    const commenting = eventRows().filter(({ comment }) => comment === 'yes')
    expect([...shown].sort()).toEqual(['merge_group', ...commenting.map(({ name }) => name)].sort())
  })

  // https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target
  test('check nothing out where they have the rights of the base', () => {
    const checkouts = workflows.map(workflow => {
      const steps = Object.values<{ steps: { uses: string }[] }>(workflow.jobs).flatMap(job => job.steps)
      return [eventsOf(workflow)[0], steps.some(({ uses }) => uses.startsWith('actions/checkout@'))]
    })
    expect(checkouts).toEqual([
      ['pull_request', true],
      ['pull_request_target', false],
      ['workflow_run', false]
    ])
  })

  test('give each job the least permissions', () => {
    for (const { permissions, jobs } of workflows) {
      expect([{}, { contents: 'read' }]).toContainEqual(permissions)
      for (const job of Object.values<{ permissions: object }>(jobs))
        expect(job.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
    }
  })
})
