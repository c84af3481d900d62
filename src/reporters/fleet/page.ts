/**
 * The page of a fleet: one file of HTML that asks nothing of the network. What cannot change is HTML; the table of repositories is made
 * by the script of the page from the data in it, because thousands of rows at once are slow. All texts of repositories are hostile: in
 * HTML they are escaped, in the data `<` is, and the script sets them as texts alone.
 */

import type { Fleet, FleetChange, FleetDay, FleetRepository } from '../../fleet/fleet.ts'
import { version } from '../../version.ts'
import { visible } from '../../visible.ts'
import { count } from '../phrases.ts'
import type { Reporter } from '../reporter.ts'
import { chart } from './chart.ts'
import { type Html, html, join, raw } from './html.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

/** The options of the page. */
export interface FleetPageOptions {
  /** Where repositories are, without a slash at its end. */
  readonly serverUrl?: string
}

/** How a repository is shown: its state, and apart from the others one that names no client. */
export type ShownState = FleetRepository['state'] | 'no-client'

/** The states in the order of the page, with their words. */
export const STATES: readonly (readonly [ShownState, string])[] = [
  ['failed', 'Fails'],
  ['incomplete', 'Incomplete'],
  ['not-read', 'Not read'],
  ['waiting', 'Not scanned yet'],
  ['passed', 'Passes'],
  ['no-client', 'No client'],
  ['empty', 'Empty']
]

/** The most changes, teams and clients that are shown at once; the others are folded. */
const MOST_SHOWN = 10
const GITHUB = 'https://github.com'

