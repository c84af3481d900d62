/** The command line: arguments to a command, its options checked, its output and its exit code. */

import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type Conclusion,
  ConfigError,
  FAIL_ON,
  type FailOn,
  MINIMUM_MODES,
  type MinimumMode,
  type Report
} from './model.ts'
import { conclude } from './policy/conclude.ts'
import { reporters } from './reporters/index.ts'
import { list } from './reporters/list.ts'
import { headline } from './reporters/phrases.ts'
import { scan } from './scan/scan.ts'
import { codeOf, diskWorkspace } from './workspaces/disk.ts'

/** The world as the commands see it. */
export interface Terminal {
  out(text: string): void
  error(text: string): void
  /** Whether the output may be coloured. */
  readonly colour: boolean
  /** Whether somebody watches, so that a progress line makes sense. */
  readonly watched: boolean
  /** Milliseconds since some fixed moment. */
  now(): number
}

/** How a run of the command line ends; `EXIT_CODES` says what each means. */
type ExitCode = 0 | 1 | 2 | 3

/** The exit codes, as `--help` and README.md list them. */
const EXIT_CODES: readonly (readonly [ExitCode, string])[] = [
  [0, 'passed: every Kubernetes client reloads its token, or nothing reaches the level of --fail-on'],
  [1, 'findings at or above the level of --fail-on'],
  [2, 'incomplete: a file that may name a client could not be read'],
  [3, 'wrong use or configuration']
]

/** The options, as `--help` and README.md list them. `type` is that of `parseArgs`. */
const OPTIONS = {
  format: { type: 'string', value: 'text|markdown|json', text: 'how the report is written (default: text)' },
  output: {
    type: 'string',
    value: 'FILE',
    text: 'write the report to a file; the headline still goes to the terminal'
  },
  'fail-on': {
    type: 'string',
    value: FAIL_ON.join('|'),
    text: 'the lowest level that fails (default: error)'
  },
  minimum: {
    type: 'string',
    value: MINIMUM_MODES.join('|'),
    text: 'documented: below the vendor documents’ minimum is an error (default); observed: only what the code does counts'
  },
  'allow-incomplete': { type: 'boolean', text: 'pass although a file that may name a client could not be read' },
  help: { type: 'boolean', text: 'show this text' },
  version: { type: 'boolean', text: 'show the version' }
} as const satisfies Record<string, { type: 'string' | 'boolean'; value?: string; text: string }>

const COMMANDS = {
  scan: '[DIR]      judge every Kubernetes client in the folder (the default command; DIR is . unless given)',
  list: '[DIR]      print every client dependency seen, one JSON object a line',
  judge: 'PURL…     judge package URLs such as pkg:npm/@kubernetes/client-node@0.10.2',
  policy: '         print what is known of every client'
} as const

type Command = keyof typeof COMMANDS

interface Options {
  readonly format: string
  readonly output?: string
  readonly failOn: FailOn
  readonly minimum: MinimumMode
  readonly allowIncomplete: boolean
}

const POLICY_FORMATS = ['text', 'markdown', 'json'] as const
/** A scan that takes longer than this, in milliseconds, shows where it is. */
const PATIENCE = 1_000

/** Runs one command line. Throws `ConfigError` for wrong use: exit code 3. */
export async function run(args: readonly string[], version: string, terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args)
  if (values.help === true) {
    terminal.out(help())
    return 0
  }
  if (values.version === true) {
    terminal.out(`${version}\n`)
    return 0
  }
  const options: Options = {
    format: values.format ?? 'text',
    ...(values.output === undefined ? {} : { output: values.output }),
    failOn: oneOf('--fail-on', values['fail-on'] ?? FAIL_ON[0], FAIL_ON),
    minimum: oneOf('--minimum', values.minimum ?? MINIMUM_MODES[0], MINIMUM_MODES),
    allowIncomplete: values['allow-incomplete'] === true
  }
  const [first = '', ...rest] = positionals
  const command: Command = isCommand(first) ? first : 'scan'
  const operands = isCommand(first) ? rest : positionals
  switch (command) {
    case 'scan':
      return runScan(folderOf(operands), options, terminal)
    case 'list':
      return runList(folderOf(operands), options, terminal)
    case 'judge':
      return runJudge(operands, options, terminal)
    case 'policy':
      return runPolicy(operands, options, terminal)
  }
}

