/** Suggestions: the edited line as it is, and nothing else of the repository that could act. */

import { describe, expect, test } from '@jest/globals'
import {
  editedLines,
  isSuggestible,
  type Suggestion,
  suggestion,
  suggestionMarker,
  suggestionPrefix
} from '../../src/reporters/suggestion.ts'
import { at, finding, HOSTILE_ROWS, waiver } from '../support/report.ts'

const PIN = 'kubernetes==11.0.0'

/** A suggestion for a line with the pin, of a package with this name. */
function suggestionFor(text: string, name = 'kubernetes'): Suggestion {
  const place = { path: 'requirements.txt', line: 3, column: 13 }
  const own = finding('cannot-reload', {
    dependency: { ecosystem: 'pypi', name, place, requirement: { kind: 'version', text: '11.0.0' } },
    verdict: { fix: { version: '12.0.0', steps: [] } }
  })
  return { path: place.path, line: 3, text, edits: [{ finding: own, place, edit: { old: '11.0.0', new: '12.0.0' } }] }
}

const render = (input: Suggestion) => suggestion.render(input, { marker: suggestionMarker(input, 'key', 0) })

test('the body: a hidden line, a sentence, the line', () => {
  expect(
    render(suggestionFor(`${PIN}  # old`))
      .split('\n')
      .slice(1)
  ).toEqual([
    '`kubernetes` `11.0.0` cannot reload its token. The client is of the kind cannot-reload. `12.0.0` reloads the token.',
    '',
    '```suggestion',
    'kubernetes==12.0.0  # old',
    '```',
    ''
  ])
})

describe('hostile texts', () => {
  test.each(HOSTILE_ROWS)('%s as a name or in the line', (_, text) => {
    const named = suggestionFor(PIN, text)
    const lined = suggestionFor(`${PIN} # ${text}`)
    for (const input of [named, lined].filter(isSuggestible)) {
      const body = render(input)
      expect(body.split('\n').length).toBe(7)
      expect(body).toMatch(/\n(?<fence>`{3,})suggestion\n[^\n]*\n\k<fence>\n$/)
      expect(body.match(/<!--/g)).toHaveLength(1)
    }
    expect(isSuggestible(named)).toBe(true)
  })
})

describe('which lines', () => {
  test('those of open findings that do not pass, with all edits of a line together', () => {
    const edit = { old: 'v1', new: 'v2' }
    const on = (place: string) => ({ dependency: { place: at(place) } })
    const lines = editedLines([
      { ...finding('cannot-reload', on('a:1:5')), edit },
      { ...finding('reloads-late', on('a:1:9')), edit },
      { ...finding('cannot-reload', on('a:2:5')), edit, related: [{ role: 'same', place: at('b:7:5'), edit }] },
      { ...finding('reloads', on('c:1:5')), edit },
      { ...finding('cannot-reload', { ...on('d:1:5'), waivedBy: waiver() }), edit },
      finding('cannot-reload', on('e:1:5'))
    ])
    expect(lines.map(({ path, line, edits }) => `${path}:${line} ${edits.length}`)).toEqual(['a:1 2', 'a:2 1', 'b:7 1'])
  })

  test('no line that has another text at the place, or a text that nobody sees', () => {
    expect(isSuggestible(suggestionFor(PIN))).toBe(true)
    expect(isSuggestible(suggestionFor(`\t${PIN}`))).toBe(false)
    for (const hidden of ['\u202e', '\u200b', '\r', '\u0000', '\ud800']) {
      expect(isSuggestible(suggestionFor(`${PIN}${hidden}`))).toBe(false)
    }
  })
})

test('the hidden line depends on path, text, repetition and key, and on no line number', () => {
  const input = suggestionFor(PIN)
  const marker = suggestionMarker(input, 'key', 0)
  expect(marker).toMatch(/^<!-- bound-token-check:suggestion [0-9a-f]{16} [0-9a-f]{16} -->$/)
  expect(marker.startsWith(suggestionPrefix('key'))).toBe(true)
  expect(suggestionMarker({ ...input, line: 99 }, 'key', 0)).toBe(marker)
  const others = [
    suggestionMarker({ ...input, path: 'x' }, 'key', 0),
    suggestionMarker(suggestionFor(`${PIN} `), 'key', 0),
    suggestionMarker(input, 'key', 1),
    suggestionMarker(input, 'other', 0)
  ]
  expect(new Set([marker, ...others]).size).toBe(5)
})
