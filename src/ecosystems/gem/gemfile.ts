/**
 * `Gemfile`: the gems that a Ruby project requires, and their sources.
 * Specification: https://bundler.io/man/gemfile.5.html. The gemspec in the folder that `gemspec` names is a member of the project.
 * Deliberately ignored: `plugin`; conditions: a conditional requirement counts like any other. Nothing is run, so a computed version is
 * a placeholder; but a call of a method that the file defines and that requires one of its parameters is read as that requirement.
 */

import { defined } from '../../collections.ts'
import { type SourceRequirement, sourceRequirement } from '../../model/dependency.ts'
import { isDevelopmentName } from '../development-names.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { Literals, type RubyCall, readGemCalls, withoutKeys } from './gem-calls.ts'
import { versioned } from './requirement.ts'
import { literal, type RubyArgument, type RubyEvent, type RubyMethod, readRuby } from './ruby.ts'
import type { RubyToken } from './ruby-lexer.ts'
import { gemfileUpgrade } from './upgrade.ts'

/** A source of gems other than the registry. */
interface Source {
  readonly requirement: SourceRequirement
  readonly at: number
}

/** A block that is open, with the source of its gems if the block gives one. */
interface OpenBlock {
  readonly source?: Source
  readonly isCondition?: boolean
  readonly method?: RubyMethod
  /** The groups of its gems, if it is one of groups. */
  readonly groups?: readonly string[]
}

/** A method of the file that requires one of its parameters, with its call of `gem`. */
interface Installer {
  readonly method: RubyMethod
  readonly call: RubyCall
}

const BLOCKS = ['git', 'github', 'gist', 'bitbucket', 'path']
const COMMANDS = ['gem', 'group', 'source', 'git_source', 'eval_gemfile', 'gemspec', ...BLOCKS]
const BLANKS = /\s+/
const PULL_REQUEST = /^https:\/\/github\.com\/(?<repository>[\w.-]{1,100}\/[\w.-]{1,100})\/pull\/(?<number>\d{1,10})$/

export const gemfile: FileFormat = {
  name: 'Gemfile',
  role: { kind: 'manifest' },
  specification: 'https://bundler.io/man/gemfile.5.html',
  names: {
    exact: ['Gemfile', 'gems.rb'],
    pattern: /[^/]\.gemfile$|(?:^|\/)Gemfile[._-][^/]+$/,
    except: /\.(?:lock|md|erb|tt|txt|example|sample|orig|bak|rej|ya?ml|json)$/
  },
  read: text => new GemfileReader(text).read(),
  prescreen: { always: /\beval_gemfile\b/, members: /\bgemspec\b/ },
  upgrade: gemfileUpgrade
}

class GemfileReader {
  private readonly text: string
  private readonly literals = new Literals()
  private readonly blocks: OpenBlock[] = []
  /** The keys of options that give a source; `git_source` adds the project's own. */
  private readonly sourceKeys = new Set(BLOCKS)
  private readonly commands = new Set(COMMANDS)
  private readonly installers = new Map<string, Installer>()

  constructor(text: string) {
    this.text = text
  }

  read(): Generator<Entry> {
    return readGemCalls(readRuby(this.text, this.commands), this.literals, event => this.event(event))
  }

  private *event(event: RubyEvent): Generator<Entry> {
    if (event.kind === 'open') {
      const { keyword, method } = event
      this.blocks.push(defined({ isCondition: keyword === 'if' || keyword === 'unless', method }))
    } else if (event.kind === 'close') this.blocks.pop()
    else if (event.kind === 'call') {
      const installer = this.installers.get(event.name.value)
      if (event.name.value === 'gem') yield* this.gem(event)
      else if (installer) yield* this.gem(asWritten(installer, event))
      else yield* this.command(event)
    }
  }

  private *gem(call: RubyCall): Generator<Entry> {
    const [first, ...others] = call.arguments
    const name = first && first.key === undefined ? literal(first.value) : undefined
    if (call.opens) this.blocks.push({})
    if (!name) return this.computed(call)
    const options = others.filter(({ key }) => key !== undefined)
    const source = this.sourceOf(options) ?? this.blocks.findLast(block => block.source)?.source
    const scope = this.scopeOf(options)
    if (!source) yield { ...versioned(this.text, name, withoutKeys(others), this.literals), scope }
    else yield defined({ name: name.value, ...source, usedAt: source.at < name.at ? name.at : undefined, scope })
  }

  /** A gem is for development if all of its groups are: those of its options and of the blocks around it. */
  private scopeOf(options: readonly RubyArgument[]): KnownScope {
    const own = options.filter(({ key }) => key === 'group' || key === 'groups').flatMap(groupsIn)
    const groups = [...own, ...this.blocks.flatMap(block => block.groups ?? [])]
    return groups.length > 0 && groups.every(isDevelopmentName) ? 'development' : 'runtime'
  }

