/** The command line: parses the arguments, runs the command, prints its output and returns its exit code. */

import { realpath, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type Base, type Checked, check } from './check.ts'
import { type Shows, shownCluster } from './cluster/found.ts'
import type { StatedCluster } from './cluster/judged-by-cluster.ts'
import { statesCluster } from './cluster/profile.ts'
import { defined } from './collections.ts'
import { closest } from './configuration/closest.ts'
import type { Configuration } from './configuration/configuration.ts'
import { findConfiguration, readConfiguration } from './configuration/find.ts'
import { ConfigError } from './model/config-error.ts'
import type { Explained } from './reporters/explain.ts'
import { headline } from './reporters/headline.ts'
import { formats, reporters } from './reporters/index.ts'
import type { SarifOptions } from './reporters/sarif.ts'
import type { TextOptions } from './reporters/text.ts'
import { ruleIds, ruleMeant, rules } from './rules/index.ts'
import { byStatement } from './rules/statements.ts'
import { type OptionLine, optionLines } from './settings/describe.ts'
import { type Setting, type StatedValues, settingsIn } from './settings/settings.ts'
import { type EffectiveSettings, settingsOf, statedIn } from './settings/values.ts'
import { commitNamed } from './workspaces/commit-named.ts'
import { diskWorkspace } from './workspaces/disk.ts'
import { bytesOf } from './workspaces/evidence-files.ts'
import { excluding } from './workspaces/excluding.ts'
import { codeOf } from './workspaces/fault.ts'
import { openRepository } from './workspaces/git-objects.ts'
import type { Workspace } from './workspaces/workspace.ts'

/** The terminal and the clock that commands use. */
export interface Terminal {
  out(text: string): void
  error(text: string): void
  /** Whether the output may be coloured. */
  readonly colour: boolean
  /** The width of the output in columns; undefined where it is no terminal. */
  readonly columns?: number | undefined
  /** Whether standard error is a terminal, so that a progress line is useful. */
  readonly watched: boolean
  /** Milliseconds since some fixed moment. */
  now(): number
  /** The day, in UTC, as `YYYY-MM-DD`. */
  today(): string
  /** The bytes of standard input. */
  input(): AsyncIterable<Uint8Array>
}

/** The exit code of a run; `EXIT_CODES` has their meanings. */
type ExitCode = 0 | 1 | 2 | 3

/** The exit codes, as `--help` and README.md list them. */
const EXIT_CODES: readonly (readonly [ExitCode, string])[] = [
  [0, 'passed: no finding at or above the level of --fail-on'],
  [1, 'findings at or above the level of --fail-on'],
  [2, 'incomplete: a file that may name a client could not be read'],
  [3, 'invalid arguments or configuration']
]

/** The options that are not settings. They take no value; `--help` lists them after the settings. */
const OTHER_OPTIONS = { help: 'show this text', version: 'show the version' } as const

/** The width of an option in `--help`. */
const OPTION_WIDTH = 46

const COMMANDS = {
  scan: '[DIR]      judge every Kubernetes client in the folder (the default command; DIR defaults to .)',
  list: '[DIR]      print every client dependency, one JSON object per line',
  judge: 'PURL…     judge package URLs such as pkg:npm/@kubernetes/client-node@0.10.2',
  policy: '[CLIENT] print what is known about a client, or about every one',
  explain: '[RULE]  explain a rule, or list the rules by the statements of the vendor documents that they answer',
  doctor: '[DIR]    print every setting of the folder and its source',
  cluster: '        judge metrics and audit logs of a cluster: --metrics FILE, --audit-log FILE…'
} as const

type Command = keyof typeof COMMANDS

/** A scan that takes longer shows its progress, in milliseconds. */
const PROGRESS_DELAY = 1_000

/** Runs one command line and prints its errors: for wrong usage the message alone, for a bug the stack. */
export async function main(args: readonly string[], version: string, terminal: Terminal): Promise<ExitCode> {
  try {
    return await run(args, version, terminal)
  } catch (error) {
    if (error instanceof ConfigError) terminal.error(`bound-token-check: ${error.message}\n`)
    else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      terminal.error(`bound-token-check failed because of a bug of its own; please report it:\n${detail}\n`)
    }
    return 3
  }
}

