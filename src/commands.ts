/** The command line: one entry for each command, which runs it, prints its output and returns its exit code. */

import { realpath, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Base, type Checked, check, isEmpty } from './check.ts'
import { type Shows, shownCluster } from './cluster/found.ts'
import type { StatedCluster } from './cluster/judged-by-cluster.ts'
import { statesCluster } from './cluster/profile.ts'
import { defined, memoised } from './collections.ts'
import { helpText, isCommand, PROGRAM, readArguments, unknownValue } from './command-line/arguments.ts'
import type { Commands, ExitCode } from './command-line/command.ts'
import { SHELLS } from './command-line/shells.ts'
import { isColoured, type Terminal, widthFor } from './command-line/terminal.ts'
import { closest } from './configuration/closest.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Elsewhere } from './configuration/extended.ts'
import { findConfiguration, readConfiguration } from './configuration/find.ts'
import { ConfigError, ConfigurationUnread } from './model/config-error.ts'
import type { Gap } from './model/report.ts'
import type { Explained } from './reporters/explain.ts'
import { fixText } from './reporters/fix.ts'
import { headline } from './reporters/headline.ts'
import { reporters } from './reporters/index.ts'
import type { SarifOptions } from './reporters/sarif.ts'
import { type TextOptions, text } from './reporters/text.ts'
import { ruleIds, ruleMeant, rules } from './rules/index.ts'
import { byStatement } from './rules/statements.ts'
import type { StatedValues } from './settings/settings.ts'
import { type EffectiveSettings, settingsOf } from './settings/values.ts'
import { visible } from './visible.ts'
import { commitNamed } from './workspaces/commit-named.ts'
import { diskWorkspace } from './workspaces/disk.ts'
import { editableFiles } from './workspaces/disk-edits.ts'
import { bytesOf } from './workspaces/evidence-files.ts'
import { excluding } from './workspaces/excluding.ts'
import { codeOf } from './workspaces/fault.ts'
import { type FolderOnDisk, folderOnDisk } from './workspaces/folder-on-disk.ts'
import { openRepository } from './workspaces/git-objects.ts'
import { under } from './workspaces/subfolder.ts'
import type { Workspace } from './workspaces/workspace.ts'

/** What to do about a folder without files. */
const OTHER = 'Give another folder, or check it out first.'

/** The options that every command takes. */
const EVERYWHERE = ['quiet', 'color'] as const
/** The settings that decide what is an error, and what fails. */
const JUDGING = ['minimum', 'failOn', 'failOnScopes', 'allowIncomplete', 'scope'] as const
/** The settings that say something of the cluster. */
const CLUSTER = ['clusterVersion', 'platform', 'grace', 'upgradedOn', 'skew', 'metrics', 'auditLog'] as const

/** The settings of a plan that decide which repositories are looked at. */
const FLEET_PLAN = [
  ...(['output', 'list', 'name', 'topic', 'archived', 'forks'] as const),
  ...(['state', 'maxAge', 'most', 'shardSize', 'simulate'] as const)
]
/** The settings of a plan that decide over results. */
const PLANNED = [
  ...(['minimum', 'failOn', 'failOnScopes', 'allowIncomplete'] as const),
  ...(['clusterVersion', 'platform', 'grace', 'upgradedOn'] as const)
]

