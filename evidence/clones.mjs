/** Reads clones of other projects with git. Needs `git`. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Objects that git is asked for at once. */
const AT_ONCE = 2_000

/** The clone of `OWNER/NAME` below a folder: `OWNER+NAME/repo`, `OWNER+NAME` or `OWNER/NAME`; undefined if there is none. */
export function cloneOf(folder, source) {
  const joined = source.replace('/', '+')
  return [join(folder, joined, 'repo'), join(folder, joined), join(folder, source)].find(path =>
    ['HEAD', '.git'].some(name => existsSync(join(path, name)))
  )
}

/** The output of a git command in a clone as bytes. Throws if it fails. */
export function git(clone, args, input = '') {
  const { status, stdout, stderr } = spawnSync('git', ['-C', clone, ...args], { input, maxBuffer: 2 ** 30 })
  if (status !== 0) throw new Error(`git ${args[0]} in ${clone}: ${stderr}`)
  return stdout
}

/** The texts of objects, which are named by their hash or as `REVISION:PATH`, in their order; undefined for those that are not there. */
export function textsOf(clone, names) {
  const texts = []
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const bytes = git(clone, ['cat-file', '--batch'], `${names.slice(start, start + AT_ONCE).join('\n')}\n`)
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(10, at)
      const size = / blob (\d+)$/.exec(bytes.subarray(at, end).toString())?.[1]
      const next = size === undefined ? end : end + 1 + Number(size)
      texts.push(size === undefined ? undefined : bytes.subarray(end + 1, next).toString())
      at = next + 1
    }
  }
  return texts
}
