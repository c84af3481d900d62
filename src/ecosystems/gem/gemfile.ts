/**
 * `Gemfile`: the gems that a Ruby project asks for, and where they come from.
 * Specification: https://bundler.io/man/gemfile.5.html. Leaves out on purpose: `gemspec` (a format of its own), `plugin`,
 * and conditions: a gem that is asked for in one case only is asked for. Nothing is run, so a computed version is a
 * placeholder.
 */

import { type SourceRequirement, sourceRequirement } from '../../model/dependency.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { assign, resolved, type Variables, versioned } from './requirement.ts'
import { literal, type RubyArgument, type RubyEvent, readRuby } from './ruby.ts'
import type { RubyToken } from './ruby-lexer.ts'
import { gemfileUpgrade } from './upgrade.ts'

/** Where gems come from, other than the registry. */
interface Source {
  readonly requirement: SourceRequirement
  readonly at: number
}

type Call = Extract<RubyEvent, { kind: 'call' }>

const COMMANDS = new Set(['gem', 'git', 'github', 'gist', 'bitbucket', 'path', 'source', 'git_source', 'eval_gemfile'])
const BLOCKS = new Set(['git', 'github', 'gist', 'bitbucket', 'path'])
const PULL_REQUEST = /^https:\/\/github\.com\/(?<repository>[\w.-]{1,100}\/[\w.-]{1,100})\/pull\/(?<number>\d{1,10})$/

export const gemfile: FileFormat = {
  name: 'Gemfile',
  role: { kind: 'manifest' },
  specification: 'https://bundler.io/man/gemfile.5.html',
  names: { exact: ['Gemfile', 'Gemfile.next', 'gems.rb'], pattern: /[^/]\.gemfile$/ },
  read,
  prescreen: { always: /\beval_gemfile\b/ },
  upgrade: gemfileUpgrade
}

function* read(text: string): Generator<Entry> {
  const variables: Variables = new Map()
  /** Every block that is open, with the source that its gems come from, if the block names one. */
  const blocks: { readonly source?: Source; readonly condition: boolean }[] = []
  const sourceKeys = new Set(['git', 'github', 'gist', 'bitbucket', 'path'])
  const otherTexts: string[] = []
  let unnamed: RubyToken | undefined

  let fault: SyntaxFault | undefined
  try {
    for (const event of readRuby(text, COMMANDS)) {
      if (event.kind === 'open') blocks.push({ condition: event.keyword === 'if' || event.keyword === 'unless' })
      else if (event.kind === 'close') blocks.pop()
      else if (event.kind === 'text') otherTexts.push(event.text.value)
      else if (event.kind === 'assignment') {
        assign(variables, event.name, event.text)
        if (event.text) otherTexts.push(event.text.value)
      } else if (event.name.value === 'gem') yield* requested(event)
      else yield* other(event)
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    fault = error
  }
  // The name may be any text that no other call uses, so the scan keeps this gap only if one of them is a client's.
  if (unnamed) yield { gap: 'the name of this gem is computed', text: otherTexts.join('\n'), at: unnamed.start }
  if (fault) throw fault

  function* requested(call: Call): Generator<Entry> {
    const [first, ...others] = call.arguments
    const name = first && first.key === undefined ? literal(first.value) : undefined
    const positional = others.filter(({ key }) => key === undefined)
    const options = others.filter(({ key }) => key !== undefined)
    if (call.opens) blocks.push({ condition: false })
    if (!name) {
      unnamed ??= call.name
      const tokens = call.arguments.flatMap(({ value }) => value)
      for (const { kind, value } of tokens) if (kind === 'text') otherTexts.push(value)
      return
    }
    const own = sourceOf(options)
    const source = own ?? blocks.findLast(block => block.source)?.source
    if (!source) yield versioned(text, name, positional, variables)
    else {
      const { requirement, at } = source
      yield { name: name.value, requirement, at, ...(at < name.at ? { usedAt: name.at } : {}) }
    }
  }

  function* other(call: Call): Generator<Entry> {
    const command = call.name.value
    const [first, ...options] = call.arguments
    if (command === 'git_source') {
      const key = first?.value[0]
      if (key) sourceKeys.add(key.value)
    } else if (command === 'eval_gemfile') {
      const path = first && literal(first.value)
      const conditional = call.conditional || blocks.some(block => block.condition)
      if (path && !conditional) yield { include: path.value, at: path.at }
    }
    if (!call.opens) return
    const isPlugin = command === 'source' && options.some(({ key }) => key === 'type')
    const source =
      first && (BLOCKS.has(command) || isPlugin)
        ? sourceOf([{ key: command, value: first.value }, ...options], isPlugin)
        : undefined
    blocks.push({ condition: false, ...(source ? { source } : {}) })
  }

  /** The source that options such as `git:`, `github:` and `path:` name, with the commit or branch beside it. */
  function sourceOf(options: readonly RubyArgument[], plugin = false): Source | undefined {
    const place = options.findLast(
      ({ key }) => key !== undefined && (sourceKeys.has(key) || (plugin && key === 'source'))
    )
    const [first] = place?.value ?? []
    if (!place?.key || !first) return undefined
    const address = resolved(place.value, variables)
    const revision = option('ref') ?? option('tag')
    const branch = option('branch')
    const expanded = address && expand(place.key, address.value)
    const changed = revision ?? address ?? { value: text.slice(first.start, place.value.at(-1)?.end), at: first.start }
    return {
      requirement: sourceRequirement(changed.value, {
        url: expanded?.url,
        revision: revision?.value,
        branch: branch?.value ?? expanded?.branch
      }),
      at: changed.at
    }

    function option(name: string): RubyToken | undefined {
      const found = options.findLast(({ key }) => key === name)
      return found && resolved(found.value, variables)
    }
  }
}

/** The address behind a short form, as Bundler expands it; none for a folder and for the project's own short forms. */
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
