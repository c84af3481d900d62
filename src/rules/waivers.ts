/** The rules that a waiver can break. */

import type { Rule } from '../model/rule.ts'

const PAGE = 'docs/rules.md'

/** The last day of a waiver is over. */
export const waiverExpired: Rule = {
  id: 'waiver-expired',
  level: 'warning',
  title: 'expired',
  meaning: 'The last day of a waiver has passed, and it covers nothing any more.',
  why: 'An exception was agreed on until a day that is over. What it covered counts again.',
  fix: 'Fix what it covered and remove the waiver, or agree on a new day and write it down.',
  waivable: false,
  page: PAGE
}

/** A waiver covers nothing. */
export const waiverUnused: Rule = {
  id: 'waiver-unused',
  level: 'notice',
  title: 'unused',
  meaning: 'A waiver covers no finding.',
  why: 'A waiver that is no longer needed would excuse the next finding of its kind unseen.',
  fix: 'Remove it. Where it should cover something, compare its package, versions and paths with the finding.',
  waivable: false,
  page: PAGE
}
