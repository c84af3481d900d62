/**
 * Runs the Action with the environment that the runner gives it: inputs with the defaults of action.yml, and files for
 * outputs and summary. Either inside the test, or the bundle as a process. With `BOUND_TOKEN_CHECK_BUNDLE` the tests of `runAction`
 * run the bundle too, on a clock that stands still as it does inside.
 */

import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { jest } from '@jest/globals'
import { fail, run } from '../../src/github/run.ts'
import { metadata } from './action-yml.ts'
import { type StoppedClock, stoppedClock } from './clock.ts'
import { bundle, NODE } from './process.ts'
import { type Command, commandsOf, outputNamesOf, outputsOf } from './runner-log.ts'
import { tree } from './trees.ts'

/** The inputs and the surroundings of one step. */
export interface Step {
  /** The folder that the workflow checked out. */
  readonly workspace: string
  readonly token?: string
  readonly apiUrl?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: string
  readonly payload?: unknown
  /** Replaces variables of the runner; `undefined` removes one. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** The clock of a run inside the test. */
  readonly clock?: StoppedClock
}

/** The result of one step. */
export interface Outcome {
  readonly exitCode: number
  readonly log: string
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  /** The names of the outputs, as often as each was set. */
  readonly outputNames: readonly string[]
  readonly summary: string
  /** Everything that the step wrote for the environment, the path and the state of later steps. */
  readonly leaked: string
}

/** How the Action ended, and its log. */
type Ending = Pick<Outcome, 'exitCode' | 'log'>

const GITHUB_TOKEN = /^\$\{\{ github\.token \}\}$/

/** What runs in a step. */
type Program = (environment: NodeJS.ProcessEnv, clock: StoppedClock) => Promise<unknown>

/** Whether `runAction` runs the bundle. */
const RUNS_BUNDLE = Boolean(process.env['BOUND_TOKEN_CHECK_BUNDLE'])
/** What stops the clock of a process. */
const STOPPED_PROCESS = pathToFileURL(join(import.meta.dirname, 'stopped-process.mjs')).href
/** After this the test kills the process, in milliseconds. */
const PATIENCE = 60_000

/** Runs the Action without waiting: its clock stands still. `program`: something else in its place, inside the test. */
export function runAction(step: Step, program?: Program): Promise<Outcome> {
  const clock = step.clock ?? stoppedClock()
  if (RUNS_BUNDLE && !program) return outcomeOf(step, environment => execute(environment, step.workspace, clock))
  return outcomeOf(step, environment => inside(program ?? run, environment, clock))
}

/** Runs the bundle of the Action as the runner does. Throws when it is missing or stale. */
export function runActionBundle(step: Step): Promise<Outcome> {
  return outcomeOf(step, environment => execute(environment, step.workspace))
}

async function outcomeOf(step: Step, start: (environment: NodeJS.ProcessEnv) => Promise<Ending>): Promise<Outcome> {
  const temp = tree({})
  const ending = await start(environmentOf(step, temp))
  const read = (name: string) => readFileSync(join(temp, name), 'utf8')
  return {
    ...ending,
    commands: commandsOf(ending.log),
    outputs: outputsOf(read('output')),
    outputNames: outputNamesOf(read('output')),
    summary: read('summary.md'),
    leaked: read('env') + read('path') + read('state')
  }
}

/** The variables of the runner for a step. Creates the files that they name in the folder `temp`. */
function environmentOf(step: Step, temp: string): NodeJS.ProcessEnv {
  const file = (name: string, content = '') => {
    writeFileSync(join(temp, name), content)
    return join(temp, name)
  }
  const inputs = Object.entries(metadata.inputs).map(([name, { default: byDefault = '' }]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    step.inputs?.[name] ?? byDefault.replace(GITHUB_TOKEN, step.token ?? '')
  ])
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: temp,
    ...Object.fromEntries(inputs),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: step.apiUrl ?? 'http://127.0.0.1:1',
    GITHUB_ENV: file('env'),
    GITHUB_EVENT_NAME: step.event ?? 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.payload ?? {})),
    GITHUB_OUTPUT: file('output'),
    GITHUB_PATH: file('path'),
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ATTEMPT: '1',
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
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined))
}

let running = false

/**
 * Does what src/main.ts does. @actions/core reads the variables of the process and writes to its standard output, so
 * both are replaced meanwhile; only one run at a time can have them.
 */
async function inside(program: Program, environment: NodeJS.ProcessEnv, clock: StoppedClock): Promise<Ending> {
  if (running) throw new Error('another run has not ended')
  running = true
  const before = { env: process.env, exitCode: process.exitCode }
  let log = ''
  const output = jest.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    log += String(chunk)
    return true
  })
  process.env = environment
  process.exitCode = 0
  try {
    await program(process.env, clock).catch(fail)
    return { exitCode: Number(process.exitCode), log }
  } finally {
    output.mockRestore()
    process.env = before.env
    process.exitCode = before.exitCode
    running = false
  }
}

/** Runs the bundle as a process, on its own clock unless there is one to follow. */
function execute(env: NodeJS.ProcessEnv, cwd: string, clock?: StoppedClock): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const stopped = clock ? { BOUND_TOKEN_CHECK_NOW: String(clock.now()) } : {}
    const child = spawn(NODE, [...(clock ? ['--import', STOPPED_PROCESS] : []), bundle('main')], {
      cwd,
      env: { ...env, ...stopped },
      timeout: PATIENCE,
      stdio: ['ignore', 'pipe', 'pipe', ...(clock ? (['ipc'] as const) : [])]
    })
    const [stdout, stderr] = [child.stdout, child.stderr].map(textOf)
    if (clock) {
      clock.follow(() => child.send('expire'))
      child.on('message', message => clock.hear(message))
    }
    child.on('error', reject)
    child.on('close', exitCode => {
      const log = `${stdout?.()}${stderr?.()}`
      if (exitCode === null) reject(new Error(`the action did not end in time:\n${log}`))
      else resolve({ exitCode, log })
    })
  })
}

/** Collects what a stream says; returns the function that reads it. */
function textOf(stream: Readable | null): () => string {
  const chunks: Buffer[] = []
  stream?.on('data', chunk => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}
