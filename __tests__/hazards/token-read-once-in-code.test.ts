/** The levels of a token that source code reads once, which depend on how long the program runs. */

import { expect, test } from '@jest/globals'
import { scan } from '../../src/scan/scan.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'
const READS = `TOKEN = open("${TOKEN}").read()\n\ndef pods():\n    return get(URL, headers={"Authorization": TOKEN})\n\n`
const MAIN = 'if __name__ == "__main__":\n'

test.each([
  ['a module that others import', 'a.py', READS, 'error'],
  ['a program that ends', 'a.py', `${READS}${MAIN}    print(pods())\n`, 'warning'],
  ['a program with an endless loop', 'a.py', `${READS}${MAIN}    while True:\n        print(pods())\n`, 'error'],
  ['a program that serves', 'a.py', `${READS}${MAIN}    app.run(port=80)\n`, 'error'],
  [
    'a script that ends',
    'a.js',
    `const t = readFileSync('${TOKEN}')\nconst pods = () => get(url, t)\npods()\n`,
    'warning'
  ],
  ['a module of a program', 'a.js', `const t = readFileSync('${TOKEN}')\nexports.pods = () => get(url, t)\n`, 'error'],
  ['a server', 'a.js', `const t = readFileSync('${TOKEN}')\napp.get('/', () => get(url, t))\napp.listen(80)\n`, 'error']
])('a token that is read once: %s', async (_, path, text, level) => {
  const { findings } = await scan(memoryWorkspace({ [path]: text }), { minimum: 'documented' })
  expect(findings.map(finding => [finding.rule?.id, finding.level])).toEqual([['token-read-once-in-code', level]])
})
