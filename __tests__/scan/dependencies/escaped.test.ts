/** The column of a requirement behind escapes in the same string. */

import { expect, test } from '@jest/globals'
import { scanned } from '../../support/findings.ts'

test.each([
  ['package.json', '{"dependencies": {"k": "npm:@kubernetes\\/client-node@0.10.2"}}', '0.10.2'],
  ['package.json', '{"dependencies": {"k": "npm:@kubernetes\\u002fclient-node@0.10.2"}}', '0.10.2'],
  [
    'package.json',
    '{"dependencies": {"kubernetes-client": "git+https:\\/\\/git.example\\/k\\/k.git#v9.0.0"}}',
    'v9.0.0'
  ],
  ['deno.json', '{"imports": {"k": "npm:@kubernetes\\/client-node@0.10.2"}}', '0.10.2'],
  ['package.json', '{"dependencies": {"kubernetes-client": "9.0.0"}}', '9.0.0'],
  ['package.json', '{"dependencies": {"k": "npm:@kubernetes\\u002fclient-node@0\\u002e10.2"}}', '0\\u002e10.2'],
  ['deno.json', '{"imports": {"k": "npm:\\u0040kubernetes\\/client\\u002dnode@0.10\\u002e2"}}', '0.10\\u002e2']
])('%s with %s', async (path, text, requirement) => {
  const { whole } = await scanned({ [path]: text })
  expect(whole.findings.map(({ place }) => text.slice(place.column - 1).startsWith(`${requirement}"`))).toEqual([true])
})

test('a requirement that is itself written in escapes stands where it begins, whatever follows', async () => {
  const text = '{"dependencies": {"kubernetes-client": "9.0.\\u0030", "k": "9.0.0"}}'
  const { whole } = await scanned({ 'package.json': text })
  expect(whole.findings.map(({ place }) => place.column - 1)).toEqual([text.indexOf('9.0.')])
})
