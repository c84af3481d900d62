#!/usr/bin/env node
// Has each shell read the completions that the bundle prints for it, after a build: node scripts/completions.mjs
// Needs bash, zsh and fish; one that is missing is a failure.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

/** Why a shell does not read its script; undefined if it does. */
function faultOf(shell, folder) {
  const { stdout: script } = spawnSync(process.execPath, [CLI, 'completion', shell], { encoding: 'utf8' })
  if (script === '') return 'the program prints no script'
  const path = join(folder, shell)
  writeFileSync(path, script)
  const { status, stderr, error } = spawnSync(shell, ['-n', path], { encoding: 'utf8' })
  return error?.message ?? (status === 0 && stderr === '' ? undefined : `ended with ${status}: ${stderr}`)
}

const folder = mkdtempSync(join(tmpdir(), 'completions-'))
const faults = ['bash', 'zsh', 'fish'].map(shell => [shell, faultOf(shell, folder)])
rmSync(folder, { recursive: true })
for (const [shell, fault] of faults) console.log(`${shell}: ${fault ?? 'reads its completions'}`)
process.exitCode = faults.every(([, fault]) => fault === undefined) ? 0 : 1
