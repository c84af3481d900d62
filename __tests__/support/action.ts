/**
 * Runs the Action with the environment that the runner gives it: inputs with the defaults of action.yml, and files for
 * outputs and summary. Either inside the test, or the bundle as a process.
 */

import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { fail, run } from '../../src/github/run.ts'
import { metadata } from './action-yml.ts'
import { type StoppedClock, stoppedClock } from './clock.ts'
import { bundle, NODE } from './process.ts'
import { type Command, commandsOf, outputsOf } from './runner-log.ts'
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
  readonly summary: string
  /** Everything that the step wrote for the environment, the path and the state of later steps. */
  readonly leaked: string
}

/** How the Action ended, and its log. */
type Ending = Pick<Outcome, 'exitCode' | 'log'>

const GITHUB_TOKEN = /^\$\{\{ github\.token \}\}$/

/** What runs in a step. */
type Program = (environment: NodeJS.ProcessEnv, clock: StoppedClock) => Promise<unknown>

/** Runs the Action inside the test, without waiting: its clock stands still. `program`: something else in its place. */
export function runAction(step: Step, program: Program = run): Promise<Outcome> {
  return outcomeOf(step, environment => inside(program, environment, step.clock ?? stoppedClock()))
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

function execute(env: NodeJS.ProcessEnv, cwd: string): Promise<Ending> {
  return new Promise((resolve, reject) => {
    execFile(NODE, [bundle('main')], { cwd, env, maxBuffer: 1 << 28, timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error?.code ?? 0
      if (typeof code !== 'number') reject(error)
      else if (error?.killed) reject(new Error(`the action did not end in time:\n${stdout}`))
      else resolve({ exitCode: code, log: stdout + stderr })
    })
  })
}
