/** Addresses of places on the web. */

import { expect, test } from '@jest/globals'
import { addressOf } from '../../src/reporters/address.ts'
import { HOSTILE } from '../support/report.ts'

const repository = { server: 'https://github.com', name: 'acme/shop', commit: 'abc' }

test('encodes each segment of the path, parentheses included', () => {
  const address = addressOf(repository)
  expect(address({ path: 'a b/(c)/ü#?%.mod', line: 12, column: 3 })).toBe(
    'https://github.com/acme/shop/blob/abc/a%20b/%28c%29/%C3%BC%23%3F%25.mod#L12'
  )
})

test('puts the scanned folder in front', () => {
  expect(addressOf({ ...repository, folder: 'services/web/' })({ path: 'go.mod', line: 1, column: 1 })).toBe(
    'https://github.com/acme/shop/blob/abc/services/web/go.mod#L1'
  )
})

test('of the scanned folder itself', () => {
  const root = { path: '', line: 1, column: 1 }
  expect(addressOf(repository)(root)).toBe('https://github.com/acme/shop/tree/abc')
  expect(addressOf({ ...repository, folder: 'web' })(root)).toBe('https://github.com/acme/shop/tree/abc/web')
})

test('stays an address of the repository whatever the path', () => {
  const address = addressOf(repository)
  for (const path of HOSTILE.filter(path => path !== ''))
    expect(address({ path, line: 1, column: 1 })).toMatch(
      /^https:\/\/github\.com\/acme\/shop\/blob\/abc\/[\w\-.~%/]*#L1$/
    )
})
