// The folder of a mounted service account, written and rotated in the same way as by the kubelet, invisible to other
// processes.
import { execFileSync, spawnSync } from 'node:child_process'
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

/** The path where the kubelet mounts it; nearly every client has it as a constant. */
const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount'

/** The mount namespace of this process. */
export function mountNamespace() {
  return readlinkSync('/proc/self/ns/mnt')
}

/** The command for a mount namespace of its own, without root if the system allows that. Ends the program if there
 * is none. */
export function namespaceCommand() {
  const ways = [
    ['unshare', '--mount', '--user', '--map-root-user'],
    ['unshare', '--mount']
  ]
  const works = ([command, ...args]) =>
    spawnSync(command, [...args, 'mount', '-t', 'tmpfs', 'tmpfs', '/var/run/'], { stdio: 'ignore' }).status === 0
  const found = ways.find(works)
  if (found) return found
  console.error('unshare gives no mount namespace here, and nothing is ever written to the /var/run of the machine.')
  process.exit(3)
}

/**
 * Covers `/var/run` with an empty file system, which ends with the process. Refuses in the namespace `outside`, because
 * the mount would be visible to other processes.
 */
export function coverVarRun(outside) {
  if (!outside || mountNamespace() === outside) throw new Error('this is no mount namespace of our own')
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', realpathSync('/var/run')])
  if (existsSync(FOLDER)) throw new Error(`${FOLDER} is still there`)
}

/**
 * Mounts the first token: files that are links into `..data`, which is a link to a folder with a timestamp. Returns the
 * function that replaces the token by one atomic rename.
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