/** The commands, in the order of `--help`: one entry each. */
const COMMANDS: Commands = {
  scan: {
    summary: 'judge every Kubernetes client in a folder',
    operands: '[DIR]',
    about: 'DIR is the current folder if none is given. Paths in the report begin at the root of its repository.',
    settings: ['format', 'output', 'config', 'base', ...JUDGING, ...CLUSTER, ...EVERYWHERE],
    formats: namesOf(reporters.scan),
    run: (operands, options, terminal) => runScan(folderOf(operands), options, terminal)
  },
  list: {
    summary: 'print every client dependency, those that pass too',
    operands: '[DIR]',
    about: 'DIR is the current folder if none is given. As JSON, each line is one object.',
    settings: ['format', 'output', 'config', 'minimum', 'allowIncomplete', ...EVERYWHERE],
    formats: namesOf(reporters.list),
    run: (operands, options, terminal) => runList(folderOf(operands), options, terminal)
  },
  fix: {
    summary: 'edit what makes clients reload, and print the commands that have to follow',
    operands: '[DIR]',
    about:
      'DIR is the current folder if none is given. Runs nothing. Ends with exit code 0 if nothing is left, 1 if something is. With --dry-run, the paths of the diff begin in DIR.',
    settings: ['dryRun', 'only', 'level', 'force', 'output', 'config', 'minimum', ...EVERYWHERE],
    run: (operands, options, terminal) => runFix(folderOf(operands), options, terminal)
  },
  judge: {
    summary: 'judge package URLs such as pkg:npm/@kubernetes/client-node@0.10.2',
    operands: 'PURL…',
    about: '"-" reads package URLs from standard input, one on each line. As JSON, each line is one object.',
    settings: ['format', 'output', 'config', 'minimum', 'failOn', ...EVERYWHERE],
    formats: namesOf(reporters.judge),
    run: runJudge
  },
  policy: {
    summary: 'print what is known about a client, or about every one',
    operands: '[CLIENT]',
    about: 'CLIENT is a package URL, a name, or another name of the client.',
    settings: ['format', 'output', 'config', ...EVERYWHERE],
    formats: namesOf(reporters.policy),
    run: runPolicy
  },
  explain: {
    summary: 'explain a rule, or list the rules by the statements of the vendor documents that they answer',
    operands: '[RULE]',
    words: ruleIds,
    settings: ['format', 'output', ...EVERYWHERE],
    formats: namesOf(reporters.explain),
    run: runExplain
  },
  doctor: {
    summary: 'print every setting of a folder and its source',
    operands: '[DIR]',
    about: 'DIR is the current folder if none is given.',
    settings: ['format', 'output', 'config', ...JUDGING, ...CLUSTER, ...EVERYWHERE],
    formats: namesOf(reporters.doctor),
    run: (operands, options, terminal) => runDoctor(folderOf(operands), options, terminal)
  },
  cluster: {
    summary: 'judge metrics and audit logs of a cluster',
    operands: '',
    about: 'Give --metrics FILE, --audit-log FILE or both; "-" is standard input.',
    settings: ['format', 'output', 'config', 'failOn', 'allowIncomplete', ...CLUSTER, ...EVERYWHERE],
    formats: namesOf(reporters.cluster),
    run: runCluster
  },
  'fleet plan': {
    summary: 'list many repositories, and plan which of them to scan',
    operands: '[OWNER…]',
    about:
      'Reads GITHUB_TOKEN. Writes the plan to --output (plan.json) and prints the matrix of its shards. The options that decide over results count for all repositories of the plan.',
    settings: [...FLEET_PLAN, ...PLANNED, ...EVERYWHERE],
    run: async (...given) => (await import('./fleet/commands.ts')).runFleetPlan(...given)
  },
  'fleet scan': {
    summary: 'scan the repositories of a plan through the API of GitHub',
    operands: '',
    about:
      'Reads GITHUB_TOKEN. Writes one file for each repository. A run that was ended goes on where it was. Ends with exit code 2 if some repositories are waiting.',
    settings: ['plan', 'shard', 'results', 'minutes', 'wait', ...EVERYWHERE],
    run: async (...given) => (await import('./fleet/commands.ts')).runFleetScan(...given)
  },
  'fleet merge': {
    summary: 'join the results of all shards into one state and one page',
    operands: '[DIR…]',
    about: 'DIR has the results of shards, also in folders below. Writes the state to --output (fleet.json).',
    settings: ['plan', 'state', 'output', 'page', ...EVERYWHERE],
    run: async (...given) => (await import('./fleet/commands.ts')).runFleetMerge(...given)
  },
  completion: {
    summary: 'print the script that completes commands and options in a shell',
    operands: 'SHELL',
    about: 'For bash: source <(bound-token-check completion bash).',
    words: () => SHELLS,
    settings: ['output'],
    run: runCompletion
  },
  help: {
    summary: 'show the help of a command',
    operands: '[COMMAND]',
    words: () => Object.keys(COMMANDS),
    settings: [],
    run: async (operands, _, terminal) => runHelp(operands, terminal)
  }
}

/** The names of commands. */
export const commandNames: readonly string[] = Object.keys(COMMANDS)

/** A scan that takes longer shows its progress, in milliseconds. */
const PROGRESS_DELAY = 1_000

/** Runs one command line and prints its errors: for wrong usage the message alone, for a bug the stack. */
export async function main(args: readonly string[], version: string, terminal: Terminal): Promise<ExitCode> {
  try {
    return await run(args, version, terminal)
  } catch (error) {
    if (error instanceof ConfigurationUnread) {
      terminal.error(`${PROGRAM}: nothing was judged: ${error.message}.\n`)
      return 2
    }
    if (error instanceof ConfigError) terminal.error(`${PROGRAM}: ${error.message}\n`)
    else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      terminal.error(`${PROGRAM} failed because of a bug of its own; please report it:\n${detail}\n`)
    }
    return 3
  }
}