/** Runs one command line. Throws `ConfigError` for wrong usage. */
async function run(args: readonly string[], version: string, terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parse(args)
  if (values['help'] === true) {
    terminal.out(help())
    return 0
  }
  if (values['version'] === true) {
    terminal.out(`${version}\n`)
    return 0
  }
  const options = optionsFrom(values)
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
    case 'explain':
      return runExplain(operands, options, terminal)
    case 'doctor':
      return runDoctor(folderOf(operands), options, terminal)
    case 'cluster':
      return runCluster(operands, options, terminal)
  }
}

/** The text of `--help`. */
export function help(): string {
  const others = Object.entries(OTHER_OPTIONS).map(([name, text]): OptionLine => [`--${name}`, text])
  const options = [...optionLines({ format: formats }), ...others]
  return [
    'Checks whether the Kubernetes clients of a repository can reload bound service-account tokens.',
    '',
    'Exit codes:',
    ...EXIT_CODES.map(([code, text]) => `  ${code}  ${text}`),
    '',
    'Commands:',
    ...Object.entries(COMMANDS).map(([name, text]) => `  bound-token-check ${name} ${text}`),
    '',
    'Options:',
    ...options.map(([option, text]) => `  ${option.padEnd(OPTION_WIDTH)} ${text}`),
    ''
  ].join('\n')
}

async function runScan(folder: string, options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const reporter = chosen(reporters.scan, options)
  const result = await scanned(folder, options, terminal)
  const { colour, columns } = options.output === undefined ? terminal : { colour: false, columns: undefined }
  const view: TextOptions & SarifOptions = { colour, ...defined({ width: columns }) }
  await publish(reporter.render(result, view), options, terminal)
  if (options.output !== undefined) terminal.out(`${headline(result)}\n`)
  return result.conclusion.exitCode
}

async function runList(folder: string, options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const reporter = chosen(reporters.list, options)
  const { unfolded: report, conclusion } = await scanned(folder, { ...options, failOn: 'never' }, terminal)
  await publish(reporter.render({ report, conclusion }, {}), options, terminal)
  return conclusion.exitCode
}

async function scanned(folder: string, options: StatedValues, terminal: Terminal): Promise<Checked> {
  const begun = terminal.now()
  let shown = 0
  const workspace = await diskWorkspace(folder)
  const configuration = await configurationOf(workspace, options)
  const settled = settingsOf(configuration, options)
  const { minimum, failOn, failOnScopes, allowIncomplete, scope } = settled.values
  const cluster = await clusterOf(settled, { folder, options, terminal })
  const result = await check(excluding(workspace), configuration, {
    minimum,
    failOn,
    failOnScopes,
    allowIncomplete,
    scope,
    today: terminal.today(),
    ...defined({ base: await baseOf(folder, options), cluster }),
    onProgress: (done, claimed) => {
      if (!terminal.watched || terminal.now() - begun < PROGRESS_DELAY || terminal.now() - shown < 100) return
      shown = terminal.now()
      terminal.error(`\r${done} of ${claimed} dependency files`)
    }
  })
  if (shown > 0) terminal.error('\r\x1b[K')
  return result
}

/** What is known of the cluster. An option names a file from the current folder, the configuration one from the scanned folder. */
async function clusterOf(
  settled: EffectiveSettings,
  {
    folder,
    options,
    terminal
  }: { readonly folder: string; readonly options: StatedValues; readonly terminal: Terminal }
): Promise<StatedCluster | undefined> {
  if (!statesCluster(settled.values)) return undefined
  const named = [...(options.metrics ?? []), ...(options.auditLog ?? [])]
  if (named.filter(path => path === '-').length > 1)
    throw new ConfigError('standard input is named more than once. Give "-" for one file only.')
  // On demand: without a cluster neither the readers of evidence nor what they import are needed.
  const { gatherCluster } = await import('./cluster/gather.ts')
  return gatherCluster(settled, {
    today: terminal.today(),
    open: (path, setting) => {
      if (options[setting] === undefined) return { path, bytes: bytesOf(join(folder, path)) }
      return path === '-' ? { path: 'standard input', bytes: terminal.input() } : { path, bytes: bytesOf(path) }
    }
  })
}

