#!/usr/bin/env node
// Compares our order and ranges of Python versions with `packaging`, which pip uses:
// npx tsc -p tsconfig.build.json && node scripts/oracles/pypi.mjs
// Needs a python3 that can import packaging; PYTHON names another one.
import { execFileSync } from 'node:child_process'
import { pypiVersions } from '../../lib/ecosystems/pypi/version.js'
import { admits } from '../../lib/policy/span.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const PYTHON = process.env.PYTHON ?? 'python3'
const PROGRAM = `
import sys
from packaging.specifiers import SpecifierSet, InvalidSpecifier
from packaging.version import Version, InvalidVersion

def parsed(make, text):
    try:
        return make(text)
    except (InvalidVersion, InvalidSpecifier):
        return None

for line in sys.stdin:
    kind, *parts = line.rstrip("\\n").split("\\t")
    if kind == "version":
        print(parsed(Version, parts[0]) is not None)
    elif kind == "range":
        print(parsed(SpecifierSet, parts[0]) is not None)
    elif kind == "order":
        a, b = map(Version, parts)
        print((a > b) - (a < b))
    else:
        print(SpecifierSet(parts[0]).contains(parts[1], prereleases=True))
`

const random = randomNumbers(20_201_014)
const number = () => pick(random, ['0', '0', '1', '2', '9', '10', '12', '36', '007', '2020'])
const few = () => pick(random, ['0', '1', '2', '12'])
const dotted = (most, make) => Array.from({ length: 1 + Math.floor(random() * most) }, make).join('.')
const release = () =>
  pick(random, [
    '',
    '',
    '',
    'a1',
    'b2',
    'rc1',
    '.dev0',
    '.post1',
    'a1.dev2',
    'rc1.post2.dev3',
    '.alpha2',
    '-1',
    '_beta_3',
    'c4',
    '.PRE5',
    '.rev6'
  ])
const local = () => pick(random, ['', '', '', '', '+local', '+local.1', '+abc.10', '+ubuntu-1'])

function wildVersion() {
  if (random() < 0.05)
    return pick(random, ['', '1.', '.1', '1..0', '1.0-', '1.0+', 'latest', '1.0 a', '1.0.x', 'v', '1!', '!1'])
  return `${pick(random, ['', '', '', 'v', 'V', '1!'])}${dotted(4, number)}${release()}${local()}`
}

const closeVersion = () => `${dotted(3, few)}${pick(random, ['', '', '', 'a1', 'b1', 'rc1', '.dev0', '.post1'])}`

function specifier() {
  const operator = pick(random, ['==', '!=', '<=', '>=', '<', '>', '~=', '=='])
  if (random() < 0.15) return `${pick(random, ['==', '!='])}${dotted(2, few)}.*`
  const version = operator === '~=' ? `${few()}.${few()}${random() < 0.3 ? `.${few()}` : ''}` : closeVersion()
  return `${operator}${random() < 0.2 ? ' ' : ''}${version}`
}

function ask(questions) {
  const input = questions.map(question => `${question.join('\t')}\n`).join('')
  return execFileSync(PYTHON, ['-c', PROGRAM], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
    .trimEnd()
    .split('\n')
}

const differences = []
const python = truth => (truth ? 'True' : 'False')

const wild = [...new Set(Array.from({ length: 4_000 }, wildVersion))]
for (const [index, there] of ask(wild.map(text => ['version', text])).entries()) {
  const here = python(pypiVersions.parse(wild[index]) !== undefined)
  if (here !== there) differences.push(`version "${wild[index]}": ${here} here, ${there} there`)
}
const good = wild.filter(text => pypiVersions.parse(text))
const pairs = Array.from({ length: 4_000 }, () => [pick(random, good), pick(random, good)])
for (const [index, there] of ask(pairs.map(pair => ['order', ...pair])).entries()) {
  const [a, b] = pairs[index].map(text => pypiVersions.parse(text))
  const here = String(Math.sign(pypiVersions.compare(a, b)))
  if (here !== there) differences.push(`order of ${pairs[index].join(' and ')}: ${here} here, ${there} there`)
}
const ranges = [
  ...new Set(
    Array.from({ length: 1_500 }, () => Array.from({ length: 1 + Math.floor(random() * 3) }, specifier).join(','))
  )
]
const isRange = ask(ranges.map(text => ['range', text]))
for (const [index, there] of isRange.entries()) {
  const here = python(pypiVersions.span(ranges[index]) !== undefined)
  if (here !== there) differences.push(`range "${ranges[index]}": ${here} here, ${there} there`)
}
const versions = [...new Set(Array.from({ length: 400 }, closeVersion))]
const checks = ranges
  .filter((text, index) => isRange[index] === 'True' && pypiVersions.span(text))
  .flatMap(text => Array.from({ length: 20 }, () => [text, pick(random, versions)]))
for (const [index, there] of ask(checks.map(check => ['allows', ...check])).entries()) {
  const [text, version] = checks[index]
  const span = { ...pypiVersions.span(text), prereleases: true }
  const here = python(admits(pypiVersions, span, pypiVersions.parse(version)))
  if (here !== there) differences.push(`${text} and ${version}: ${here} here, ${there} there`)
}
conclude(
  'packaging',
  {
    'texts for versions': wild.length,
    pairs: pairs.length,
    ranges: ranges.length,
    'versions against ranges': checks.length
  },
  differences
)
