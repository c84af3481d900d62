/**
 * The scripts that complete commands, options and their values in a shell. They are made of the table of commands alone, and run
 * nothing: a script that called the program on every key would be slow.
 */

import { operandOf } from '../settings/describe.ts'
import { type Setting, settings } from '../settings/settings.ts'
import { DEFAULT_COMMAND, PROGRAM } from './arguments.ts'
import type { Command, Commands } from './command.ts'
import type { Shell } from './shells.ts'

/** The options that the parser has by itself. */
const HELP = '--help'

/** The script for a shell, to be read by it. */
export function completionScript(shell: Shell, commands: Commands): string {
  return `${SCRIPTS[shell](Object.entries(commands)).join('\n')}\n`
}

type Entries = readonly (readonly [string, Command])[]

const SCRIPTS: Readonly<Record<Shell, (commands: Entries) => readonly string[]>> = { bash, zsh, fish }

/** The function that both bash and zsh name. */
const FUNCTION = `_${PROGRAM.replaceAll('-', '_')}`

// https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html
function bash(commands: Entries): readonly string[] {
  const reply = (words: readonly string[]) => `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$current"))`
  return [
    `# Completions of ${PROGRAM} for bash.`,
    `${FUNCTION}() {`,
    '  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word',
    '  COMPREPLY=()',
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
    `    case "$command$word" in ${alternatives(commands)}) command=$command$word; break ;; ${groupsIn(commands)}) command="$word " ;; esac`,
    '  done',
    `  case "\${command:-${DEFAULT_COMMAND}}" in`,
    ...commands.flatMap(([name, command]) => [
      `    ${quoted(name)})`,
      '      case $previous in',
      ...command.settings
        .map(key => settings[key])
        .filter(takesValue)
        .map(setting => {
          const words = wordsOf(setting, command)
          // An empty reply: the shell completes names of files.
          return `        ${flagsOf(setting).join('|')}) ${words.length > 0 ? `${reply(words)}; ` : ''}return ;;`
        }),
      '      esac',
      `      case $current in -*) ${reply(optionsIn(command))}; return ;; esac`,
      ...(command.words ? [`      ${reply(command.words())}`] : []),
      ...(command.operands === '[DIR]' ? ['      COMPREPLY=($(compgen -d -- "$current"))'] : []),
      '      ;;'
    ]),
    ...groupWords(commands).map(([group, words]) => `    ${quoted(`${group} `)}) ${reply(words)}; return ;;`),
    '  esac',
    `  [ -n "$command" ] || COMPREPLY+=($(compgen -W ${quoted(firstWords(commands).join(' '))} -- "$current"))`,
    '}',
    `complete -o bashdefault -o default -F ${FUNCTION} ${PROGRAM}`
  ]
}

// https://zsh.sourceforge.io/Doc/Release/Completion-System.html
function zsh(commands: Entries): readonly string[] {
  const described = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([word, text]) => quoted(`${word}:${text}`)).join(' ')
  return [
    `#compdef ${PROGRAM}`,
    `# Completions of ${PROGRAM} for zsh.`,
    `${FUNCTION}() {`,
    '  local command= word',
    '  local -a found',
    '  for word in ${words[2,CURRENT-1]}; do',
    `    case "$command$word" in (${alternatives(commands)}) command=$command$word; break ;; (${groupsIn(commands)}) command="$word " ;; esac`,
    '  done',
    `  case "\${command:-${DEFAULT_COMMAND}}" in`,
    ...commands.flatMap(([name, command]) => [
      `    (${quoted(name)})`,
      '      case ${words[CURRENT-1]} in',
      ...command.settings
        .map(key => settings[key])
        .filter(takesValue)
        .map(setting => {
          const words = wordsOf(setting, command)
          const found = words.length > 0 ? `compadd -- ${words.join(' ')}` : '_files'
          return `        (${flagsOf(setting).join('|')}) ${found}; return ;;`
        }),
      '      esac',
      '      if [[ $PREFIX == -* ]]; then',
      `        found=(${described(descriptionsIn(command))})`,
      '        _describe option found -o; return',
      '      fi',
      ...(command.words ? [`      compadd -- ${command.words().join(' ')}`] : []),
      ...(command.operands === '[DIR]' ? ['      _files -/'] : []),
      '      ;;'
    ]),
    ...groupWords(commands).map(
      ([group, words]) => `    (${quoted(`${group} `)}) compadd -- ${words.join(' ')}; return ;;`
    ),
    '  esac',
    '  if [[ -z $command ]]; then',
    `    found=(${described(firstWords(commands).map(word => [word, summaryOfWord(word, commands)]))})`,
    '    _describe command found',
    '  fi',
    '}',
    // Read from a file of $fpath, this is the body of the function; else the function is made known.
    `if [ "$funcstack[1]" = ${FUNCTION} ]; then ${FUNCTION} "$@"; else compdef ${FUNCTION} ${PROGRAM}; fi`
  ]
}

