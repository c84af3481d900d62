/** The rules for waivers. */

import type { Rule } from '../model/rule.ts'

const PAGE = 'docs/rules.md'

/** The last day of a waiver is over. */
export const waiverExpired: Rule = {
  id: 'waiver-expired',
  level: 'warning',
  title: 'expired',
  meaning: 'The last day of a waiver has passed, so it no longer covers anything.',
  why: 'The exception was agreed for a limited time. The findings that it covered count again.',
  fix: 'Fix the findings that it covered and remove the waiver, or agree on a new last day and change "until".',
  waivable: false,
  answers: [],
  page: PAGE
}

/** A waiver covers nothing. */
export const waiverUnused: Rule = {
  id: 'waiver-unused',
  level: 'notice',
  title: 'unused',
  meaning: 'A waiver covers no finding.',
  why: 'A waiver that is no longer needed would silently cover the next finding of its kind.',
  fix: 'Remove it. If it should cover a finding, compare its package, versions and paths with that finding.',
  waivable: false,
  answers: [],
  page: PAGE
}
