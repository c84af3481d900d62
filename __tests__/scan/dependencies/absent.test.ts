/** What a finding says of an absent file that may settle it, as in a sparse checkout. */

import { expect, test } from '@jest/globals'
import type { Reading } from '../../../src/workspaces/workspace.ts'
import { scanned } from '../../support/findings.ts'

type Files = Readonly<Record<string, string | Reading>>

const ABSENT: Reading = { absent: 'excluded by a sparse checkout' }
const RANGE = '{"name": "app", "dependencies": {"@kubernetes/client-node": ">=0.10.0"}}'
const WORKSPACE = '{"workspaces": ["packages/*"]}'
const CSPROJ = '<Project><ItemGroup><PackageReference Include="KubernetesClient"/></ItemGroup></Project>'
const note = (format: string) => ` A ${format} that is not in this checkout may settle it.`

async function explanations(files: Files): Promise<readonly string[]> {
  const { whole } = await scanned(files)
  return whole.findings.map(({ explanation }) => explanation.because)
}

test.each<[string, Files, string]>([
  ['npm, in its folder', { 'package.json': RANGE, 'package-lock.json': ABSENT }, 'package-lock.json'],
  [
    'npm, of the workspace that names it',
    { 'package.json': WORKSPACE, 'package-lock.json': ABSENT, 'packages/a/package.json': RANGE },
    'package-lock.json'
  ],
  ['yarn', { 'package.json': RANGE, 'yarn.lock': ABSENT }, 'yarn.lock'],
  ['pnpm', { 'package.json': RANGE, 'pnpm-lock.yaml': ABSENT }, 'pnpm-lock.yaml'],
  ['bun', { 'package.json': RANGE, 'bun.lock': ABSENT }, 'bun.lock'],
  [
    'uv',
    { 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["kubernetes>=11"]\n', 'uv.lock': ABSENT },
    'uv.lock'
  ],
  ['pip-compile', { 'requirements.in': 'kubernetes>=11\n', 'requirements.txt': ABSENT }, 'requirements*.txt'],
  ['Cargo', { 'Cargo.toml': '[dependencies]\nkube = ">=0.50"\n', 'Cargo.lock': ABSENT }, 'Cargo.lock'],
  ['NuGet, above', { 'a/a.csproj': CSPROJ, 'Directory.Packages.props': ABSENT }, 'Directory.Packages.props']
])('%s', async (_title, files, format) => {
  const present = Object.fromEntries(Object.entries(files).filter(([, file]) => typeof file === 'string'))
  expect(await explanations(files)).toEqual((await explanations(present)).map(because => because + note(format)))
})

test.each<[string, Files]>([
  ['of another project above', { 'package-lock.json': ABSENT, 'tools/package.json': RANGE }],
  ['of another project below', { 'package.json': RANGE, 'tools/package-lock.json': ABSENT }],
  ['of another ecosystem', { 'package.json': RANGE, 'Cargo.lock': ABSENT }],
  ['of a certain version', { 'package.json': RANGE.replace('>=', ''), 'package-lock.json': ABSENT }],
  [
    'beside the lockfile that settles it',
    {
      'package.json': RANGE,
      'yarn.lock': '# yarn lockfile v1\n\n"@kubernetes/client-node@>=0.10.0":\n  version "0.10.2"\n',
      'package-lock.json': ABSENT
    }
  ],
  ['that a file includes', { 'requirements.in': '-r base.in\nkubernetes>=11\n', 'requirements.txt': '-r gone.txt\n' }]
])('a lockfile %s is not told', async (_title, files) => {
  expect((await explanations(files)).join()).not.toContain('not in this checkout')
})
