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

const COMMANDS = new Set(['add_dependency', 'add_runtime_dependency', 'add_development_dependency'])

export const gemspec: FileFormat = {
  name: '*.gemspec',
  role: { kind: 'manifest' },
  specification: 'https://guides.rubygems.org/specification-reference/',
  names: { endings: ['.gemspec'] },
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
  if (name) yield versioned(text, name, withoutKeys(others), literals)
  else literals.addNameless(event.name, event.arguments)
}
