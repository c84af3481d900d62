#!/usr/bin/env node
// Writes the page of an invented fleet, and pictures of it where Chromium is on the path or in CHROME:
//   node scripts/render-fleet.mjs FOLDER [--repositories 500] [--days 60]
// For each width and theme a file FOLDER/fleet-COUNT-WIDTH-THEME.png. The fleet is the same on every run.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

register('./typescript-loader.mjs', import.meta.url)
const { fleetPage } = await import('../src/reporters/fleet/page.ts')

const { values, positionals } = parseArgs({
  options: { repositories: { type: 'string', default: '500' }, days: { type: 'string', default: '60' } },
  allowPositionals: true
})
const [folder = '.'] = positionals
const count = Number(values.repositories)
const LAST = Date.UTC(2026, 10, 30, 6)
const WIDTHS = [1280, 390]
const THEMES = ['light', 'dark']

/** Numbers from 0 to 1 that look random and are the same on every run: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
let seed = 15
function chance() {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return (seed >>> 8) / 2 ** 24
}
const one = list => list[Math.floor(chance() * list.length)]
const dayBefore = days => new Date(LAST - days * 86_400_000).toISOString().slice(0, 10)

const WORDS = [
  'billing',
  'checkout',
  'search',
  'catalog',
  'ledger',
  'notifier',
  'gateway',
  'scheduler',
  'reports',
  'auth'
]
const ENDS = ['api', 'operator', 'worker', 'ui', 'jobs', 'controller', 'chart', 'infra']
const CLIENTS = [
  ['pkg:golang/k8s.io/client-go@v11.0.0%2Bincompatible', 'go.mod', 'v0.29.3'],
  ['pkg:pypi/kubernetes@11.0.0', 'requirements.txt', '12.0.1'],
  ['pkg:npm/%40kubernetes/client-node@0.10.2', 'package.json', '0.22.3'],
  ['pkg:maven/io.kubernetes/client-java@8.0.0', 'pom.xml', '9.0.2'],
  ['pkg:gem/kubeclient@4.9.3', 'Gemfile.lock', '']
]
const REASONS = [
  'the files of 7ece08df4b7c1f7569c18d71ae1bc0dffe0265fa were not read from GitHub: it is gone, or the token may not see it without the permission `contents: read` (404): install the GitHub App there, or give a token that may read it',
  'its configuration is wrong: .github/bound-token-check.yml:3:1: unknown key "fail-onn"'
]

function repository(id) {
  const name = `acme/${one(WORDS)}-${one(ENDS)}${id > 60 ? `-${id}` : ''}${id === 3 ? '-with-a-name-that-is-as-long-as-github-allows-it-to-be-which-is-a-hundred' : ''}`
  const roll = chance()
  const own = {
    ...{ schema: 1, id, name, isPrivate: true, judgedBy: '1.0.0', requests: 3, commit: '1'.repeat(40) },
    ...(chance() < 0.9 ? { team: `@acme/team-${Math.floor(chance() * Math.max(2, Math.sqrt(count)))}` } : {}),
    scanned: dayBefore(chance() < 0.05 ? 12 : Math.floor(chance() * 5)),
    ...{ counts: { error: 0, warning: 0, notice: 0 }, hasClients: true, findings: [] }
  }
  if (roll < 0.12) {
    const findings = Array.from({ length: 1 + Math.floor(chance() * 4) }, (_, index) => {
      const [subject, path, fix] = one(CLIENTS)
      const level = index === 0 ? 'error' : one(['error', 'warning'])
      const rule = level === 'error' ? 'client-cannot-reload' : 'client-unknown'
      const place = { path: `${one(['', 'services/', 'deploy/tools/'])}${path}`, line: 1 + Math.floor(chance() * 90) }
      return {
        rule,
        level,
        subject,
        ...place,
        places: 1 + Math.floor(chance() * 3),
        ...(fix ? { fix } : {}),
        identity: `${index}`
      }
    })
    const errors = findings.filter(({ level }) => level === 'error').length
    const counts = { error: errors, warning: findings.length - errors, notice: 0 }
    const since = dayBefore(Math.floor(chance() * 60))
    return {
      ...own,
      state: 'failed',
      counts,
      findings,
      failingSince: since,
      ...(chance() < 0.4 ? { breaksOn: '2027-02-27' } : {})
    }
  }
  if (roll < 0.15) return { ...own, state: 'incomplete', because: 'package-lock.json:4: the file ends in an object' }
  if (roll < 0.18) return { ...own, state: 'not-read', because: one(REASONS) }
  if (roll < 0.2) return { ...own, state: 'waiting', scanned: '', because: 'it was not scanned yet' }
  if (roll < 0.22) return { ...own, state: 'empty', hasClients: false }
  return { ...own, state: 'passed', hasClients: roll < 0.55 }
}

const repositories = Array.from({ length: count }, (_, index) => repository(index + 1))
const failed = repositories.filter(({ state }) => state === 'failed')
const unread = repositories.filter(({ state }) => state === 'not-read' || state === 'waiting').length
const days = Number(values.days)
const history = Array.from({ length: days }, (_, index) => {
  const left = days - 1 - index
  const more = Math.round((failed.length * left * left) / (days * 20)) + (index % 7 === 3 && left > 0 ? 1 : 0)
  const unknown = unread + (left > days - 8 ? Math.round((count * (left - days + 8)) / 10) : 0)
  const numbers = { failed: failed.length + more, incomplete: 2, unread: unknown, errors: failed.length * 2 + more * 2 }
  return { day: dayBefore(left), listed: count, scanned: count - unknown, ...numbers }
})
const changes = [
  ...failed
    .slice(0, 3)
    .map(({ name, findings }) => ({ name, kind: 'fails', subjects: findings.map(each => each.subject) })),
  ...repositories
    .slice(20, 34)
    .map(({ name }) => ({ name, kind: 'recovers', subjects: ['pkg:pypi/kubernetes@11.0.0'] })),
  ...repositories.slice(34, 35).map(({ name }) => ({ name, kind: 'unread', subjects: [] }))
]
const made = new Date(LAST).toISOString()
const fleet = { schema: 1, made, repositories, changes, comparedWith: dayBefore(1), history }

mkdirSync(folder, { recursive: true })
const page = resolve(folder, `fleet-${count}.html`)
writeFileSync(page, fleetPage.render(fleet, {}))
for (const width of WIDTHS) for (const theme of THEMES) await picture(width, theme)

/** A picture of the page in a window as wide as a phone or a desk, by the protocol of the browser. */
async function picture(width, theme) {
  const profile = mkdtempSync(join(tmpdir(), 'fleet-'))
  const name = process.env.CHROME ?? 'chromium'
  const browser = spawn(
    name,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank'
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] }
  )
  try {
    const address = await new Promise((found, failed) => {
      let text = ''
      browser.on('error', failed)
      browser.stderr.on('data', piece => {
        text += piece
        const match = /DevTools listening on (ws:\S+)/.exec(text)
        if (match) found(match[1])
      })
    })
    const { send, close, problems } = await connected(address)
    await send('Emulation.setDeviceMetricsOverride', { width, height: 844, deviceScaleFactor: 1, mobile: width < 600 })
    await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] })
    await send('Page.navigate', { url: pathToFileURL(page).href })
    await new Promise(done => setTimeout(done, 1_500))
    const measured = await send('Runtime.evaluate', {
      expression: `JSON.stringify({ rows: document.querySelectorAll('#rows tbody tr').length, wide: document.documentElement.scrollWidth, high: document.documentElement.scrollHeight, loaded: Math.round(performance.timing.loadEventEnd - performance.timing.navigationStart), shown: document.getElementById('shown').textContent })`
    })
    const { high } = JSON.parse(measured.result.value)
    const clip = { x: 0, y: 0, width, height: Math.min(high, 2_600), scale: 1 }
    const { data } = await send('Page.captureScreenshot', { clip, captureBeyondViewport: true })
    const file = join(folder, `fleet-${count}-${width}-${theme}.png`)
    writeFileSync(file, Buffer.from(data, 'base64'))
    console.log(file, measured.result.value, problems.length === 0 ? 'no errors' : problems)
    close()
  } finally {
    browser.kill()
    await new Promise(done => setTimeout(done, 300))
    rmSync(profile, { recursive: true, force: true })
  }
}

/** A session with the first page of a browser. */
async function connected(address) {
  const { port } = new URL(address)
  const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json()
  const socket = new WebSocket(targets.find(({ type }) => type === 'page').webSocketDebuggerUrl)
  await new Promise(done => socket.addEventListener('open', done))
  const waiting = new Map()
  const problems = []
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result, method, params } = JSON.parse(data)
    if (id !== undefined) waiting.get(id)?.(result)
    else if (method === 'Runtime.exceptionThrown') problems.push(params.exceptionDetails.exception?.description)
    else if (method === 'Log.entryAdded') problems.push(params.entry.text)
  })
  const send = (method, params = {}) =>
    new Promise(done => {
      waiting.set(++last, done)
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`)
  return { send, problems, close: () => socket.close() }
}
