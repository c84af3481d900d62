/**
 * The part of SARIF 2.1.0 that the report uses, as a closed schema of our own: an unknown name is a fault, and what code scanning
 * requires is required. https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */

import { Ajv2020 } from 'ajv/dist/2020.js'

const text = { type: 'string', minLength: 1 }
const position = { type: 'integer', minimum: 1 }
const level = { enum: ['note', 'warning', 'error'] }

/** An object with these members and no others; a name that ends with `?` may be absent. */
function closed(members: Readonly<Record<string, unknown>>) {
  const names = Object.keys(members)
  return {
    type: 'object',
    additionalProperties: false,
    required: names.filter(name => !name.endsWith('?')),
    properties: Object.fromEntries(names.map(name => [name.replace('?', ''), members[name]]))
  }
}

function list(items: unknown, more: object = {}) {
  return { type: 'array', items, ...more }
}

const message = closed({ text })
const description = closed({ text: { ...text, maxLength: 1_024 } })
const physicalLocation = closed({
  artifactLocation: closed({
    // A relative reference without a scheme: RFC 3986, section 4.2.
    uri: { type: 'string', pattern: String.raw`^(?:[\w.~-]|%[0-9A-F]{2})(?:[\w.~/-]|%[0-9A-F]{2})*$` },
    uriBaseId: { const: '%SRCROOT%' }
  }),
  region: closed({ startLine: position, startColumn: position, endLine: position, endColumn: position })
})
const location = closed({ physicalLocation })
const rule = closed({
  id: text,
  shortDescription: description,
  fullDescription: description,
  help: closed({ text, markdown: text }),
  defaultConfiguration: closed({ level }),
  properties: closed({
    tags: list(text, { maxItems: 20, uniqueItems: true }),
    precision: { enum: ['very-high', 'high', 'medium', 'low'] },
    'problem.severity': { enum: ['error', 'warning', 'recommendation'] }
  })
})
const result = closed({
  ruleId: text,
  'ruleIndex?': { type: 'integer', minimum: 0 },
  level,
  message,
  locations: list(location, { minItems: 1, maxItems: 1 }),
  'relatedLocations?': list(closed({ id: position, message, physicalLocation }), { minItems: 1, maxItems: 999 }),
  partialFingerprints: closed({ primaryLocationLineHash: { type: 'string', pattern: '^[0-9a-f]{32}:[1-9][0-9]*$' } }),
  'fixes?': list(
    closed({
      artifactChanges: list(
        closed({
          artifactLocation: { type: 'object' },
          replacements: list(closed({ deletedRegion: { type: 'object' }, insertedContent: closed({ text }) }), {
            minItems: 1
          })
        }),
        { minItems: 1 }
      )
    })
  ),
  'suppressions?': list(
    closed({
      kind: { enum: ['inSource', 'external'] },
      justification: { type: 'string' },
      location,
      properties: closed({ owner: { type: 'string' }, until: text })
    }),
    { minItems: 1 }
  ),
  'properties?': closed({ 'purl?': text, 'scope?': text, 'change?': text, 'fix?': text })
})
const run = closed({
  tool: closed({
    driver: closed({
      name: text,
      semanticVersion: text,
      rules: list(rule),
      notifications: list(closed({ id: text, shortDescription: description }))
    })
  }),
  automationDetails: closed({ id: { type: 'string', pattern: '/$' } }),
  columnKind: { const: 'utf16CodeUnits' },
  originalUriBaseIds: closed({ '%SRCROOT%': closed({ description }) }),
  'versionControlProvenance?': list(
    closed({ repositoryUri: text, revisionId: text, mappedTo: closed({ uriBaseId: { const: '%SRCROOT%' } }) })
  ),
  invocations: list(
    closed({
      executionSuccessful: { type: 'boolean' },
      exitCode: { type: 'integer' },
      toolExecutionNotifications: list(
        closed({ 'descriptor?': closed({ id: text }), level, message, 'locations?': list(location) })
      )
    }),
    { minItems: 1, maxItems: 1 }
  ),
  results: list(result, { maxItems: 25_000 })
})
const log = closed({ $schema: text, version: { const: '2.1.0' }, runs: list(run, { minItems: 1, maxItems: 20 }) })

const validate = new Ajv2020({ strict: true }).compile(log)

/** What is wrong with a SARIF file; nothing if it is right. */
export function faultsOfSarif(json: string): unknown[] {
  validate(JSON.parse(json))
  return [...(validate.errors ?? [])]
}
