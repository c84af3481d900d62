/** Faults: the message never quotes hostile text. */

import { expect, test } from '@jest/globals'
import { SyntaxFault, unknownVersion } from '../../src/syntax/fault.ts'

test('a fault is an error with an offset', () => {
  const fault = new SyntaxFault('a bracket is missing', 3)
  expect(fault).toBeInstanceOf(Error)
  expect(fault).toMatchObject({ name: 'SyntaxFault', message: 'a bracket is missing', at: 3 })
})

test.each([
  ['4', 'the version 4 is not known: 1 to 3 are'],
  ['6.0', 'the version 6.0 is not known: 1 to 3 are'],
  ['1.2.3', 'the version 1.2.3 is not known: 1 to 3 are'],
  ['1.2.3.4', 'the version is not known: 1 to 3 are'],
  ['1234567890', 'the version is not known: 1 to 3 are'],
  ['<script>', 'the version is not known: 1 to 3 are'],
  ['', 'the version is not known: 1 to 3 are'],
  [undefined, 'the version is not known: 1 to 3 are']
])('the unknown version %j', (written, message) => {
  expect(unknownVersion('the version', written, '1 to 3 are', 9)).toMatchObject({ message, at: 9 })
})