async function runCluster(operands: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const reporter = chosen(reporters.cluster, options)
  // The shell writes `--audit-log audit-*.log` as one option and operands.
  const all = options.auditLog ? { ...options, auditLog: [...options.auditLog, ...operands] } : options
  if (!options.auditLog && operands.length > 0)
    throw new ConfigError(
      `cluster: takes no arguments, but got ${operands.join(' ')}. Name files by --metrics or --audit-log.`
    )
  const workspace = await diskWorkspace('.')
  const configuration = await configurationOf(workspace, all)
  const settled = settingsOf(configuration, all)
  const { failOn, allowIncomplete, metrics, auditLog } = settled.values
  const cluster = await clusterOf(settled, { folder: '.', options: all, terminal })
  if (!cluster || !(metrics || auditLog))
    throw new ConfigError(
      'cluster: no evidence was given. Give --metrics FILE or --audit-log FILE; "-" is standard input.'
    )
  const { clusterReport } = await import('./cluster/cluster-report.ts')
  const { levels } = configuration
  const today = terminal.today()
  const shown = shownCluster({ head: await clustersHere(workspace, configuration) }, cluster.facts, today)
  const report = clusterReport(shown, cluster.evidence, { levels, today, failOn, allowIncomplete })
  const { columns } = options.output === undefined ? terminal : { columns: undefined }
  await publish(reporter.render(report, defined({ width: columns })), options, terminal)
  return report.exitCode
}

/** What the files of the current folder show of the cluster. Only in a work tree of git: the command is run in any folder, such as a home. */
async function clustersHere(workspace: Workspace, configuration: Configuration): Promise<Shows> {
  if ('withoutGit' in (await openRepository('.'))) return { findings: [] }
  const { findClusters } = await import('./scan/clusters.ts')
  return findClusters(excluding(workspace), configuration)
}

/** What `--base` names; undefined without it. */
async function baseOf(folder: string, { base: ref }: StatedValues): Promise<Base | undefined> {
  if (ref === undefined) return undefined
  const { id, workspace } = await commitNamed(folder, ref)
  return { workspace: excluding(workspace), commit: { id, kind: 'named' } }
}

/** The configuration in the file of `--config`, or else that of the workspace. */
async function configurationOf(workspace: Workspace, { config }: StatedValues): Promise<Configuration> {
  if (config === undefined) return findConfiguration(workspace)
  // A file that the user names may be a symbolic link to anywhere.
  const path = await realpath(config).catch(error => {
    throw new ConfigError(`--config ${config}: cannot be read (${codeOf(error)}). Give the path of a file that exists.`)
  })
  const around = await diskWorkspace(dirname(path))
  return readConfiguration(await around.read(basename(path)), config)
}

async function runJudge(purls: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  if (purls.length === 0)
    throw new ConfigError('judge: no package URL was given. Give one, such as pkg:pypi/kubernetes@11.0.0.')
  const reporter = chosen(reporters.judge, options)
  const { judgePurl } = await import('./policy/judge-purl.ts')
  const configuration = await configurationOf(await diskWorkspace('.'), options)
  const { minimum, failOn } = settingsOf(configuration, options).values
  const { policy, levels } = configuration
  const verdicts = []
  for (const purl of purls) verdicts.push(await judgePurl(purl, { minimum, failOn, policy, levels }))
  await publish(verdicts.map(({ judged }) => reporter.render(judged, {})).join(''), options, terminal)
  return verdicts.some(({ fails }) => fails) ? 1 : 0
}

async function runPolicy(operands: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const [name, ...others] = operands
  if (others.length > 0) throw new ConfigError(`policy: takes one client, but got ${operands.join(' ')}. Give one.`)
  const reporter = chosen(reporters.policy, options)
  const { namesOf, policyRows, rowsCalled } = await import('./policy/policy-rows.ts')
  const { policy } = await configurationOf(await diskWorkspace('.'), options)
  const all = await policyRows(policy)
  const rows = name === undefined ? all : rowsCalled(name, all)
  if (name !== undefined && rows.length === 0) {
    const near = closest(name, all.flatMap(namesOf))
    const hint = near === undefined ? '`policy` prints every client.' : `Did you mean ${near}?`
    throw new ConfigError(`policy: no client is called ${name}. ${hint}`)
  }
  await publish(reporter.render(rows, {}), options, terminal)
  return 0
}

