/** A configuration from its text: every key checked, all problems told at once. README.md, "Configuration", has the keys. */

import { ConfigError } from '../model/config-error.ts'
import type { Place } from '../model/place.ts'
import { type Level, SEVERITY } from '../model/rule.ts'
import { pathMatcher } from '../policy/path-patterns.ts'
import { ruleIds, ruleNamed } from '../rules/index.ts'
import { FAIL_ON, MINIMUM_MODES } from '../settings/choices.ts'
import { lines } from '../syntax/lines.ts'
import { placeFinder } from '../syntax/place.ts'
import type { Member, TreeNode } from '../syntax/tree.ts'
import { parseYaml } from '../syntax/yaml.ts'
import { clientsFrom } from './clients.ts'
import type { Configuration } from './configuration.ts'
import { type Complain, fieldsOf, quote, wordOf } from './fields.ts'
import { patternsFrom } from './patterns.ts'
import { waiversFrom } from './waivers.ts'

/** Every key of the file. */
export const KEYS = ['minimum', 'fail-on', 'scope', 'cluster', 'paths', 'rules', 'clients', 'waivers'] as const

/** The values of `scope`; `introduced` comes with the comparison of a pull request with its base. */
const SCOPES = ['all'] as const

/** The levels that a rule can have. */
const RULE_LEVELS = ['error', 'warning', 'notice'] as const

/** The keys of `paths`. */
export const PATH_KEYS = ['include', 'exclude'] as const

/** The most problems that are told; a file that has more was never a configuration. */
const MOST_PROBLEMS = 50

const BEGIN = /^---(?:\s|$)/
const END = /^\.\.\.(?:\s|$)/
/** Blank lines, comments and directives. */
const BEFORE_DOCUMENT = /^\s*(?:#|$)|^%/

/** Parses a text that is told as `path`. Throws `ConfigError` with every problem in it. */
export async function parseConfiguration(text: string, path: string): Promise<Configuration> {
  const find = placeFinder(text)
  const placeAt = (at: number): Place => ({ path, ...find(at) })
  const found = new Map<string, { readonly at: number; readonly message: string }>()
  // What an alias repeats is wrong once.
  const complain: Complain = (at, message) => found.set(`${at} ${message}`, { at, message })

  const { root, fault } = parseYaml(text)
  const second = secondDocument(text)
  if (fault) complain(fault.at, `${fault.message}. The file is YAML.`)
  else if (second !== undefined)
    complain(second, 'a second document begins here, and only one is read. Put all of it into the first.')
  // What was left out may be what is missing: nothing more is said of a text that cannot be read to its end.
  if (found.size > 0 || isEmpty(root)) return finish({ places: new Map(), levels: {}, ...(await clientsAndWaivers()) })

  const fields = fieldsOf(root, 'the configuration', KEYS, complain)
  const minimum = word('minimum', MINIMUM_MODES)
  const failOn = word('fail-on', FAIL_ON)
  refuseWhatIsMissing(fields, complain)
  const selects = await pathsFrom(fields.get('paths'), complain)
  return finish({
    places: new Map(Array.from(fields, ([key, { keyAt }]) => [key, placeAt(keyAt)])),
    ...(minimum === undefined ? {} : { minimum }),
    ...(failOn === undefined ? {} : { failOn }),
    levels: levelsFrom(fields.get('rules'), complain),
    ...(selects ? { selects } : {}),
    ...(await clientsAndWaivers(fields.get('clients'), fields.get('waivers')))
  })

  function word<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
    const member = fields.get(key)
    return member && wordOf(member, words, complain)
  }

  async function clientsAndWaivers(
    clients?: Member,
    waivers?: Member
  ): Promise<Pick<Configuration, 'policy' | 'clients' | 'waivers'>> {
    const { policy, declared } = await clientsFrom(clients, { placeAt, complain })
    return {
      policy,
      clients: declared.size,
      waivers: await waiversFrom(waivers, { policy, declared, placeAt, complain })
    }
  }

  function finish(configuration: Configuration): Configuration {
    if (found.size === 0) return { ...configuration, path }
    const all = Array.from(found.values())
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, message }) => ({ place: placeAt(at), message }))
    const told = all.slice(0, MOST_PROBLEMS)
    throw new ConfigError(
      [
        `the configuration has ${all.length} ${all.length === 1 ? 'problem' : 'problems'}:`,
        ...told.map(({ place: { line, column }, message }) => `${path}:${line}:${column}: ${message}`),
        ...(all.length > told.length ? [`and ${all.length - told.length} more.`] : [])
      ].join('\n'),
      told
    )
  }
}

/** Keys that this version does not know what to do with: to accept them would promise what is not kept. */
function refuseWhatIsMissing(fields: ReadonlyMap<string, Member>, complain: Complain): void {
  const cluster = fields.get('cluster')
  if (cluster) complain(cluster.keyAt, '"cluster" is not supported yet. Remove it.')
  const scope = fields.get('scope')
  if (!scope) return
  const isIntroduced = scope.value.kind === 'text' && scope.value.value === 'introduced'
  if (!isIntroduced) wordOf(scope, SCOPES, complain)
  else complain(scope.value.at, '"scope" cannot be "introduced" yet: every finding counts. Remove it, or write all.')
}

/** Rules may be raised; to loosen there are waivers, which have a reason and an end. */
function levelsFrom(member: Member | undefined, complain: Complain): Configuration['levels'] {
  const levels: Record<string, Level> = {}
  if (!member) return levels
  for (const [id, field] of fieldsOf(member.value, '"rules"', ruleIds(), complain)) {
    const rule = ruleNamed(id)
    const isOff = field.value.kind === 'text' && field.value.value === 'off'
    const level = isOff ? 'pass' : wordOf(field, RULE_LEVELS, complain)
    if (rule === undefined || level === undefined) continue
    if (SEVERITY[level] < SEVERITY[rule.level])
      complain(
        field.value.at,
        `${quote(id)} is ${article(rule.level)} and cannot be ${isOff ? 'switched off' : `lowered to ${quote(level)}`}. Excuse single findings under "waivers".`
      )
    else levels[id] = level
  }
  return levels
}

async function pathsFrom(member: Member | undefined, complain: Complain): Promise<Configuration['selects']> {
  if (!member) return undefined
  const fields = fieldsOf(member.value, '"paths"', PATH_KEYS, complain)
  const include = patternsFrom(fields.get('include'), complain)
  const exclude = patternsFrom(fields.get('exclude'), complain)
  const isIncluded = include.length === 0 ? () => true : await pathMatcher(include)
  const isExcluded = exclude.length === 0 ? () => false : await pathMatcher(exclude)
  return path => isIncluded(path) && !isExcluded(path)
}

/** The offset of the line at which a second document begins. No text holds such a line: YAML 1.2.2, rule 206. */
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

function article(level: Level): string {
  return level === 'error' ? 'an error' : `a ${level}`
}
