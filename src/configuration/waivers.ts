/** The waivers of a configuration: exceptions that have a reason, an owner and an end. */

import type { Place } from '../model/place.ts'
import type { Waiver } from '../model/waiver.ts'
import { clientNamed, type Policy } from '../policy/policy.ts'
import { versionsIn } from '../policy/span.ts'
import { ruleIds, ruleNamed } from '../rules/index.ts'
import type { Member, TreeNode } from '../syntax/tree.ts'
import { isDay } from './day.ts'
import { type Complain, fieldsOf, listOf, optionalText, quote, requiredText, wordOf } from './fields.ts'
import { keyOf, packageOf } from './package.ts'
import { patternsFrom } from './patterns.ts'

/** The keys of a waiver. */
export const WAIVER_KEYS = ['rule', 'package', 'versions', 'paths', 'reason', 'owner', 'until'] as const

/** Of all waivers together, what aliases repeat as well: each is tried on the path of every finding. */
const MOST_PATTERNS = 2_000

interface Context {
  readonly policy: Policy
  /** The packages that the file tries to make clients. */
  readonly declared: ReadonlySet<string>
  placeAt(at: number): Place
  readonly complain: Complain
}

/** Reads the list of waivers. */
export async function waiversFrom(member: Member | undefined, context: Context): Promise<readonly Waiver[]> {
  if (!member) return []
  const waivers: Waiver[] = []
  for (const item of listOf(member, context.complain)) {
    const waiver = await waiverFrom(item, context)
    if (waiver) waivers.push(waiver)
  }
  const patterns = waivers.reduce((sum, { paths = [] }) => sum + paths.length, 0)
  if (patterns > MOST_PATTERNS)
    context.complain(member.value.at, `"waivers" have more than ${MOST_PATTERNS} path patterns in total. Use fewer.`)
  return waivers
}

async function waiverFrom(
  item: TreeNode,
  { policy, declared, placeAt, complain }: Context
): Promise<Waiver | undefined> {
  const fields = fieldsOf(item, 'a waiver', WAIVER_KEYS, complain)
  if (item.kind !== 'map') return undefined
  const what = { what: 'this waiver', at: item.at }
  const ruleMember = fields.get('rule')
  if (!ruleMember) complain(item.at, 'this waiver has no "rule". Add it.')
  const ruleId = ruleMember && wordOf(ruleMember, ruleIds({ waivable: true }), complain)
  const rule = ruleId === undefined ? undefined : ruleNamed(ruleId)
  const name = requiredText(fields, 'package', what, complain)
  const named = name && packageOf(name, 'package', complain)
  const row = named && clientNamed(policy, named.ecosystem, named.name)
  if (named && !row && !declared.has(named.key))
    complain(
      named.at,
      '"package" names no known client, so the waiver would cover nothing. "bound-token-check policy" lists all of them.'
    )
  if (named && row && keyOf(named.ecosystem, row.name) !== named.key)
    complain(
      named.at,
      `"package" is another name of ${row.name}, which is the name in its findings. Write ${row.name}.`
    )

  const versions = optionalText(fields, 'versions', complain)
  if (versions && named) {
    const scheme = await named.ecosystem.versions()
    if (!versionsIn(scheme, versions.text))
      complain(
        versions.at,
        `"versions" is ${quote(versions.text)}, which is not a valid ${scheme.title} or range. Write it as the package manager does.`
      )
  }
  const paths = patternsFrom(fields.get('paths'), complain)
  const reason = requiredText(fields, 'reason', what, complain)
  const owner = requiredText(fields, 'owner', what, complain)
  const until = requiredText(fields, 'until', what, complain)
  if (until && !isDay(until.text))
    complain(
      until.at,
      `"until" is ${quote(until.text)}, which is not a calendar day. Write it as YYYY-MM-DD, such as 2027-03-01.`
    )
  if (!rule || !named || !row || !reason || !owner || !until) return undefined
  return {
    rule,
    ecosystem: named.ecosystem.id,
    name: row.name,
    ...(versions ? { versions: versions.text } : {}),
    ...(fields.has('paths') ? { paths } : {}),
    reason: reason.text,
    owner: owner.text,
    until: until.text,
    place: placeAt(item.at)
  }
}
