/** Asks the Go module proxy with the tool of Go, which finds it by its own configuration (`GOPROXY`). Needs `go`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './process.mjs'

/** Versions that the tool is asked for at once. */
const AT_ONCE = 50

/** The versions of a module that the proxy lists. Throws if it cannot be asked. */
export async function goVersionsOf(module, env = {}) {
  const { Versions = [] } = JSON.parse(await outside(['list', '-m', '-versions', '-json', module], env))
  return Versions
}

/** By version: the go.mod of a module, without its sources. A version that the proxy does not give is left out. */
export async function goModsOf(module, versions, env = {}) {
  const result = new Map()
  for (let start = 0; start < versions.length; start += AT_ONCE) {
    const asked = versions.slice(start, start + AT_ONCE).map(version => `${module}@${version}`)
    const shown = await outside(['list', '-m', '-e', '-f', '{{.Version}} {{.GoMod}}', ...asked], env)
    for (const line of shown.trim().split('\n')) {
      const [version, path] = line.split(' ')
      if (path) result.set(version, readFileSync(path, 'utf8'))
    }
  }
  return result
}

/** Runs the tool where no module is. */
async function outside(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'go-modules-'))
  try {
    return await run(['go', ...args], folder, { GOFLAGS: '-mod=mod', ...env })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
