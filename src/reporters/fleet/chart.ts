/** The line of failing repositories by day, over the area of those of which nothing is known. */

import type { FleetDay } from '../../fleet/fleet.ts'
import { daysBetween } from '../../settings/day.ts'
import { type Html, html, raw } from './html.ts'

/** The units of the drawing, which is stretched to the width of the page: texts are beside it. */
const WIDTH = 1_000
const HEIGHT = 200

/** The chart of at least two days, the oldest first. */
export function chart(history: readonly FleetDay[]): Html {
  const first = history[0]
  const last = history.at(-1)
  if (!first || !last) return html``
  const top = Math.max(1, ...history.map(({ failed, unread }) => Math.max(failed, unread)))
  const days = Math.max(1, daysBetween(first.day, last.day))
  const x = ({ day }: FleetDay) => Math.round((daysBetween(first.day, day) / days) * WIDTH)
  const y = (number: number) => Math.round(HEIGHT - (number / top) * HEIGHT)
  const line = (number: (day: FleetDay) => number) => history.map(day => `${x(day)},${y(number(day))}`).join(' ')
  const words = `Failing repositories: ${first.failed} on ${first.day}, ${last.failed} on ${last.day}. Not known: ${first.unread}, then ${last.unread}.`
  return html`<figure class="chart"><div class="plot"><span class="top">${top}</span><svg viewBox="0 -4 ${WIDTH} ${HEIGHT + 8}" preserveAspectRatio="none" role="img" aria-label="${words}"><polygon class="unread" points="0,${HEIGHT} ${raw(line(({ unread }) => unread))} ${WIDTH},${HEIGHT}"/><polyline class="base" points="0,${HEIGHT} ${WIDTH},${HEIGHT}"/><polyline class="failed" points="${raw(line(({ failed }) => failed))}"/></svg><span class="zero">0</span></div><div class="axis"><span>${first.day}</span><span>${last.day}</span></div><figcaption><span class="key failed">fail: ${first.failed}, now ${last.failed}</span><span class="key unread">not known: ${first.unread}, now ${last.unread}</span></figcaption></figure>`
}
