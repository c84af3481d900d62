// What the oracles of resolved projects share. Each makes small projects from a seed, lets a package manager resolve them against
// packages that exist only here, and asks the package manager for the version that each project gets of each client. A scan of
// the same files must say the same, line by line.
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { scan } from '../../lib/scan/scan.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const BUFFER = 1 << 28
const run = promisify(execFile)

/** Random choices, the same for the same seed. */
export function choices(seed) {
  const random = randomNumbers(seed)
  return {
    chance: share => random() < share,
    one: items => pick(random, items),
    some: (items, share) => items.filter(() => random() < share),
    shuffled: items =>
      items
        .map(item => [random(), item])
        .toSorted(([a], [b]) => a - b)
        .map(([, item]) => item)
  }
}

/** Writes files by their paths. */
export function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Runs a program in a folder, and returns what it printed. With `mayFail` the exit code does not matter. */
export async function output([program, ...first], args, { cwd, env = {}, mayFail = false }) {
  const options = { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: BUFFER }
  try {
    return (await run(program, [...first, ...args], options)).stdout
  } catch (error) {
    if (mayFail && typeof error.code === 'number') return error.stdout
    throw error
  }
}

/** The command of a program: that of the environment variable, with its arguments, else its name. Undefined if it does not start. */
export function programNamed(name, variable, args = ['--version']) {
  const command = (process.env[variable] ?? name).split(' ')
  try {
    const version = execFileSync(command[0], [...command.slice(1), ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()
    return { command, version }
  } catch {
    return undefined
  }
}

/** What a scan says of these files: each line that names a client, and the version in force there. */
async function ours(files) {
  const workspace = {
    list: async () => ({ source: 'walk', files: Object.keys(files).map(path => ({ path })), excluded: {}, gaps: [] }),
    read: async path => ({ text: files[path] })
  }
  const { findings, gaps } = await scan(workspace, { minimum: 'documented' })
  const clients = findings.filter(({ subject }) => subject.kind === 'client')
  const at = new Map(clients.map(finding => [lineOf(finding.subject.dependency), finding]))
  const lines = clients.map(({ subject: { dependency }, status }) => {
    const by = status.kind === 'settled' ? at.get(`${dependency.name} ${status.by.path}:${status.by.line}`) : undefined
    const { requirement } = (by ?? { subject: { dependency } }).subject.dependency
    return { ...dependency, isSettled: status.kind === 'settled', inForce: requirement }
  })
  return { lines, gaps }
}

function lineOf({ name, place }) {
  return `${name} ${place.path}:${place.line}`
}

/** One line of each difference between what a package manager and a scan say. */
async function differencesIn({ files, places, all, kept = new Set(), onlyLocked = new Set(), locked = true }) {
  const { lines, gaps } = await ours(files)
  const differences = gaps.map(({ place, detail }) => `${place.path}:${place.line}: gap: ${detail}`)
  for (const [place, version] of places) {
    const [path, name] = place.split(' ')
    // Which projects are members, a lockfile shows best.
    if (!locked && (path.includes('/') || onlyLocked.has(place))) continue
    const asked = lines.filter(line => line.place.path === path && line.name === name && line.direct === true)
    if (asked.length === 0) differences.push(`${path} ${name} ${version}: not found`)
    for (const {
      place: { line },
      inForce
    } of asked) {
      // Without a lockfile only a version says anything.
      if (inForce.text === version || (!locked && inForce.kind !== 'version')) continue
      differences.push(`${path}:${line} ${name}: ${inForce.text} here, ${version} there`)
    }
  }
  if (!locked) return differences
  const open = new Set(lines.filter(line => !line.isSettled).map(line => `${line.name} ${line.requirement.text}`))
  differences.push(...[...all].filter(used => !open.has(used)).map(used => `${used} is used, and settled or not found`))
  const unused = [...open].filter(found => !all.has(found) && !kept.has(found))
  differences.push(...unused.map(found => `${found} is open, and not used`))
  return differences
}

/**
 * Runs an oracle and prints its summary. `make` returns the files of a project, and `resolve` what the package manager made of them
 * in a folder: `files` to scan, the version of each client in each place (`places`: `PATH NAME` → version), `all` versions in
 * use (`NAME VERSION`), and those that the lockfile may keep although nothing uses them (`kept`). `onlyLocked` are places that a lockfile alone shows
 * rightly; the summary counts them. It returns undefined for a project that the package manager refuses. Fails with any difference.
 * @param seed reproduces the projects
 */
export async function compareProjects({
  oracle,
  seed,
  count = Number(process.argv[2] ?? 200),
  make,
  resolve,
  unlocked
}) {
  const random = choices(seed)
  const counts = { projects: 0, refused: 0, versions: 0 }
  const differences = []
  const only = process.env.ONLY === undefined ? undefined : Number(process.env.ONLY)
  for (let index = 0; counts.projects < count && index < count * 5; index++) {
    const files = make(random)
    if (only !== undefined && index !== only) continue
    const folder = mkdtempSync(join(tmpdir(), 'effective-'))
    try {
      writeFiles(folder, files)
      const resolved = await resolve(folder, files)
      if (!resolved) {
        counts.refused++
        continue
      }
      counts.projects++
      counts.versions += resolved.places.size + resolved.all.size
      if (resolved.onlyLocked)
        counts['shown by the lockfile alone'] = (counts['shown by the lockfile alone'] ?? 0) + resolved.onlyLocked.size
      const found = await differencesIn(resolved)
      if (unlocked) {
        const bare = Object.fromEntries(Object.entries(resolved.files).filter(([path]) => !unlocked.includes(path)))
        const without = await differencesIn({ ...resolved, files: bare, locked: false })
        found.push(...without.map(line => `without a lockfile: ${line}`))
      }
      differences.push(...found.map(line => `project ${index}: ${line}`))
      if (found.length > 0 && process.env.KEEP)
        writeFiles(join(process.env.KEEP, oracle.replace(' ', '-'), String(index)), resolved.files)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  if (counts.projects < count && only === undefined)
    differences.push(`only ${counts.projects} of ${count} projects were resolved`)
  conclude(oracle, counts, differences)
}