/** The text of `--help`; the exit codes stand at its top. */
export function help(): string {
  const options = Object.entries(OPTIONS).map(([name, option]) => {
    const left = 'value' in option ? `--${name} ${option.value}` : `--${name}`
    return `  ${left.padEnd(39)} ${option.text}`
  })
  return [
    'Tells whether the Kubernetes clients of a repository survive bound service-account tokens.',
    '',
    'Exit codes:',
    ...EXIT_CODES.map(([code, text]) => `  ${code}  ${text}`),
    '',
    'Commands:',
    ...Object.entries(COMMANDS).map(([name, text]) => `  bound-token-check ${name} ${text}`),
    '',
    'Options:',
    ...options,
    ''
  ].join('\n')
}

async function runScan(folder: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const reporter = reporters.find(({ name }) => name === options.format)
  if (!reporter)
    throw unknownValue(
      '--format',
      options.format,
      reporters.map(({ name }) => name)
    )
  const { report, conclusion } = await scanned(folder, options, terminal)
  const text = reporter.render(report, conclusion, { colour: terminal.colour && options.output === undefined })
  if (options.output === undefined) terminal.out(text)
  else {
    await writeReport(options.output, text)
    terminal.out(`${headline(report, conclusion)}\n`)
  }
  return conclusion.exitCode
}

async function runList(folder: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const { report, conclusion } = await scanned(folder, { ...options, failOn: 'never' }, terminal)
  const text = list.render(report, conclusion, {})
  if (options.output === undefined) terminal.out(text)
  else await writeReport(options.output, text)
  return conclusion.exitCode
}

async function scanned(
  folder: string,
  options: Options,
  terminal: Terminal
): Promise<{ report: Report; conclusion: Conclusion }> {
  const begun = terminal.now()
  let shown = 0
  const report = await scan(await diskWorkspace(folder), {
    minimum: options.minimum,
    onProgress: (done, claimed) => {
      if (!terminal.watched || terminal.now() - begun < PATIENCE || terminal.now() - shown < 100) return
      shown = terminal.now()
      terminal.error(`\r${done} of ${claimed} dependency files`)
    }
  })
  if (shown > 0) terminal.error('\r\x1b[K')
  return { report, conclusion: conclude(report, options) }
}

async function runJudge(purls: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  if (purls.length === 0)
    throw new ConfigError('judge: no package URL given. Write for example: judge pkg:pypi/kubernetes@11.0.0')
  const { judgePurl } = await import('./policy/judge-purl.ts')
  let failed = false
  for (const purl of purls) {
    const { answer, fails } = await judgePurl(purl, options)
    failed ||= fails
    terminal.out(`${JSON.stringify(answer)}\n`)
  }
  return failed ? 1 : 0
}

async function runPolicy(operands: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  if (operands.length > 0) throw new ConfigError(`policy: takes no operands, and was given ${operands.join(' ')}.`)
  const { policyAsJson, policyAsMarkdown, policyAsText } = await import('./policy/describe.ts')
  const format = oneOf('--format', options.format, POLICY_FORMATS)
  const text = { text: policyAsText, markdown: policyAsMarkdown, json: policyAsJson }[format]()
  if (options.output === undefined) terminal.out(text)
  else await writeReport(options.output, text)
  return 0
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : ''
    throw new ConfigError(`${message.replace(/\.$/, '')}. See bound-token-check --help.`)
  }
}

function folderOf(operands: readonly string[]): string {
  if (operands.length > 1)
    throw new ConfigError(`one folder at a time, and ${operands.length} were given: ${operands.join(' ')}`)
  return operands[0] ?? '.'
}

async function writeReport(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new ConfigError(
      `--output ${path}: cannot be written (${codeOf(error)}). Give a file in a folder that exists and may be written to.`
    )
  }
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word)
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(candidate => candidate === value)
  if (found === undefined) throw unknownValue(option, value, allowed)
  return found
}

function unknownValue(option: string, value: string, allowed: readonly string[]): ConfigError {
  return new ConfigError(`${option} ${value}: not one of ${allowed.join(', ')}.`)
}
