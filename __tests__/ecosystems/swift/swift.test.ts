/** Swift against the laws, its names, its commands, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { swift } from '../../../src/ecosystems/swift/index.ts'
import { packageResolved } from '../../../src/ecosystems/swift/package-resolved.ts'
import { packageSwift } from '../../../src/ecosystems/swift/package-swift.ts'
import { swiftVersions } from '../../../src/ecosystems/swift/version.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, long, MANY, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(swift)

test.each([
  ['Package.swift', 'Package.swift'],
  ['sdk/Package@swift-5.9.swift', 'Package.swift'],
  ['Package@swift-6.swift', 'Package.swift'],
  ['Package.resolved', 'Package.resolved'],
  ['App.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved', 'Package.resolved'],
  ['MyPackage.swift', undefined],
  ['Package@swift-x.swift', undefined],
  ['Package.swift.orig', undefined]
])('%s is read as %s', (path, name) => {
  expect(swift.formats.find(({ names }) => matches(names, path))?.name).toBe(name)
})

test.each([
  ['Package.resolved', ''],
  ['sdk/Package.resolved', 'sdk'],
  ['App.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved', ''],
  ['ios/App.xcworkspace/xcshareddata/swiftpm/Package.resolved', 'ios']
])('%s speaks for "%s"', (path, folder) => {
  expect(packageResolved.folder?.(path)).toBe(folder)
})

test.each([
  'https://github.com/swiftkube/client',
  'https://github.com/swiftkube/client.git',
  'https://github.com/SwiftKube/Client/',
  'https://www.github.com/swiftkube/client.git/',
  'http://user:secret@github.com/swiftkube/client',
  'git@github.com:swiftkube/client.git',
  'ssh://git@github.com/swiftkube/client.git',
  'ssh://git@github.com:22/swiftkube/client',
  'git://github.com/swiftkube/client.git',
  'github.com/swiftkube/client'
])('%s is the client', address => {
  expect(swift.canonicalName(address)).toBe('github.com/swiftkube/client')
})

test.each([
  'https://github.com/swiftkube/model',
  'https://github.com/acme/client',
  'https://git.example/swiftkube/client',
  'https://github.com.example/swiftkube/client',
  'swiftkube.client',
  '../client',
  `https://${'a@'.repeat(100_000)}`,
  `git@${'a'.repeat(500_000)}`,
  '/'.repeat(500_000)
])('another address is not (%#)', address => {
  expect(swift.canonicalName(address)).not.toBe('github.com/swiftkube/client')
})

test('commands', () => {
  const name = 'github.com/swiftkube/client'
  expect(upgradeLines(packageSwift, name, '0.26.0', {})).toEqual([
    '# in Package.swift: .package(url: "https://github.com/swiftkube/client", from: "0.26.0")',
    'swift package update client'
  ])
  expect(upgradeLines(packageSwift, name, '0.26.0', { requirement: { kind: 'version', text: '0.13.0' } })[0]).toContain(
    'exact: "0.26.0"'
  )
  expect(upgradeLines(packageResolved, name, '0.26.0', {})).toHaveLength(3)
  expect(packageResolved.role.chain?.command?.(name)).toBe('swift package show-dependencies')
})

describe('hostile texts', () => {
  readsWithinBudget(byName(swift.formats), [
    [
      'blanks',
      long(' '),
      { 'Package.swift': 'nothing', 'Package.resolved': 'fault "the file ends in the middle of a JSON value"' }
    ],
    [
      'open brackets',
      '.package('.repeat(MANY),
      { 'Package.swift': 'fault "nested deeper than 1000 levels"', 'Package.resolved': 'fault "expected a JSON value"' }
    ],
    [
      'comments',
      long('/*'),
      { 'Package.swift': 'fault "nested deeper than 1000 levels"', 'Package.resolved': 'fault "expected a JSON value"' }
    ],
    [
      'closed comments',
      '/**/'.repeat(MANY),
      { 'Package.swift': 'nothing', 'Package.resolved': 'fault "the file ends in the middle of a JSON value"' }
    ],
    [
      'strings in strings',
      long('"\\('),
      {
        'Package.swift': 'fault "nested deeper than 1000 levels"',
        'Package.resolved': 'fault "unknown escape sequence"'
      }
    ],
    [
      'hashes and no quote',
      long('#'),
      { 'Package.swift': 'nothing', 'Package.resolved': 'fault "expected a JSON value"' },
      150
    ],
    ['raw strings', long('#"'), { 'Package.swift': 'nothing', 'Package.resolved': 'fault "expected a JSON value"' }],
    ['backticks', long('`'), { 'Package.swift': 'nothing', 'Package.resolved': 'fault "expected a JSON value"' }],
    [
      'one line of packages',
      `[${'.package(url: "a/b/c", from: "1.0.0"),'.repeat(MANY)}`,
      {
        'Package.swift': `${MANY} packages, fault "unclosed bracket"`,
        'Package.resolved': 'fault "expected a JSON value"'
      }
    ],
    [
      'a long requirement',
      `.package(url: "a/b/c", ${'"1.0.0"..<'.repeat(MANY)})`,
      { 'Package.swift': '1 package', 'Package.resolved': 'fault "expected a JSON value"' }
    ]
  ])
  const many = 500_000
  test('long versions and ranges are refused', () => {
    expect(swiftVersions.parse('1'.repeat(many))).toBeUndefined()
    expect(swiftVersions.span(`from: "${'1'.repeat(many)}"`)).toBeUndefined()
    expect(swiftVersions.span(`from:${' '.repeat(4_000)}`)).toBeUndefined()
    expect(swiftVersions.span('#'.repeat(4_000))).toBeUndefined()
  })
})