/** The page of a fleet. */
export const fleetPage: Reporter<Fleet, FleetPageOptions> = {
  name: 'html',
  render(fleet, { serverUrl = GITHUB }) {
    const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${headline(fleet)}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<p class="tool">Bound Token Check</p>
<h1>${headline(fleet)}</h1>
<p class="note">${coverage(fleet)}</p>
</header>
<main>
${changes(fleet)}
${burnDown(fleet)}
${standing(fleet)}
${table(fleet)}
</main>
<footer><p>Made on ${moment(fleet.made)} by Bound Token Check ${version}. A result holds for the commit that was scanned on the day that is shown.</p></footer>
<script type="application/json" id="data">${raw(dataOf(fleet, serverUrl))}</script>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`
    return page.text
  }
}

/** The state that is shown of a repository. */
export function shownState({ state, hasClients }: FleetRepository): ShownState {
  return state === 'passed' && !hasClients ? 'no-client' : state
}

function headline({ repositories }: Fleet): string {
  const failing = repositories.filter(({ state }) => state === 'failed').length
  const all = repositories.length
  if (all === 0) return 'No repository is listed'
  if (failing > 0)
    return `${failing} of ${count(all, 'repository', 'repositories')} ${failing === 1 ? 'fails' : 'fail'}`
  const open = repositories.filter(({ state }) => ['incomplete', 'not-read', 'waiting'].includes(state)).length
  if (open > 0)
    return `No known failure, but of ${open} of ${count(all, 'repository', 'repositories')} not everything is known`
  return all === 1 ? 'The one repository passes' : `All ${all} repositories pass`
}

/** What the numbers are about: a half that was not read must not look like a pass. */
function coverage({ repositories }: Fleet): string {
  const number = (...states: readonly FleetRepository['state'][]) =>
    repositories.filter(({ state }) => states.includes(state)).length
  const unread = number('not-read')
  const waiting = number('waiting')
  const parts = [
    `${repositories.length - unread - waiting} of ${repositories.length} are scanned.`,
    ...(unread > 0 ? [`${unread} could not be read.`] : []),
    ...(waiting > 0 ? [`${waiting} are not scanned yet.`] : []),
    ...(number('incomplete') > 0 ? [`Of ${number('incomplete')} a file could not be read.`] : [])
  ]
  return parts.join(' ')
}

function changes({ changes: all, comparedWith }: Fleet): Html {
  if (comparedWith === undefined) return html``
  const title = html`<h2 id="changes">Since ${comparedWith}</h2>`
  if (all.length === 0) return html`<section aria-labelledby="changes">${title}<p>Nothing changed.</p></section>`
  const order: readonly FleetChange['kind'][] = ['fails', 'recovers', 'unread', 'gone', 'new']
  const sorted = all.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return html`<section aria-labelledby="changes">${title}${list(sorted.map(changeItem))}</section>`
}

function changeItem({ name, kind, subjects }: FleetChange): Html {
  const shown = subjects.slice(0, 3).map(subject => html`<code>${visible(subject)}</code>`)
  const more = subjects.length > shown.length ? ` and ${subjects.length - shown.length} more` : ''
  const what = shown.length === 0 ? html`` : html`: ${join(shown, ', ')}${more}`
  return html`<li class="${kind}"><b>${visible(name)}</b> ${CHANGES[kind]}${what}</li>`
}

const CHANGES: Readonly<Record<FleetChange['kind'], string>> = {
  fails: 'fails now',
  recovers: 'got rid of what failed',
  unread: 'can no longer be read',
  gone: 'is no longer listed',
  new: 'is new'
}

/** A list whose end is folded. */
function list(items: readonly Html[]): Html {
  const rest = items.slice(MOST_SHOWN)
  const folded =
    rest.length === 0
      ? html``
      : html`<details><summary>${rest.length} more</summary><ul>${join(rest, '')}</ul></details>`
  return html`<ul>${join(items.slice(0, MOST_SHOWN), '')}</ul>${folded}`
}

function burnDown({ history }: Fleet): Html {
  const [first, ...others] = history
  if (!first || others.length === 0)
    return html`<section aria-labelledby="days"><h2 id="days">Burn-down</h2><p>The line begins with the second day.</p></section>`
  return html`<section aria-labelledby="days"><h2 id="days">Burn-down</h2>${chart(history)}<details><summary>The numbers of each day</summary><div class="wide" tabindex="0"><table><thead><tr><th scope="col">Day</th><th scope="col">Listed</th><th scope="col">Scanned</th><th scope="col">Fail</th><th scope="col">Incomplete</th><th scope="col">Not known</th><th scope="col">Errors</th></tr></thead><tbody>${join(history.toReversed().map(dayRow), '')}</tbody></table></div></details></section>`
}

function dayRow({ day, listed, scanned, failed, incomplete, unread, errors }: FleetDay): Html {
  const numbers = [listed, scanned, failed, incomplete, unread, errors].map(number => html`<td>${number}</td>`)
  return html`<tr><th scope="row">${day}</th>${join(numbers, '')}</tr>`
}

/** Which teams and which clients the failures are about. */
function standing({ repositories }: Fleet): Html {
  const teams = new Map<string, FleetRepository[]>()
  for (const repository of repositories) {
    const name = repository.team ?? ''
    const own = teams.get(name)
    if (own) own.push(repository)
    else teams.set(name, [repository])
  }
  const failing = (own: readonly FleetRepository[]) => own.filter(({ state }) => state === 'failed').length
  const unknown = (own: readonly FleetRepository[]) =>
    own.filter(({ state }) => state === 'not-read' || state === 'waiting').length
  const rows = [...teams]
    .toSorted(([a, x], [b, y]) => failing(y) - failing(x) || y.length - x.length || (a < b ? -1 : 1))
    .map(
      ([name, own]) =>
        html`<tr><th scope="row">${name === '' ? 'no team' : visible(name)}</th><td>${own.length}</td><td>${failing(own)}</td><td>${unknown(own)}</td></tr>`
    )
  const byTeam =
    teams.size < 2
      ? html``
      : html`<section aria-labelledby="teams"><h2 id="teams">Teams</h2>${teamTable(rows)}</section>`
  return html`<div class="pair">${byTeam}${clients(repositories)}</div>`
}

function teamTable(rows: readonly Html[]): Html {
  const tableOf = (own: readonly Html[]) =>
    html`<table><thead><tr><th scope="col">Team</th><th scope="col">Listed</th><th scope="col">Fail</th><th scope="col">Not known</th></tr></thead><tbody>${join(own, '')}</tbody></table>`
  const rest = rows.slice(MOST_SHOWN)
  const folded =
    rest.length === 0 ? html`` : html`<details><summary>${rest.length} more</summary>${tableOf(rest)}</details>`
  return html`${tableOf(rows.slice(0, MOST_SHOWN))}${folded}`
}

const VERSION = /(?<=.)@[^/@]*$/

function clients(repositories: readonly FleetRepository[]): Html {
  const found = new Map<string, number>()
  for (const { findings } of repositories) {
    const errors = findings.filter(({ level }) => level === 'error').map(({ subject }) => subject.replace(VERSION, ''))
    for (const name of new Set(errors)) found.set(name, (found.get(name) ?? 0) + 1)
  }
  if (found.size === 0) return html``
  const rows = [...found]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(
      ([name, number]) => html`<li><code>${visible(name)}</code> in ${count(number, 'repository', 'repositories')}</li>`
    )
  return html`<section aria-labelledby="clients"><h2 id="clients">What fails most</h2>${list(rows)}</section>`
}

function table({ repositories }: Fleet): Html {
  const number = (state: ShownState) => repositories.filter(repository => shownState(repository) === state).length
  const buttons = STATES.filter(([state]) => number(state) > 0).map(
    ([state, words]) =>
      html`<button type="button" data-state="${state}" aria-pressed="false"><span class="dot ${state}" aria-hidden="true"></span>${words} <b>${number(state)}</b></button>`
  )
  return html`<section aria-labelledby="repositories"><h2 id="repositories">Repositories</h2>
<noscript><p>The table is made by a script of this page, which is switched off here. fleet.json has the same data.</p></noscript>
<div class="controls" id="controls" hidden>
<label>Search <input type="search" id="search" placeholder="name, team, package" autocomplete="off"></label>
<label>Team <select id="team"><option value="">all</option></select></label>
<label>Order <select id="order"><option value="worst">worst first</option><option value="name">name</option><option value="since">failing longest</option><option value="scanned">oldest result</option></select></label>
<div class="states" role="group" aria-label="Result">${join(buttons, '')}</div>
</div>
<p id="shown" role="status" class="note"></p>
<table id="rows" class="rows" hidden><caption class="hidden">Repositories with their result</caption><thead><tr><th scope="col">Repository</th><th scope="col">Result</th><th scope="col">Team</th><th scope="col">Fails since</th><th scope="col">Scanned</th></tr></thead><tbody></tbody></table>
<button type="button" id="more" hidden>Show more</button>
</section>`
}

function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`
}

/** The data of the table. Nothing in it can end the element that holds it. */
function dataOf({ repositories, made }: Fleet, serverUrl: string): string {
  const rows = repositories.map(repository => {
    const { id, name, team, counts, failingSince, breaksOn, scanned, because, commit, findings } = repository
    return {
      n: visible(name),
      u: id === 0 ? undefined : `${serverUrl}/${name.split('/').map(encodeURIComponent).join('/')}`,
      c: commit,
      t: team === undefined ? undefined : visible(team),
      s: shownState(repository),
      k: [counts.error, counts.warning, counts.notice],
      f: failingSince,
      b: breaksOn,
      d: scanned,
      w: because === undefined ? undefined : visible(because, 300),
      r: findings.map(({ level, subject, path, line, places, fix, rule }) => [
        level === 'error' ? 1 : 0,
        visible(subject),
        visible(path, 300),
        line,
        places,
        fix === undefined ? '' : visible(fix),
        rule
      ])
    }
  })
  const data = {
    today: made.slice(0, 10),
    words: Object.fromEntries(STATES),
    order: STATES.map(([state]) => state),
    rows
  }
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
