/** Reads a command line: which command it names, its operands and the settings that its options state. */

import { CommanderError, Option, Command as Parser } from 'commander'
import { closest } from '../configuration/closest.ts'
import { ConfigError } from '../model/config-error.ts'
import { operandOf, optionText } from '../settings/describe.ts'
import { OPTION_GROUPS, type Setting, type StatedValues, settings, settingsIn } from '../settings/settings.ts'
import { statedIn } from '../settings/values.ts'
import { type Command, type Commands, EXIT_CODES } from './command.ts'

/** The name of the program. */
export const PROGRAM = 'bound-token-check'
/** The command that runs where none is named. */
export const DEFAULT_COMMAND = 'scan'
/** The width of a help text where there is no terminal, in columns. */
export const USUAL_WIDTH = 100
/** A help text is never narrower, in columns: below, a description beside an option would be a word a line. */
const NARROWEST = 60

const DESCRIPTION = 'Checks whether the Kubernetes clients of a repository can reload bound service-account tokens.'
const HELP = 'show this help'

/** What a command line asks for: a text about the program, or a command. */
export type Request =
  | { readonly text: string }
  | {
      readonly command: string
      /** Whether the command line names the command. If not, it is the default, and the first operand may be a misspelt command. */
      readonly isNamed: boolean
      readonly operands: readonly string[]
      readonly options: StatedValues
    }

/** What the parser needs to know beside the arguments. */
export interface Surroundings {
  readonly commands: Commands
  readonly version: string
  /** The width of a help text, in columns. */
  readonly width?: number | undefined
}