/** Runs one command line. Throws `ConfigError` for wrong usage. */
async function run(args: readonly string[], version: string, terminal: Terminal): Promise<ExitCode> {
  const request = readArguments(args, { commands: COMMANDS, version, width: terminal.columns })
  if ('text' in request) {
    terminal.out(request.text)
    return 0
  }
  const { command, isNamed, operands, options } = request
  if (!isNamed) await refuseMisspelt(operands)
  const row = COMMANDS[command]
  if (!row) throw new Error(`no command is called ${command}`)
  return row.run(operands, options, terminal)
}

/** Throws `ConfigError` if the first operand is no folder but looks like a command. */
async function refuseMisspelt([first]: readonly string[]): Promise<void> {
  if (first === undefined || /[/\\.]/.test(first) || (await exists(first))) return
  const meant = closest(first, commandNames)
  const hint = meant === undefined ? `See ${PROGRAM} help.` : `Did you mean ${meant}?`
  throw new ConfigError(`${first}: neither a command nor a folder that exists. ${hint}`)
}

/** The help of the program, or of one command: what `--help` prints. */
export function help(command?: string): string {
  return helpText({ commands: COMMANDS, version: '' }, command)
}

function runHelp(operands: readonly string[], { columns, out }: Terminal): ExitCode {
  // The name of a command may be two words.
  const name = operands.length === 0 ? undefined : operands.join(' ')
  if (name !== undefined && !isCommand(name, COMMANDS)) throw unknownValue('help', name, commandNames)
  out(helpText({ commands: COMMANDS, version: '', width: columns }, name))
  return 0
}

async function runCompletion(
  [shell, ...others]: readonly string[],
  options: StatedValues,
  terminal: Terminal
): Promise<ExitCode> {
  if (shell === undefined || others.length > 0) throw new ConfigError(`completion: give one of ${SHELLS.join(', ')}.`)
  const known = SHELLS.find(name => name === shell)
  if (known === undefined) throw unknownValue('completion', shell, SHELLS)
  const { completionScript } = await import('./command-line/completion.ts')
  await publish(completionScript(known, COMMANDS), options, terminal)
  return 0
}

async function runScan(folder: string, options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const reporter = chosen(reporters.scan, options)
  const result = await scanned(folder, options, terminal)
  const { output, quiet, color = 'auto' } = options
  const { exitCode } = result.conclusion
  const width = widthFor(terminal, output)
  const view: TextOptions & SarifOptions = { colour: isColoured(terminal, color, output), ...defined({ width }) }
  const isSilent = quiet === true && exitCode === 0 && reporter.name === text.name && output === undefined
  if (!isSilent) await publish(reporter.render(result, view), options, terminal)
  if (output !== undefined && quiet !== true) terminal.out(`${headline(result)}\n`)
  return exitCode
}

async function runList(folder: string, options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const reporter = chosen(reporters.list, options)
  const { unfolded: report, conclusion } = await scanned(folder, { ...options, failOn: 'never' }, terminal)
  const width = widthFor(terminal, options.output)
  await publish(reporter.render({ report, conclusion }, defined({ width })), options, terminal)
  return conclusion.exitCode
}

/** Edits the files of a folder. A diff goes to standard output alone, so that `git apply` can read it. */
async function runFix(path: string, options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const { runFix: run } = await import('./fix/run-fix.ts')
  const { root, prefix, ...folder } = await folderOnDisk(path)
  const configuration = await configurationOf(folder, options, terminal)
  const { level, force, dryRun, minimum } = settingsOf(configuration, options).values
  const scan = async (state: Workspace) => {
    const { unfolded } = await scanned(path, { ...options, failOn: 'never' }, terminal, state)
    return unfolded
  }
  const fixed = await run(folder.scanned, await editableFiles(root), scan, {
    ...{ level, force, dryRun, prefix, minimum, policy: configuration.policy },
    ...defined({ only: options.only })
  })
  const width = widthFor(terminal, fixed.diff === undefined ? options.output : undefined)
  const report = fixText.render({ result: fixed.result, rules: fixed.rules, isMade: !dryRun }, defined({ width }))
  const isSilent = options.quiet === true && fixed.exitCode === 0
  if (fixed.diff !== undefined) await publish(fixed.diff, options, terminal)
  else if (!isSilent || options.output !== undefined) await publish(report, options, terminal)
  if (fixed.diff !== undefined && !isSilent) terminal.error(report)
  return fixed.exitCode
}

