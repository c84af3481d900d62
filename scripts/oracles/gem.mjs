#!/usr/bin/env node
// Compares our order and ranges of RubyGems versions with Gem::Version and Gem::Requirement:
// npx tsc -p tsconfig.build.json && node scripts/oracles/gem.mjs
// Needs ruby.
import { execFileSync } from 'node:child_process'
import { gemVersions } from '../../lib/ecosystems/gem/version.js'
import { admits } from '../../lib/policy/span.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const PROGRAM = `
STDIN.each_line(chomp: true) do |line|
  kind, *parts = line.split("\\t", -1)
  puts case kind
  when "version" then Gem::Version.correct?(parts[0]) ? true : false
  when "prerelease" then Gem::Version.new(parts[0]).prerelease? ? true : false
  when "order" then Gem::Version.new(parts[0]) <=> Gem::Version.new(parts[1])
  else Gem::Requirement.new(*parts[0].split(", ")).satisfied_by?(Gem::Version.new(parts[1]))
  end
end
`

const random = randomNumbers(20_210_304)
const number = () => pick(random, ['0', '0', '1', '2', '4', '9', '10', '007', '20260101'])
const few = () => pick(random, ['0', '1', '2', '4'])
const dotted = (most, make) => Array.from({ length: 1 + Math.floor(random() * most) }, make).join('.')
const label = () =>
  pick(random, ['', '', '', '.pre', '.rc1', '.beta.2', '.alpha', 'a', '.Z', '.rc', '-1', '-beta', '.pre.alpha2'])

function wildVersion() {
  if (random() < 0.05) return pick(random, ['1.', '.1', '1..0', 'latest', '1.0 a', '1_0', '1.0+b', 'v1.0', '-1', '1,0'])
  return `${dotted(4, number)}${label()}`
}

const closeVersion = () => `${dotted(3, few)}${pick(random, ['', '', '', '.pre', '.rc1', '.a'])}`
const requirement = () => `${pick(random, ['=', '!=', '>', '>=', '<', '<=', '~>', '~>'])} ${closeVersion()}`

function ask(questions) {
  const input = questions.map(question => `${question.join('\t')}\n`).join('')
  return execFileSync('ruby', ['-e', PROGRAM], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
    .trimEnd()
    .split('\n')
}

const differences = []
const wild = [...new Set(Array.from({ length: 4_000 }, wildVersion))]
for (const [index, there] of ask(wild.map(text => ['version', text])).entries()) {
  const here = String(gemVersions.parse(wild[index]) !== undefined)
  if (here !== there) differences.push(`version "${wild[index]}": ${here} here, ${there} there`)
}
const good = wild.filter(text => gemVersions.parse(text))
for (const [index, there] of ask(good.map(text => ['prerelease', text])).entries()) {
  const here = String(gemVersions.isPrerelease(gemVersions.parse(good[index])))
  if (here !== there) differences.push(`pre-release ${good[index]}: ${here} here, ${there} there`)
}
const pairs = Array.from({ length: 4_000 }, () => [pick(random, good), pick(random, good)])
for (const [index, there] of ask(pairs.map(pair => ['order', ...pair])).entries()) {
  const [a, b] = pairs[index].map(text => gemVersions.parse(text))
  const here = String(Math.sign(gemVersions.compare(a, b)))
  if (here !== there) differences.push(`order of ${pairs[index].join(' and ')}: ${here} here, ${there} there`)
}
const ranges = [
  ...new Set(
    Array.from({ length: 1_500 }, () => Array.from({ length: 1 + Math.floor(random() * 3) }, requirement).join(', '))
  )
]
const versions = [...new Set(Array.from({ length: 400 }, closeVersion))]
const checks = ranges.flatMap(text => Array.from({ length: 20 }, () => [text, pick(random, versions)]))
for (const [index, there] of ask(checks.map(check => ['allows', ...check])).entries()) {
  const [text, version] = checks[index]
  const span = gemVersions.span(text)
  const here = String(
    span !== undefined && admits(gemVersions, { ...span, prereleases: true }, gemVersions.parse(version))
  )
  if (here !== there) differences.push(`${text} and ${version}: ${here} here, ${there} there`)
}
conclude(
  'RubyGems',
  { 'texts for versions': wild.length, pairs: pairs.length, 'versions against requirements': checks.length },
  differences
)
