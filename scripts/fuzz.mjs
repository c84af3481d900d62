#!/usr/bin/env node
// Reads damaged files and checks damaged workspaces: node scripts/fuzz.mjs [FOLDER…] [--inputs N] [--workspaces N] [--seconds N] [--seed N].
// They are made of the cases of the tests, the examples of the hazards and the files below each FOLDER, such as a checkout. The same seed makes
// the same inputs. Each kind of fault is shown once, with its input made as small as it stays at fault; --number N runs that input alone.
// An input that takes longer than --patience seconds is stopped and counts as a fault; so does one that exhausts the memory. Exit code 1
// if there is a fault.
import { fork } from 'node:child_process'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const FILE = 'file'
const WORKSPACE = 'workspace'
/** How many inputs one process gets, so that a run of any length has both kinds. */
const AT_ONCE = { [FILE]: 20_000, [WORKSPACE]: 1_000 }
/** The processor time that an input may take: at least, and for each character. It is looked at several times. */
const [SLOW, SLOW_EACH] = [2_000, 0.06]
/** Of a process over inputs, in megabytes. */
const MEMORY = 2_000
/** In characters. */
const MOST_SHOWN = 4_000

if (process.send) process.once('message', work)
else process.exitCode = await main()

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      inputs: { type: 'string' },
      workspaces: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      number: { type: 'string' },
      patience: { type: 'string', default: '30' }
    }
  })
  const isTimed = values.seconds !== undefined
  const isAlone = values.number !== undefined
  const most = (given, usual) =>
    isAlone ? Math.min(1, Number(given ?? 1)) : Number(given ?? (isTimed ? Number.POSITIVE_INFINITY : usual))
  const wanted = { [FILE]: most(values.inputs, 20_000), [WORKSPACE]: most(values.workspaces, 1_000) }
  const run = {
    seed: Number(values.seed),
    folders: positionals,
    patience: 1_000 * Number(values.patience),
    until: isTimed ? Date.now() + 1_000 * Number(values.seconds) : Number.MAX_SAFE_INTEGER
  }
  const first = Number(values.number ?? 0)
  const faults = new Map()
  const done = { [FILE]: 0, [WORKSPACE]: 0 }
  const left = kind => Math.min(AT_ONCE[kind], wanted[kind] - done[kind])
  while (Date.now() < run.until && left(FILE) + left(WORKSPACE) > 0) {
    for (const kind of [FILE, WORKSPACE]) {
      const from = first + done[kind]
      done[kind] += await runMany(run, { kind, from, end: from + left(kind) }, faults)
    }
    process.stderr.write(`${done[FILE]} files, ${done[WORKSPACE]} workspaces, ${faults.size} kinds of faults\n`)
  }
  const times = [...faults.values()].reduce((sum, count) => sum + count, 0)
  console.log(
    `seed ${run.seed}: ${done[FILE]} files, ${done[WORKSPACE]} workspaces, ${times} faults of ${faults.size} kinds`
  )
  return faults.size === 0 ? 0 : 1
}

/** Runs some inputs in a worker, and again in a new one behind each input that stops it. Returns how many were run. */
async function runMany(run, { kind, from, end }, faults) {
  let number = from
  while (number < end && Date.now() < run.until) {
    const onFault = fault => report(run, kind, fault, faults)
    const { next, stopped, told } = await inProcess(run, { kind, number, end }, onFault)
    number = next
    if (stopped === undefined) return number - from
    let shown = ''
    await inProcess(run, { kind, number, end: number + 1, isShown: true }, message => {
      shown = message.shown
    })
    onFault({ number, fault: { kind: stopped, detail: `not made smaller\n${told}` }, shown })
    number++
  }
  return number - from
}

function report({ seed }, kind, { number, fault, shown }, faults) {
  const count = faults.get(fault.kind) ?? 0
  faults.set(fault.kind, count + 1)
  if (count > 0) return
  const other = kind === FILE ? '--workspaces 0' : '--inputs 0'
  console.log(
    `\n# ${fault.kind}\n${kind} ${number}: --seed ${seed} --number ${number} ${other}\n${fault.detail}\n${shown}`
  )
}

