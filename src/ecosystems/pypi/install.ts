/**
 * The commands that install Python packages by name: pip and tools around it, Poetry, PDM, uv, conda.
 * Specification: https://pip.pypa.io/en/stable/cli/pip_install/, https://python-poetry.org/docs/cli/#add,
 * https://docs.astral.sh/uv/reference/cli/. Deliberately ignored: the files after `-r` and `-c`, whose paths are those
 * of an image or of a working folder and seldom the repository's.
 */

import type { InstallCommand, Installs, InstallTarget } from '../ecosystem.ts'
import { condaPackage } from './conda-package.ts'
import { poetryRequirement } from './poetry-requirement.ts'
import { isProjectItself, readRequirement } from './requirement.ts'
import { operatorOf } from './upgrade.ts'

const GAP = { gap: 'the package name is unknown' }
// https://python-poetry.org/docs/cli/#add: `name@constraint`, and everything that pip accepts.
const POETRY = /^(?<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?@(?<constraint>[^@:/]+)$/

/** The options of pip and uv whose value is the next word. */
const VALUED = (
  '-r --requirement --requirements -c --constraint --constraints --group --override -i --index-url --extra-index-url ' +
  '--default-index --index -f --find-links --trusted-host -t --target --prefix --root -d --dest -w --wheel-dir --src ' +
  '-b --build --cache-dir --platform --python-version --python-platform --implementation --abi -p --python ' +
  '--no-binary --only-binary --progress-bar --upgrade-strategy --global-option --install-option --config-settings ' +
  '--config-setting -C --proxy --retries --timeout --default-timeout --log --cert --client-cert --exists-action ' +
  '--root-user-action --use-feature --pip-args --suffix --directory --project --exclude-newer --resolution ' +
  '--prerelease --index-strategy --keyring-provider --extra --tag --rev'
).split(' ')

const pip: InstallCommand = {
  words: [
    ...['pip', 'python -m pip', 'py -m pip', 'uv pip'].flatMap(program => [
      `${program} install`,
      `${program} download`
    ]),
    'pip wheel',
    'python -m pip wheel',
    'pipx install',
    'pipx upgrade',
    'uv tool install',
    'hatch run pip install',
    'pipx run pip install'
  ],
  valued: VALUED,
  packages: ['-e', '--editable', '--with', '--spec'],
  read
}

/** Commands that also write to the manifest, in which every group is for development. */
const add: InstallCommand = {
  ...pip,
  words: ['pipenv install', 'rye add', 'uv add'],
  valued: VALUED.filter(option => option !== '-d'),
  development: ['-d', '--dev', '--group']
}

const uvRun: InstallCommand = {
  words: ['uv run', 'uvx', 'uv tool run', 'pipx run'],
  valued: VALUED,
  packages: ['--with', '--from', '--spec'],
  onlyOptions: true,
  read
}

const poetry: InstallCommand = {
  words: ['poetry add', 'python -m poetry add'],
  development: ['-D', '--dev', '-G', '--group'],
  valued: '--group -G --extras -E --python --platform --source --markers -p --project -s'.split(' '),
  packages: ['-e', '--editable'],
  read: argument => {
    const { name, constraint } = (argument.length < 1_000 && POETRY.exec(argument)?.groups) || {}
    if (name === undefined || constraint === undefined) return read(argument)
    const found = poetryRequirement({ value: constraint, at: argument.length - constraint.length })
    return { name, ...(found ?? { requirement: { kind: 'none' }, at: 0 }) }
  }
}

/** A group of PDM without `--dev` is an extra. */
const pdm: InstallCommand = { ...poetry, words: ['pdm add', 'python -m pdm add'], development: ['-d', '--dev'] }

const conda: InstallCommand = {
  words: ['conda', 'mamba', 'micromamba'].flatMap(program => [`${program} install`, `${program} create`]),
  valued: '-n --name -p --prefix -c --channel --file -f --solver --platform --subdir -r'.split(' '),
  read: condaPackage
}

/** The commands of pip, uv, Poetry, PDM and conda. */
export const installs: Installs = {
  commands: [pip, add, uvRun, poetry, pdm, conda],
  runners: ['conda', 'micromamba', 'poetry', 'pipenv', 'uv', 'hatch', 'pdm'],
  edit: (name, version, requirement) => `pip install '${name}${operatorOf(requirement)}${version}'`
}

function read(argument: string): InstallTarget | undefined {
  if (isProjectItself(argument)) return undefined
  return readRequirement(argument) ?? GAP
}
