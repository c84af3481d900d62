/**
 * `*.gemspec`: what a gem needs when it is used or worked on.
 * Specification: https://guides.rubygems.org/specification-reference/. Leaves out on purpose: the gem's own name and
 * version, and conditions: what is needed in one case only is needed.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { assign, type Variables, versioned } from './requirement.ts'
import { literal, type RubyArgument, readRuby } from './ruby.ts'
import type { RubyToken } from './ruby-lexer.ts'
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

function* read(text: string): Generator<Entry> {
  const variables: Variables = new Map()
  const otherTexts: string[] = []
  let unnamed: RubyToken | undefined

  let fault: SyntaxFault | undefined
  try {
    for (const event of readRuby(text, COMMANDS)) {
      if (event.kind === 'text') otherTexts.push(event.text.value)
      else if (event.kind === 'assignment') {
        assign(variables, event.name, event.text)
        if (event.text) otherTexts.push(event.text.value)
      } else if (event.kind === 'call') yield* needed(event.name, event.arguments)
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    fault = error
  }
  // The name may be any text that no other call uses, so the scan keeps this gap only if one of them is a client's.
  if (unnamed) yield { gap: 'the name of this gem is computed', text: otherTexts.join('\n'), at: unnamed.start }
  if (fault) throw fault

  function* needed(command: RubyToken, [first, ...others]: readonly RubyArgument[]): Generator<Entry> {
    const name = first && literal(first.value)
    if (name)
      yield versioned(
        text,
        name,
        others.filter(({ key }) => key === undefined),
        variables
      )
    else unnamed ??= command
  }
}