/** One process over some inputs. `next`: the number behind the last one, or of the one that stopped it. */
function inProcess({ patience, ...run }, round, onFault) {
  return new Promise(resolve => {
    const child = fork(fileURLToPath(import.meta.url), { execArgv: [`--max-old-space-size=${MEMORY}`], silent: true })
    let [next, since, allowed, stopped] = [round.number, Date.now(), 20 * patience, 'it ends the process']
    const watch = setInterval(() => {
      if (Date.now() - since <= allowed) return
      stopped = 'it does not end'
      child.kill('SIGKILL')
    }, 500)
    child.on('message', message => {
      if (message.fault || message.shown) onFault(message)
      // To load everything, and to make an input smaller, takes longer than to look at one.
      allowed = message.isBegun ? patience : 20 * patience
      if (message.done) stopped = undefined
      next = message.number
      since = Date.now()
    })
    let told = ''
    child.stderr.on('data', data => {
      told = (told + data).slice(-MOST_SHOWN)
    })
    child.on('close', () => {
      clearInterval(watch)
      resolve({ next, stopped, told })
    })
    child.send({ ...run, ...round })
  })
}

/** The other process: reads its inputs one after the other, and tells each fault, those of a new kind with a small input. */
async function work({ seed, folders, kind, number: first, end, until, isShown }) {
  register('./typescript-loader.mjs', import.meta.url)
  const fuzz = await import('../__tests__/support/fuzz.ts')
  const fuzzer = new fuzz.Fuzzer(seed, folders)
  const { make, look, smaller, show } =
    kind === FILE
      ? {
          make: number => fuzzer.fileAt(number),
          look: fuzz.faultOfFile,
          smaller: fuzz.minimisedFile,
          show: ({ path, head, rest }) => shownText(path, head + rest)
        }
      : {
          make: number => fuzzer.workspaceAt(number),
          look: fuzz.faultOfWorkspace,
          smaller: fuzz.minimisedWorkspace,
          show: ({ files, base }) =>
            [...Array.from(files, ([path, bytes]) => shownText(path, String(bytes))), base ? 'with a base' : ''].join(
              '\n'
            )
        }
  process.once('disconnect', () => process.exit())
  const known = new Set()
  let number = first
  for (; number < end && Date.now() < until; number++) {
    // The other process may have ended.
    if (number % 50 === 0) await new Promise(resolve => setImmediate(resolve))
    const input = make(number)
    if (isShown) {
      process.send({ number, shown: show(input) })
      continue
    }
    process.send({ number, isBegun: true })
    const begun = process.cpuUsage()
    const fault = (await look(input)) ?? (await slowness(input, begun))
    if (!fault) continue
    process.send({ number })
    const isNew = !known.has(fault.kind)
    known.add(fault.kind)
    const same = async other => (await look(other))?.kind === fault.kind
    const small = isNew && !fault.isSlow ? await smaller(input, same) : input
    process.send({ number, fault, shown: isNew ? show(small) : '' })
  }
  process.send({ number, done: true }, () => process.disconnect())

  /** The fault of an input that takes longer than its size explains, twice. */
  async function slowness(input, begun) {
    const most = SLOW + SLOW_EACH * fuzz.lengthOf(input)
    if (tookSince(begun) <= most) return undefined
    const again = process.cpuUsage()
    await look(input)
    const took = tookSince(again)
    if (took <= most) return undefined
    return {
      kind: `slow: ${fuzz.nameOf(input)}`,
      detail: `${took} ms for ${fuzz.lengthOf(input)} characters`,
      isSlow: true
    }
  }
}

/** In milliseconds. */
function tookSince(before) {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

function shownText(path, text) {
  return `## ${path}\n${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${text.length} characters)` : text}`
}
