/**
 * The script of the page, which makes, filters and sorts the table. It sets texts alone, never HTML, and asks nothing of the network.
 */

/** The text of the script. It contains no `</script>` and no character that HTML would change. */
export const SCRIPT = `
'use strict'
const data = JSON.parse(document.getElementById('data').textContent)
const element = (name, text, kind) => {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  if (kind) made.className = kind
  return made
}
const byId = id => document.getElementById(id)
const STEP = 100
const OLD = 7
const rank = new Map(data.order.map((state, index) => [state, index]))
const table = byId('rows')
const body = table.tBodies[0]
const buttons = [...document.querySelectorAll('[data-state]')]
for (const row of data.rows) row.all = [row.n, row.t, ...row.r.map(each => each[1])].join(' ').toLowerCase()
const teams = [...new Set(data.rows.map(row => row.t).filter(Boolean))].sort()
for (const team of teams) {
  const option = element('option', team)
  option.value = team
  byId('team').append(option)
}
if (teams.length === 0) byId('team').parentElement.hidden = true
const compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1)
const orders = {
  name: (a, b) => compare(a.n, b.n),
  worst: (a, b) => rank.get(a.s) - rank.get(b.s) || b.k[0] - a.k[0] || b.k[1] - a.k[1] || compare(a.n, b.n),
  since: (a, b) => compare(a.f || '9', b.f || '9') || compare(a.n, b.n),
  scanned: (a, b) => compare(a.d, b.d) || compare(a.n, b.n)
}
let found = []
let shown = 0
const plural = (number, word) => number + ' ' + word + (number === 1 ? '' : 's')
function findings(row) {
  const words = [[row.k[0], 'error'], [row.k[1], 'warning'], [row.k[2], 'notice']]
  const text = words.filter(each => each[0] > 0).map(each => plural(each[0], each[1])).join(', ')
  if (row.r.length === 0) return element('div', text)
  const details = element('details')
  details.append(element('summary', text))
  // The list is made when somebody opens it.
  details.addEventListener('toggle', () => {
    if (details.children.length > 1) return
    const list = element('ul')
    for (const [isError, subject, path, line, places, fix, rule] of row.r) {
      const item = element('li')
      item.append((isError ? 'error: ' : 'warning: '), element('code', subject), ' (' + rule + ') ')
      const place = path + ':' + line
      if (row.u && row.c) {
        const link = element('a', place)
        link.href = row.u + '/blob/' + row.c + '/' + path.split('/').map(encodeURIComponent).join('/') + '#L' + line
        item.append(link)
      } else item.append(place)
      if (places > 1) item.append(' and ' + plural(places - 1, 'more place'))
      if (fix) item.append(', fixed by ', element('code', fix))
      list.append(item)
    }
    details.append(list)
  })
  return details
}
function cell(label, ...content) {
  const made = element('td')
  if (content.every(each => each === '' || each === undefined)) return made
  made.append(element('span', label + ': ', 'label'), ...content)
  return made
}
function rowOf(row) {
  const made = element('tr')
  const name = element('th')
  name.scope = 'row'
  if (row.u) {
    const link = element('a', row.n)
    link.href = row.u
    name.append(link)
  } else name.append(row.n)
  const result = element('td')
  const dot = element('span', undefined, 'dot ' + row.s)
  dot.setAttribute('aria-hidden', 'true')
  result.append(dot, data.words[row.s])
  if (row.b) result.append(row.b < data.today ? ', broken since ' + row.b : ', breaks on ' + row.b)
  if (row.w) result.append(element('div', row.w, 'note'))
  if (row.k[0] + row.k[1] + row.k[2] > 0) result.append(findings(row))
  const age = row.d ? Math.round((Date.parse(data.today) - Date.parse(row.d)) / 864e5) : 0
  const scanned = element('span', row.d, age > OLD ? 'old' : '')
  if (age > OLD) scanned.append(' (' + age + ' days old)')
  made.append(name, result, cell('Team', row.t), cell('Fails since', row.f), cell('Scanned', row.d ? scanned : ''))
  return made
}
// Some browsers drop the roles of a table whose rows are blocks, as on a phone.
function withRoles(row) {
  row.setAttribute('role', 'row')
  for (const each of row.children) each.setAttribute('role', each.tagName === 'TH' ? 'rowheader' : 'cell')
  return row
}
table.setAttribute('role', 'table')
for (const group of [table.tHead, body]) group.setAttribute('role', 'rowgroup')
table.tHead.rows[0].setAttribute('role', 'row')
for (const each of table.tHead.rows[0].cells) each.setAttribute('role', 'columnheader')
function more() {
  const next = found.slice(shown, shown + STEP)
  const made = document.createDocumentFragment()
  for (const row of next) made.append(withRoles(rowOf(row)))
  body.append(made)
  shown += next.length
  byId('more').hidden = shown >= found.length
  const all = data.rows.length
  byId('shown').textContent = found.length === 0 ? 'No repository matches.' : shown + ' of ' + found.length + ' shown' + (found.length === all ? '.' : ', of ' + all + ' in all.')
}
function update() {
  const words = byId('search').value.toLowerCase().split(' ').filter(Boolean)
  const team = byId('team').value
  const states = new Set(buttons.filter(each => each.getAttribute('aria-pressed') === 'true').map(each => each.dataset.state))
  found = data.rows
    .filter(row => (states.size === 0 || states.has(row.s)) && (!team || row.t === team) && words.every(word => row.all.includes(word)))
    .sort(orders[byId('order').value])
  shown = 0
  body.replaceChildren()
  more()
}
for (const button of buttons)
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
    update()
  })
byId('search').addEventListener('input', update)
for (const id of ['team', 'order']) byId(id).addEventListener('change', update)
byId('more').addEventListener('click', () => {
  const first = shown
  more()
  const link = body.rows[first] && body.rows[first].querySelector('a, summary')
  if (link) link.focus()
})
byId('controls').hidden = false
table.hidden = false
update()
`
