/** Python against the laws, and what case files cannot say: claims, commands, long and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { pypi } from '../../../src/ecosystems/pypi/index.ts'
import { pypiVersions } from '../../../src/ecosystems/pypi/version.ts'
import { admits } from '../../../src/policy/span.ts'
import { collect, describe as describeEntries } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

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
    ['tools/report.py', '*.py']
  ])('%s is %s', (path, name) => {
    expect(pypi.formats.filter(candidate => matches(candidate.names, path)).map(candidate => candidate.name)).toEqual([
      name
    ])
  })

  test.each([
    'requirements/README.md',
    'MANIFEST.in',
    'pylock.a.b.toml',
    'my-environment.yml',
    'report.pyc',
    'notes.txt',
    'my-pyproject.toml',
    'poetry.toml',
    'base.txt'
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
    format(name).upgrade('kubernetes', '12.0.0', direct === undefined ? {} : { direct })
  test.each([
    ['requirements*.txt', undefined, ['# in this file: kubernetes>=12.0.0', "pip install 'kubernetes>=12.0.0'"]],
    ['requirements*.txt', false, ["pip-compile --upgrade-package 'kubernetes>=12.0.0'"]],
    [
      'requirements*.txt',
      true,
      ['# in the file that pip-compile reads: kubernetes>=12.0.0', "pip-compile --upgrade-package 'kubernetes>=12.0.0'"]
    ],
    ['poetry.lock', undefined, ["poetry add 'kubernetes>=12.0.0'  # in a group add --group NAME"]],
    ['poetry.lock', false, ['poetry update kubernetes']],
    ['uv.lock', true, ["uv add 'kubernetes>=12.0.0'  # in a group add --group NAME, in an extra --optional NAME"]],
    ['uv.lock', false, ["uv lock --upgrade-package 'kubernetes>=12.0.0'"]],
    ['Pipfile.lock', undefined, ["pipenv install 'kubernetes>=12.0.0'  # in dev-packages add --dev"]],
    ['Pipfile', true, ["pipenv install 'kubernetes>=12.0.0'  # in dev-packages add --dev"]],
    [
      'pdm.lock',
      undefined,
      ["pdm add 'kubernetes>=12.0.0'  # in a group add --group NAME, in a group for development --dev too"]
    ],
    ['setup.cfg', true, ['# in this file: kubernetes>=12.0.0', 'pip install -e .']],
    ['tox.ini', true, ['# in this file: kubernetes>=12.0.0', 'tox --recreate']],
    ['setup.py', true, ['# in this file: kubernetes>=12.0.0', 'pip install -e .']]
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

describe('hostile texts end', () => {
  const LONG = 500_000
  const ends = async (name: string, text: string) => {
    await expect(collect(format(name), text)).resolves.toHaveProperty('entries')
  }
  const patterns: readonly (readonly [string, string])[] = [
    ['blanks', ' '.repeat(LONG)],
    ['a name and blanks', `kubernetes${' '.repeat(LONG)}x`],
    ['a specifier and blanks', `kubernetes==${' '.repeat(LONG)}1 x`],
    ['an option and blanks', `-r${' '.repeat(LONG)}`],
    ['separators in a name', `k${'-'.repeat(LONG)}`],
    ['an extra without an end', `kubernetes[${'a,'.repeat(LONG / 2)}`],
    ['extras without ends', 'kubernetes[\n'.repeat(LONG / 12)],
    ['parentheses', `kubernetes ${'('.repeat(LONG)}`],
    ['commas', `kubernetes>=1${','.repeat(LONG)}`],
    ['clauses', `kubernetes${'>=1,'.repeat(LONG / 4)}`],
    ['braces', `kubernetes==${'{{a}}'.repeat(LONG / 5)} x`],
    ['backslashes', '\\\n'.repeat(LONG / 2)],
    ['backslashes in one line', '\\'.repeat(LONG)],
    ['comments', 'k==1\n  # via\n'.repeat(LONG / 12)],
    ['one package and many comments', `kubernetes==1\n${'  # via a, b\n'.repeat(LONG / 12)}`],
    ['number signs', `kubernetes ${'#'.repeat(LONG)}`],
    ['dashes', `kubernetes${' -'.repeat(LONG / 2)}`],
    ['slashes', `git+https:${'/'.repeat(LONG)}`],
    ['a long git address', `git+https://h/${'a@'.repeat(LONG / 2)}`],
    ['a long archive', `${'a-1'.repeat(LONG / 3)}.tar.gz`],
    ['a long egg', `git+https://h/a/b#egg=${'a-1'.repeat(LONG / 3)}-`],
    ['folders', 'a/'.repeat(LONG / 2)],
    ['brackets at the end', `./a${'[]'.repeat(LONG / 2)}x`],
    ['quotes', `-r "${'a'.repeat(LONG)}`],
    ['semicolons', `kubernetes${';'.repeat(LONG)}`]
  ]
  test.each(patterns)('requirements: %s', async (_title, text) => {
    await ends('requirements*.txt', text)
  })
  test.each(patterns.filter(([, text]) => !text.includes('\n')))(
    'a string in pyproject.toml: %s',
    async (_title, text) => {
      const quoted = `project.dependencies = ['${text.replaceAll("'", '')}']\ntool.poetry.dependencies.kubernetes = '${text}'\n`
      await ends('pyproject.toml', quoted)
    }
  )
  test.each(patterns)('tox.ini: %s', async (_title, text) => {
    await ends('tox.ini', `[testenv]\ndeps =\n  ${text}\n  a: ${text}`)
    await ends('tox.ini', `[testenv]\ndeps = ${text}`)
    await ends('tox.ini', text)
  })

  test.each(patterns)('setup.cfg: %s', async (_title, text) => {
    await ends('setup.cfg', `[options]\ninstall_requires =\n  ${text}\n  kopf\n`)
    await ends('setup.cfg', `[options]\ninstall_requires = ${text}`)
    await ends('setup.cfg', text)
    expect(format('setup.cfg').prescreen?.always?.test(text)).toBe(false)
    expect(format('pyproject.toml').prescreen?.always?.test(text)).toBe(false)
  })
  test.each(patterns)('setup.py: %s', async (_title, text) => {
    await ends('setup.py', `setup(install_requires=["${text}"])\n`)
    await ends('setup.py', `setup(install_requires='''${text}''')\n`)
    await ends('setup.py', text)
  })
  const variables = Array.from({ length: 30_000 }, (_, index) => `v${index}=v${index + 1}`).join('\n')
  test.each([
    ['brackets', 'install_requires=['.repeat(LONG / 18)],
    ['assignments', `install_requires=${'a='.repeat(LONG / 2)}`],
    ['variables in a circle', 'install_requires=a\na=[a,a,a]\n'.repeat(LONG / 30)],
    ['a chain of variables', `install_requires=v0\n${variables}\n`],
    ['one variable and many values', `install_requires=a\n${'a=b\n'.repeat(LONG / 4)}`],
    ['strings side by side', `install_requires="${'" "'.repeat(LONG / 3)}"`],
    ['strings side by side over lines', `install_requires=(${"'''\nb'''".repeat(LONG / 8)})`],
    ['names in braces', `a="1"\ninstall_requires=[${'f"k=={a}",'.repeat(LONG / 10)}]`],
    ['indexes', `install_requires=a${'[0]'.repeat(LONG / 3)}`],
    ['subscripts', `a${'[a'.repeat(LONG / 2)}`],
    ['backslashes', '\\'.repeat(LONG)],
    ['quotes', '"'.repeat(LONG)]
  ])('setup.py: %s', async (_title, text) => {
    await ends('setup.py', text)
  })
  test.each(patterns.filter(([, text]) => !text.includes('\n')))('environment*.yml: %s', async (_title, text) => {
    const quoted = `'${text.replaceAll("'", '')}'`
    await ends('environment*.yml', `dependencies:\n- ${quoted}\n- pip:\n  - ${quoted}\n`)
    expect(format('environment*.yml').prescreen?.always?.test(text)).toBe(false)
  })
  test('many wrong packages', async () => {
    await ends('poetry.lock', '[[package]]\n'.repeat(40_000))
    await ends('uv.lock', '[[package]]\n'.repeat(40_000))
    await ends('pdm.lock', '[[package]]\n'.repeat(40_000))
    await ends('pylock*.toml', '[[packages]]\n'.repeat(40_000))
    await ends('Pipfile', `[packages]\n${'a = 1\n'.repeat(60_000)}`)
    await ends('Pipfile.lock', `{"default": {${'"a": 1,'.repeat(60_000)}}}`)
  })

  test('versions and ranges', () => {
    for (const [, text] of patterns) {
      expect(pypiVersions.parse(text)).toBeUndefined()
      expect(pypiVersions.span(text)).toBeUndefined()
    }
    expect(pypiVersions.parse(`1${'.0'.repeat(LONG)}`)).toBeUndefined()
    expect(pypiVersions.parse(`1+${'a.'.repeat(LONG)}`)).toBeUndefined()
    expect(pypiVersions.span(Array.from({ length: 300 }, (_, i) => `!=${i}`).join(','))?.intervals).toHaveLength(301)
    expect(pypiVersions.span('!=1,'.repeat(LONG))).toBeUndefined()
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
