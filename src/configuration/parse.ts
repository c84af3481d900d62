/** Parses a configuration and reports all problems in it at once. README.md, "Configuration", lists the keys. */

import { ConfigError } from '../model/config-error.ts'
import type { Place } from '../model/place.ts'
import { type Level, SEVERITY } from '../model/rule.ts'
import { pathMatcher } from '../policy/path-patterns.ts'
import { ruleIds, rules } from '../rules/index.ts'
import type { Kind } from '../settings/kind.ts'
import { fileKeyOf, type Setting, settingsIn } from '../settings/settings.ts'
import { statedIn } from '../settings/values.ts'
import { lines } from '../syntax/lines.ts'
import { placeFinder } from '../syntax/place.ts'
import type { Member, TreeNode } from '../syntax/tree.ts'
import { parseYaml } from '../syntax/yaml.ts'
import { clientsFrom } from './clients.ts'
import { type Configuration, type Ground, NO_CONFIGURATION } from './configuration.ts'
import { type Extended, extendedIn, nameOf } from './extended.ts'
import { type AddProblem, fieldsOf, optionalText, quote, type Stated, suggestion, textsOf, wordOf } from './fields.ts'
import { onGround, refuseLoosening } from './ground.ts'
import { patternsFrom } from './patterns.ts'
import { waiversFrom } from './waivers.ts'

/** The keys that are no settings; each has a reader of its own. */
export const STRUCTURED_KEYS = ['extends', 'paths', 'rules', 'clients', 'waivers'] as const

/** The mapping of the file whose values are settings. */
const CLUSTER = 'cluster'
/** The mapping of the file whose values are levels. */
const RULES = 'rules'

const fileKeys = settingsIn('file').map(fileKeyOf)

/** Every key of the file. */
export const KEYS: readonly string[] = [...new Set(fileKeys.map(key => key.split('.')[0] ?? '')), ...STRUCTURED_KEYS]

/** The keys of `cluster`. */
const CLUSTER_KEYS: readonly string[] = fileKeys.flatMap(key => {
  const [parent, own] = key.split('.')
  return parent === CLUSTER && own !== undefined ? [own] : []
})

/** The levels that a rule can have. */
const RULE_LEVELS = ['error', 'warning', 'notice'] as const

/** The keys of `paths`. */
export const PATH_KEYS = ['include', 'exclude'] as const

/** Maximum problems in the message. A file with more is hardly a configuration. */
const MOST_PROBLEMS = 50