  /** A gem whose name is no literal: the parameter of a method, whose calls are read from here on, or unknown. */
  private computed(call: RubyCall): void {
    const [first] = call.arguments
    const name = first?.value.length === 1 ? first.value[0]?.value : undefined
    const { method } = this.blocks.findLast(block => block.method) ?? {}
    if (method && name !== undefined && method.parameters.includes(name) && !COMMANDS.includes(method.name)) {
      this.commands.add(method.name)
      this.installers.set(method.name, { method, call })
      return
    }
    this.literals.addNameless(call.name, call.arguments)
    const tokens = call.arguments.flatMap(({ value }) => value)
    for (const { kind, value } of tokens) if (kind === 'text') this.literals.add(value)
  }

  /** A call other than `gem`: it may include a file, name a folder, add a key for sources, or open a block. */
  private *command(call: RubyCall): Generator<Entry> {
    const command = call.name.value
    const [first] = call.arguments
    if (command === 'git_source') {
      const key = first?.value[0]
      if (key) this.sourceKeys.add(key.value)
    } else if (command === 'gemspec') {
      const path = this.option(call.arguments, 'path')
      // Bundler reads the gemspec in this folder as if it were beside the Gemfile.
      if (path) yield { member: `${path.value}/*.gemspec`, as: 'pattern', apart: true, at: path.at }
    } else if (command === 'eval_gemfile') {
      const path = first && literal(first.value)
      const isConditional = call.conditional || this.blocks.some(({ isCondition }) => isCondition)
      if (path && !isConditional) yield { include: path.value, at: path.at }
    }
    const groups = command === 'group' ? withoutKeys(call.arguments).flatMap(groupsIn) : undefined
    if (call.opens) this.blocks.push(defined({ source: this.blockSource(call), groups }))
  }

  /** The source of the gems in the block of a call, such as `git '…' do`. */
  private blockSource({ name: { value: command }, arguments: [first, ...options] }: RubyCall): Source | undefined {
    const isPlugin = command === 'source' && options.some(({ key }) => key === 'type')
    if (!first || !(BLOCKS.includes(command) || isPlugin)) return undefined
    return this.sourceOf([{ key: command, value: first.value }, ...options], isPlugin)
  }

  /** The source of options such as `git:`, `github:` and `path:`, with the commit or branch beside it. */
  private sourceOf(options: readonly RubyArgument[], isPlugin = false): Source | undefined {
    const place = options.findLast(
      ({ key }) => key !== undefined && (this.sourceKeys.has(key) || (isPlugin && key === 'source'))
    )
    const [first] = place?.value ?? []
    if (!place?.key || !first) return undefined
    const address = this.literals.resolved(place.value)
    const revision = this.option(options, 'ref') ?? this.option(options, 'tag')
    const branch = this.option(options, 'branch')
    const expanded = address && expand(place.key, address.value)
    const written = { value: this.text.slice(first.start, place.value.at(-1)?.end), at: first.start }
    const changed = revision ?? address ?? written
    return {
      requirement: sourceRequirement(changed.value, {
        url: expanded?.url,
        revision: revision?.value,
        branch: branch?.value ?? expanded?.branch
      }),
      at: changed.at
    }
  }

  private option(options: readonly RubyArgument[], name: string): RubyToken | undefined {
    const found = options.findLast(({ key }) => key === name)
    return found && this.literals.resolved(found.value)
  }
}

/** The call of `gem` inside a method, with the arguments of a call of the method in place of its parameters. */
function asWritten(
  { method: { parameters }, call }: Installer,
  { arguments: given, opens, ...rest }: RubyCall
): RubyCall {
  const inOrder = withoutKeys(given)
  const filled = call.arguments.map((argument): RubyArgument => {
    const [token, ...others] = argument.value
    const index = token?.kind === 'name' && others.length === 0 ? parameters.indexOf(token.value) : -1
    if (index < 0) return argument
    const value = (given.find(({ key }) => key === parameters[index]) ?? inOrder[index])?.value
    return value ? { ...argument, value } : argument
  })
  return { ...rest, opens, arguments: filled }
}

/** The names in an argument: `:test`, `'test'`, `[:development, :test]`, `%i[development test]`. A variable is no such name. */
function groupsIn({ value }: RubyArgument): readonly string[] {
  return value
    .filter(({ kind }) => kind !== 'mark')
    .flatMap(({ value: text, kind }) => (kind === 'name' ? '' : text.trim().split(BLANKS)))
}

/** The address of a short form, as Bundler expands it; none for a folder and for the project's own short forms. */
function expand(key: string, value: string): { readonly url?: string; readonly branch?: string } {
  if (key === 'git' || key === 'source') return { url: value }
  if (key === 'gist') return { url: `https://gist.github.com/${value}.git` }
  const [owner = '', repository = owner] = value.split('/', 2)
  if (key === 'bitbucket') return { url: `https://${owner}@bitbucket.org/${owner}/${repository}.git` }
  if (key !== 'github') return {}
  const pull = PULL_REQUEST.exec(value)?.groups
  if (pull) return { url: `https://github.com/${pull['repository']}.git`, branch: `refs/pull/${pull['number']}/head` }
  return { url: `https://github.com/${value.includes('/') ? value : `${value}/${value}`}.git` }
}
