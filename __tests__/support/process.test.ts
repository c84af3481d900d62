/** A bundle that was not built from the present sources must fail every test that runs it. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { FINGERPRINT_FILE, fingerprint, writeFingerprint } from '../../scripts/fingerprint.mjs'
import { freshBundle } from './process.ts'
import { removeTrees, tree, write } from './trees.ts'

afterEach(removeTrees)

/** A project after its build. */
function project(): string {
  const root = tree({
    'src/main.ts': 'run()\n',
    'src/scan/scan.ts': 'export {}\n',
    'src/README.md': '# The map\n',
    'package-lock.json': '{}\n',
    'tsconfig.json': '{}\n',
    'tsconfig.build.json': '{}\n',
    'scripts/build.mjs': 'build()\n',
    'scripts/fingerprint.mjs': 'export {}\n',
    'dist/main/index.js': 'run()\n'
  })
  writeFingerprint(root, fingerprint(root))
  return root
}

describe('a bundle', () => {
  test('of the present sources is given by its path', () => {
    const root = project()
    expect(freshBundle(root, 'main')).toBe(join(root, 'dist', 'main', 'index.js'))
  })

  test.each([
    'src/main.ts',
    'src/scan/scan.ts',
    'src/scan/another.ts',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'scripts/build.mjs',
    'scripts/fingerprint.mjs'
  ])('is stale once %s changed', path => {
    const root = project()
    write(root, { [path]: 'another text\n' })
    expect(() => freshBundle(root, 'main')).toThrow(/was built from other sources .*: run npm run build$/)
  })

  test('is stale once a source was deleted or renamed', () => {
    const root = project()
    rmSync(join(root, 'src', 'scan', 'scan.ts'))
    expect(() => freshBundle(root, 'main')).toThrow('run npm run build')
    write(root, { 'src/scan/renamed.ts': 'export {}\n' })
    expect(() => freshBundle(root, 'main')).toThrow('run npm run build')
    rmSync(join(root, 'src', 'scan', 'renamed.ts'))
    write(root, { 'src/scan/scan.ts': 'export {}\n' })
    expect(freshBundle(root, 'main')).toContain(root)
  })

  test('is stale without a fingerprint', () => {
    const root = project()
    rmSync(join(root, FINGERPRINT_FILE))
    expect(() => freshBundle(root, 'main')).toThrow('run npm run build')
  })

  test('that was not built is refused', () => {
    expect(() => freshBundle(project(), 'cli')).toThrow(/does not exist: run npm run build$/)
  })

  test('stays fresh when a document or a test changed', () => {
    const root = project()
    write(root, { 'src/README.md': '# Another map\n', '__tests__/main.test.ts': 'test()\n' })
    expect(freshBundle(root, 'main')).toContain(root)
  })
})
