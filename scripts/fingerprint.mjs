/** The fingerprint of all inputs of a bundle: the build writes it into dist/, the tests compare it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The file with the fingerprint of the bundles, relative to the project. */
export const FINGERPRINT_FILE = 'dist/fingerprint.txt'

/** The inputs beside `src/`. The lockfile covers the dependencies, TypeScript and the bundler. */
const INPUTS = [
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/fingerprint.mjs',
  'tsconfig.build.json',
  'tsconfig.json'
]

/** The SHA-256 of the paths and contents of all inputs. */
export function fingerprint(project) {
  const hash = createHash('sha256')
  for (const path of [...INPUTS, ...sources(project)].sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(project, path)))
      .digest('hex')
    hash.update(`${content}  ${path}\n`)
  }
  return hash.digest('hex')
}

/** Records that the bundles in dist/ were built from the inputs with this fingerprint. */
export function writeFingerprint(project, value) {
  writeFileSync(join(project, FINGERPRINT_FILE), `${value}\n`)
}

/** All files in `src/` except documents. */
function sources(project) {
  return readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.md'))
    .map(entry => relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'))
}
