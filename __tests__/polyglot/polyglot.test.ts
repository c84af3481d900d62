/** The formats of several ecosystems: their laws, what they claim, what they advise, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../src/ecosystems/file-names.ts'
import { dockerfile } from '../../src/polyglot/dockerfile.ts'
import { polyglotFormats } from '../../src/polyglot/index.ts'
import { makefile } from '../../src/polyglot/makefile.ts'
import { shellScript } from '../../src/polyglot/shell-script.ts'
import { workflow } from '../../src/polyglot/workflow.ts'
import { collect } from '../support/cases.ts'
import { holdsTheLawsOfFormats } from '../support/ecosystem-laws.ts'

for (const format of polyglotFormats) holdsTheLawsOfFormats(format)

const CLAIMED = [
  ['Dockerfile', 'Dockerfile'],
  ['a/Dockerfile.prod', 'Dockerfile'],
  ['a/dockerfile', 'Dockerfile'],
  ['Dockerfile-py3', 'Dockerfile'],
  ['images/api.Dockerfile', 'Dockerfile'],
  ['images/api.dockerfile', 'Dockerfile'],
  ['Containerfile', 'Dockerfile'],
  ['Containerfile.ubi9', 'Dockerfile'],
  ['Dockerfile.md', undefined],
  ['Dockerfile.dockerignore', undefined],
  ['Dockerfile_test.go', undefined],
  ['Dockerfiles/README', undefined],
  ['hack/install.sh', '*.sh'],
  ['a.bash', '*.sh'],
  ['a.shell', undefined],
  ['Makefile', 'Makefile'],
  ['build/common.mk', 'Makefile'],
  ['GNUmakefile', 'Makefile'],
  ['Makefile.am', 'Makefile'],
  ['Makefile.md', undefined],
  ['.github/workflows/ci.yml', 'workflow.yml'],
  ['a/.github/workflows/ci.yaml', 'workflow.yml'],
  ['.github/workflows/deep/ci.yaml', undefined],
  ['.github/dependabot.yml', undefined],
  ['action.yml', 'workflow.yml'],
  ['sh', undefined]
] as const

test.each(CLAIMED)('%s is read as %s', (path, name) => {
  expect(polyglotFormats.find(format => matches(format.names, path))?.name).toBe(name)
})

describe('upgrade', () => {
  test.each([
    ['pypi', 'kubernetes', '36.0.1', { kind: 'version', text: '11.0.0' }, "pip install 'kubernetes==36.0.1'"],
    ['pypi', 'kubernetes', '36.0.1', { kind: 'none' }, "pip install 'kubernetes>=36.0.1'"],
    ['npm', '@kubernetes/client-node', '1.0.0', { kind: 'none' }, 'npm install @kubernetes/client-node@1.0.0'],
    ['gem', 'kubeclient', '4.9.3', { kind: 'version', text: '4.9.2' }, 'gem install kubeclient -v 4.9.3'],
    ['golang', 'k8s.io/client-go', 'v0.29.3', { kind: 'none' }, 'go get k8s.io/client-go@v0.29.3']
  ] as const)('%s %s %s', (ecosystem, name, version, requirement, command) => {
    expect(dockerfile.upgrade(name, version, { ecosystem, requirement })).toEqual([`# on this line: ${command}`])
  })

  test('a version in a variable is changed where the variable is set', () => {
    expect(shellScript.upgrade('kubernetes', '36.0.1', { ecosystem: 'pypi', usedAt: {} })).toEqual([
      '# in the variable on this line: 36.0.1'
    ])
  })
})

describe('hostile texts end, with what stands before them', () => {
  const before = 'RUN pip install kubernetes==11.0.0\n'
  const many = 100_000
  test.each([
    ['blanks', `RUN pip install ${' '.repeat(500_000)}x`],
    ['brackets', `RUN pip ${'('.repeat(many)}`],
    ['substitutions', `RUN pip ${'$('.repeat(many)}`],
    ['substitutions in quotes', `RUN pip ${'"$('.repeat(many)}`],
    ['closed substitutions', `RUN pip ${'$('.repeat(many)}${')'.repeat(many)}`],
    ['braces', `RUN pip ${'${'.repeat(many)}`],
    ['backticks', `RUN pip ${'`"'.repeat(many)}`],
    ['quotes', `RUN pip install ${`'"`.repeat(many)}`],
    ['here-documents', `RUN pip install ${'<<A '.repeat(many)}`],
    ['lines with here-documents', 'RUN pip install <<A\n'.repeat(many)],
    ['continued lines', `RUN pip install ${'\\\n#\n'.repeat(many)}`],
    ['words', `RUN pip install ${'a '.repeat(many)}`],
    ['options', `RUN pip ${'-a '.repeat(many)}install`],
    ['runners', `RUN ${'sudo '.repeat(many)}`],
    ['programs as values of options', `RUN sudo ${'pip -r '.repeat(many)}`],
    ['words that begin a command', `RUN ${'if '.repeat(many)}`],
    ['instructions inside instructions', `${'ONBUILD \\\n'.repeat(90_000)}RUN x`],
    [
      'variables that stages take over',
      `FROM x AS a\n${Array.from({ length: 9_000 }, (_, at) => `ENV A${at}=x\n`).join('')}${'FROM a AS b\n'.repeat(60_000)}`
    ],
    ['shells', `RUN ${'sh -c '.repeat(many)}`],
    ['separators', `RUN pip install ${';&|'.repeat(many)}`],
    [
      'variables',
      `${Array.from({ length: 20_000 }, (_, at) => `ARG A${at}=$A${at - 1}x$A${at - 1}\n`).join('')}RUN pip install $A9`
    ],
    ['uses of a variable', `ARG A="${'x '.repeat(4_000)}"\n${'RUN pip install $A $A $A\n'.repeat(20_000)}`],
    ['stages', `FROM a AS b\n${'ENV A=b\n'.repeat(20_000)}${'FROM b AS b\n'.repeat(20_000)}RUN pip install x`],
    ['an array', `RUN A=(${'x '.repeat(many)}; pip install "\${A[@]}"`],
    ['a line of 10 MB', `RUN pip install ${'a b '.repeat(2_500_000)}`],
    ['NUL and terminal escapes', 'RUN pip install \0\u001b[31m\u009b2Jx']
  ])('%s', async (_, hostile) => {
    for (const [format, text] of [
      [dockerfile, before + hostile],
      [shellScript, (before + hostile).replaceAll('RUN ', '')]
    ] as const) {
      const { entries } = await collect(format, text)
      expect(entries).toContainEqual(
        expect.objectContaining({ name: 'kubernetes', requirement: { kind: 'version', text: '11.0.0' } })
      )
    }
  })
})

describe('hostile texts of make and of workflows', () => {
  const many = 50_000
  test.each([
    ['variables', `${Array.from({ length: many }, (_, at) => `A${at} = $(A${at})\n`).join('')}`, ''],
    ['recipes', '', '\tpip install $(V)\n'.repeat(many)],
    ['continued lines', '', `\tpip install ${'\\\n\t'.repeat(many)}`],
    ['dollars', '', `\tpip install ${'$'.repeat(many)}`]
  ])('make: %s', async (_, above, below) => {
    const { entries } = await collect(makefile, `${above}all:\n\tpip install kubernetes==11.0.0\n${below}`)
    expect(entries).toContainEqual(expect.objectContaining({ name: 'kubernetes' }))
  })

  test.each([
    ['steps', '      - run: pip install $V\n'.repeat(5_000)],
    ['environments', '      - run: pip install x\n        env: { A: 1, B: 2 }\n'.repeat(5_000)],
    ['lines', `      - run: |\n${'          pip install x\n'.repeat(20_000)}`],
    ['a quote without an end', '      - run: "'],
    ['nesting', `      - run: ${'['.repeat(10_000)}`],
    ['aliases', `      - run: &a |\n${'          pip install x\n'.repeat(20_000)}${'      - run: *a\n'.repeat(10_000)}`]
  ])('workflow: %s', async (_, hostile) => {
    const begin = 'jobs:\n  a:\n    steps:\n      - run: pip install kubernetes==11.0.0\n'
    const { entries, fault } = await collect(workflow, begin + hostile)
    const names = entries.flatMap(entry => ('name' in entry ? entry.name : []))
    expect(names.includes('kubernetes') || fault !== undefined).toBe(true)
  })
})

test('what is not read of a very long text is told', async () => {
  const text = `RUN pip install kubernetes==11.0.0 ${'a b '.repeat(300_000)}`
  for (const [format, script] of [
    [dockerfile, text],
    [shellScript, text.slice(4)],
    [makefile, text.replace('RUN ', '\t')]
  ] as const) {
    expect((await collect(format, script)).fault?.message).toBe('longer than 1000000 characters: not read further')
  }
})

test('what is hidden too deeply to be read is told', async () => {
  const gapsOf = async (text: string) => {
    const { entries } = await collect(shellScript, text)
    return entries.flatMap(entry => ('gap' in entry ? [entry.gap] : []))
  }
  const install = 'pip install kubernetes==11.0.0\n'
  const nested = Array.from({ length: 6 }).reduce<string>((inner, _, at) => `sh <<A${at}\n${inner}A${at}\n`, install)
  expect(await gapsOf(nested)).toEqual(['a script inside too many others is not read'])
  expect(await gapsOf(`sudo ${'pip '.repeat(30)}${install}`)).toEqual([
    'nothing tells which of these words is the program'
  ])
})
