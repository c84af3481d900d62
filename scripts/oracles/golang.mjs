#!/usr/bin/env node
// Compares our order of Go module versions with golang.org/x/mod:
// npx tsc -p tsconfig.build.json && node scripts/oracles/golang.mjs
// Needs go, which fetches the module into a temporary folder.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goVersions } from '../../lib/ecosystems/golang/version.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

// One question per line: is this a canonical version; is it a pseudo-version; which of two is greater.
const PROGRAM = `package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		parts := strings.Split(lines.Text(), "\\t")
		switch parts[0] {
		case "version":
			fmt.Println(module.CanonicalVersion(parts[1]) == parts[1])
		case "pseudo":
			fmt.Println(module.IsPseudoVersion(parts[1]))
		default:
			fmt.Println(semver.Compare(parts[1], parts[2]))
		}
	}
}
`

const FULL_HASH = /-[0-9a-f]{12}(?:\+incompatible)?$/

const random = randomNumbers(20_191_211)
const number = () => pick(random, ['0', '0', '1', '2', '9', '10', '15', '16', '100', '01'])
const hash = () => pick(random, ['70952d66b5d1', 'bec269661e48', '9389c055a838', '9389C055A838', '9389c05'])
const time = () => pick(random, ['20180103015815', '20190514162916', '20191016111102', '2019101611110'])
const label = () =>
  pick(random, ['alpha', 'beta', 'rc', 'beta.0', 'beta.10', 'rc.1', 'alpha.0.0', '0', '00', '-', 'invalid'])
const core = () => `v${number()}.${number()}.${number()}`

function wildVersion() {
  const kind = random()
  if (kind < 0.05) return pick(random, ['v1', 'v1.2', '1.2.3', 'v1.2.3.4', 'master', 'v1.2.3+build', 'v1.2.3-'])
  const prefix = pick(random, ['0.', 'alpha.0.', 'rc.1.0.', '', '1.'])
  const behind = kind < 0.4 ? `-${prefix}${time()}-${hash()}` : kind < 0.7 ? `-${label()}` : ''
  return `${core()}${behind}${random() < 0.3 ? '+incompatible' : ''}`
}

const folder = mkdtempSync(join(tmpdir(), 'go-oracle-'))
const differences = []
const counts = {}
try {
  writeFileSync(join(folder, 'main.go'), PROGRAM)
  const go = (args, input = '') =>
    execFileSync('go', args, {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'ignore']
    })
  go(['mod', 'init', 'oracle'])
  go(['get', 'golang.org/x/mod@v0.24.0'])
  const ask = questions =>
    go(['run', '.'], questions.map(question => `${question.join('\t')}\n`).join(''))
      .trimEnd()
      .split('\n')

  const wild = [...new Set(Array.from({ length: 4_000 }, wildVersion))]
  for (const [index, there] of ask(wild.map(text => ['version', text])).entries()) {
    const here = String(goVersions.parse(wild[index]) !== undefined)
    if (here !== there) differences.push(`version "${wild[index]}": ${here} here, ${there} there`)
  }
  const good = wild.filter(text => goVersions.parse(text))
  for (const [index, there] of ask(good.map(text => ['pseudo', text])).entries()) {
    // We require twelve digits of the commit, as in every real version, and are less strict before the date.
    const isMissed =
      there === 'true' && FULL_HASH.test(good[index]) && goVersions.parse(good[index]).pseudo === undefined
    if (isMissed) differences.push(`pseudo-version ${good[index]}: not one here`)
  }
  const pairs = Array.from({ length: 4_000 }, () => [pick(random, good), pick(random, good)])
  for (const [index, there] of ask(pairs.map(pair => ['order', ...pair])).entries()) {
    const [a, b] = pairs[index]
    const here = String(Math.sign(goVersions.compare(goVersions.parse(a), goVersions.parse(b))))
    if (here !== there) differences.push(`order of ${a} and ${b}: ${here} here, ${there} there`)
  }
  Object.assign(counts, {
    'texts for versions': wild.length,
    'texts for pseudo-versions': good.length,
    pairs: pairs.length
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
conclude('golang.org/x/mod', counts, differences)
