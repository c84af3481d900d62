/**
 * Extracts the operations that this project calls from GitHub's OpenAPI description, with everything they refer to and
 * without prose, for the mock server of the tests. Run it by hand when the project calls a new operation:
 *
 *   npm install --prefix /tmp/openapi --ignore-scripts @octokit/openapi@23.0.2
 *   node scripts/openapi-subset.mjs /tmp/openapi/node_modules/@octokit/openapi
 *   npx biome format --write __tests__/support/api/openapi.json
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OPERATIONS = [
  'pulls/get',
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'checks/create',
  'checks/update',
  'checks/get',
  'checks/list-for-ref',
  'git/get-tree',
  'git/get-blob',
  'repos/get-commit',
  'repos/compare-commits',
  'pulls/list',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/create-review',
  'pulls/create-review-comment',
  'pulls/delete-review-comment'
]
/** The examples for the responses of the mock server, by their names in the description. */
const EXAMPLES = [
  'pull-request',
  'issue-comment',
  'check-run-example-of-completed-conclusion',
  'commit',
  'commit-comparison',
  'pull-request-simple-items',
  'diff-entry-items',
  'pull-request-review',
  'pull-request-review-comment'
]
const PROSE = new Set(['description', 'summary', 'externalDocs', 'tags', 'title', 'example', 'examples', 'deprecated'])
const NAMED_BY_US = new Set(['properties', 'schemas', 'parameters', 'headers', 'responses', 'paths'])

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node scripts/openapi-subset.mjs FOLDER_OF_@octokit/openapi')
const target = join(import.meta.dirname, '..', '__tests__', 'support', 'api', 'openapi.json')
const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const whole = JSON.parse(readFileSync(join(folder, 'generated', 'api.github.com.json'), 'utf8'))

const subset = {
  openapi: whole.openapi,
  info: {
    title: "Subset of GitHub's REST API description",
    version: whole.info.version,
    license: whole.info.license,
    'x-source': `@octokit/openapi ${version} (${license}), generated/api.github.com.json, cut by scripts/openapi-subset.mjs`,
    'x-license-text': readFileSync(join(folder, 'LICENSE'), 'utf8').trim()
  },
  paths: {},
  components: {}
}
const missing = new Set(OPERATIONS)
for (const [path, methods] of Object.entries(whole.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    if (!missing.delete(operation.operationId)) continue
    subset.paths[path] ??= {}
    subset.paths[path][method] = withoutProse(operation)
  }
}
if (missing.size > 0) throw new Error(`not in the description: ${[...missing].join(', ')}`)
for (const pointer of references(subset.paths)) copy(pointer)
subset.components.examples = Object.fromEntries(
  EXAMPLES.map(name => {
    const value = whole.components.examples[name]?.value
    if (value === undefined) throw new Error(`no such example: ${name}`)
    return [name, value]
  })
)
writeFileSync(target, `${JSON.stringify(subset, undefined, 1)}\n`)

/** A copy without prose, vendor extensions and examples; a property with the name "description" is kept. */
function withoutProse(node, namedByUs = false) {
  if (Array.isArray(node)) return node.map(item => withoutProse(item))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => namedByUs || !(PROSE.has(key) || key.startsWith('x-')))
      .map(([key, value]) => [key, withoutProse(value, !namedByUs && NAMED_BY_US.has(key) && !Array.isArray(value))])
  )
}

/** Copies the component at `#/components/KIND/NAME` and all components that it refers to. */
function copy(pointer) {
  const [, , kind, name] = pointer.split('/')
  if (subset.components[kind]?.[name] !== undefined) return
  subset.components[kind] ??= {}
  subset.components[kind][name] = withoutProse(whole.components[kind][name])
  for (const next of references(subset.components[kind][name])) copy(next)
}

function* references(node) {
  if (typeof node !== 'object' || node === null) return
  if (typeof node.$ref === 'string') yield node.$ref
  for (const value of Object.values(node)) yield* references(value)
}
