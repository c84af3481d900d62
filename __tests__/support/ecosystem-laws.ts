/** What must hold for every ecosystem and every polyglot format: case files, order of versions, ranges. Their tests call it. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, describe as suite, test } from '@jest/globals'
import type { Ecosystem } from '../../src/ecosystems/ecosystem.ts'
import type { FileFormat, PackageEntry } from '../../src/ecosystems/file-format.ts'
import { ecosystemOf } from '../../src/ecosystems/index.ts'
import type { VersionScheme } from '../../src/ecosystems/version-scheme.ts'
import { admits } from '../../src/policy/span.ts'
import { prefilter } from '../../src/scan/prefilter.ts'
import { caseFile, collect, describe, parseCases } from './cases.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '__tests__', 'ecosystems')

/** Defines the tests of one ecosystem. */
export function holdsTheLaws(ecosystem: Ecosystem): void {
  for (const format of ecosystem.formats) formatLaws(ecosystem.id, format)
  suite(`versions of ${ecosystem.id}`, () => versionLaws(ecosystem))
}

/** Defines the tests of one polyglot format. */
export function holdsTheLawsOfFormats(format: FileFormat): void {
  formatLaws('', format)
}

function formatLaws(own: string, format: FileFormat): void {
  const file = caseFile(own, format.name)
  const ecosystemFor = (entry: PackageEntry): Ecosystem => {
    const ecosystem = ecosystemOf(entry.ecosystem ?? own)
    if (!ecosystem) throw new Error(`${entry.name}: an entry of no known ecosystem`)
    return ecosystem
  }
  suite(`${own} ${format.name}`.trim(), () => {
    if (!existsSync(file)) {
      test('has a case file', () => {
        throw new Error(`create ${file.slice(root.length + 1)} with at least one case`)
      })
      return
    }
    const cases = parseCases(readFileSync(file, 'utf8'))
    test('has cases', () => expect(cases.length).toBeGreaterThan(0))
    test.each(cases)('$title', async ({ input, expected }) => {
      expect(await describe(format, input)).toEqual(expected.length === 1 && expected[0] === 'nothing' ? [] : expected)
    })
    test('offset law: the text at an entry begins with its requirement', async () => {
      for (const { title, input } of cases) {
        for (const entry of (await collect(format, input)).entries) {
          if ('gap' in entry || 'ignored' in entry || 'include' in entry || 'on' in entry) continue
          if ('member' in entry || 'imports' in entry) continue
          if ('defines' in entry) {
            const wanted = entry.requirement.kind === 'none' ? '' : entry.requirement.text
            expect({ title, text: input.slice(entry.at, entry.at + wanted.length) }).toEqual({ title, text: wanted })
            continue
          }
          const name = ecosystemFor(entry).ownPart?.(entry.name) ?? entry.name
          const wanted = entry.requirement.kind === 'none' ? name : entry.requirement.text
          expect({ title, text: input.slice(entry.at, entry.at + wanted.length) }).toEqual({ title, text: wanted })
        }
      }
    })
    test('needle law: a text that yields a package holds its needle, so the prefilter lets it through', async () => {
      for (const { title, input } of cases) {
        for (const entry of (await collect(format, input)).entries) {
          if (!('name' in entry)) continue
          const { needle: needleOf, canonicalName } = ecosystemFor(entry)
          const needle = needleOf(canonicalName(entry.name)).toLowerCase()
          const [found, passes] = [input.toLowerCase().includes(needle), prefilter([needle])(input)]
          expect({ title, needle, found, passes }).toEqual({ title, needle, found: true, passes: true })
        }
      }
    })
    test('line ends: the same with CRLF', async () => {
      for (const { input } of cases) {
        const lf = input.replaceAll('\r\n', '\n')
        expect(await describe(format, lf.replaceAll('\n', '\r\n'))).toEqual(await describe(format, lf))
      }
    })
    test('cut off anywhere, it ends with entries, gaps or a fault and never with a bug', async () => {
      for (const { input } of cases) {
        const step = Math.max(1, Math.floor(input.length / 60))
        for (let end = 0; end < input.length; end += step) await collect(format, input.slice(0, end))
      }
    })
  })
}

function versionLaws(ecosystem: Ecosystem): void {
  let scheme: VersionScheme
  beforeAll(async () => {
    scheme = await ecosystem.versions()
  })
  const [ordered = [], refused = []] = sections(join(folder, ecosystem.id, 'versions.txt'))
  const groups = ordered.map(line => line.split(' = ').map(version => version.trim()))

  test('the list holds at least ten versions and five texts that are none', () => {
    expect(groups.length).toBeGreaterThanOrEqual(10)
    expect(refused.length).toBeGreaterThanOrEqual(5)
  })
  test('every pair of the list is ordered as listed, both ways round', () => {
    const wrong: string[] = []
    for (const [i, left] of groups.entries()) {
      for (const [j, right] of groups.entries()) {
        for (const a of left) {
          for (const b of right) {
            const [x, y] = [scheme.parse(a), scheme.parse(b)]
            if (x === undefined || y === undefined) wrong.push(`${x === undefined ? a : b} is refused`)
            else if (Math.sign(scheme.compare(x, y)) !== Math.sign(i - j)) wrong.push(`${a} against ${b}`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
  })
  test('what is no version is refused', () => {
    expect(refused.filter(text => scheme.parse(text) !== undefined)).toEqual([])
  })

  const ranges = join(folder, ecosystem.id, 'ranges.txt')
  if (!existsSync(ranges)) return
  test('ranges allow and refuse what the list says', () => {
    const wrong: string[] = []
    for (const line of sections(ranges)[0] ?? []) {
      const [range = '', allowed = '', forbidden = ''] = line.split(/\s+\|\s+/)
      const span = scheme.span(range)
      if (!span) {
        if (allowed !== 'not a range') wrong.push(`${range} is refused`)
        continue
      }
      if (allowed === 'not a range') wrong.push(`${range} is accepted`)
      const allows = (version: string) => {
        const parsed = scheme.parse(version)
        if (parsed === undefined) throw new Error(`${ranges}: ${version} is no version`)
        return admits(scheme, span, parsed)
      }
      for (const version of words(allowed)) if (!allows(version)) wrong.push(`${range} should allow ${version}`)
      for (const version of words(forbidden)) if (allows(version)) wrong.push(`${range} should refuse ${version}`)
    }
    expect(wrong).toEqual([])
  })
}

/** The lines of a list, cut into sections by lines of `---`; `#` begins a comment, empty lines do not count. */
function sections(file: string): string[][] {
  const result: string[][] = [[]]
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const text = line.replace(/(?:^|\s)#\s.*$/, '').trim()
    if (text === '---') result.push([])
    else if (text !== '') result.at(-1)?.push(text)
  }
  return result
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '' && word !== '-')
}
