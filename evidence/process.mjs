// Runs other programs to their end, and keeps the end of their output for error messages.
import { execFile } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** Runs a command in a folder, for that many minutes at most. Throws the end of its output if it fails. */
export function run([command, ...args], cwd, env = {}, minutes = 10) {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...process.env, ...env }, timeout: minutes * 60_000, maxBuffer: 1 << 28 }
    execFile(command, args, options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      if (error.code === 'ENOENT') return reject(new Error(`${command} is not installed`))
      reject(new Error(reasonIn(`${stdout}\n${stderr}`) || error.message))
    })
  })
}

/** The first line a command prints, such as its version. */
export async function capture(command, env) {
  return (await run(command, undefined, env)).trim().split('\n')[0]
}

// The lines of an error message.
const TELLING = /error|mismatch|cannot|could not|no matching|not available|forbidden|undefined|conflict|requires/i

/** Up to two lines of the output of a program that explain its failure. */
export function reasonIn(output) {
  const lines = output
    .split('\n')
    .filter(line => line.trim() !== '' && !/^go: (?:finding|found|downloading)/.test(line))
  const telling = lines.filter(line => TELLING.test(line))
  return (telling.length > 0 ? telling : lines)
    .slice(0, 2)
    .map(line =>
      stripVTControlCharacters(line)
        .trim()
        .replaceAll(/https?:\/\/[^\s:]+|(?<![\w.])\/[\w./@+%~-]+/g, '…')
    )
    .join(' | ')
    .slice(0, 300)
}
