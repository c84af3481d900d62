/** The formats of several ecosystems: their laws, what they claim, what they advise, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../src/ecosystems/file-names.ts'
import { dockerfileInstalls } from '../../src/polyglot/dockerfile-installs.ts'
import { polyglotFormats } from '../../src/polyglot/index.ts'
import { makefile } from '../../src/polyglot/makefile.ts'
import { shellScript } from '../../src/polyglot/shell-script.ts'
import { workflow } from '../../src/polyglot/workflow.ts'
import { collect } from '../support/cases.ts'
import { holdsTheLawsOfFormats } from '../support/ecosystem-laws.ts'
import { HUGE, long, MANY, type Reader, readsHugeTexts, readsWithinBudget } from '../support/hostile.ts'
import { upgradeLines } from '../support/upgrades.ts'

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
    expect(upgradeLines(dockerfileInstalls, name, version, { ecosystem, requirement })).toEqual([
      `# on this line: ${command}`
    ])
  })

  test('a version in a variable is changed where the variable is set', () => {
    expect(upgradeLines(shellScript, 'kubernetes', '36.0.1', { ecosystem: 'pypi', usedAt: {} })).toEqual([
      '# set the variable on this line to: 36.0.1'
    ])
  })
})

describe('hostile texts', () => {
  const before = 'RUN pip install kubernetes==11.0.0\n'
  const each = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, at) => make(at)).join('')
  /** Below an instruction that is read whatever follows. */
  const below: Readonly<Record<string, Reader>> = {
    Dockerfile: [dockerfileInstalls, text => before + text],
    '*.sh': [shellScript, text => (before + text).replaceAll('RUN ', '')]
  }
  readsWithinBudget(below, [
    ['blanks', `RUN pip install ${long(' ')}x`, { '*': '2 packages' }],
    ['brackets', `RUN pip ${long('(')}`, { '*': '1 package' }],
    ['substitutions', `RUN pip ${long('$(')}`, { '*': '1 package' }],
    ['substitutions in quotes', `RUN pip ${long('"$(')}`, { '*': '1 package' }],
    ['closed substitutions', `RUN pip ${long('$(')}${long(')')}`, { '*': '1 package' }],
    ['braces', `RUN pip ${long('${')}`, { '*': '1 package' }],
    ['backticks', `RUN pip ${long('`"')}`, { '*': '1 package' }],
    ['quotes', `RUN pip install ${long(`'"`)}`, { '*': '1 package, 1 gap "the package name is unknown"' }],
    ['here-documents', `RUN pip install ${'<<A '.repeat(MANY)}`, { '*': '1 package' }],
    ['lines with here-documents', 'RUN pip install <<A\n'.repeat(MANY), { '*': '1 package' }],
    ['continued lines', `RUN pip install ${'\\\n#\n'.repeat(MANY)}`, { '*': '1 package' }],
    ['words', `RUN pip install ${'a '.repeat(MANY)}`, { '*': `${MANY + 1} packages` }],
    ['options', `RUN pip ${'-a '.repeat(MANY)}install`, { '*': '1 package' }],
    ['runners', `RUN ${'sudo '.repeat(MANY)}`, { '*': '1 package' }],
    [
      'programs as values of options',
      `RUN sudo ${'pip -r '.repeat(MANY)}`,
      { '*': '1 package, 1 gap "cannot tell which word is the program"' }
    ],
    ['words that begin a command', `RUN ${'if '.repeat(MANY)}`, { '*': '1 package' }],
    ['instructions inside instructions', `${'ONBUILD \\\n'.repeat(MANY)}RUN x`, { '*': '1 package' }],
    [
      'variables that stages take over',
      `FROM x AS a\n${each(MANY, at => `ENV A${at}=x\n`)}${'FROM a AS b\n'.repeat(MANY)}`,
      { '*': '1 package' }
    ],
    ['shells', `RUN ${'sh -c '.repeat(MANY)}`, { '*': '1 package' }],
    ['separators', `RUN pip install ${long(';&|')}`, { '*': '1 package' }],
    [
      'variables',
      `${each(MANY, at => `ARG A${at}=$A${at - 1}x$A${at - 1}\n`)}RUN pip install $A9`,
      { '*': '1 package, 1 gap "the package name is unknown"' }
    ],
    // The words are read for each use, so they cost more than the text is long.
    [
      'uses of a variable of many words',
      `ARG A="${'x '.repeat(100)}"\n${'RUN pip install $A $A $A\n'.repeat(30)}`,
      { Dockerfile: '101 packages', '*.sh': '1 package, 90 gaps "the package name is unknown"' },
      2_000
    ],
    [
      'uses of a long variable',
      `ARG A="${'x'.repeat(9_000)}"\n${'RUN pip install $A\n'.repeat(200)}`,
      {
        Dockerfile: '2 packages, 89 gaps "the package name is unknown"',
        '*.sh': '1 package, 200 gaps "the package name is unknown"'
      },
      2_000
    ],
    [
      'stages',
      `FROM a AS b\n${'ENV A=b\n'.repeat(MANY)}${'FROM b AS b\n'.repeat(MANY)}RUN pip install x`,
      { '*': '2 packages' }
    ],
    ['an array', `RUN A=(${long('x ')}; pip install "\${A[@]}"`, { '*': '1 package' }],
    [
      'NUL and terminal escapes',
      'RUN pip install \0\u001b[31m\u009b2Jx',
      { '*': '1 package, 1 gap "the package name is unknown"' }
    ]
  ])
  readsHugeTexts(below, [
    [
      'a huge line',
      `RUN pip install ${'a'.repeat(HUGE)}`,
      {
        '*': '1 package, 1 gap "the package name is unknown", fault "longer than 1000000 characters: not read further"'
      }
    ],
    // What is behind the limit is looked at for variables.
    [
      'a huge line of commands',
      `RUN ${'pip install a; '.repeat(HUGE / 40)}`,
      { '*': '66665 packages, fault "longer than 1000000 characters: not read further"' }
    ]
  ])

  const make: Readonly<Record<string, Reader>> = {
    'above the rule': [makefile, text => `${text}all:\n\tpip install kubernetes==11.0.0\n`],
    'below the rule': [makefile, text => `all:\n\tpip install kubernetes==11.0.0\n${text}`]
  }
  readsWithinBudget(make, [
    ['variables of make', each(MANY, at => `A${at} = $(A${at})\n`), { 'above the rule': '1 package' }],
    [
      'recipes',
      '\tpip install $(V)\n'.repeat(MANY),
      { 'below the rule': `1 package, ${MANY} gaps "the package name is unknown"` }
    ],
    ['continued recipes', `\tpip install ${'\\\n\t'.repeat(MANY)}`, { 'below the rule': '1 package' }],
    ['dollars', `\tpip install ${long('$')}`, { 'below the rule': '1 package, 1 gap "the package name is unknown"' }]
  ])

  const step: Readonly<Record<string, Reader>> = {
    'workflow.yml': [workflow, text => `jobs:\n  a:\n    steps:\n      - run: pip install kubernetes==11.0.0\n${text}`]
  }
  readsWithinBudget(step, [
    [
      'steps',
      '      - run: pip install $V\n'.repeat(1_000),
      { '*': '1 package, 1000 gaps "the package name is unknown"' }
    ],
    [
      'environments',
      '      - run: pip install x\n        env: { A: 1, B: 2 }\n'.repeat(1_000),
      { '*': '1001 packages' }
    ],
    ['lines', `      - run: |\n${'          pip install x\n'.repeat(MANY)}`, { '*': `${MANY + 1} packages` }],
    ['a quote without an end', '      - run: "', { '*': '1 package, fault "missing quote, bracket, comma or colon"' }],
    ['nesting', `      - run: ${long('[')}`, { '*': '1 package, fault "nested too deeply"' }],
    [
      'aliases',
      `      - run: &a |\n          pip install x # ${long('x')}\n${'      - run: *a\n'.repeat(MANY)}`,
      { '*': '2 packages, fault "too many aliases of scripts: not read further"' },
      2_000
    ]
  ])
})

