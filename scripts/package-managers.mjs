// The real package managers, for the scripts that make projects with them: each is installed at a pinned version into a folder of its
// own, below LOCKED_TOOLS if that is set, else below a temporary folder.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** An environment with the tools first in the path, and without the user's configuration of npm. */
export function environmentOf(tools, temporary) {
  const shelf = process.env.LOCKED_TOOLS ?? join(temporary, 'tools')
  const empty = join(temporary, 'npmrc')
  writeFileSync(empty, '')
  return {
    ...process.env,
    PATH: [...tools.map(tool => install(tool, shelf)), process.env.PATH].join(delimiter),
    NO_COLOR: '1',
    npm_config_userconfig: empty,
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    YARN_ENABLE_TELEMETRY: '0',
    COMPOSER_ALLOW_SUPERUSER: '1',
    PIPENV_VENV_IN_PROJECT: '1',
    POETRY_VIRTUALENVS_CREATE: 'false',
    ...(tools.some(tool => tool.startsWith('pypi:')) ? { INDEX: simpleIndex() } : {})
  }
}

/** Installs a tool, once; returns the folder of its commands. */
function install(tool, shelf) {
  const [, registry, wanted] = /^(npm|pypi):(.+)$/.exec(tool)
  const home = join(shelf, wanted.replace(/[^\w.]+/g, '-'))
  const commands = join(home, ...(registry === 'npm' ? ['node_modules', '.bin'] : ['bin']))
  if (existsSync(commands)) return commands
  mkdirSync(home, { recursive: true })
  try {
    if (registry === 'npm') {
      execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', wanted], { stdio: 'inherit' })
    } else {
      execFileSync('python3', ['-m', 'venv', home])
      execFileSync(join(home, 'bin', 'pip'), ['install', '--quiet', ...wanted.split(' ')], { stdio: 'inherit' })
    }
  } catch (error) {
    // The next run must not use an incomplete tool.
    rmSync(home, { recursive: true, force: true })
    throw error
  }
  return commands
}

/** The index of pip, for Poetry too, because some mirrors lack the other interface that Poetry uses by default. */
function simpleIndex() {
  const program = 'from pip._internal.models.index import PyPI; print(PyPI.simple_url)'
  return execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trimEnd()
}

/** Runs a command line by `sh` and returns its output. Throws if it fails. */
export function run(command, cwd, env) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}\n${stdout}\n${stderr}`)
  return stdout
}
