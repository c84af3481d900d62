/** The packages that the arguments of an install command name, and their versions. */

import { isDevelopmentName } from '../ecosystems/development-names.ts'
import type { InstallTarget } from '../ecosystems/ecosystem.ts'
import type { GapEntry, PackageEntry } from '../ecosystems/file-format.ts'
import { type Assembled, cut, offsetIn } from '../syntax/assembled.ts'
import type { CommandPrefix } from './install-commands.ts'
import type { Argument } from './scope.ts'

/** An argument that begins with a variable or with another command: it may be any package. */
const COMPUTED = /^[$`]/

/** The packages that a command installs; `found` are the arguments after its first words, `file` is the whole file. */
export function* installedPackages(
  prefix: CommandPrefix,
  found: readonly Argument[],
  file: string
): Generator<PackageEntry | GapEntry> {
  const { ecosystem, command } = prefix
  const { packages, version, isForDevelopment } = selected(prefix, found)
  const scope = isForDevelopment ? ({ scope: 'development' } as const) : {}
  const entries = packages.flatMap(argument => {
    const entry = entryOf(ecosystem.id, file, argument, command.read)
    return entry && 'name' in entry ? { ...entry, ...scope } : (entry ?? [])
  })
  const [only] = entries
  // An option gives a version to the only package of a command.
  if (entries.length === 1 && only && 'name' in only && only.requirement.kind === 'none' && version) {
    const { name } = only
    const stated = entryOf(ecosystem.id, file, version, text => {
      const target = command.readVersion?.(text)
      return target && target.requirement.kind !== 'none' ? { name, ...target, ...scope } : undefined
    })
    yield stated ?? only
  } else yield* entries
}

/** The arguments of a command by what they mean. */
interface Selected {
  readonly packages: readonly Argument[]
  /** The value of an option for the version. */
  readonly version: Argument | undefined
  readonly isForDevelopment: boolean
}

function selected({ command, valued }: CommandPrefix, found: readonly Argument[]): Selected {
  const packages: Argument[] = []
  let version: Argument | undefined
  let isForDevelopment = false
  let onlyArguments = false
  for (let index = 0; index < found.length; index++) {
    const argument = found[index]
    if (!argument) continue
    const { text } = argument.value
    if (onlyArguments || !text.startsWith('-') || text === '-') {
      if (command.onlyOptions !== true) packages.push(argument)
      continue
    }
    onlyArguments = text === '--'
    const equals = text.indexOf('=')
    const option = equals < 0 ? text : text.slice(0, equals)
    const isPackage = command.packages?.includes(option)
    const isVersion = command.versions?.includes(option)
    if (command.development?.includes(option)) isForDevelopment = true
    if (!isPackage && !isVersion && !valued.has(option)) continue
    const value = equals < 0 ? found[++index] : withoutFirst(argument, equals + 1)
    if (value && isPackage) packages.push(value)
    if (value && isVersion) version = value
    if (value && command.groups?.includes(option))
      isForDevelopment = value.value.text.split(',').every(isDevelopmentName)
  }
  return { packages, version, isForDevelopment }
}

function withoutFirst(argument: Argument, length: number): Argument {
  const rest = (text: Assembled) => cut(text, length, text.text.length)
  return { ...argument, value: rest(argument.value), written: rest(argument.written) }
}

/** The entry of an argument, with the values of variables if its requirement is then in one piece of the file. */
function entryOf(
  ecosystem: string,
  file: string,
  argument: Argument,
  read: (text: string) => InstallTarget | undefined
): PackageEntry | GapEntry | undefined {
  const { value, written, start, end } = argument
  let last: GapEntry | undefined
  for (const source of value === written ? [value] : [value, written]) {
    const target = read(source.text)
    if (!target) return undefined
    if ('gap' in target) {
      const computed = COMPUTED.test(source.text) ? ({ computed: true } as const) : {}
      last ??= { gap: target.gap, text: source.text, at: start, ...computed }
      continue
    }
    const { requirement, name } = target
    const at = offsetIn(source, target.at)
    if (file.startsWith(requirement.kind === 'none' ? name : requirement.text, at)) {
      const usedAt = at < start || at >= end ? { usedAt: start } : {}
      return { ...target, ecosystem, at, direct: true, ...usedAt }
    }
    last = { gap: 'the requirement contains an escape sequence', text: name, at: start }
  }
  return last
}
