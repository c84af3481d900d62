#!/usr/bin/env node
// Compares our order and ranges of Composer's versions with composer/semver:
// npx tsc -p tsconfig.build.json && node scripts/oracles/composer.mjs
// Needs php and Debian's php-composer-semver; COMPOSER_SEMVER names another folder with its autoload.php.
import { execFileSync } from 'node:child_process'
import { composerVersions } from '../../lib/ecosystems/composer/version.js'
import { admits } from '../../lib/policy/span.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const LIBRARY = process.env.COMPOSER_SEMVER ?? '/usr/share/php/Composer/Semver'
// One question per line, with tabs between its parts: is this a version; which of two is greater; does a constraint
// allow one.
const PROGRAM = `
require $argv[1] . '/autoload.php';
use Composer\\Semver\\{Comparator, Semver, VersionParser};
$parser = new VersionParser();
function holds(callable $ask): string {
    try { return $ask() ? 'true' : 'false'; } catch (\\Throwable $error) { return 'error'; }
}
while (($line = fgets(STDIN)) !== false) {
    $parts = explode("\\t", rtrim($line, "\\n"));
    echo match ($parts[0]) {
        'version' => holds(fn () => is_string($parser->normalize($parts[1]))),
        'stability' => VersionParser::parseStability($parts[1]),
        'constraint' => holds(fn () => (bool) $parser->parseConstraints($parts[1])),
        'order' => (string) version_compare($parser->normalize($parts[1]), $parser->normalize($parts[2])),
        default => holds(fn () => Semver::satisfies($parts[2], $parts[1])),
    }, "\\n";
}
`

const random = randomNumbers(20_111_023)
const number = () => pick(random, ['0', '0', '1', '2', '3', '9', '10', '31', '007', '99999', '100000'])
const few = () => pick(random, ['0', '1', '2', '10'])
const separator = () => pick(random, ['', '', '-', '.', '_'])
const word = () => pick(random, ['alpha', 'a', 'beta', 'b', 'RC', 'rc', 'patch', 'p', 'pl', 'stable', 'dev', 'ALPHA'])
const count = () => pick(random, ['', '', '1', '2', '10', '.3', '-4', '1.2', '01'])
const between = (least, most) => least + Math.floor(random() * (most - least + 1))
const dotted = (least, most, make) => list(between(least, most), make).join('.')

function suffix() {
  if (random() < 0.5) return ''
  const written = word()
  return `${separator()}${written}${written === 'dev' ? '' : count()}${written !== 'stable' && random() < 0.15 ? '-dev' : ''}`
}

function date() {
  const cut = pick(random, ['', '-', '.', ':'])
  return ['2010', '01', pick(random, ['02', '10']), ...pick(random, [[], ['20'], ['20', '30', '5']])].join(cut)
}

function wildVersion() {
  if (random() < 0.08) return `${date()}${suffix()}`
  if (random() < 0.05)
    return pick(random, [
      '1.',
      '1.0-',
      '',
      'v',
      'latest',
      '1.0.0.0.0',
      '1..0',
      'b1',
      '1.0 beta',
      '1.0-foo',
      '=1.0',
      '1,0'
    ])
  return `${pick(random, ['', '', 'v', 'V'])}${dotted(1, 4, number)}${suffix()}${random() < 0.1 ? '+build.5' : ''}`
}

const closeVersion = () =>
  `${dotted(1, 4, few)}${random() < 0.4 ? pick(random, ['-dev', '-alpha', '-alpha2', '-beta1', '-beta.1', '-RC1', '-RC10', '-p1', 'b2', '-beta1-dev']) : ''}`

