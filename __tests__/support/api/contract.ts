/** GitHub's own description of its API, held against requests and against the stand-in's answers. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

type Json = Readonly<Record<string, unknown>>

/** One operation of the description. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: RegExp
  /** Every fault of a request, in words; empty when it keeps to the description. */
  faultsOfRequest(path: Json, query: URLSearchParams, body: unknown): string[]
  /** Every fault of an answer. A status that the description does not name is none: GitHub answers 5xx everywhere. */
  faultsOfAnswer(status: number, body: unknown): string[]
}

const description = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')) as Json
const examples = at(description, 'components', 'examples')

/** GitHub's example of an answer, as a copy of its own. */
export function example(name: string): Record<string, unknown> {
  const found = examples[name]
  if (found === undefined)
    throw new Error(`openapi.json holds no example ${name}: add it in scripts/openapi-subset.mjs`)
  return structuredClone(found) as Record<string, unknown>
}

/** Compiles the description once; every operation is ready afterwards. */
export function operations(): readonly Operation[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true })
  const addFormats = formats as unknown as (target: Ajv) => void
  addFormats(ajv)
  ajv.addFormat('int64', true)
  ajv.addSchema({ $id: 'github', components: nullable(at(description, 'components')) } as Json)
  const compile = (schema: unknown, closed: boolean): ValidateFunction =>
    ajv.compile(withAbsoluteReferences(schema, closed))

  return Object.entries(at(description, 'paths')).flatMap(([template, methods]) =>
    Object.entries(methods as Json).map(([method, value]): Operation => {
      const operation = value as Json
      const parameters = ((operation['parameters'] ?? []) as Json[]).map(resolve)
      const named = (place: string) =>
        new Map(
          parameters
            .filter(each => each['in'] === place)
            .map(each => [String(each['name']), compile(each['schema'], false)])
        )
      const [inPath, inQuery] = [named('path'), named('query')]
      const bodySchema = schemaOf(operation['requestBody'] as Json | undefined)
      const body = bodySchema === undefined ? undefined : compile(bodySchema, true)
      const answers = new Map(
        Object.entries(operation['responses'] as Json).map(([status, answer]) => {
          const schema = schemaOf(resolve(answer as Json))
          return [status, schema === undefined ? undefined : compile(schema, false)]
        })
      )
      const id = String(operation['operationId'])
      return {
        id,
        method: method.toUpperCase(),
        path: new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
        faultsOfRequest: (pathValues, query, content) => [
          ...faults(inPath, Object.entries(pathValues), `${id}: path`),
          ...faults(inQuery, query, `${id}: query`),
          ...(body === undefined
            ? content === undefined
              ? []
              : [`${id}: a body where none belongs`]
            : verdict(body, content, `${id}: body`))
        ],
        faultsOfAnswer: (status, content) => {
          const schema = answers.get(String(status))
          return schema === undefined ? [] : verdict(schema, content, `${id}: own answer ${status}`)
        }
      }
    })
  )
}

function faults(
  known: ReadonlyMap<string, ValidateFunction>,
  given: Iterable<[string, unknown]>,
  what: string
): string[] {
  return [...given].flatMap(([name, value]) => {
    const check = known.get(name)
    if (check === undefined) return [`${what} has no "${name}"`]
    const number = /^-?\d+$/.test(String(value)) ? Number(value) : value
    // A text of digits is a number where a number is asked for, and a text where a text is asked for.
    return check(number) || check(value) ? [] : verdict(check, value, `${what} "${name}"`)
  })
}

function verdict(check: ValidateFunction, value: unknown, what: string): string[] {
  if (check(value)) return []
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${what} ${instancePath} ${message} ${JSON.stringify(params)}`
  )
}

function schemaOf(holder: Json | undefined): unknown {
  return ((holder?.['content'] as Json | undefined)?.['application/json'] as Json | undefined)?.['schema']
}

/** What a `$ref` stands for. */
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

/** `closed`: a field that the description does not name is a fault, as a misspelt one would be ignored by GitHub. */
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
