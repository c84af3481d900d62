/**
 * `*.gemspec`: the gems that a gem requires to be used or developed.
 * Specification: https://guides.rubygems.org/specification-reference/. Deliberately ignored: the gem's own name and
 * version, and conditions: a conditional requirement counts like any other.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { Literals, readGemCalls, withoutKeys } from './gem-calls.ts'
import { versioned } from './requirement.ts'
import { literal, type RubyEvent, readRuby } from './ruby.ts'
import { gemspecUpgrade } from './upgrade.ts'

const DEVELOPMENT = 'add_development_dependency'
const COMMANDS = new Set(['add_dependency', 'add_runtime_dependency', DEVELOPMENT])

export const gemspec: FileFormat = {
  name: '*.gemspec',
  role: { kind: 'manifest' },
  specification: 'https://guides.rubygems.org/specification-reference/',
  names: { endings: ['.gemspec'] },
  ownName: /\.name[ \t]*=[ \t]*["'](?<name>[\w.-]+)["']/,
  read,
  upgrade: gemspecUpgrade
}

function read(text: string): Generator<Entry> {
  const literals = new Literals()
  return readGemCalls(readRuby(text, COMMANDS), literals, event => required(event, literals, text))
}

function* required(event: RubyEvent, literals: Literals, text: string): Generator<Entry> {
  if (event.kind !== 'call') return
  const [first, ...others] = event.arguments
  const name = first && literal(first.value)
  const scope = event.name.value === DEVELOPMENT ? 'development' : 'runtime'
  if (name) yield { ...versioned(text, name, withoutKeys(others), literals), scope }
  else literals.addNameless(event.name, event.arguments)
}