function single() {
  const kind = random()
  if (kind < 0.12) return `${pick(random, ['', 'v'])}${dotted(1, 3, few)}.${pick(random, ['*', 'x', 'X'])}`
  if (kind < 0.2) return `${closeVersion()} - ${closeVersion()}`
  const operator = pick(random, [
    '',
    '',
    '^',
    '~',
    '>',
    '>=',
    '<',
    '<=',
    '=',
    '==',
    '!=',
    '<>',
    '>= ',
    '< ',
    '~ ',
    '^ '
  ])
  // Composer ignores a flag behind an operator and a blank; we do not.
  const isFlagged = random() < 0.12 && !operator.endsWith(' ')
  const flag = isFlagged ? pick(random, ['@dev', '@beta', '@stable', '@RC', '@alpha']) : ''
  return `${operator}${random() < 0.1 ? 'v' : ''}${closeVersion()}${flag}`
}

function constraint() {
  if (random() < 0.03)
    return pick(random, [
      '*',
      'x',
      'v*',
      '*.*',
      '@dev',
      '@stable',
      '',
      ' ',
      '||',
      '1.0 ||',
      ', 1.0',
      '1.0,',
      '~>1.0',
      '=>1'
    ])
  if (random() < 0.03) return `${closeVersion()} as ${closeVersion()}`
  const alternatives = list(pick(random, [1, 1, 1, 2]), () =>
    list(pick(random, [1, 1, 2, 2, 3]), single).join(pick(random, [' ', ',', ', ', ' , ']))
  )
  return alternatives.join(pick(random, ['||', ' || ', '|', ' | ']))
}

function list(length, make) {
  return Array.from({ length }, make)
}

function ask(questions) {
  const input = questions.map(question => `${question.join('\t')}\n`).join('')
  const output = execFileSync('php', ['-r', PROGRAM, LIBRARY], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  return output.slice(0, -1).split('\n')
}

const differences = []

// Six digits and more with `dev` behind them are a branch, which our scheme ignores.
const wild = [...new Set(list(4_000, wildVersion))].filter(text => !/^v?\d{6}.*dev/i.test(text))
for (const [index, there] of ask(wild.map(text => ['version', text])).entries()) {
  const here = composerVersions.parse(wild[index]) === undefined ? 'error' : 'true'
  if (here !== there) differences.push(`version "${wild[index]}": ${here} here, ${there} there`)
}

const good = wild.filter(text => composerVersions.parse(text))
for (const [index, stability] of ask(good.map(text => ['stability', text])).entries()) {
  const here = composerVersions.isPrerelease(composerVersions.parse(good[index]))
  const there = stability !== 'stable'
  if (here !== there) differences.push(`pre-release ${good[index]}: ${here} here, ${there} there (${stability})`)
}

const versions = [...new Set(list(600, closeVersion))]
const pairs = list(4_000, () => [pick(random, [...good, ...versions]), pick(random, versions)])
for (const [index, there] of ask(pairs.map(pair => ['order', ...pair])).entries()) {
  const [a, b] = pairs[index]
  const here = String(Math.sign(composerVersions.compare(composerVersions.parse(a), composerVersions.parse(b))))
  if (here !== there) differences.push(`order of ${a} and ${b}: ${here} here, ${there} there`)
}

const constraints = [...new Set(list(3_000, constraint))]
const isConstraint = ask(constraints.map(text => ['constraint', text]))
for (const [index, there] of isConstraint.entries()) {
  const here = composerVersions.span(constraints[index]) === undefined ? 'error' : 'true'
  if (here !== there) differences.push(`constraint "${constraints[index]}": ${here} here, ${there} there`)
}

const both = constraints.filter((text, index) => isConstraint[index] === 'true' && composerVersions.span(text))
const checks = both.flatMap(text => list(30, () => [text, pick(random, versions)]))
for (const [index, there] of ask(checks.map(check => ['allows', ...check])).entries()) {
  const [text, version] = checks[index]
  // The required stability is not part of the constraint, so composer/semver ignores it.
  const span = { ...composerVersions.span(text), prereleases: true }
  const here = String(admits(composerVersions, span, composerVersions.parse(version)))
  if (here !== there) differences.push(`${text} and ${version}: ${here} here, ${there} there`)
}

conclude(
  'composer/semver',
  {
    'texts for versions': wild.length,
    stabilities: good.length,
    pairs: pairs.length,
    constraints: constraints.length,
    'versions against constraints': checks.length
  },
  differences
)
