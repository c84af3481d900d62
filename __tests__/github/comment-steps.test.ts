/** The life cycle of the comment: every cell of state × result × settings. */

import { describe, expect, test } from '@jest/globals'
import {
  type CommentResult,
  type CommentSettings,
  type CommentState,
  commentSteps
} from '../../src/github/comment-steps.ts'
import { COMMENT_ON_RELAPSE, COMMENT_WHEN } from '../../src/settings/choices.ts'

const STATES: readonly CommentState[] = ['absent', 'current', 'outdated', 'minimized', 'duplicated', 'newer']
const RESULTS: readonly CommentResult[] = ['clean', 'findings', 'failure', 'problem']

const cells = (result: CommentResult, { when, onRelapse }: CommentSettings, saysClean: boolean) =>
  STATES.map(state => {
    const steps = commentSteps({ state, saysClean, result }, { when, onRelapse })
    return steps.length === 0 ? '-' : steps.join('+')
  }).join(' ')

/** One row per setting and result; one cell per state, in the order of `STATES`. */
function rows(text: string): Map<string, string> {
  return new Map(
    text
      .trim()
      .split('\n')
      .map(line => {
        const [when = '', result = '', ...rest] = line.trim().split(/\s+/)
        return [`${when} ${result}`, rest.join(' ')]
      })
  )
}

// A comment that exists is brought up to date also on the empty result and whatever fails the job:
// https://github.com/actions/dependency-review-action/issues/647, /628, /1127, /817; https://github.com/OGKevin/cadmus/pull/987.
// Hidden ones are found: https://github.com/marocchino/sticky-pull-request-comment/issues/990, /428, /561; and nothing is hidden or
// created for nothing: https://github.com/marocchino/sticky-pull-request-comment/pull/1661.
//                     absent   current outdated minimized   duplicated                newer
const UPDATE = rows(`
  always      clean    create   -       update   update      update+delete-others      -
  always      findings create   -       update   update+show update+show+delete-others -
  always      failure  create   -       update   update+show update+show+delete-others -
  always      problem  create   -       update   update+show update+show+delete-others -
  on-findings clean    -        -       update   update      update+delete-others      -
  on-findings findings create   -       update   update+show update+show+delete-others -
  on-findings failure  create   -       update   update+show update+show+delete-others -
  on-findings problem  create   -       update   update+show update+show+delete-others -
  on-failure  clean    -        -       update   update      update+delete-others      -
  on-failure  findings -        -       update   update      update+delete-others      -
  on-failure  failure  create   -       update   update+show update+show+delete-others -
  on-failure  problem  create   -       update   update+show update+show+delete-others -
  never       clean    -        -       -        -           -                         -
  never       findings -        -       -        -           -                         -
  never       failure  -        -       -        -           -                         -
  never       problem  -        -       -        -           -                         -
`)

// A new comment when the state turns: https://github.com/marocchino/sticky-pull-request-comment/pull/138, /issues/160.
//                     absent   current outdated             minimized            duplicated           newer
const RENEW = rows(`
  always      clean    create   -       update               update               update+delete-others -
  always      findings create   -       create+delete-others create+delete-others create+delete-others -
  always      failure  create   -       create+delete-others create+delete-others create+delete-others -
  always      problem  create   -       create+delete-others create+delete-others create+delete-others -
  on-findings clean    -        -       update               update               update+delete-others -
  on-findings findings create   -       create+delete-others create+delete-others create+delete-others -
  on-findings failure  create   -       create+delete-others create+delete-others create+delete-others -
  on-findings problem  create   -       create+delete-others create+delete-others create+delete-others -
  on-failure  clean    -        -       update               update               update+delete-others -
  on-failure  findings -        -       update               update               update+delete-others -
  on-failure  failure  create   -       create+delete-others create+delete-others create+delete-others -
  on-failure  problem  create   -       create+delete-others create+delete-others create+delete-others -
  never       clean    -        -       -                    -                    -                    -
  never       findings -        -       -                    -                    -                    -
  never       failure  -        -       -                    -                    -                    -
  never       problem  -        -       -                    -                    -                    -
`)

describe.each(COMMENT_WHEN)('comment: %s', when => {
  test.each(RESULTS)('%s', result => {
    for (const onRelapse of COMMENT_ON_RELAPSE) {
      for (const saysClean of [false, true]) {
        const expected = (onRelapse === 'new' && saysClean ? RENEW : UPDATE).get(`${when} ${result}`)
        expect(cells(result, { when, onRelapse }, saysClean)).toBe(expected)
      }
    }
  })
})
