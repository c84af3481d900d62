// Renders a Markdown report in the style of a GitHub pull request, for docs/comment.png:
//   node scripts/render-comment.mjs INPUT.md OUTPUT.png [--width 900] [--scale 2] [--theme light|dark] [--summary]
// --summary: as the page of a run shows it, where a line end in a paragraph is a blank and not a break.
// Needs Chromium or Chrome, on the path or in CHROME. Without one, the page is written as OUTPUT.html.

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { marked } from 'marked'
import { withPalette } from './palette.mjs'

const USAGE =
  'Usage: node scripts/render-comment.mjs INPUT.md OUTPUT.png [--width 900] [--scale 2] [--theme light|dark] [--summary]'
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

// GitHub's colours of text, borders, links and code, light and dark.
const THEMES = {
  light: {
    back: '#fff',
    text: '#1f2328',
    quiet: '#59636e',
    line: '#d1d9e0',
    panel: '#f6f8fa',
    link: '#0969da',
    code: '#818b981f'
  },
  dark: {
    back: '#0d1117',
    text: '#f0f6fc',
    quiet: '#9198a1',
    line: '#3d444d',
    panel: '#151b23',
    link: '#4493f8',
    code: '#656c7633'
  }
}

// The width is that of the page and not of the window, which some browsers do not make narrower than 500.
const style = ({ back, text, quiet, line, panel, link, code }) => `
  html { background: ${back} }
  body { box-sizing: border-box; width: ${width}px; margin: 0; padding: 16px; background: ${back}; color: ${text}; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif, "Noto Color Emoji"; word-wrap: break-word }
  .comment { border: 1px solid ${line}; border-radius: 6px; overflow: hidden }
  .author { padding: 8px 16px; background: ${panel}; border-bottom: 1px solid ${line}; color: ${quiet} }
  .author b { color: ${text} }
  .bot { border: 1px solid ${line}; border-radius: 2em; padding: 0 6px; font-size: 12px }
  .body { padding: 16px }
  .body > :first-child { margin-top: 0 }
  .body > :last-child { margin-bottom: 0 }
  h3, h4 { margin: 24px 0 16px; font-weight: 600; line-height: 1.25 }
  h3 { font-size: 1.25em }
  h4 { font-size: 1em }
  p, ul, pre, details { margin: 0 0 16px }
  ul { padding-left: 2em }
  li + li { margin-top: .25em }
  a { color: ${link}; text-decoration: underline; text-underline-offset: .2rem }
  code { font: 85%/1.45 ui-monospace, "SF Mono", "Liberation Mono", Menlo, monospace; padding: .2em .4em; background: ${code}; border-radius: 6px; white-space: break-spaces }
  pre { padding: 16px; background: ${panel}; border-radius: 6px; overflow: auto; line-height: 1.45 }
  pre code { padding: 0; background: none; white-space: pre }
  sub { font-size: 75%; line-height: 1.5; vertical-align: baseline; color: inherit }
  summary { cursor: pointer }
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '900' },
    scale: { type: 'string', default: '2' },
    theme: { type: 'string', default: 'light' },
    summary: { type: 'boolean', default: false }
  }
})
const [input, output] = positionals
const width = Number(values.width)
const scale = Number(values.scale)
const theme = Object.hasOwn(THEMES, values.theme) ? THEMES[values.theme] : undefined
if (!input || !output?.endsWith('.png') || !(width > 0) || !(scale > 0) || !theme) {
  console.error(USAGE)
  process.exit(2)
}

const html = document(readFileSync(input, 'utf8'))
const browser = [process.env.CHROME, ...BROWSERS].find(name => name && spawnSync(name, ['--version']).status === 0)
if (!browser) {
  const left = output.replace(/\.png$/, '.html')
  writeFileSync(left, html)
  console.error(`No Chromium or Chrome was found, so there is no picture, but ${left}. CHROME can name a browser.`)
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'render-comment-'))
const page = join(folder, 'page.html')
try {
  writeFileSync(page, html)
  draw()
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

// The picture has the size of the window: first measure the height of the page, then render it.
function draw() {
  const dump = browse(['--dump-dom', `--window-size=${width},600`])
  const height = /data-height="(?<height>\d+)"/.exec(dump)?.groups.height
  if (!height) throw new Error(`${browser} did not tell the height of the page`)
  browse([
    `--window-size=${width},${height}`,
    `--force-device-scale-factor=${scale}`,
    `--screenshot=${resolve(output)}`
  ])
  writeFileSync(output, withPalette(readFileSync(output)))
  console.log(`${output}: ${width} × ${height} at scale ${scale}`)
}

// The report may contain hostile text: only the script for the measurement runs, without a network.
function document(markdown) {
  const nonce = randomBytes(16).toString('hex')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`
  const author = values.summary
    ? '<b>check</b> summary'
    : '<b>github-actions</b> <span class="bot">bot</span> commented now'
  return `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Comment</title>
<style>${style(theme)}</style>
<div class="comment">
<div class="author">${author}</div>
<div class="body">
${marked.parse(markdown.replace(/^(?:<!--.*-->\n)+/, ''), { gfm: true, breaks: !values.summary, async: false })}
</div>
</div>
<script nonce="${nonce}">
document.body.dataset.height = Math.ceil(document.querySelector('.comment').getBoundingClientRect().bottom + 16)
</script>
`
}

function browse(options) {
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  const still = [
    '--disable-component-update',
    '--disable-sync',
    '--hide-scrollbars',
    `--user-data-dir=${folder}/profile`
  ]
  const run = spawnSync(browser, [...quiet, ...still, ...options, pathToFileURL(page).href], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${browser} ended with ${run.status}: ${run.stderr}`)
  return run.stdout
}