// https://fishshell.com/docs/current/completions.html
function fish(commands: Entries): readonly string[] {
  const complete = (condition: string, ...rest: readonly string[]) =>
    [`complete -c ${PROGRAM} -n ${quoted(condition)}`, ...rest].join(' ')
  const without = `not __fish_seen_subcommand_from ${firstWords(commands).join(' ')}`
  return [
    `# Completions of ${PROGRAM} for fish.`,
    `complete -c ${PROGRAM} -f`,
    ...firstWords(commands).map(word => complete(without, `-a ${word}`, `-d ${quoted(summaryOfWord(word, commands))}`)),
    ...groupWords(commands).map(([group, words]) =>
      complete(
        `__fish_seen_subcommand_from ${group}; and not __fish_seen_subcommand_from ${words.join(' ')}`,
        `-a ${quoted(words.join(' '))}`
      )
    ),
    ...commands.flatMap(([name, command]) => {
      const conditions = [
        name
          .split(' ')
          .map(word => `__fish_seen_subcommand_from ${word}`)
          .join('; and '),
        ...(name === DEFAULT_COMMAND ? [without] : [])
      ]
      return conditions.flatMap(condition => [
        ...command.settings.map(key => {
          const setting = settings[key]
          const { name: long, short } = setting
          const words = wordsOf(setting, command)
          const file = takesValue(setting) ? ['-r -F'] : []
          const value = words.length > 0 ? [`-x -a ${quoted(words.join(' '))}`] : file
          const letter = short === undefined ? [] : [`-s ${short}`]
          return complete(condition, `-l ${long}`, ...letter, ...value, `-d ${quoted(summaryOf(setting))}`)
        }),
        complete(condition, '-l help -s h', "-d 'show the help'"),
        ...(command.words ? [complete(condition, `-a ${quoted(command.words().join(' '))}`)] : []),
        ...(command.operands === '[DIR]' ? [complete(condition, "-a '(__fish_complete_directories)'")] : [])
      ])
    })
  ]
}

/** The names of commands as patterns of a shell. */
function alternatives(commands: Entries): string {
  return commands.map(([name]) => (name.includes(' ') ? quoted(name) : name)).join('|')
}

/** The first words of names of two words, as a pattern of a shell. */
function groupsIn(commands: Entries): string {
  return groupWords(commands)
    .map(([group]) => group)
    .join('|')
}

/** The second words of names of two words, by the first one. */
function groupWords(commands: Entries): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>()
  for (const [name] of commands) {
    const [first = '', second] = name.split(' ')
    if (second !== undefined) groups.set(first, [...(groups.get(first) ?? []), second])
  }
  return [...groups]
}

/** The first word of each name, once. */
function firstWords(commands: Entries): readonly string[] {
  return [...new Set(commands.map(([name]) => name.split(' ')[0] ?? ''))]
}

function summaryOfWord(word: string, commands: Entries): string {
  const own = commands.find(([name]) => name === word)
  return own?.[1].summary ?? (groupWords(commands).find(([group]) => group === word)?.[1] ?? []).join(', ')
}

function takesValue(setting: Setting): boolean {
  return operandOf(setting) !== ''
}

function flagsOf({ name, short }: Setting): readonly string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]
}

/** The words that the value of an option can be; none for a file or another text. */
function wordsOf({ name, kind }: Setting, { formats }: Command): readonly string[] {
  if (name === settings.format.name) return formats ?? []
  return kind.type === 'boolean' ? [] : kind.words
}

function optionsIn(command: Command): readonly string[] {
  return descriptionsIn(command).map(([flag]) => flag)
}

function descriptionsIn({ settings: keys }: Command): readonly (readonly [string, string])[] {
  const own = keys.map(key => [`--${settings[key].name}`, summaryOf(settings[key])] as const)
  return [...own, [HELP, 'show the help']]
}

/** The first sentence or clause of what a setting does. */
function summaryOf({ help }: Setting): string {
  return help.replace(/[.:;,(] ?.*$/s, '').trim()
}

/** A text as one word of all three shells. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`
}
