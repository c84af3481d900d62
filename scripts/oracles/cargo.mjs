#!/usr/bin/env node
// Compares our order and ranges of crate versions with the `semver` crate of Cargo:
// npx tsc -p tsconfig.build.json && node scripts/oracles/cargo.mjs
// Needs cargo, which downloads that crate. Builds in a temporary folder and removes it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crateVersions } from '../../lib/ecosystems/cargo/version.js'
import { admits } from '../../lib/policy/span.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const MANIFEST = '[package]\nname = "oracle"\nversion = "0.0.0"\nedition = "2021"\n\n[dependencies]\nsemver = "1"\n'
// One question per line, with tabs between its parts: is this a version; which of two is greater; does a requirement
// allow one.
const PROGRAM = `
use semver::{Version, VersionReq};
use std::io::{stdin, stdout, BufRead, Write};

fn main() {
    let mut out = std::io::BufWriter::new(stdout());
    for line in stdin().lock().lines() {
        let line = line.unwrap();
        let parts: Vec<&str> = line.split('\\t').collect();
        let answer = match parts[0] {
            "version" => Version::parse(parts[1]).is_ok().to_string(),
            "order" => {
                let (a, b) = (Version::parse(parts[1]).unwrap(), Version::parse(parts[2]).unwrap());
                (a.cmp_precedence(&b) as i32).to_string()
            }
            "requirement" => VersionReq::parse(parts[1]).is_ok().to_string(),
            _ => VersionReq::parse(parts[1]).unwrap().matches(&Version::parse(parts[2]).unwrap()).to_string(),
        };
        writeln!(out, "{}", answer).unwrap();
    }
}
`

const random = randomNumbers(20_211_206)
const number = () => pick(random, ['0', '0', '1', '2', '3', '9', '10', '87', '01', '18446744073709551615'])
const NUMBERS = ['0', '1', '2', '10']
const few = () => pick(random, NUMBERS)
const label = () =>
  pick(random, ['0', '1', '2', '10', 'a', 'alpha', 'beta', 'rc', 'Rc', 'x', '-', '00', '0a', '1-', ''])
const labels = () => Array.from({ length: 1 + Math.floor(random() * 3) }, label).join('.')
const likelyLabels = () => pick(random, ['0', '1', 'alpha', 'alpha.1', 'alpha.beta', 'beta', 'rc.1', 'rc.2', 'rc.10'])
const wildVersion = () =>
  `${number()}.${number()}.${number()}${random() < 0.4 ? `-${labels()}` : ''}${random() < 0.2 ? `+${labels()}` : ''}`
const closeVersion = () => `${few()}.${few()}.${few()}${random() < 0.4 ? `-${likelyLabels()}` : ''}`
const operator = () => pick(random, ['', '', '^', '~', '=', '>', '>=', '<', '<=', '= ', '>= ', '==', '!=', ' '])
const wildcard = () => pick(random, ['*', 'x', 'X'])

function comparator() {
  const parts = [few(), few(), few()].slice(0, 1 + Math.floor(random() * 3))
  if (parts.length < 3 && random() < 0.2) parts.push(wildcard())
  if (parts.length < 3 && random() < 0.1) parts.push(pick(random, [wildcard(), few()]))
  const suffix = random() < 0.25 ? `-${likelyLabels()}` : random() < 0.05 ? `+${labels()}` : ''
  return `${operator()}${parts.join('.')}${suffix}`
}

function requirement() {
  if (random() < 0.03) return pick(random, ['*', 'x', ' * ', '*, 1', '1, *', '', ' ', ',', '1,', '>1 <2', '*.1', '>*'])
  const parts = Array.from({ length: pick(random, [1, 1, 1, 2, 2, 3]) }, comparator)
  return parts.join(pick(random, [',', ', ', ' , ', ', ']))
}

const list = (length, make) => Array.from({ length }, make)
const wild = list(3_000, wildVersion)
const versions = [...new Set(list(400, closeVersion)), ...wild.filter(text => crateVersions.parse(text)).slice(0, 60)]
const requirements = [...new Set(list(3_000, requirement))]

const folder = mkdtempSync(join(tmpdir(), 'bound-token-check-oracle-'))
try {
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'Cargo.toml'), MANIFEST)
  writeFileSync(join(folder, 'src', 'main.rs'), PROGRAM)
  execFileSync('cargo', ['build', '--quiet', '--release'], { cwd: folder, stdio: 'inherit' })
  compareAll()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function ask(questions) {
  const input = questions.map(question => `${question.join('\t')}\n`).join('')
  const output = execFileSync(join(folder, 'target', 'release', 'oracle'), {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  return output.trimEnd().split('\n')
}

function compareAll() {
  const differences = []

  const isVersion = ask(wild.map(text => ['version', text]))
  for (const [index, text] of wild.entries()) {
    const here = String(crateVersions.parse(text) !== undefined)
    if (here !== isVersion[index]) differences.push(`version ${text}: ${here} here, ${isVersion[index]} there`)
  }

  const good = [...versions, ...wild.filter((_, index) => isVersion[index] === 'true')].filter(text =>
    crateVersions.parse(text)
  )
  const pairs = list(4_000, () => [pick(random, good), pick(random, good)])
  for (const [index, there] of ask(pairs.map(pair => ['order', ...pair])).entries()) {
    const [a, b] = pairs[index]
    const here = String(Math.sign(crateVersions.compare(crateVersions.parse(a), crateVersions.parse(b))))
    if (here !== there) differences.push(`order of ${a} and ${b}: ${here} here, ${there} there`)
  }

  const isRequirement = ask(requirements.map(text => ['requirement', text]))
  for (const [index, text] of requirements.entries()) {
    const here = String(crateVersions.span(text) !== undefined)
    if (here !== isRequirement[index])
      differences.push(`requirement ${text}: ${here} here, ${isRequirement[index]} there`)
  }

  const both = requirements.filter((text, index) => isRequirement[index] === 'true' && crateVersions.span(text))
  const checks = both.flatMap(text => list(30, () => [text, pick(random, versions)]))
  let beyond = 0
  for (const [index, there] of ask(checks.map(check => ['allows', ...check])).entries()) {
    const [text, other] = checks[index]
    const [span, version] = [crateVersions.span(text), crateVersions.parse(other)]
    const here = String(admits(crateVersions, span, version))
    if (here === there) continue
    // See version.ts: a span that allows one pre-release allows all pre-releases within it.
    if (here === 'true' && span.prereleases && crateVersions.isPrerelease(version)) beyond++
    else differences.push(`${text} and ${other}: ${here} here, ${there} there`)
  }
  const counts = {
    'texts for versions': wild.length,
    pairs: pairs.length,
    requirements: requirements.length,
    'versions against requirements': checks.length,
    'pre-releases let in beyond what the crate does': beyond
  }
  conclude('semver crate', counts, differences)
}
