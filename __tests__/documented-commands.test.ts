/** Every command that the documents show is run as it stands, by a shell, with the bundle. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { FleetStandIn } from './support/api/fleet.ts'
import { bundle, NODE } from './support/process.ts'
import { removeTrees, tree } from './support/trees.ts'

const root = join(import.meta.dirname, '..')
const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap(name => (name.endsWith('.md') ? [`docs/${name}`] : []))
]
const BLOCK = /^```(?:sh|console)\n(?<lines>[\s\S]*?)^```$/gm
const OWN = /\bbound-token-check (?!\.)|dist\/cli\/index\.js/

/** The blocks that run this program. One command of a block may need what those above it left. */
const blocks = DOCUMENTS.flatMap(document =>
  Array.from(readFileSync(join(root, document), 'utf8').matchAll(BLOCK), ({ groups }) => ({
    document,
    lines: (groups?.['lines'] ?? '')
      .trim()
      .split('\n')
      .map(line => line.replace(/^\$ /, ''))
  }))
).map(block => ({ ...block, title: block.lines[0] }))

/** How commands may end that do not end with 0. */
const ENDS: Readonly<Record<string, number>> = {
  'node dist/cli/index.js scan example': 1,
  'bound-token-check cluster --platform eks --audit-log audit-*.log.gz': 1,
  'kubectl get --raw /metrics | bound-token-check cluster --metrics -': 1,
  "jq -r '.components[].purl' bom.json | grep kubernetes | bound-token-check judge -": 1,
  // Clients are left that only a command can mend.
  'bound-token-check fix --dry-run | git apply': 1
}
/** What other programs do is not run: a build of an image, the tests themselves. The shells of completions have a script of their own. */
const OTHERS = ['docker build --tag bound-token-check .', 'npm cit']
const COMPLETIONS = /completion (?:zsh|fish)/

let api: FleetStandIn
let cwd: string

beforeAll(async () => {
  api = await new FleetStandIn([
    { name: 'acme/bad', id: 1, files: { 'go.mod': 'require k8s.io/client-go v11.0.0+incompatible\n' } },
    { name: 'acme/good', id: 2, files: { 'go.mod': 'require k8s.io/client-go v0.29.3\n' } }
  ]).listen()
  cwd = tree({
    'bin/bound-token-check': `#!/bin/sh\nexec '${NODE}' '${bundle('cli')}' "$@"\n`,
    'bin/kubectl': '#!/bin/sh\n[ "$*" = "get --raw /metrics" ] && echo serviceaccount_stale_tokens_total 3\n',
    'bin/jq': `#!/bin/sh\n[ "$1" = -r ] && exec '${NODE}' -e 'for (const { purl } of require("'"$PWD/$3"'").components) console.log(purl)'\n`,
    'bom.json': JSON.stringify({
      components: [{ purl: 'pkg:pypi/kubernetes@11.0.0' }, { purl: 'pkg:npm/left-pad@1.3.0' }]
    }),
    'requirements.txt': 'kubernetes==11.0.0\n',
    'dist/cli/index.js': `import(${JSON.stringify(bundle('cli'))})\n`
  })
  for (const name of ['bound-token-check', 'kubectl', 'jq']) chmodSync(join(cwd, 'bin', name), 0o755)
  const stale = {
    kind: 'Event',
    auditID: 'a',
    stage: 'ResponseComplete',
    stageTimestamp: '2026-03-01T10:00:00.000000Z',
    user: { username: 'system:serviceaccount:a:b' },
    annotations: {
      'authentication.k8s.io/stale-token': 'subject: system:serviceaccount:a:b, seconds after warning threshold: 3000'
    }
  }
  writeFileSync(join(cwd, 'audit-1.log.gz'), gzipSync(`${JSON.stringify(stale)}\n`))
  cpSync(join(root, 'example'), join(cwd, 'example'), { recursive: true })
  await ended('git init -q && git add . && git -c user.name=a -c user.email=a@example.com commit -qm a')
})
afterAll(async () => {
  await api.close()
  removeTrees()
})

/** How a command ended in a shell that stops at the first failure of a pipe. */
async function ended(command: string): Promise<{ status: number | null; output: string }> {
  const env = { ...process.env, ...api.environment, PATH: `${join(cwd, 'bin')}:${process.env['PATH']}` }
  const child = spawn('bash', ['-o', 'pipefail', '-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += text))
  const [status] = await once(child, 'close')
  return { status, output }
}

test('the commands of other programs are named', () => {
  const others = blocks.filter(({ lines }) => !lines.some(line => OWN.test(line)))
  expect(others.map(({ title }) => title)).toEqual(OTHERS.slice(1))
})

test.each(blocks.filter(({ title = '' }) => !OTHERS.includes(title)))('$document: $title', async ({ lines }) => {
  for (const line of lines) {
    const command = line.replace(/ +# .*$/, '')
    if (COMPLETIONS.test(command) || command.startsWith('export GITHUB_TOKEN=')) continue
    const { status, output } = await ended(command)
    expect({ command, status, output }).toMatchObject({ command, status: ENDS[command] ?? 0 })
    expect(output).not.toMatch(/unknown option|unknown command|Usage:/)
  }
})
