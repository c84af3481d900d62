/** Projects of MSBuild that are too many to evaluate; `redefined/nuget.md` has what evaluated projects mean. */

import { expect, test } from '@jest/globals'
import { scan } from '../../../src/scan/scan.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'

test('too many projects are a gap, and their lines are still reported', async () => {
  const properties = Array.from({ length: 500 }, (_, index) => `<V${index + 1}>$(V${index})</V${index + 1}>`)
  const files: Record<string, string> = {
    'Directory.Build.props': `<Project><PropertyGroup><V0>6.0.0</V0>${properties.join('')}</PropertyGroup></Project>`
  }
  for (let index = 0; index < 450; index++)
    files[`p${index}/p${index}.csproj`] =
      '<Project><ItemGroup><PackageReference Include="KubernetesClient" Version="$(V500)" /></ItemGroup></Project>'
  const { gaps, coverage, findings } = await scan(memoryWorkspace(files), { minimum: 'documented' })
  expect(gaps.map(({ kind, place, detail }) => [kind, place.path, detail])).toEqual([
    ['unrecognised-entry', 'p0/p0.csproj', expect.stringContaining('too many projects to evaluate')]
  ])
  expect([coverage.failed, coverage.read + coverage.failed]).toEqual([1, 451])
  expect(new Set(findings.map(({ place }) => place.path)).size).toBeGreaterThan(1)
})
