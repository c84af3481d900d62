/**
 * `Gemfile`: the gems that a Ruby project requires, and their sources.
 * Specification: https://bundler.io/man/gemfile.5.html. Deliberately ignored: `gemspec`, a format of its own; `plugin`;
 * conditions: a conditional requirement counts like any other. Nothing is run, so a computed version is a placeholder.
 */

import { defined } from '../../collections.ts'
import { type SourceRequirement, sourceRequirement } from '../../model/dependency.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { Literals, type RubyCall, readGemCalls, withoutKeys } from './gem-calls.ts'
import { versioned } from './requirement.ts'
import { literal, type RubyArgument, type RubyEvent, readRuby } from './ruby.ts'
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
}

const BLOCKS = ['git', 'github', 'gist', 'bitbucket', 'path']
const COMMANDS = new Set(['gem', 'source', 'git_source', 'eval_gemfile', ...BLOCKS])
const PULL_REQUEST = /^https:\/\/github\.com\/(?<repository>[\w.-]{1,100}\/[\w.-]{1,100})\/pull\/(?<number>\d{1,10})$/

export const gemfile: FileFormat = {
  name: 'Gemfile',
  role: { kind: 'manifest' },
  specification: 'https://bundler.io/man/gemfile.5.html',
  names: { exact: ['Gemfile', 'Gemfile.next', 'gems.rb'], pattern: /[^/]\.gemfile$/ },
  read: text => new GemfileReader(text).read(),
  prescreen: { always: /\beval_gemfile\b/ },
  upgrade: gemfileUpgrade
}

class GemfileReader {
  private readonly text: string
  private readonly literals = new Literals()
  private readonly blocks: OpenBlock[] = []
  /** The keys of options that give a source; `git_source` adds the project's own. */
  private readonly sourceKeys = new Set(BLOCKS)

  constructor(text: string) {
    this.text = text
  }

  read(): Generator<Entry> {
    return readGemCalls(readRuby(this.text, COMMANDS), this.literals, event => this.event(event))
  }

  private *event(event: RubyEvent): Generator<Entry> {
    if (event.kind === 'open') {
      this.blocks.push({ isCondition: event.keyword === 'if' || event.keyword === 'unless' })
    } else if (event.kind === 'close') this.blocks.pop()
    else if (event.kind === 'call') {
      if (event.name.value === 'gem') yield* this.gem(event)
      else yield* this.command(event)
    }
  }

  private *gem(call: RubyCall): Generator<Entry> {
    const [first, ...others] = call.arguments
    const name = first && first.key === undefined ? literal(first.value) : undefined
    if (call.opens) this.blocks.push({})
    if (!name) {
      this.literals.addNameless(call.name)
      const tokens = call.arguments.flatMap(({ value }) => value)
      for (const { kind, value } of tokens) if (kind === 'text') this.literals.add(value)
      return
    }
    const options = others.filter(({ key }) => key !== undefined)
    const source = this.sourceOf(options) ?? this.blocks.findLast(block => block.source)?.source
    if (!source) yield versioned(this.text, name, withoutKeys(others), this.literals)
    else yield defined({ name: name.value, ...source, usedAt: source.at < name.at ? name.at : undefined })
  }

  /** A call other than `gem`: it may include a file, add a key for sources, or open a block. */
  private *command(call: RubyCall): Generator<Entry> {
    const command = call.name.value
    const [first] = call.arguments
    if (command === 'git_source') {
      const key = first?.value[0]
      if (key) this.sourceKeys.add(key.value)
    } else if (command === 'eval_gemfile') {
      const path = first && literal(first.value)
      const isConditional = call.conditional || this.blocks.some(({ isCondition }) => isCondition)
      if (path && !isConditional) yield { include: path.value, at: path.at }
    }
    if (call.opens) this.blocks.push(defined({ source: this.blockSource(call) }))
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
