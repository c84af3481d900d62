/** The table of settings: what every row must hold, which value wins, and how rows are described. */

import { describe, expect, test } from '@jest/globals'
import { PLATFORMS } from '../../src/settings/choices.ts'
import { actionInputs, exampleLines, fileProperties, operandOf, optionText } from '../../src/settings/describe.ts'
import { fileKeyOf, type Setting, settingKeys, settings, settingsIn } from '../../src/settings/settings.ts'
import { DEFAULTS, settingsOf, statedIn } from '../../src/settings/values.ts'

const rows: readonly Setting[] = settingKeys.map(key => settings[key])

describe('every row', () => {
  test.each(settingKeys)('%s is named in the code as for users', key => {
    expect(key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)).toBe(settings[key].name)
  })

  test.each(rows)('$name has a sentence and can be stated', ({ help, where }) => {
    expect(help).toMatch(/^["A-Z].*\.$/)
    expect(help).not.toContain('\n')
    expect(where.length).toBeGreaterThan(0)
  })

  test.each(rows.filter(({ default: value }) => value !== undefined))('$name can be set to its default', row => {
    expect(row.kind.parse(String(row.default))).toEqual(row.default)
  })

  test.each(rows)('$name accepts its words, and no other', ({ kind }) => {
    expect(kind.words.filter(word => kind.parse(word) === undefined)).toEqual([])
    if (kind.words.length > 0) expect(kind.parse('none of them')).toBeUndefined()
  })

  // A default of the runner could not be told from a value that somebody typed, and would win over the file.
  test.each(rows.filter(({ runnerDefault }) => runnerDefault !== undefined))(
    '$name, which the runner sets, is an input alone',
    ({ where }) => {
      expect(where).toEqual(['input'])
    }
  )

  test.each(rows.filter(({ optionHelp, default: value }) => optionHelp !== undefined && typeof value === 'string'))(
    '$name names its default in its text for --help',
    ({ optionHelp, default: value }) => {
      expect(optionHelp).toMatch(/\bdefault\b/)
      expect(optionHelp).toContain(String(value))
    }
  )
})

describe('precedence', () => {
  const places = new Map([['fail-on', { path: 'c.yml', line: 2, column: 1 }]])

  test('an input wins over the file, the file over the built-in default', () => {
    const failOn = (file: object, inputs: object) => settingsOf({ stated: file, places }, inputs).values.failOn
    expect(failOn({}, {})).toBe('error')
    expect(failOn({ failOn: 'warning' }, {})).toBe('warning')
    expect(failOn({ failOn: 'warning' }, { failOn: 'never' })).toBe('never')
  })

  test('the source is that of the value', () => {
    const file = { stated: { failOn: 'warning' }, places } as const
    expect(settingsOf(file, { failOn: 'never' }).sourceOf('failOn')).toBe('input')
    expect(settingsOf(file, {}).sourceOf('failOn')).toBe('c.yml:2:1')
    expect(settingsOf(file, {}).sourceOf('minimum')).toBe('built-in')
  })

  test('an explicit false is a statement', () => {
    const { values, sourceOf } = settingsOf({ stated: { allowIncomplete: true }, places }, { allowIncomplete: false })
    expect([values.allowIncomplete, sourceOf('allowIncomplete')]).toEqual([false, 'input'])
  })
})

test('a place gives values of its own settings alone', () => {
  const asked: string[] = []
  const stated = statedIn('file', ({ name, kind }) => {
    asked.push(name)
    return kind.parse('all')
  })
  expect(asked).toEqual(settingsIn('file').map(({ name }) => name))
  expect(asked).not.toContain('token')
  expect(stated).toEqual({ scope: 'all', metrics: ['all'], auditLog: ['all'] })
})

test('every default is a value, and nothing else is', () => {
  const defaulted = settingKeys.filter(key => settings[key].default !== undefined)
  expect(Object.keys(DEFAULTS)).toEqual(defaulted)
})

describe('descriptions', () => {
  test('of an input: its words once, and its default', () => {
    const descriptions = new Map(actionInputs().map(({ name, description }) => [name, description]))
    expect(descriptions.get('fail-on')).toBe(
      'The lowest level of a finding that fails the job: "error", "warning", "notice" or "never". Built-in default: "error".'
    )
    expect(descriptions.get('allow-incomplete')).toMatch(/^"true" lets the job pass .* Built-in default: "false"\.$/)
    expect(descriptions.get('comment')?.match(/"on-findings"/g)).toHaveLength(2)
  })

  test('of an option: the values of a registry, its own, its text, and its default', () => {
    expect(optionText(settings.format, ['text', 'sarif'])).toBe('the format of the output: text (default), sarif')
    expect(optionText(settings.output)).toBe(
      'write the output to a file; the headline of a scan is still printed to the terminal'
    )
    expect(optionText(settings.platform)).toMatch(/: cce, eks, aks, /)
    expect(optionText(settings.grace)).toMatch(/ \(default: that of the platform\)$/)
  })

  test.each(settingsIn('option').filter(({ kind }) => kind.words.length > 0 && kind.type !== 'boolean'))(
    'of the option $name: each of its words',
    row => {
      for (const word of row.kind.words) expect(optionText(row)).toContain(word)
    }
  )

  test('of the value of an option: its name', () => {
    const named = settingsIn('option').map(row => [row.name, operandOf(row)] as const)
    expect(new Map(named)).toEqual(
      new Map([...named, ['fail-on', 'LEVEL'], ['platform', 'PLATFORM'], ['output', 'FILE'], ['quiet', '']])
    )
  })

  test('of a key: its words and its default', () => {
    const keys = new Set(settingsIn('file').map(setting => fileKeyOf(setting).split('.')[0]))
    expect(Object.keys(fileProperties())).toEqual([...keys])
    expect(fileProperties()['cluster']).toMatchObject({
      additionalProperties: false,
      properties: { platform: { enum: [...PLATFORMS] }, grace: { type: 'integer' } }
    })
    expect(fileProperties()['minimum']).toMatchObject({ enum: ['documented', 'observed'], default: 'documented' })
    expect(fileProperties()['scope']).toMatchObject({ enum: ['all', 'introduced'], default: 'all' })
  })

  test('of a key in the example: its default, and the other words', () => {
    expect(exampleLines()).toContain('fail-on: error # or warning, notice, never')
    expect(exampleLines()).toContain('scope: all # or introduced')
  })
})
