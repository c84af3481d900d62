/** Python against the laws, and what case files cannot say: claims, commands, long and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { pypi } from '../../../src/ecosystems/pypi/index.ts'
import { pypiVersions } from '../../../src/ecosystems/pypi/version.ts'
import { admits } from '../../../src/policy/span.ts'
import { collect, describe as describeEntries } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import {
  byName,
  type HostileRow,
  long,
  MANY,
  type Reader,
  readsWithinBudget,
  withinBudget
} from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(pypi)

function format(name: string) {
  const found = pypi.formats.find(candidate => candidate.name === name)
  if (!found) throw new Error(`no format ${name}`)
  return found
}

describe('which files are read', () => {
  test.each([
    ['requirements.txt', 'requirements*.txt'],
    ['Requirements.txt', 'requirements*.txt'],
    ['a/requirements-dev.txt', 'requirements*.txt'],
    ['a/requirements_test.txt', 'requirements*.txt'],
    ['a/dev-requirements.txt', 'requirements*.txt'],
    ['a/test.requirements.txt', 'requirements*.txt'],
    ['requirements/base.txt', 'requirements*.txt'],
    ['a/requirements/prod.txt', 'requirements*.txt'],
    ['constraints.txt', 'requirements*.txt'],
    ['constraints-3.12.txt', 'requirements*.txt'],
    ['a/pyproject.toml', 'pyproject.toml'],
    ['a/poetry.lock', 'poetry.lock'],
    ['a/uv.lock', 'uv.lock'],
    ['a/Pipfile.lock', 'Pipfile.lock'],
    ['Pipfile', 'Pipfile'],
    ['a/pdm.lock', 'pdm.lock'],
    ['pylock.toml', 'pylock*.toml'],
    ['a/pylock.dev.toml', 'pylock*.toml'],
    ['requirements.in', 'requirements*.in'],
    ['requirements/dev.in', 'requirements*.in'],
    ['a/constraints.in', 'requirements*.in'],
    ['a/setup.cfg', 'setup.cfg'],
    ['a/tox.ini', 'tox.ini'],
    ['mytox.ini', undefined],
    ['environment.yml', 'environment*.yml'],
    ['ci/environment-3.6.yaml', 'environment*.yml'],
    ['a/setup.py', 'setup.py'],
    ['tools/report.py', '*.py'],
    ['tools/report.py.lock', '*.py.lock'],
    ['a/hatch.toml', 'hatch.toml'],
    ['a/pixi.toml', 'pixi.toml'],
    ['pixi.lock', 'pixi.lock'],
    ['conda-lock.yml', 'conda-lock.yml'],
    ['a/dev.conda-lock.yaml', 'conda-lock.yml'],
    ['a/gpu-conda-lock.yml', 'conda-lock.yml'],
    ['requirements.lock', 'requirements*.lock'],
    ['a/requirements-dev.lock', 'requirements*.lock']
  ])('%s is %s', (path, name) => {
    expect(pypi.formats.filter(candidate => matches(candidate.names, path)).map(candidate => candidate.name)).toEqual([
      name
    ])
  })

  test.each([
    'requirements/README.md',
    'requirements/index.rst.txt',
    'doc/_sources/v1_requirements.md.txt',
    'MANIFEST.in',
    'pylock.a.b.toml',
    'my-environment.yml',
    'report.pyc',
    'notes.txt',
    'my-pyproject.toml',
    'poetry.toml',
    'base.txt',
    'myconda-lock.yml',
    'requirements-test.lock',
    'setup.cfg.lock',
    'mypixi.toml'
  ])('%s is none of them', path => {
    expect(pypi.formats.filter(candidate => matches(candidate.names, path))).toEqual([])
  })

  test('a file that only reads in others is read too', () => {
    const mayInclude = format('requirements*.txt').prescreen?.always
    for (const text of [
      '-r base.txt\n',
      '# all\n  -c x.txt',
      'six\n--requirement=base.txt',
      '--constraint x',
      '-rbase.txt'
    ]) {
      expect({ text, found: mayInclude?.test(text) }).toEqual({ text, found: true })
    }
    expect(mayInclude?.test('six==1.0 # -r base.txt\n')).toBe(false)
  })
})

describe('names', () => {
  test.each([
    ['Kubernetes_Asyncio', 'kubernetes-asyncio', 'kubernetes'],
    ['pykube.ng', 'pykube-ng', 'pykube'],
    ['pykube-_.NG', 'pykube-ng', 'pykube'],
    ['k8s', 'k8s', 'k8s']
  ])('%s', (name, canonical, needle) => {
    expect(pypi.canonicalName(name)).toBe(canonical)
    expect(pypi.needle(canonical)).toBe(needle)
  })
})

describe('commands', () => {
  const upgrades = (name: string, direct?: boolean) =>
    upgradeLines(format(name), 'kubernetes', '12.0.0', direct === undefined ? {} : { direct })
  test.each([
    ['requirements*.txt', undefined, ['# in this file: kubernetes>=12.0.0', "pip install 'kubernetes>=12.0.0'"]],
    ['requirements*.txt', false, ["pip-compile --upgrade-package 'kubernetes>=12.0.0'"]],
    [
      'requirements*.txt',
      true,
      ['# in the input file of pip-compile: kubernetes>=12.0.0', "pip-compile --upgrade-package 'kubernetes>=12.0.0'"]
    ],
    ['poetry.lock', undefined, ["poetry add 'kubernetes>=12.0.0'  # for a group, add --group NAME"]],
    ['poetry.lock', false, ['poetry update kubernetes']],
    [
      'uv.lock',
      true,
      ["uv add 'kubernetes>=12.0.0'  # for a group, add --group NAME; for an extra, add --optional NAME"]
    ],
    [
      'uv.lock',
      false,
      [
        "uv lock --upgrade-package 'kubernetes>=12.0.0'",
        '# if a package forbids that version: in [tool.uv] of pyproject.toml: override-dependencies = ["kubernetes>=12.0.0"]',
        'uv lock  # if a package forbids that version'
      ]
    ],
    ['Pipfile.lock', undefined, ["pipenv install 'kubernetes>=12.0.0'  # for dev-packages, add --dev"]],
    ['Pipfile', true, ["pipenv install 'kubernetes>=12.0.0'  # for dev-packages, add --dev"]],
    [
      'pdm.lock',
      undefined,
      ["pdm add 'kubernetes>=12.0.0'  # for a group, add --group NAME; for a development group, add --dev too"]
    ],
    ['setup.cfg', true, ['# in this file: kubernetes>=12.0.0', 'pip install -e .']],
    ['tox.ini', true, ['# in this file: kubernetes>=12.0.0', 'tox --recreate']],
    ['setup.py', true, ['# in this file: kubernetes>=12.0.0', 'pip install -e .']],
    ['requirements*.lock', false, ["rye lock --update 'kubernetes'"]],
    [
      '*.py.lock',
      false,
      ["uv lock --script SCRIPT --upgrade-package 'kubernetes>=12.0.0'  # SCRIPT is this file without .lock"]
    ],
    [
      'hatch.toml',
      true,
      ['# in this file: kubernetes>=12.0.0', 'hatch env prune  # Hatch makes the environments again when they are used']
    ]
  ])('%s, direct %s', (name, direct, commands) => {
    expect(upgrades(name, direct)).toEqual(commands)
  })
  test('pyproject.toml: the edit', () => {
    expect(upgrades('pyproject.toml')[0]).toBe('# in pyproject.toml: kubernetes >=12.0.0')
  })
})

describe('a range over two lines', () => {
  test('keeps its backslash, so that it stands in the file as it is told, and is understood', async () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const text = `kopf\n  kubernetes >=12,\\${lineEnd}  <13 \\${lineEnd}  ; python_version > "3"\nkr8s==1\n`
      const { entries } = await collect(format('requirements*.txt'), text)
      const range = `>=12,\\${lineEnd}  <13`
      expect(entries[1]).toEqual({
        name: 'kubernetes',
        requirement: { kind: 'range', text: range },
        at: text.indexOf('>=12')
      })
      const span = pypiVersions.span(range)
      const allows = (version: string) => {
        const parsed = pypiVersions.parse(version)
        return span !== undefined && parsed !== undefined && admits(pypiVersions, span, parsed)
      }
      expect(['11.0', '12.0', '12.9', '13.0'].map(allows)).toEqual([false, true, true, false])
      expect(entries).toHaveLength(3)
    }
  })
})

describe('hostile texts', () => {
  const everywhere: Readonly<Record<string, Reader>> = {
    'requirements*.txt': [format('requirements*.txt'), text => text],
    'requirements*.in': [format('requirements*.in'), text => text],
    'a list in tox.ini': [format('tox.ini'), text => `[testenv]\ndeps =\n  ${text}\n  a: ${text}`],
    'a value in tox.ini': [format('tox.ini'), text => `[testenv]\ndeps = ${text}`],
    'tox.ini': [format('tox.ini'), text => text],
    'a list in setup.cfg': [format('setup.cfg'), text => `[options]\ninstall_requires =\n  ${text}\n  kopf\n`],
    'a value in setup.cfg': [format('setup.cfg'), text => `[options]\ninstall_requires = ${text}`],
    'setup.cfg': [format('setup.cfg'), text => text],
    'a list in setup.py': [format('setup.py'), text => `setup(install_requires=["${text}"])\n`],
    'a text in setup.py': [format('setup.py'), text => `setup(install_requires='''${text}''')\n`],
    'setup.py': [format('setup.py'), text => text],
    'pyproject.toml': [
      format('pyproject.toml'),
      text =>
        `project.dependencies = ['${text.replaceAll("'", '')}']\ntool.poetry.dependencies.kubernetes = '${text}'\n`
    ],
    'environment*.yml': [
      format('environment*.yml'),
      text => `dependencies:\n- '${text.replaceAll("'", '')}'\n- pip:\n  - '${text.replaceAll("'", '')}'\n`
    ]
  }
  /** What is no requirement, wherever it stands. */
  const REFUSED = {
    'requirements*.txt, requirements*.in, a value in tox.ini, a value in setup.cfg, a list in setup.py, a text in setup.py':
      '1 gap "expected a requirement such as "name>=1.0""',
    'a list in tox.ini': '2 gaps "expected a requirement such as "name>=1.0""',
    'tox.ini, setup.cfg, setup.py': 'nothing',
    'a list in setup.cfg, pyproject.toml': '1 gap "expected a requirement such as "name>=1.0"", 1 package',
    'environment*.yml':
      '1 gap "expected a conda package such as "name>=1.0"", 1 gap "expected a requirement such as "name>=1.0""'
  }
  const ONE_PACKAGE = {
    'requirements*.txt, requirements*.in, a value in tox.ini, a value in setup.cfg, a list in setup.py, a text in setup.py':
      '1 package',
    'a list in tox.ini, a list in setup.cfg, pyproject.toml': '2 packages',
    'tox.ini, setup.cfg, setup.py': 'nothing',
    'environment*.yml': '1 gap "expected a conda package such as "name>=1.0"", 1 package'
  }
  const patterns: readonly HostileRow[] = [
    [
      'blanks',
      long(' '),
      {
        'requirements*.txt, requirements*.in, a list in tox.ini, a value in tox.ini, tox.ini, a value in setup.cfg, setup.cfg, a list in setup.py, a text in setup.py, setup.py':
          'nothing',
        'a list in setup.cfg': '1 package',
        'pyproject.toml': '1 gap "expected a requirement such as "name>=1.0"", 1 package',
        'environment*.yml':
          '1 gap "expected a conda package such as "name>=1.0"", 1 gap "expected a requirement such as "name>=1.0""'
      }
    ],
    ['a name and blanks', `kubernetes${long(' ')}x`, REFUSED],
    ['a specifier and blanks', `kubernetes==${long(' ')}1 x`, REFUSED],
    [
      'an option and blanks',
      `-r${long(' ')}`,
      {
        'requirements*.txt, requirements*.in': '1 gap "expected a file after -r"',
        'a list in tox.ini': '2 gaps "expected a file after this option"',
        'a value in tox.ini': '1 gap "expected a file after this option"',
        'tox.ini, setup.cfg, setup.py': 'nothing',
        'a list in setup.cfg, pyproject.toml': '1 gap "expected a requirement such as "name>=1.0"", 1 package',
        'a value in setup.cfg, a list in setup.py, a text in setup.py':
          '1 gap "expected a requirement such as "name>=1.0""',
        'environment*.yml':
          '1 gap "expected a conda package such as "name>=1.0"", 1 gap "expected a requirement such as "name>=1.0""'
      }
    ],
    ['separators in a name', `k${long('-')}`, REFUSED],
    ['an extra without an end', `kubernetes[${long('a,')}`, REFUSED],
    [
      'extras without ends',
      long('kubernetes[\n'),
      {
        'requirements*.txt, requirements*.in, a text in setup.py':
          '500 gaps "expected a requirement such as "name>=1.0""',
        'a list in tox.ini, a value in tox.ini, a list in setup.cfg, a value in setup.cfg':
          '1 gap "expected a requirement such as "name>=1.0""',
        'tox.ini, setup.cfg, setup.py': 'nothing',
        'a list in setup.py': 'fault "unterminated string"'
      }
    ],
    ['parentheses', `kubernetes ${long('(')}`, REFUSED],
    ['commas', `kubernetes>=1${long(',')}`, REFUSED],
    ['clauses', `kubernetes${long('>=1,')}`, ONE_PACKAGE],
    ['braces', `kubernetes==${long('{{a}}')} x`, REFUSED],
    [
      'backslashes',
      long('\\\n'),
      {
        'requirements*.txt, requirements*.in, a list in tox.ini, a value in tox.ini, tox.ini, a list in setup.cfg, a value in setup.cfg, setup.cfg, a list in setup.py, a text in setup.py, setup.py':
          'nothing'
      }
    ],
    [
      'backslashes in one line',
      long('\\'),
      {
        'requirements*.txt, requirements*.in, a list in tox.ini, a value in tox.ini, tox.ini, a value in setup.cfg, setup.cfg, a list in setup.py, a text in setup.py, setup.py':
          'nothing',
        'a list in setup.cfg': '1 gap "expected a requirement such as "name>=1.0""',
        'pyproject.toml': '1 gap "expected a requirement such as "name>=1.0"", 1 package',
        'environment*.yml': '1 gap "expected a conda package such as "name>=1.0""'
      }
    ],
    [
      'comments',
      long('k==1\n  # via\n'),
      {
        'requirements*.txt, requirements*.in, a text in setup.py': '462 packages',
        'a list in tox.ini, a value in tox.ini, a list in setup.cfg, a value in setup.cfg': '1 package',
        'tox.ini, setup.cfg, setup.py': 'nothing',
        'a list in setup.py': 'fault "unterminated string"'
      }
    ],
    [
      'one package and many comments',
      `kubernetes==1\n${long('  # via a, b\n')}`,
      {
        'requirements*.txt, requirements*.in, a value in tox.ini, a value in setup.cfg, a text in setup.py':
          '1 package',
        'a list in tox.ini, a list in setup.cfg': '2 packages',
        'tox.ini, setup.cfg, setup.py': 'nothing',
        'a list in setup.py': 'fault "unterminated string"'
      }
    ],
    [
      'number signs',
      `kubernetes ${long('#')}`,
      {
        'requirements*.txt, requirements*.in, a value in tox.ini, a value in setup.cfg, a list in setup.py, a text in setup.py':
          '1 package',
        'a list in tox.ini, a list in setup.cfg': '2 packages',
        'tox.ini, setup.cfg, setup.py': 'nothing',
        'pyproject.toml': '1 gap "expected a requirement such as "name>=1.0"", 1 package',
        'environment*.yml':
          '1 gap "expected a conda package such as "name>=1.0"", 1 gap "expected a requirement such as "name>=1.0""'
      }
    ],
    [
      'dashes',
      `kubernetes${long(' -')}`,
      {
        'requirements*.txt, requirements*.in': '1 package',
        'a list in tox.ini': '2 gaps "expected a requirement such as "name>=1.0""',
        'a value in tox.ini, a value in setup.cfg, a list in setup.py, a text in setup.py':
          '1 gap "expected a requirement such as "name>=1.0""',
        'tox.ini, setup.cfg, setup.py': 'nothing',
        'a list in setup.cfg, pyproject.toml': '1 gap "expected a requirement such as "name>=1.0"", 1 package',
        'environment*.yml':
          '1 gap "expected a conda package such as "name>=1.0"", 1 gap "expected a requirement such as "name>=1.0""'
      }
    ],
    ['slashes', `git+https:${long('/')}`, REFUSED],
    ['a long git address', `git+https://h/${long('a@')}`, REFUSED],
    ['a long archive', `${long('a-1')}.tar.gz`, ONE_PACKAGE],
    ['a long egg', `git+https://h/a/b#egg=${long('a-1')}-`, ONE_PACKAGE],
    ['folders', long('a/'), ONE_PACKAGE],
    ['brackets at the end', `./a${long('[]')}x`, REFUSED],
    [
      'quotes',
      `-r "${long('a')}`,
      {
        'requirements*.txt, requirements*.in, a value in tox.ini': '1 include',
        'a list in tox.ini': '2 includes',
        'tox.ini, setup.cfg': 'nothing',
        'a list in setup.cfg, pyproject.toml': '1 gap "expected a requirement such as "name>=1.0"", 1 package',
        'a value in setup.cfg, a text in setup.py': '1 gap "expected a requirement such as "name>=1.0""',
        'a list in setup.py': '1 gap "expected a requirement such as "name>=1.0"", fault "unterminated string"',
        'setup.py': 'fault "unterminated string"',
        'environment*.yml': '1 gap "expected a conda package such as "name>=1.0"", 1 include'
      }
    ],
    ['semicolons', `kubernetes${long(';')}`, ONE_PACKAGE]
  ]
  readsWithinBudget(everywhere, patterns)
  test.each(['setup.cfg', 'pyproject.toml', 'environment*.yml'])(
    '%s: whether it may include another file is found out in linear time',
    async name => {
      for (const [, text] of patterns)
        await withinBudget(text.length, 20, () => format(name).prescreen?.always?.test(text))
    }
  )
  const variables = Array.from({ length: MANY }, (_, index) => `v${index}=v${index + 1}`).join('\n')
  readsWithinBudget(byName(pypi.formats), [
    ['lists', 'install_requires=['.repeat(MANY), { 'setup.py': 'fault "too many references between variables"' }],
    ['assignments', `install_requires=${long('a=')}`, { 'setup.py': 'nothing' }],
    [
      'variables in a circle',
      'install_requires=a\na=[a,a,a]\n'.repeat(MANY),
      { 'setup.py': 'fault "too many references between variables"' }
    ],
    [
      'a chain of variables',
      `install_requires=v0\n${variables}\n`,
      { 'setup.py': 'fault "too many references between variables"' }
    ],
    ['one variable and many values', `install_requires=a\n${'a=b\n'.repeat(MANY)}`, { 'setup.py': 'nothing' }],
    ['strings side by side', `install_requires="${long('" "')}"`, { 'setup.py': 'nothing' }],
    [
      'strings side by side over lines',
      `install_requires=(${"'''\nb'''".repeat(MANY)})`,
      { 'setup.py': `${MANY} packages` }
    ],
    ['names in braces', `a="1"\ninstall_requires=[${'f"k=={a}",'.repeat(MANY)}]`, { 'setup.py': '1 package' }],
    ['indexes', `install_requires=a${long('[0]')}`, { 'setup.py': 'nothing' }],
    ['subscripts', `a${long('[a')}`, { 'setup.py': 'nothing' }],
    ['backslashes and nothing else', long('\\'), { 'setup.py': 'nothing' }],
    ['double quotes', long('"'), { 'setup.py': 'nothing' }],
    [
      'wrong packages',
      '[[package]]\n'.repeat(MANY),
      { 'poetry.lock, uv.lock, pdm.lock': `${MANY} gaps "expected a package with a name"` }
    ],
    [
      'wrong packages of pixi and conda-lock',
      `packages:\n${'- a: b\n  depends:\n  - c ; extra == 1\n'.repeat(MANY)}`,
      {
        'pixi.lock': `${MANY} gaps "expected a package with a name", ${MANY} exclusions`,
        'conda-lock.yml': `${MANY} gaps "expected a package with a name and a version", ${MANY} exclusions`
      }
    ],
    [
      'indentation of pixi and conda-lock',
      `packages:\n${Array.from({ length: MANY }, (_, index) => `${' '.repeat(index)}- a: b`).join('\n')}\n`,
      {
        'pixi.lock': '1 gap "expected a package with a name"',
        'conda-lock.yml': '1 gap "expected a package with a name and a version"'
      }
    ],
    [
      'tables of pixi',
      '[feature.a.target.b.dependencies]\n[dependencies.kubernetes]\n'.repeat(MANY),
      { 'pixi.toml': '1 exclusion' }
    ],
    [
      'wrong packages of pylock',
      '[[packages]]\n'.repeat(MANY),
      { 'pylock*.toml': `${MANY} gaps "expected a package with a name"` }
    ],
    [
      'wrong packages of Pipfile',
      `[packages]\n${'a = 1\n'.repeat(MANY)}`,
      { Pipfile: `${MANY} gaps "expected a version or a table with a version"` }
    ],
    [
      'wrong packages of Pipfile.lock',
      `{"default": {${'"a": 1,'.repeat(MANY)}}}`,
      { 'Pipfile.lock': `${MANY} gaps "expected a version or a table with a version"` }
    ]
  ])

  test('versions and ranges', () => {
    for (const [, text] of patterns) {
      expect(pypiVersions.parse(text)).toBeUndefined()
      expect(pypiVersions.span(text)).toBeUndefined()
    }
    expect(pypiVersions.parse(`1${long('.0')}`)).toBeUndefined()
    expect(pypiVersions.parse(`1+${long('a.')}`)).toBeUndefined()
    expect(pypiVersions.span(Array.from({ length: 300 }, (_, i) => `!=${i}`).join(','))?.intervals).toHaveLength(301)
    expect(pypiVersions.span(long('!=1,'))).toBeUndefined()
  })

  test('keys named like the parts of an object', async () => {
    const text =
      '[tool.poetry.dependencies]\n__proto__ = "1.0"\nconstructor = "2.0"\n[tool.uv.sources]\n__proto__ = { git = "x" }\n'
    expect(await describeEntries(format('pyproject.toml'), text)).toEqual([
      '2:14 __proto__ version 1.0 direct',
      '3:16 constructor version 2.0 direct'
    ])
  })
})