test('what is not read of a very long text is told', async () => {
  const text = `RUN pip install kubernetes==11.0.0 ${'x'.repeat(1_000_000)}`
  for (const [format, script] of [
    [dockerfileInstalls, text],
    [shellScript, text.slice(4)],
    [makefile, text.replace('RUN ', '\t')]
  ] as const) {
    expect((await collect(format, script)).fault?.message).toBe('longer than 1000000 characters: not read further')
  }
})

test('of a very long text, only what may install something is told', async () => {
  const install = 'pip install kubernetes==11.0.0\n'
  const long = 'echo kubernetes\n'.repeat(70_000)
  const continued = `pip install a ${'\\\n  b'.repeat(300_000)} kubernetes`
  const faults = [install + long, long + install, continued].map(
    async text => (await collect(shellScript, text)).fault?.message
  )
  const fault = 'longer than 1000000 characters: not read further'
  expect(await Promise.all(faults)).toEqual([undefined, fault, fault])
  const named = 'echo k8s.io/client-go go-client\n'.repeat(35_000)
  expect((await collect(shellScript, named)).fault).toBeUndefined()
})

test.each([
  ['an install command', 'pip install kubernetes==11.0.0', true],
  ['one on several lines', 'pip install \\\n  a \\\n  kuber\\\nnetes==11.0.0', true],
  ['one of a variable', 'pip install "$PACKAGES"', true],
  ['a command that begins before the limit', 'x kubernetes', true],
  [
    'manifests, in which an installer is a word',
    'EOF\ncat <<EOF\ndescription: go to the docs\nof: kubernetes\nEOF\npip list',
    false
  ],
  ['one of other packages', '\npip install requests\necho kubernetes', false],
  ['a hint', '\n  echo "  pip install kubernetes"\n', false],
  ['one behind a hint', '\necho "install"; pip install kubernetes\n', true]
])('a script beyond the limit is a gap only with an install command of a client: %s', async (_, rest, isGap) => {
  const begin = 'pip install requests\ncat <<EOF\n'
  const filling = `${'kind: x\n'.repeat(125_000)}`
  const script = rest.startsWith('x') ? `${'\n'.repeat(999_990)}pip install ${rest}` : `${begin}${filling}${rest}\n`
  const mentions = (fragment: string) => /kubernetes/.test(fragment)
  const read = async () => {
    for await (const _entry of shellScript.read(script, mentions));
  }
  if (isGap) await expect(read()).rejects.toThrow('longer than 1000000 characters: not read further')
  else await read()
})

test('what is hidden too deeply to be read is told', async () => {
  const gapsOf = async (text: string) => {
    const { entries } = await collect(shellScript, text)
    return entries.flatMap(entry => ('gap' in entry ? [entry.gap] : []))
  }
  const install = 'pip install kubernetes==11.0.0\n'
  const nested = Array.from({ length: 6 }).reduce<string>((inner, _, at) => `sh <<A${at}\n${inner}A${at}\n`, install)
  expect(await gapsOf(nested)).toEqual(['script nested too deeply: not read'])
  expect(await gapsOf(`sudo ${'pip '.repeat(30)}${install}`)).toEqual(['cannot tell which word is the program'])
})