async function runExplain(operands: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const [name, ...others] = operands
  if (others.length > 0) throw new ConfigError(`explain: takes one rule, but got ${operands.join(' ')}. Give one.`)
  const reporter = chosen(reporters.explain, options)
  await publish(reporter.render(name === undefined ? byStatement(rules) : explained(name), {}), options, terminal)
  return 0
}

/** A rule by its identifier or by a verdict that breaks it, or a statement by its own. */
function explained(text: string): Explained {
  const rule = ruleMeant(text)
  if (rule !== undefined) return rule
  const groups = byStatement(rules).filter(({ statement }) => statement?.id === text)
  if (groups.length === 0) throw unknownValue('explain', text, ruleIds())
  return groups
}

async function runDoctor(folder: string, options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const reporter = chosen(reporters.doctor, options)
  const configuration = await configurationOf(await diskWorkspace(folder), options)
  const { effectiveConfiguration } = await import('./configuration/effective.ts')
  const effective = effectiveConfiguration(configuration, settingsOf(configuration, options), terminal.today())
  await publish(reporter.render(effective, {}), options, terminal)
  return 0
}

/** The options as `parseArgs` takes them. */
function optionTypes(): ParseArgsOptionsConfig {
  const options: ParseArgsOptionsConfig = {}
  for (const name of Object.keys(OTHER_OPTIONS)) options[name] = { type: 'boolean' }
  for (const { name, kind } of settingsIn('option'))
    options[name] = { type: kind.operand === '' ? 'boolean' : 'string', multiple: kind.type === 'paths' }
  return options
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: optionTypes(), allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : ''
    throw new ConfigError(`${message.replace(/\.$/, '')}. See bound-token-check --help.`)
  }
}

/** The settings that the options state. */
function optionsFrom(values: ReturnType<typeof parse>['values']): StatedValues {
  return statedIn('option', setting => {
    const value = values[setting.name]
    if (value === undefined) return undefined
    // An option that may be repeated has a list of values.
    const stated = Array.isArray(value) ? value.join('\n') : String(value)
    const parsed = setting.kind.parse(stated)
    if (parsed === undefined) throw wrongOption(setting, stated)
    return parsed
  })
}

function wrongOption({ name, kind }: Setting, text: string): ConfigError {
  if (kind.words.length > 0) return unknownValue(`--${name}`, text, kind.words)
  return new ConfigError(`--${name} ${text}: not allowed. Allowed: ${kind.form}.`)
}

function folderOf(operands: readonly string[]): string {
  if (operands.length > 1)
    throw new ConfigError(`takes one folder, but got ${operands.length}: ${operands.join(' ')}. Give one.`)
  return operands[0] ?? '.'
}

/** The reporter that `--format` names, by default the first. Throws `ConfigError` where the command has none of this name. */
function chosen<Choice extends { readonly name: string }>(
  choices: readonly [Choice, ...Choice[]],
  { format = choices[0].name }: StatedValues
): Choice {
  const reporter = choices.find(({ name }) => name === format)
  if (reporter) return reporter
  throw unknownValue(
    '--format',
    format,
    choices.map(({ name }) => name)
  )
}

/** Prints a report, or writes it to the file that `--output` names. */
async function publish(text: string, { output: path }: StatedValues, terminal: Terminal): Promise<void> {
  if (path === undefined) {
    terminal.out(text)
    return
  }
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new ConfigError(
      `--output ${path}: cannot be written (${codeOf(error)}). Give a file in a folder that exists and is writable.`
    )
  }
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word)
}

function unknownValue(option: string, value: string, allowed: readonly string[]): ConfigError {
  const meant = closest(value, allowed)
  if (meant !== undefined) return new ConfigError(`${option} ${value}: unknown value. Did you mean ${meant}?`)
  return new ConfigError(`${option} ${value}: unknown value. Allowed values: ${allowed.join(', ')}.`)
}
