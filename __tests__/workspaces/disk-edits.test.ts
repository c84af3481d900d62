/** Writing edited files: in their encoding, as a whole, and nowhere else. */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { editableFiles } from '../../src/workspaces/disk-edits.ts'
import { commit, type Files, git, removeTrees, repository, tree } from '../support/trees.ts'

afterAll(removeTrees)

/** Opens a file and writes its text with a replacement; the reason if that was refused. */
async function replaced(root: string, path: string, old = '1', text = '2'): Promise<string | undefined> {
  const files = await editableFiles(root)
  const opened = await files.open(path)
  return 'refused' in opened ? opened.refused : files.write(path, opened.file, opened.file.text.replaceAll(old, text))
}

describe('the bytes around an edit stay as they are', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
  test.each<readonly [string, Uint8Array, Uint8Array]>([
    ['UTF-8', Buffer.from('ä==1\n'), Buffer.from('ä==2\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffä==1\r\n'), Buffer.from('\ufeffä==2\r\n')],
    ['two marks', Buffer.from('\ufeff\ufeffa==1'), Buffer.from('\ufeff\ufeffa==2')],
    ['UTF-16, little end first', utf16('ä==1\r\n'), utf16('ä==2\r\n')],
    ['UTF-16, big end first', utf16('ä==1\n').swap16(), utf16('ä==2\n').swap16()],
    ['Latin-1', Buffer.from('a==1 # \xe4\x80\x81\n', 'latin1'), Buffer.from('a==2 # \xe4\x80\x81\n', 'latin1')]
  ])('%s', async (_, before, after) => {
    const root = tree({ a: before })
    expect(await replaced(root, 'a')).toBeUndefined()
    expect(readFileSync(join(root, 'a'))).toEqual(Buffer.from(after))
  })

  test('a character that the encoding lacks is refused', async () => {
    const before = Buffer.from('1 \xe4', 'latin1')
    const root = tree({ a: before })
    expect(await replaced(root, 'a', '1', '日')).toMatch('encoding')
    expect(readFileSync(join(root, 'a'))).toEqual(before)
  })

  test('UTF-16 that is cut off is refused', async () => {
    const root = tree({ a: Buffer.concat([Buffer.from('\ufeff1', 'utf16le'), Buffer.from([0x31])]) })
    expect(await replaced(root, 'a')).toBe('its encoding is not known')
  })
})

test('the mode stays, and nothing is left beside the file', async () => {
  const root = tree({ 'f/a.sh': '1' })
  chmodSync(join(root, 'f/a.sh'), 0o751)
  expect(await replaced(root, 'f/a.sh')).toBeUndefined()
  expect(statSync(join(root, 'f/a.sh')).mode & 0o777).toBe(0o751)
  expect(readdirSync(join(root, 'f'))).toEqual(['a.sh'])
})

test('a file that changed since it was read is left alone', async () => {
  const root = tree({ a: '1' })
  const files = await editableFiles(root)
  const opened = await files.open('a')
  writeFileSync(join(root, 'a'), '1 and more')
  expect('file' in opened && (await files.write('a', opened.file, '2'))).toBe('it changed while it was read')
  expect(readFileSync(join(root, 'a'), 'utf8')).toBe('1 and more')
  expect(readdirSync(root)).toEqual(['a'])
})

describe('no link is followed', () => {
  test.each<readonly [string, (root: string, outside: string) => string]>([
    [
      'a file that is one',
      (root, outside) => {
        symlinkSync(join(outside, 'a'), join(root, 'link'))
        return 'link'
      }
    ],
    [
      'a file that is one to a file of the folder',
      root => {
        symlinkSync('own', join(root, 'link'))
        return 'link'
      }
    ],
    [
      'a folder that is one',
      (root, outside) => {
        symlinkSync(outside, join(root, 'link'))
        return 'link/a'
      }
    ],
    ['a path that leads out', (_, outside) => `../${outside.split('/').at(-1)}/a`],
    [
      'a folder in place of a file',
      root => {
        mkdirSync(join(root, 'd'))
        return 'd'
      }
    ],
    ['nothing', () => 'none']
  ])('%s', async (_, make) => {
    const outside = tree({ a: '1' })
    const root = tree({ own: '1' })
    expect(await replaced(root, make(root, outside))).toEqual(expect.any(String))
    expect([join(root, 'own'), join(outside, 'a')].map(file => readFileSync(file, 'utf8'))).toEqual(['1', '1'])
  })

  test('one that takes the place of the file between reading and writing', async () => {
    const outside = tree({ a: '1' })
    const root = tree({ 'f/a': '1', 'g/b': '1' })
    const files = await editableFiles(root)
    const opened = await files.open('f/a')
    renameSync(join(root, 'f'), join(root, 'old'))
    symlinkSync(outside, join(root, 'f'))
    expect('file' in opened && (await files.write('f/a', opened.file, '2'))).toEqual(expect.any(String))
    expect(readFileSync(join(outside, 'a'), 'utf8')).toBe('1')
    expect(readdirSync(outside)).toEqual(['a'])
  })
})

describe('changes that are not committed', () => {
  const found = async (root: string, ...paths: string[]) => [
    ...(await (await editableFiles(root)).uncommitted(paths)).keys()
  ]

  test('in the file, in the index, and without a commit', async () => {
    const files: Files = { clean: '1', changed: '1', staged: '1', 'a/[x]*': '1' }
    const root = repository(files)
    writeFileSync(join(root, 'changed'), '2')
    writeFileSync(join(root, 'staged'), '2')
    writeFileSync(join(root, 'new'), '2')
    git(root, 'add', 'staged', 'new')
    expect(await found(root, 'clean', 'changed', 'staged', 'new', 'a/[x]*')).toEqual(['changed', 'staged', 'new'])
    expect(await found(join(root, 'a'), '[x]*')).toEqual([])
  })

  test('a repository without a commit has all of its files changed', async () => {
    const root = tree({ a: '1' })
    git(root, 'init', '--quiet')
    git(root, 'add', 'a')
    expect(await found(root, 'a')).toEqual(['a'])
  })

  test('line ends that git puts in are none', async () => {
    const root = repository({ a: '1\n2\n' })
    writeFileSync(join(root, 'a'), '1\r\n2\r\n')
    expect(await found(root, 'a')).toEqual([])
  })

  test('a folder without git has none', async () => expect(await found(tree({ a: '1' }), 'a')).toEqual([]))

  test('no filter of the repository runs', async () => {
    const root = repository({ a: '1', '.gitattributes': '* filter=evil\n' })
    git(root, 'config', 'filter.evil.clean', `touch ${join(root, 'ran')}; cat`)
    writeFileSync(join(root, 'a'), '2')
    expect(await found(root, 'a')).toEqual(['a'])
    expect(existsSync(join(root, 'ran'))).toBe(false)
    // The filter would run for git itself.
    commit(root)
    expect(existsSync(join(root, 'ran'))).toBe(true)
  })
})
