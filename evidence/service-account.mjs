// The folder of a mounted service account, written and rotated as the kubelet does it, where nobody else can see it.
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'

/** Where the kubelet mounts it; nearly every client has this path written into its code. */
const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount'

/** Which mount namespace this process is in. */
export function mountNamespace() {
  return readlinkSync('/proc/self/ns/mnt')
}

/**
 * Covers `/var/run` with an empty file system of our own. In the namespace `outside`, where others would see it, it
 * refuses: the machine keeps what it has there, and what is mounted here ends with the process.
 */
export function coverVarRun(outside) {
  if (!outside || mountNamespace() === outside) throw new Error('this is no mount namespace of our own')
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', realpathSync('/var/run')])
  if (existsSync(FOLDER)) throw new Error(`${FOLDER} is still there`)
}

/**
 * Mounts the first token: files that are links into `..data`, which is itself a link to a folder with a timestamp.
 * Returns the function that puts another token in its place, by one atomic rename.
 */
export function mountServiceAccount(authority, token) {
  mkdirSync(FOLDER, { recursive: true })
  let generation = 0
  let present
  const put = text => {
    const folder = `..2026_01_01_00_00_00.${String(++generation).padStart(9, '0')}`
    mkdirSync(join(FOLDER, folder))
    copyFileSync(authority, join(FOLDER, folder, 'ca.crt'))
    writeFileSync(join(FOLDER, folder, 'namespace'), 'default')
    writeFileSync(join(FOLDER, folder, 'token'), text)
    symlinkSync(folder, join(FOLDER, '..data_tmp'))
    renameSync(join(FOLDER, '..data_tmp'), join(FOLDER, '..data'))
    if (present !== undefined) rmSync(join(FOLDER, present), { recursive: true })
    present = folder
  }
  put(token)
  for (const name of ['ca.crt', 'namespace', 'token']) symlinkSync(join('..data', name), join(FOLDER, name))
  return put
}