async function scanned(path: string, options: StatedValues, terminal: Terminal, state?: Workspace): Promise<Checked> {
  const begun = terminal.now()
  let shown = 0
  const isWatched = terminal.watched && options.quiet !== true
  const folder = await folderOnDisk(path)
  const configuration = await configurationOf(folder, options, terminal)
  const settled = settingsOf(configuration, options)
  const { minimum, failOn, failOnScopes, allowIncomplete, scope } = settled.values
  const cluster = await clusterOf(settled, { folder: folder.root, options, terminal })
  const result = await check(state ?? folder.scanned, configuration, {
    minimum,
    failOn,
    failOnScopes,
    allowIncomplete,
    scope,
    today: terminal.today(),
    ...defined({ base: await baseOf(path, folder, options), cluster }),
    onProgress: (done, claimed) => {
      if (!isWatched || terminal.now() - begun < PROGRESS_DELAY || terminal.now() - shown < 100) return
      shown = terminal.now()
      terminal.error(`\r${done} of ${claimed} dependency files`)
    }
  })
  if (shown > 0) terminal.error('\r\x1b[K')
  if (isEmpty(result.report)) throw new ConfigError(`${path}: holds no files, so that nothing was judged. ${OTHER}`)
  return result
}

/** What is known of the cluster. An option names a file from the current folder, the configuration one from the root of the repository. */
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
  const folder = await folderOnDisk('.')
  const configuration = await configurationOf(folder, all, terminal)
  const settled = settingsOf(configuration, all)
  const { failOn, allowIncomplete, metrics, auditLog } = settled.values
  const cluster = await clusterOf(settled, { folder: folder.root, options: all, terminal })
  if (!cluster || !(metrics || auditLog))
    throw new ConfigError(
      'cluster: no evidence was given. Give --metrics FILE or --audit-log FILE; "-" is standard input.'
    )
  const { clusterReport } = await import('./cluster/cluster-report.ts')
  const { levels } = configuration
  const today = terminal.today()
  const { gaps, ...head } = await clustersHere(folder, configuration)
  const shown = shownCluster({ head }, cluster.facts, today)
  const report = clusterReport(shown, cluster.evidence, { levels, today, failOn, allowIncomplete }, gaps)
  const width = widthFor(terminal, options.output)
  const isSilent = options.quiet === true && report.exitCode === 0 && reporter.name === text.name
  if (!isSilent || options.output !== undefined)
    await publish(reporter.render(report, defined({ width })), options, terminal)
  return report.exitCode
}

/** What the files of the current folder show of the cluster. Only in a work tree of git: the command is run in any folder, such as a home. */
async function clustersHere(
  { scanned }: FolderOnDisk,
  configuration: Configuration
): Promise<Shows & { readonly gaps: readonly Gap[] }> {
  if ('withoutGit' in (await openRepository('.'))) return { findings: [], gaps: [] }
  const { findClusters } = await import('./scan/clusters.ts')
  return findClusters(scanned, configuration)
}

/** What `--base` names; undefined without it. */
async function baseOf(path: string, { prefix }: FolderOnDisk, { base: ref }: StatedValues): Promise<Base | undefined> {
  if (ref === undefined) return undefined
  const { id, workspace } = await commitNamed(path, ref)
  return { workspace: under(prefix, excluding(workspace)), commit: { id, kind: 'named' } }
}

/** The configuration in the file of `--config`, or else that of the repository, as for the Action. */
async function configurationOf(
  { whole }: Pick<FolderOnDisk, 'whole'>,
  { config }: StatedValues,
  terminal: Terminal
): Promise<Configuration> {
  const elsewhere = elsewhereFor(terminal)
  if (config === undefined) return findConfiguration(whole, elsewhere)
  // A file that the user names may be a symbolic link to anywhere.
  const path = await realpath(config).catch(error => {
    throw new ConfigError(`--config ${config}: cannot be read (${codeOf(error)}). Give the path of a file that exists.`)
  })
  const around = await diskWorkspace(dirname(path))
  return readConfiguration(await around.read(basename(path)), config, { whole, elsewhere })
}

/** Reads what configurations extend, once for a command line. On demand: most of them extend nothing. */
const elsewhereFor = memoised((terminal: Terminal): Elsewhere => {
  const opened = memoised(async (_: undefined) => {
    const [{ openSession }, { systemClock }] = await Promise.all([
      import('./github/session.ts'),
      import('./github/clock.ts')
    ])
    return openSession({
      mayBeAnonymous: true,
      environment: terminal.environment ?? {},
      clock: systemClock,
      tell: sentence => terminal.error(`${sentence}\n`)
    })
  })
  return async file => (await opened(undefined)).elsewhere(file)
})

