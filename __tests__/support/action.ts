/**
 * Runs the built Action as the runner does: inputs with the defaults of action.yml, files for outputs and summary, and
 * the log read as the runner reads it. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */

import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { bundle, NODE } from './process.ts'
import { tree } from './trees.ts'

const project = join(import.meta.dirname, '..', '..')

/** What the tests ask of action.yml. */
interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

/** What action.yml says. */
export const metadata = parse(readFileSync(join(project, 'action.yml'), 'utf8')) as Metadata

/** One workflow command that the runner obeyed. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** What one step asks for. */
export interface Step {
  /** The folder that the workflow checked out. */
  readonly workspace: string
  readonly token?: string
  readonly apiUrl?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: string
  readonly payload?: unknown
  /** Replaces variables of the runner; `undefined` takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/** What one step left behind. */
export interface Outcome {
  readonly exitCode: number
  readonly log: string
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What the step wrote for the environment and the path of later steps. */
  readonly leaked: string
}

const GITHUB_TOKEN = /^\$\{\{ github\.token \}\}$/

/** Runs the bundle once. Throws when it is not built. */
export async function runAction(step: Step): Promise<Outcome> {
  const temp = tree({})
  const file = (name: string, content = '') => {
    writeFileSync(join(temp, name), content)
    return join(temp, name)
  }
  const token = step.token ?? ''
  const environment: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    HOME: temp,
    ...Object.fromEntries(
      Object.entries(metadata.inputs).map(([name, { default: byDefault = '' }]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        step.inputs?.[name] ?? byDefault.replace(GITHUB_TOKEN, token)
      ])
    ),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: step.apiUrl ?? 'http://127.0.0.1:1',
    GITHUB_ENV: file('env'),
    GITHUB_EVENT_NAME: step.event ?? 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.payload ?? {})),
    GITHUB_OUTPUT: file('output'),
    GITHUB_PATH: file('path'),
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_WORKSPACE: step.workspace,
    NO_COLOR: '1',
    RUNNER_TEMP: temp,
    ...step.environment
  }
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined))
  const { exitCode, log } = await execute(env, step.workspace)
  const read = (name: string) => readFileSync(join(temp, name), 'utf8')
  return {
    exitCode,
    log,
    commands: commandsOf(log),
    outputs: outputsOf(read('output')),
    summary: read('summary.md'),
    leaked: read('env') + read('path') + read('state')
  }
}

function execute(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string
): Promise<{ exitCode: number; log: string }> {
  return new Promise((resolve, reject) => {
    execFile(NODE, [bundle('main')], { cwd, env, maxBuffer: 1 << 28, timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error?.code ?? 0
      if (typeof code !== 'number') reject(error)
      else if (error?.killed) reject(new Error(`the action did not end in time:\n${stdout}`))
      else resolve({ exitCode: code, log: stdout + stderr })
    })
  })
}

const COMMANDS = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning'
]

/** The commands that the runner obeys in a log: both spellings, and none while they are stopped. */
export function commandsOf(log: string): Command[] {
  const known = new Set(COMMANDS)
  const commands: Command[] = []
  let stoppedUntil: string | undefined
  for (const line of log.split(/\r\n|\n|\r/)) {
    const command = newSpelling(line, known) ?? oldSpelling(line, known)
    if (!command) continue
    if (stoppedUntil !== undefined) {
      if (command.name !== stoppedUntil) continue
      known.delete(stoppedUntil)
      stoppedUntil = undefined
    } else if (command.name === 'stop-commands') {
      stoppedUntil = command.message
      known.add(stoppedUntil)
    } else commands.push(command)
  }
  if (stoppedUntil !== undefined) throw new Error('the commands were never started again')
  return commands
}

function newSpelling(line: string, known: ReadonlySet<string>): Command | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  return end < 0 ? undefined : command(text.slice(2, end), text.slice(end + 2), ',', known)
}

function oldSpelling(line: string, known: ReadonlySet<string>): Command | undefined {
  const begin = line.indexOf('##[')
  const end = begin < 0 ? -1 : line.indexOf(']', begin)
  return end < 0 ? undefined : command(line.slice(begin + 3, end), line.slice(end + 1), ';', known)
}

function command(info: string, message: string, separator: string, known: ReadonlySet<string>): Command | undefined {
  const blank = info.indexOf(' ')
  const name = blank < 0 ? info : info.slice(0, blank)
  if (!known.has(name)) return undefined
  const pairs =
    blank < 0
      ? []
      : info
          .slice(blank + 1)
          .split(separator)
          .map(pair => pair.split('='))
  return {
    name,
    properties: Object.fromEntries(pairs.map(([key = '', ...value]) => [key.trim(), decode(value.join('='))])),
    message: decode(message)
  }
}

function decode(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

function outputsOf(file: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const { groups } of file.matchAll(/^(?<name>[^\n<]+)<<(?<end>[^\n]+)\n(?<value>[\s\S]*?)\n\k<end>\n/gm)) {
    outputs[groups?.['name'] ?? ''] = (groups?.['value'] ?? '').replace(/\n$/, '')
  }
  return outputs
}
