/** The last line of a page: what this is, how to go on, and what it is about. */

import type { Finding } from '../../model/finding.ts'
import { code, link } from '../markup.ts'
import { TOOL } from '../phrases.ts'
import type { Commit, Page } from './options.ts'

const SHORT = 7
const HEXADECIMAL = /^[\da-f]{7,}$/

/** The last line. `about` is the finding whose rule it names, if there is one. */
export function footer({ help, origin }: Page, about: Finding | undefined): string {
  const what = help({ kind: 'about' })
  const rule = about?.rule && help({ kind: 'rule', id: about.rule.id })
  const waivers = about?.rule?.waivable === true ? help({ kind: 'waivers' }) : undefined
  const parts = [
    what === undefined ? TOOL : link('What is this?', what),
    ...(rule === undefined ? [] : [link('the rule', rule)]),
    ...(waivers === undefined ? [] : [link('waive a finding', waivers)]),
    ...(origin
      ? [
          `commit ${commitWords(origin.commit)}${origin.base ? ` against ${commitWords(origin.base)}` : ''}`,
          ...(origin.run === undefined ? [] : [link('run', origin.run)]),
          minute(origin.at)
        ]
      : [])
  ]
  return `<sub>${parts.join(' · ')}</sub>`
}

/** A commit as a link. Without one it is code: GitHub would make its own link of a bare id. */
function commitWords({ id, url }: Commit): string {
  const short = HEXADECIMAL.test(id) ? id.slice(0, SHORT) : id
  return link(code(short), url)
}

function minute(at: string): string {
  return `${at.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`
}