/** Reads a command line. Throws `ConfigError` for wrong use, with the closest word where a name is misspelt. */
export function readArguments(args: readonly string[], surroundings: Surroundings): Request {
  const { commands } = surroundings
  const found: { name: string; operands: readonly string[]; values: Values }[] = []
  let text = ''
  const parser = parserOf(surroundings, (name, operands, values) => found.push({ name, operands, values }))
  const parsers = [parser, ...parser.commands]
  for (const each of parsers)
    each.configureOutput({
      writeOut: words => {
        text += words
      },
      outputError: () => undefined
    })
  const inOrder = commandFirst(args, commands)
  try {
    parser.parse(inOrder, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { text }
    throw wrongUse(error, commands, inOrder[0] ?? '')
  }
  const [{ name, operands, values } = { name: DEFAULT_COMMAND, operands: [], values: {} }] = found
  const isNamed = isCommand(inOrder[0] ?? '', commands)
  return { command: name, isNamed, operands, options: statedBy(values) }
}

/** The help of the program, or of one command. The text that `--help` prints. */
export function helpText(surroundings: Surroundings, command?: string): string {
  const parser = parserOf(surroundings, () => undefined)
  return (parser.commands.find(each => each.name() === command) ?? parser).helpInformation()
}

/** Whether a word is the name of a command. */
export function isCommand(word: string, commands: Commands): boolean {
  return Object.hasOwn(commands, word)
}

/** The values of options by the names of the parser. Those of an option that may be repeated are a list. */
type Values = Readonly<Record<string, unknown>>

function parserOf(
  { commands, version, width = USUAL_WIDTH }: Surroundings,
  run: (name: string, operands: readonly string[], values: Values) => void
): Parser {
  const helpWidth = Math.max(NARROWEST, width)
  const parser = styled(new Parser(PROGRAM), helpWidth)
    .usage('[COMMAND] [OPTIONS] [OPERANDS]')
    .description(descriptionOfProgram())
    .version(version, '-V, --version', 'show the version')
    .helpCommand(false)
  for (const [name, command] of Object.entries(commands)) {
    const own = styled(new Parser(name), helpWidth)
      .usage(['[OPTIONS]', command.operands].join(' ').trim())
      .summary(name === DEFAULT_COMMAND ? `${command.summary} (the default command)` : command.summary)
      .description(descriptionOf(command))
      .argument('[operands...]')
      .action((operands: string[], values: Values) => run(name, operands, values))
    for (const key of command.settings) own.addOption(optionOf(settings[key], command))
    own.addHelpOption(new Option('-h, --help', HELP).helpGroup(OPTION_GROUPS.every))
    parser.addCommand(own, { isDefault: name === DEFAULT_COMMAND })
  }
  return parser
}

/** A parser that throws instead of ending the process, and writes its help in our way. */
function styled(parser: Parser, helpWidth: number): Parser {
  return parser
    .exitOverride()
    .helpOption('-h, --help', HELP)
    .configureHelp({
      helpWidth,
      minWidthToWrap: 20,
      subcommandTerm: command => `${command.name()} ${command.usage().replace(/^\[OPTIONS\] ?/, '')}`.trim()
    })
}

function descriptionOfProgram(): string {
  const codes = EXIT_CODES.map(([code, text]) => `  ${code}  ${text}`)
  return [
    DESCRIPTION,
    '',
    'Exit codes:',
    ...codes,
    '',
    `"${PROGRAM} help COMMAND" shows the options of a command.`
  ].join('\n')
}

function descriptionOf({ summary, about }: Command): string {
  return [`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, ...(about === undefined ? [] : ['', about])].join(
    '\n'
  )
}

function optionOf(setting: Setting, { formats }: Command): Option {
  const { name, short, kind, group } = setting
  const operand = operandOf(setting)
  const flags = [...(short === undefined ? [] : [`-${short}`]), `--${name}`].join(', ')
  const words = name === settings.format.name ? (formats ?? []) : undefined
  const option = new Option(operand === '' ? flags : `${flags} <${operand}>`, optionText(setting, words))
  if (kind.type === 'paths')
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  return group === undefined ? option : option.helpGroup(OPTION_GROUPS[group])
}

/** The same arguments with the name of the command first, in one word, if options stand before it. */
function commandFirst(args: readonly string[], commands: Commands): readonly string[] {
  const places = operandPlaces(args)
  const [one = -1, other = -1] = places
  const [word = '', next = ''] = [args[one], args[other]]
  if (isCommand(word, commands)) return [word, ...args.filter((_, index) => index !== one)]
  const names = Object.keys(commands).filter(name => name.startsWith(`${word} `))
  const name = `${word} ${next}`
  if (isCommand(name, commands)) return [name, ...args.filter((_, index) => index !== one && index !== other)]
  if (word === '' || names.length === 0) return args
  if (args.some(each => each === '-h' || each === '--help')) return ['--help']
  const ends = names.map(each => each.slice(word.length + 1))
  if (next === '') throw new ConfigError(`${word}: give one of ${ends.join(', ')}. See ${PROGRAM} help.`)
  throw unknownValue(word, next, ends)
}

/** Where the words are that are neither options nor their values. What follows `--` is no command. */
function operandPlaces(args: readonly string[]): readonly number[] {
  const withValue = new Set(
    settingsIn('option').flatMap(({ name, short, kind }) => (kind.operand === '' ? [] : [`--${name}`, `-${short}`]))
  )
  const places: number[] = []
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? ''
    if (word === '--') break
    if (withValue.has(word)) index++
    else if (!word.startsWith('-') || word === '-') places.push(index)
  }
  return places
}

/** The settings that the options state. Throws `ConfigError` for a value that is not allowed. */
function statedBy(values: Values): StatedValues {
  return statedIn('option', setting => {
    const value = values[setting.name.replace(/-(?<letter>[a-z])/g, (_, letter: string) => letter.toUpperCase())]
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

/** The error for a value that is none of a few words, with the closest of them. */
export function unknownValue(option: string, value: string, allowed: readonly string[]): ConfigError {
  const meant = closest(value, allowed)
  if (meant !== undefined) return new ConfigError(`${option} ${value}: unknown value. Did you mean ${meant}?`)
  return new ConfigError(`${option} ${value}: unknown value. Allowed values: ${allowed.join(', ')}.`)
}

const QUOTED_OPTION = /'(?:-\w, )?--?(?<name>[^ ='<]+)/

/** What is wrong with the arguments, in one line with the remedy. */
function wrongUse({ code, message }: CommanderError, commands: Commands, first: string): ConfigError {
  const isNamed = isCommand(first, commands)
  const command = isNamed ? first : DEFAULT_COMMAND
  const see = `See ${PROGRAM} help${isNamed ? ` ${first}` : ''}.`
  const name = QUOTED_OPTION.exec(message)?.groups?.['name'] ?? ''
  if (code === 'commander.optionMissingArgument') return new ConfigError(`--${name}: no value is given. ${see}`)
  if (code !== 'commander.unknownOption')
    return new ConfigError(`${message.replace(/^error: /, '').replaceAll('\n', ' ')} ${see}`)
  const elsewhere = Object.entries(commands).flatMap(([other, { settings: keys }]) =>
    keys.some(key => settings[key].name === name) ? [other] : []
  )
  if (elsewhere.length > 0)
    return new ConfigError(`--${name}: not an option of ${command}, but of ${elsewhere.join(', ')}. ${see}`)
  const own = [...(commands[command]?.settings ?? []).map(key => settings[key].name), 'help', 'version']
  const meant = closest(name, own)
  const dashes = name.length > 1 ? '--' : '-'
  return new ConfigError(
    `${dashes}${name}: unknown option. ${meant === undefined || name.length < 2 ? see : `Did you mean --${meant}?`}`
  )
}
