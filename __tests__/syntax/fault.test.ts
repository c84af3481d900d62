/** Faults: the message never quotes hostile text. */

import { expect, test } from '@jest/globals'
import { SyntaxFault, unknownVersion } from '../../src/syntax/fault.ts'

test('a fault is an error with an offset', () => {
  const fault = new SyntaxFault('a bracket is missing', 3)
  expect(fault).toBeInstanceOf(Error)
  expect(fault).toMatchObject({ name: 'SyntaxFault', message: 'a bracket is missing', at: 3 })
})

test.each([
  ['4', 'unsupported version 4; supported: 1 to 3'],
  ['6.0', 'unsupported version 6.0; supported: 1 to 3'],
  ['1.2.3', 'unsupported version 1.2.3; supported: 1 to 3'],
  ['1.2.3.4', 'unsupported version; supported: 1 to 3'],
  ['1234567890', 'unsupported version; supported: 1 to 3'],
  ['<script>', 'unsupported version; supported: 1 to 3'],
  ['', 'unsupported version; supported: 1 to 3'],
  [undefined, 'unsupported version; supported: 1 to 3']
])('the unknown version %j', (written, message) => {
  expect(unknownVersion('version', written, '1 to 3', 9)).toMatchObject({ message, at: 9 })
})
