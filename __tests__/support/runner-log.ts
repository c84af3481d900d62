/**
 * Reads what a step printed and wrote, as the runner does.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */

/** One workflow command that the runner obeys. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
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

/** The commands in a log that the runner obeys: both syntaxes, and none while commands are stopped. */
export function commandsOf(log: string): Command[] {
  const known = new Set(COMMANDS)
  const commands: Command[] = []
  let stoppedUntil: string | undefined
  for (const line of log.split(/\r\n|\n|\r/)) {
    const command = currentSyntax(line, known) ?? formerSyntax(line, known)
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

function currentSyntax(line: string, known: ReadonlySet<string>): Command | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  return end < 0 ? undefined : command(text.slice(2, end), text.slice(end + 2), ',', known)
}

function formerSyntax(line: string, known: ReadonlySet<string>): Command | undefined {
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

const OUTPUT = /^(?<name>[^\n<]+)<<(?<end>[^\n]+)\n(?<value>[\s\S]*?)\n\k<end>\n/gm

/** The names of the outputs in the file that `GITHUB_OUTPUT` names, as often as each is set. */
export function outputNamesOf(file: string): string[] {
  return Array.from(file.matchAll(OUTPUT), ({ groups }) => groups?.['name'] ?? '')
}

/** The outputs in the file that `GITHUB_OUTPUT` names: of those with one name the last. */
export function outputsOf(file: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const { groups } of file.matchAll(OUTPUT)) {
    outputs[groups?.['name'] ?? ''] = (groups?.['value'] ?? '').replace(/\n$/, '')
  }
  return outputs
}