const BEGIN = /^---(?:\s|$)/
const END = /^\.\.\.(?:\s|$)/
/** Blank lines, comments and directives. */
const BEFORE_DOCUMENT = /^\s*(?:#|$)|^%/

interface Problem {
  readonly at: number
  readonly message: string
}

/** A file: its name in messages and in its places, and whether those are in another repository. */
export type ConfigurationFile = Pick<Place, 'path' | 'isOutside'>

/** Opens what a configuration extends. Throws `ConfigError` if that has problems or is none. */
export type OpenExtended = (file: Extended) => Promise<Configuration>

/**
 * Parses the text of a file. Without `open` the file is one that another configuration extends, and cannot extend a third one. Throws
 * `ConfigError` with every problem, and whatever `open` throws.
 */
export async function parseConfiguration(
  text: string,
  file: ConfigurationFile,
  open?: OpenExtended
): Promise<Configuration> {
  const find = placeFinder(text)
  const placeAt = (at: number): Place => ({ ...file, ...find(at) })
  const problems = new Map<string, Problem>()
  // A problem that an alias repeats is reported once.
  const addProblem: AddProblem = (at, message) => problems.set(`${at} ${message}`, { at, message })

  const fields = withFieldsOf(
    RULES,
    ruleIds(),
    withFieldsOf(CLUSTER, CLUSTER_KEYS, fieldsIn(text, addProblem), addProblem),
    addProblem
  )
  const extended = await extendedFrom(fields, open, addProblem)
  const ground = extended?.configuration ?? NO_CONFIGURATION
  const document = { placeAt, addProblem, ground }
  const clients = await clientsFrom(fields.get('clients'), document)
  const own: Configuration = {
    path: file.path,
    places: new Map(Array.from(fields, ([key, { keyAt }]) => [key, placeAt(keyAt)])),
    stated: statedIn('file', setting => valueIn(fields, setting, addProblem)),
    levels: levelsFrom(fields, addProblem),
    ...(await pathsFrom(fields.get('paths'), addProblem)),
    policy: clients.policy,
    clients: clients.declarations,
    waivers: await waiversFrom(fields.get('waivers'), { ...document, ...clients })
  }
  if (extended) refuseLoosening({ own, ground: extended, fields, addProblem })
  if (problems.size > 0) throw configError(Array.from(problems.values()), file, placeAt)
  return extended ? onGround(own, extended) : own
}

/** The configuration that the file extends; undefined without the key, and for a text that names none. */
async function extendedFrom(
  fields: ReadonlyMap<string, Member>,
  open: OpenExtended | undefined,
  addProblem: AddProblem
): Promise<Ground | undefined> {
  const stated = optionalText(fields, 'extends', addProblem)
  if (!stated) return undefined
  const { text, at } = stated
  const file = extendedIn(text)
  if ('fault' in file) addProblem(at, `"extends": ${file.fault}`)
  else if (open) return { text, name: nameOf(file), configuration: await open(file) }
  else
    addProblem(
      at,
      'a configuration that another one extends cannot extend a third one. Write what counts into this file.'
    )
  return undefined
}

/** The keys of the file; none if the text cannot be parsed to its end, because missing keys may follow there. */
function fieldsIn(text: string, addProblem: AddProblem): ReadonlyMap<string, Member> {
  const { root, fault } = parseYaml(text)
  const second = secondDocument(text)
  if (fault) addProblem(fault.at, `not valid YAML: ${fault.message}. Correct the syntax.`)
  else if (second !== undefined)
    addProblem(second, 'a second YAML document begins here, but only one is allowed. Merge it into the first.')
  if (fault || second !== undefined || isEmpty(root)) return new Map()
  return fieldsOf(root, 'the configuration', KEYS, addProblem)
}

function configError(
  problems: readonly Problem[],
  { path, isOutside }: ConfigurationFile,
  placeAt: (at: number) => Place
): ConfigError {
  const all = problems.toSorted((a, b) => a.at - b.at).map(({ at, message }) => ({ place: placeAt(at), message }))
  const shown = all.slice(0, MOST_PROBLEMS)
  return new ConfigError(
    [
      `the ${isOutside ? 'extended ' : ''}configuration has ${all.length} ${all.length === 1 ? 'problem' : 'problems'}:`,
      ...shown.map(({ place: { line, column }, message }) => `${path}:${line}:${column}: ${message}`),
      ...(all.length > shown.length ? [`and ${all.length - shown.length} more.`] : [])
    ].join('\n'),
    shown
  )
}

/** The fields, with those of one of their mappings under its name and their key: `cluster.version`. */
function withFieldsOf(
  name: string,
  keys: readonly string[],
  fields: ReadonlyMap<string, Member>,
  addProblem: AddProblem
): ReadonlyMap<string, Member> {
  const mapping = fields.get(name)
  if (!mapping) return fields
  const own = fieldsOf(mapping.value, quote(name), keys, addProblem)
  return new Map([...fields, ...Array.from(own, ([key, member]) => [`${name}.${key}`, member] as const)])
}

/** The value that the file states for a setting. */
function valueIn<Value>(
  fields: ReadonlyMap<string, Member>,
  setting: Setting<Value>,
  addProblem: AddProblem
): Value | undefined {
  const { kind } = setting
  const key = fileKeyOf(setting)
  const member = fields.get(key)
  if (!member) return undefined
  if (kind.type === 'paths') return pathsIn(member, kind, addProblem)
  if (kind.type === 'list') return listIn(member, kind, addProblem)
  if (kind.words.length > 0) {
    const word = wordOf(member, kind.words, addProblem)
    return word === undefined ? undefined : kind.parse(word)
  }
  const stated = optionalText(fields, key, addProblem)
  const value = stated && kind.parse(stated.text)
  if (stated && value === undefined)
    addProblem(stated.at, `${quote(member.key)} cannot be ${quote(stated.text)}. Allowed: ${kind.form}.`)
  return value
}

/** The value of a setting that is a list of words. */
function listIn<Value>(member: Member, kind: Kind<Value>, addProblem: AddProblem): Value | undefined {
  const stated = textsOf(member, addProblem)
  const unknown = stated.filter(({ text }) => kind.parse(text) === undefined)
  for (const { text, at } of unknown)
    addProblem(at, `${quote(member.key)} cannot have the item ${quote(text)}${suggestion(text, kind.words)}`)
  return stated.length === 0 || unknown.length > 0 ? undefined : kind.parse(stated.map(({ text }) => text).join(','))
}

/** The value of a setting that is a path or a list of paths. */
function pathsIn<Value>(member: Member, kind: Kind<Value>, addProblem: AddProblem): Value | undefined {
  const stated = member.value.kind === 'list' ? textsOf(member, addProblem) : pathIn(member, addProblem)
  const path = stated.find(({ text }) => text.includes('\n') || text === '-')
  if (path) addProblem(path.at, `${quote(path.text)} is not a path of a file. Write one path for each file.`)
  return stated.length === 0 || path ? undefined : kind.parse(stated.map(({ text }) => text).join('\n'))
}

function pathIn(member: Member, addProblem: AddProblem): readonly Stated[] {
  const stated = optionalText(new Map([[member.key, member]]), member.key, addProblem)
  return stated ? [stated] : []
}

/** The levels of rules, which can only be raised. Exceptions are waivers, which have a reason and a last day. */
function levelsFrom(fields: ReadonlyMap<string, Member>, addProblem: AddProblem): Configuration['levels'] {
  const levels: Record<string, Level> = {}
  for (const rule of rules) {
    const field = fields.get(`${RULES}.${rule.id}`)
    if (!field) continue
    const isOff = field.value.kind === 'text' && field.value.value === 'off'
    const level = isOff ? 'pass' : wordOf(field, RULE_LEVELS, addProblem)
    if (level === undefined) continue
    if (SEVERITY[level] < SEVERITY[rule.level])
      addProblem(
        field.value.at,
        `the level of ${quote(rule.id)} is ${quote(rule.level)}, and it cannot be ${isOff ? 'switched off' : `lowered to ${quote(level)}`}. To excuse single findings, use "waivers".`
      )
    else levels[rule.id] = level
  }
  return levels
}

async function pathsFrom(
  member: Member | undefined,
  addProblem: AddProblem
): Promise<Pick<Configuration, 'paths' | 'selects'>> {
  if (!member) return {}
  const fields = fieldsOf(member.value, '"paths"', PATH_KEYS, addProblem)
  const include = patternsFrom(fields.get('include'), addProblem)
  const exclude = patternsFrom(fields.get('exclude'), addProblem)
  const isIncluded = include.length === 0 ? () => true : await pathMatcher(include)
  const isExcluded = exclude.length === 0 ? () => false : await pathMatcher(exclude)
  return { paths: { include, exclude }, selects: path => isIncluded(path) && !isExcluded(path) }
}

/** The offset of the line at which a second document begins. No scalar contains such a line: YAML 1.2.2, rule 206. */
function secondDocument(text: string): number | undefined {
  let begun = false
  let ended = false
  for (const line of lines(text)) {
    if (BEFORE_DOCUMENT.test(line.text)) continue
    const isEnd = END.test(line.text)
    if (begun && (BEGIN.test(line.text) || (ended && !isEnd))) return line.at
    ended ||= begun && isEnd
    begun = true
  }
  return undefined
}

function isEmpty(root: TreeNode): boolean {
  return root.kind === 'scalar' && root.text === ''
}
