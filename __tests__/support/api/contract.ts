/** Checks requests, and the answers of the stand-in, against GitHub's own description of its API. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { memoised } from '../../../src/collections.ts'

type Json = Readonly<Record<string, unknown>>

/** Returns every fault of a value, prefixed with its name. */
type Check = (value: unknown, name: string) => string[]

/** One operation of the description. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: RegExp
  /** Every fault of a request as a sentence; empty when the request is valid. */
  faultsOfRequest(path: Json, query: URLSearchParams, body: unknown): string[]
  /** Every fault of an answer. A status that is missing in the description is valid: every operation may end in 5xx. */
  faultsOfAnswer(status: number, body: unknown): string[]
}

const description = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')) as Json
const examples = at(description, 'components', 'examples')

/** A copy of GitHub's example of an answer. */
export function example(name: string): Record<string, unknown> {
  const found = examples[name]
  if (found === undefined)
    throw new Error(`openapi.json holds no example ${name}: add it in scripts/openapi-subset.mjs`)
  return structuredClone(found) as Record<string, unknown>
}

/** The operations of the description. A schema is compiled when it is first used. */
export function operations(): readonly Operation[] {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: true,
    inlineRefs: false,
    code: { optimize: false }
  })
  const addFormats = formats as unknown as (target: Ajv) => void
  addFormats(ajv)
  ajv.addFormat('int64', true)
  ajv.addSchema({ $id: 'github', components: nullable(at(description, 'components')) } as Json)
  const checkOf = (schema: unknown, closed: boolean): Check => {
    const compiled = memoised(() => ajv.compile(withAbsoluteReferences(schema, closed)))
    return (value, name) => {
      const validate = compiled('')
      if (validate(value)) return []
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${name} ${instancePath} ${message} ${JSON.stringify(params)}`
      )
    }
  }
  return Object.entries(at(description, 'paths')).flatMap(([template, methods]) =>
    Object.entries(methods as Json).map(([method, operation]) =>
      operationOf(template, method, operation as Json, checkOf)
    )
  )
}

function operationOf(
  template: string,
  method: string,
  operation: Json,
  checkOf: (schema: unknown, closed: boolean) => Check
): Operation {
  const id = String(operation['operationId'])
  const parameters = ((operation['parameters'] ?? []) as Json[]).map(resolve)
  const parametersIn = (place: string) =>
    new Map(
      parameters
        .filter(each => each['in'] === place)
        .map(each => [String(each['name']), checkOf(each['schema'], false)])
    )
  const [inPath, inQuery] = [parametersIn('path'), parametersIn('query')]
  const bodySchema = schemaOf(operation['requestBody'] as Json | undefined)
  const checkBody: Check =
    bodySchema === undefined
      ? (body, name) => (body === undefined ? [] : [`${name} where none belongs`])
      : checkOf(bodySchema, true)
  const answers = new Map(
    Object.entries(operation['responses'] as Json).flatMap(([status, answer]) => {
      const schema = schemaOf(resolve(answer as Json))
      return schema === undefined ? [] : [[status, checkOf(schema, false)] as const]
    })
  )
  return {
    id,
    method: method.toUpperCase(),
    path: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    faultsOfRequest: (pathValues, query, body) => [
      ...parameterFaults(inPath, Object.entries(pathValues), `${id}: path`),
      ...parameterFaults(inQuery, query, `${id}: query`),
      ...checkBody(body, `${id}: body`)
    ],
    faultsOfAnswer: (status, body) => answers.get(String(status))?.(body, `${id}: own answer ${status}`) ?? []
  }
}

function parameterFaults(
  known: ReadonlyMap<string, Check>,
  given: Iterable<[string, unknown]>,
  place: string
): string[] {
  return [...given].flatMap(([name, value]) => {
    const check = known.get(name)
    if (check === undefined) return [`${place} has no "${name}"`]
    const label = `${place} "${name}"`
    // A text of digits is valid both as a number and as a text.
    const number = /^-?\d+$/.test(String(value)) ? Number(value) : value
    return check(number, label).length === 0 ? [] : check(value, label)
  })
}

function schemaOf(holder: Json | undefined): unknown {
  return ((holder?.['content'] as Json | undefined)?.['application/json'] as Json | undefined)?.['schema']
}

/** Follows a `$ref`. */
function resolve(value: Json): Json {
  const reference = value['$ref']
  if (typeof reference !== 'string') return value
  return at(description, ...reference.split('/').slice(1))
}

/** JSON Schema has no `nullable`. */
function nullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullable)
  if (typeof node !== 'object' || node === null) return node
  const { nullable: mayBeNull, ...rest } = node as Json
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, nullable(value)]))
  return mayBeNull === true ? { anyOf: [own, { type: 'null' }] } : own
}

/** `closed`: an unknown field is a fault, since GitHub would ignore a misspelt one. */
function withAbsoluteReferences(schema: unknown, closed: boolean): Json {
  const absolute = JSON.parse(JSON.stringify(nullable(schema)).replaceAll('"#/', '"github#/')) as Json
  return closed ? (close(absolute) as Json) : absolute
}

function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close)
  if (typeof node !== 'object' || node === null) return node
  const own = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, close(value)]))
  return own['type'] === 'object' && own['properties'] !== undefined ? { additionalProperties: false, ...own } : own
}

function at(value: Json, ...path: readonly string[]): Json {
  let current = value
  for (const key of path) current = current[key] as Json
  return current
}
