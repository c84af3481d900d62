/** The waivers of a configuration: exceptions with a reason, an owner and a last day. */

import { defined } from '../collections.ts'
import type { Rule } from '../model/rule.ts'
import type { WaivedClient, Waiver } from '../model/waiver.ts'
import { clientNamed, type Policy } from '../policy/policy.ts'
import { versionsIn } from '../policy/span.ts'
import { isOfClients } from '../rules/clients.ts'
import { ruleIds, ruleNamed } from '../rules/index.ts'
import { isDay } from '../settings/day.ts'
import type { Member, TreeNode } from '../syntax/tree.ts'
import {
  type AddProblem,
  type ConfigDocument,
  fieldsOf,
  listOf,
  optionalText,
  quote,
  requiredText,
  wordOf
} from './fields.ts'
import { keyOf, packageOf } from './package.ts'
import { patternsFrom } from './patterns.ts'

/** The keys of a waiver. */
export const WAIVER_KEYS = ['rule', 'package', 'versions', 'paths', 'reason', 'owner', 'until'] as const

/** Maximum path patterns of all waivers, including repetitions by aliases: each is matched with every finding. */
const MOST_PATTERNS = 2_000

interface WaiverDocument extends ConfigDocument {
  readonly policy: Policy
  /** The packages in the file's list of clients. */
  readonly declared: ReadonlySet<string>
}

type Fields = ReadonlyMap<string, Member>

/** What the mapping of a waiver is called, and its offset. */
interface Whole {
  readonly what: string
  readonly at: number
}

/** Reads the list of waivers. */
export async function waiversFrom(member: Member | undefined, document: WaiverDocument): Promise<readonly Waiver[]> {
  if (!member) return []
  const waivers: Waiver[] = []
  for (const item of listOf(member, document.addProblem)) {
    const waiver = await waiverFrom(item, document)
    if (waiver) waivers.push(waiver)
  }
  const patterns = waivers.reduce((sum, { paths = [] }) => sum + paths.length, 0)
  if (patterns > MOST_PATTERNS)
    document.addProblem(member.value.at, `"waivers" have more than ${MOST_PATTERNS} path patterns in total. Use fewer.`)
  return waivers
}

async function waiverFrom(item: TreeNode, document: WaiverDocument): Promise<Waiver | undefined> {
  const { placeAt, addProblem } = document
  const fields = fieldsOf(item, 'a waiver', WAIVER_KEYS, addProblem)
  if (item.kind !== 'map') return undefined
  const what = { what: 'this waiver', at: item.at }
  const ruleMember = fields.get('rule')
  if (!ruleMember) addProblem(item.at, 'this waiver has no "rule". Add it.')
  const ruleId = ruleMember && wordOf(ruleMember, ruleIds({ waivable: true }), addProblem)
  const rule = ruleId === undefined ? undefined : ruleNamed(ruleId)
  const isOfHazard = rule !== undefined && !isOfClients(rule)
  if (isOfHazard) refusePackage(fields, rule, what, addProblem)
  const mayBeOfHazard = isOfHazard || (ruleMember !== undefined && !rule && !fields.has('package'))
  const client = mayBeOfHazard ? undefined : await clientFrom(fields, what, document)
  const paths = patternsFrom(fields.get('paths'), addProblem)
  const reason = requiredText(fields, 'reason', what, addProblem)
  const owner = requiredText(fields, 'owner', what, addProblem)
  const until = requiredText(fields, 'until', what, addProblem)
  if (until && !isDay(until.text))
    addProblem(
      until.at,
      `"until" is ${quote(until.text)}, which is not a calendar day. Write it as YYYY-MM-DD, such as 2027-03-01.`
    )
  if (!rule || !(client || isOfHazard) || !reason || !owner || !until) return undefined
  return {
    rule,
    ...defined({ client, paths: fields.has('paths') ? paths : undefined }),
    reason: reason.text,
    owner: owner.text,
    until: until.text,
    place: placeAt(item.at)
  }
}

/** A hazard has no package: a waiver of one must say where it holds, and nothing else would bound it. */
function refusePackage(fields: Fields, { id }: Rule, { what, at }: Whole, addProblem: AddProblem): void {
  for (const key of ['package', 'versions']) {
    const member = fields.get(key)
    if (member)
      addProblem(member.keyAt, `"${key}" is for rules of clients, and ${id} is none. Remove it, and write "paths".`)
  }
  if (!fields.has('paths')) addProblem(at, `${what} has no "paths", and ${id} needs them. Add those that it covers.`)
}

/** The client that a waiver names. */
async function clientFrom(
  fields: Fields,
  what: Whole,
  { policy, declared, addProblem }: WaiverDocument
): Promise<WaivedClient | undefined> {
  const name = requiredText(fields, 'package', what, addProblem)
  const named = name && packageOf(name, 'package', addProblem)
  const row = named && clientNamed(policy, named.ecosystem, named.name)
  if (named && !row && !declared.has(named.key))
    addProblem(
      named.at,
      '"package" names no known client, so the waiver would cover nothing. "bound-token-check policy" lists all of them.'
    )
  if (named && row && keyOf(named.ecosystem, row.name) !== named.key)
    addProblem(
      named.at,
      `"package" is another name of ${row.name}, which is the name in its findings. Write ${row.name}.`
    )

  const versions = optionalText(fields, 'versions', addProblem)
  if (versions && named) {
    const scheme = await named.ecosystem.versions()
    if (!versionsIn(scheme, versions.text))
      addProblem(
        versions.at,
        `"versions" is ${quote(versions.text)}, which is not a valid ${scheme.title} or range. Write it as the package manager does.`
      )
  }
  return named && row && { ecosystem: named.ecosystem.id, name: row.name, ...defined({ versions: versions?.text }) }
}
