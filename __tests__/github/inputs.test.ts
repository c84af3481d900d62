/** Inputs: defaults, allowed values, and the message for a wrong one. */

import { describe, expect, test } from '@jest/globals'
import { findConfiguration } from '../../src/configuration/find.ts'
import { readInputs } from '../../src/github/inputs.ts'
import { ConfigError } from '../../src/model/config-error.ts'
import { settingsOf } from '../../src/settings/values.ts'
import { metadata } from '../support/action-yml.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const read = (values: Readonly<Record<string, string>> = {}) => readInputs(name => values[name] ?? '')

describe('inputs', () => {
  test('an input that is not set states nothing', () => {
    expect(read()).toEqual({})
  })

  test('built-in defaults', async () => {
    const { values, sourceOf } = settingsOf(
      await findConfiguration(memoryWorkspace({}), async () => ({ absent: 'nowhere' })),
      read()
    )
    expect(values).toMatchObject({
      path: '.',
      minimum: 'documented',
      failOn: 'error',
      allowIncomplete: false,
      comment: 'on-findings'
    })
    expect(values).not.toHaveProperty('token')
    expect(values).not.toHaveProperty('commentKey')
    expect([sourceOf('minimum'), sourceOf('failOn'), sourceOf('token')]).toEqual(['built-in', 'built-in', 'built-in'])
  })

  test('every value', () => {
    expect(
      read({
        token: 't',
        path: 'a/b',
        minimum: 'observed',
        'fail-on': 'never',
        'allow-incomplete': 'true',
        comment: 'never',
        'comment-key': 'nightly/1.2'
      })
    ).toEqual({
      token: 't',
      path: 'a/b',
      minimum: 'observed',
      failOn: 'never',
      allowIncomplete: true,
      comment: 'never',
      commentKey: 'nightly/1.2'
    })
  })

  test.each([
    ['minimum', 'Documented', '"documented", "observed" (default: "documented")'],
    ['fail-on', 'none', '"error", "warning", "notice", "never" (default: "error")'],
    ['allow-incomplete', 'yes', '"false", "true" (default: "false")'],
    ['comment', 'auto', '"always", "on-findings", "on-failure", "never" (default: "on-findings")'],
    ['comment-on-relapse', 'delete', '"update", "new" (default: "update")'],
    ['comment-key', '--> @octocat', 'up to 64 letters'],
    ['comment-key', 'a'.repeat(65), 'up to 64 letters'],
    ['minimum', 'x'.repeat(1000), '…'],
    ['minimum', 'a\n::error::b', '"a\\n::error::b"']
  ])('%s: %s is rejected by name, with the allowed values and the place to change it', (name, value, allowed) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError)
    expect(() => read({ [name]: value })).toThrow(`Input "${name}" is `)
    expect(() => read({ [name]: value })).toThrow(allowed)
    expect(() => read({ [name]: value })).toThrow('under "with:"')
  })
})

describe('action.yml', () => {
  test('declares exactly the inputs that are read', () => {
    const names = new Set<string>()
    readInputs(name => {
      names.add(name)
      return ''
    })
    expect([...names].toSorted()).toEqual(Object.keys(metadata.inputs).toSorted())
  })

  // An action cannot tell "unset" from "default": https://github.com/aquasecurity/trivy-action/issues/405, /438
  test('has a default for the token only, names each built-in one, and describes everything', () => {
    for (const [name, input] of Object.entries(metadata.inputs)) {
      if (name === 'token') expect(input.default).toMatch(/^\$\{\{ github\.token \}\}$/)
      else expect(input).not.toHaveProperty('default')
    }
    for (const [name, word] of Object.entries({
      minimum: 'documented',
      'fail-on': 'error',
      'allow-incomplete': 'false',
      comment: 'on-findings'
    })) {
      expect(metadata.inputs[name]?.description).toContain(`Built-in default: "${word}".`)
    }
    for (const { description } of [...Object.values(metadata.inputs), ...Object.values(metadata.outputs)])
      expect(description).not.toBe('')
  })

  test('starts the bundle with a runtime of the runner', () => {
    expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/main/index.js' })
  })
})
