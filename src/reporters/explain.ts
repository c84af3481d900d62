/** What each rule means, why it matters, how to fix it and how to waive it, for `explain`. */

import { type Level, RULES, type Rule } from '../model/rule.ts'
import type { VerdictKind } from '../model/verdict.ts'
import { VERDICTS, WHY } from './phrases.ts'

/** What only `explain` says of a rule. */
interface Explanation {
  readonly meaning: string
  readonly why: string
  readonly fix: string
}

const REFUSED = 'From then on every request of the workload fails, until it is started again.'

const EXPLANATIONS: Readonly<Record<Rule, Explanation>> = {
  'client-cannot-reload': {
    meaning: VERDICTS['cannot-reload'].sentence,
    why: `${WHY} ${REFUSED}`,
    fix: 'Bring the client to the version that the report names. Where no release reloads the token, the report names another client or says how to make the client again before the token ends.'
  },
  'client-sends-no-token': {
    meaning: VERDICTS['sends-no-token'].sentence,
    why: 'The workload is refused from its first request on, in every cluster and at once.',
    fix: 'Leave this release for the next one that sends the token: the report names it.'
  },
  'client-below-minimum': {
    meaning: VERDICTS['below-minimum'].sentence,
    why: 'The vendor answers only for the versions that its documents name, and whoever checks a cluster by these documents stops at this one.',
    fix: 'Bring the client to the documented minimum. Where only what the code does shall count, set "minimum: observed": then this rule is a notice.'
  },
  'client-reloads-late': {
    meaning: VERDICTS['reloads-late'].sentence,
    why: 'Requests can fail around each change of the token. Where an option decides, a program that does not set it keeps the first token for good.',
    fix: 'Bring the client to the version that the report names, or check that the program repeats requests after a 401 and sets the option.'
  },
  'client-unknown': {
    meaning: VERDICTS.unknown.sentence,
    why: 'A client that cannot be judged may be one that breaks. The report gives the reason: an open range, a fork, a source that is no registry, a variable.',
    fix: 'Commit a lockfile, raise the lower bound, or state the version where the report says. Say what a fork of your own does under "clients" in the configuration.'
  },
  'waiver-expired': {
    meaning: 'The last day of a waiver has passed, and it covers nothing any more.',
    why: 'An exception was agreed on until a day that is over. What it covered counts again.',
    fix: 'Fix what it covered and remove the waiver, or agree on a new day and write it down.'
  },
  'waiver-unused': {
    meaning: 'A waiver covers no finding.',
    why: 'A waiver that is no longer needed would excuse the next finding of its kind unseen.',
    fix: 'Remove it. Where it should cover something, compare its package, versions and paths with the finding.'
  }
}

const WIDTH = 100

/** The rules, one line each. */
export function explainRules(): string {
  const width = Math.max(...RULES.map(rule => rule.length))
  return `${RULES.map(rule => `${rule.padEnd(width)}  ${EXPLANATIONS[rule].meaning}`).join('\n')}\n`
}

/** One rule. `level` is its built-in one. */
export function explainRule(rule: Rule, level: Level): string {
  const { meaning, why, fix } = EXPLANATIONS[rule]
  const verdict = (Object.keys(VERDICTS) as VerdictKind[]).find(kind => rule === `client-${kind}`)
  const parts = [
    ['What it means', meaning],
    ['Why it matters', why],
    ['Level', `${level}${higher(rule, level)}`],
    ['How to fix it', fix],
    ['How to waive it', verdict === undefined ? 'A waiver cannot be waived.' : waiverOf(rule)]
  ] as const
  return `${rule}\n\n${parts.map(([title, text]) => `${title}\n${wrapped(text)}`).join('\n\n')}\n`
}

function higher(rule: Rule, level: Level): string {
  return level === 'error' ? '' : `; "rules: { ${rule}: error }" in the configuration raises it`
}

function waiverOf(rule: Rule): string {
  return [
    'In .github/bound-token-check.yml:',
    'waivers:',
    `  - rule: ${rule}`,
    '    package: pkg:npm/kubernetes-client   # without a version',
    '    versions: "<=9.0.0"                  # may be left out',
    '    paths: ["tools/**"]                  # may be left out',
    '    reason: runs outside the cluster',
    '    owner: "@acme/platform"',
    '    until: 2027-03-01                    # the last day'
  ].join('\n')
}

/** Lines of two blanks and at most `WIDTH` characters; those of an example stay as they are. */
function wrapped(text: string): string {
  return text
    .split('\n')
    .map(line => `  ${line.length <= WIDTH ? line : wrap(line)}`)
    .join('\n')
}

function wrap(line: string): string {
  const rows = ['']
  for (const word of line.split(' ')) {
    const row = rows.at(-1) ?? ''
    if (row === '') rows[rows.length - 1] = word
    else if (row.length + 1 + word.length <= WIDTH) rows[rows.length - 1] = `${row} ${word}`
    else rows.push(word)
  }
  return rows.join('\n  ')
}