async function runJudge(operands: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const reporter = chosen(reporters.judge, options)
  const purls = await purlsOf(operands, terminal)
  const { judgePurl } = await import('./policy/judge-purl.ts')
  const configuration = await configurationOf(await folderOnDisk('.'), options, terminal)
  const { minimum, failOn } = settingsOf(configuration, options).values
  const { policy, levels } = configuration
  const verdicts = []
  for (const purl of purls) verdicts.push(await judgePurl(purl, { minimum, failOn, policy, levels }))
  const width = widthFor(terminal, options.output)
  const rendered = verdicts.map(({ judged }) => reporter.render(judged, defined({ width })))
  await publish(rendered.join(''), options, terminal)
  const strangers = verdicts.flatMap(({ judged, isKnown }) => (isKnown ? [] : [judged.purl]))
  if (strangers.length > 0) {
    terminal.error(`${PROGRAM}: judge: ${await strangersText(strangers, configuration)}\n`)
    return 3
  }
  return verdicts.some(({ fails }) => fails) ? 1 : 0
}

/** The most bytes of package URLs that are read from standard input. */
const MOST_INPUT = 64 * 1024 * 1024

/** The package URLs of a command line; for `-`, the lines of standard input. */
async function purlsOf(operands: readonly string[], terminal: Terminal): Promise<readonly string[]> {
  const purls: string[] = []
  for (const operand of operands) {
    if (operand !== '-') purls.push(operand)
    else purls.push(...(await linesOf(terminal)))
  }
  if (purls.length > 0) return purls
  throw new ConfigError('judge: no package URL was given. Give one, such as pkg:pypi/kubernetes@11.0.0.')
}

/** The lines of standard input that are not blank. */
async function linesOf(terminal: Terminal): Promise<readonly string[]> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of terminal.input()) {
    size += piece.length
    if (size > MOST_INPUT) throw new ConfigError('judge: standard input is longer than 64 MiB. Give it in parts.')
    pieces.push(piece)
  }
  const lines = Buffer.concat(pieces).toString('utf8').split('\n')
  return lines.map(line => line.trim()).filter(line => line !== '')
}

/** Which packages are no known clients, and the closest name of a client if there is one package alone. */
async function strangersText([first = '', ...others]: readonly string[], { policy }: Configuration): Promise<string> {
  if (others.length > 0)
    return `${others.length + 1} of the packages are no known clients, the first is ${visible(first)}.`
  const { namesOf: clientNames, policyRows } = await import('./policy/policy-rows.ts')
  const name = first.replace(/@[^/@]*$/, '')
  const meant = closest(name, (await policyRows(policy)).flatMap(clientNames))
  const hint = meant === undefined ? '`policy` prints every client.' : `Did you mean ${meant}?`
  return `no client is called ${visible(name)}. ${hint}`
}

async function runPolicy(operands: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const [name, ...others] = operands
  if (others.length > 0) throw new ConfigError(`policy: takes one client, but got ${operands.join(' ')}. Give one.`)
  const reporter = chosen(reporters.policy, options)
  const { namesOf, policyRows, rowsCalled } = await import('./policy/policy-rows.ts')
  const { policy } = await configurationOf(await folderOnDisk('.'), options, terminal)
  const all = await policyRows(policy)
  const rows = name === undefined ? all : rowsCalled(name, all)
  if (name !== undefined && rows.length === 0) {
    const near = closest(name, all.flatMap(namesOf))
    const hint = near === undefined ? '`policy` prints every client.' : `Did you mean ${near}?`
    throw new ConfigError(`policy: no client is called ${name}. ${hint}`)
  }
  const width = widthFor(terminal, options.output)
  await publish(reporter.render(rows, defined({ width })), options, terminal)
  return 0
}

async function runExplain(operands: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode> {
  const [name, ...others] = operands
  if (others.length > 0) throw new ConfigError(`explain: takes one rule, but got ${operands.join(' ')}. Give one.`)
  const reporter = chosen(reporters.explain, options)
  const width = widthFor(terminal, options.output)
  const subject = name === undefined ? byStatement(rules) : explained(name)
  await publish(reporter.render(subject, defined({ width })), options, terminal)
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
  const configuration = await configurationOf(await folderOnDisk(folder), options, terminal)
  const { effectiveConfiguration } = await import('./configuration/effective.ts')
  const effective = effectiveConfiguration(configuration, settingsOf(configuration, options), terminal.today())
  await publish(reporter.render(effective, {}), options, terminal)
  return 0
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
  throw unknownValue('--format', format, namesOf(choices))
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

function namesOf(choices: readonly { readonly name: string }[]): readonly string[] {
  return choices.map(({ name }) => name)
}

/** Whether there is anything at a path. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
