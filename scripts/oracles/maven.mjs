#!/usr/bin/env node
// Compares our order of Maven versions with Maven's own ComparableVersion:
// npx tsc -p tsconfig.build.json && node scripts/oracles/maven.mjs
// Needs java and the archive of maven-artifact, from Debian's Maven or in MAVEN_ARTIFACT.
import { execFileSync } from 'node:child_process'
import { mavenVersions } from '../../lib/ecosystems/maven/version.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const ARCHIVE = process.env.MAVEN_ARTIFACT ?? '/usr/share/maven/lib/maven-artifact-3.x.jar'
/** The count of versions for one run of its main class, which compares each with the next. */
const CHAIN = 400
const COMPARISON = /^\s+(?<a>\S+) (?<order><|==|>) (?<b>\S+)$/gm

const random = randomNumbers(20_200_723)
const number = () => pick(random, ['0', '0', '1', '2', '9', '10', '01', '20', '9007199254740993'])
const word = () =>
  pick(random, [
    'alpha',
    'a1',
    'beta',
    'b2',
    'milestone',
    'm3',
    'rc',
    'RC1',
    'cr',
    'SNAPSHOT',
    'ga',
    'final',
    'release',
    'sp',
    'legacy',
    'jre',
    'x',
    'v202012040'
  ])
const separator = () => pick(random, ['.', '.', '-', '_', ''])

function version() {
  const numbers = Array.from({ length: 1 + Math.floor(random() * 4) }, number).join(pick(random, ['.', '.', '.', '-']))
  const words = Array.from(
    { length: Math.floor(random() * 3) },
    () => `${separator()}${word()}${random() < 0.3 ? `${separator()}${number()}` : ''}`
  )
  return `${numbers}${words.join('')}`
}

const differences = []
let pairs = 0
for (let run = 0; run < 12; run++) {
  const versions = Array.from({ length: CHAIN }, version).filter(text => mavenVersions.parse(text))
  const output = execFileSync(
    'java',
    ['-cp', classPath(), 'org.apache.maven.artifact.versioning.ComparableVersion', ...versions],
    { encoding: 'utf8', maxBuffer: 1 << 28 }
  )
  for (const { groups } of output.matchAll(COMPARISON)) {
    const { a, order, b } = groups
    const there = { '<': -1, '==': 0, '>': 1 }[order]
    const here = Math.sign(mavenVersions.compare(mavenVersions.parse(a), mavenVersions.parse(b)))
    pairs++
    if (here !== there) differences.push(`${a} and ${b}: ${here} here, ${there} there`)
  }
}
conclude('ComparableVersion', { pairs }, differences)

function classPath() {
  return [ARCHIVE, '/usr/share/java/commons-lang3.jar', '/usr/share/maven/lib/commons-lang3.jar'].join(':')
}
