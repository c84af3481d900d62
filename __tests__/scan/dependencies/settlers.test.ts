/** Hundreds of files that name one client: each is settled by its own, and the work grows with their number alone. */

import { expect, test } from '@jest/globals'
import { scanned, watching } from '../../support/findings.ts'
import { withinBudget } from '../../support/hostile.ts'

/** More than the candidates that are looked at for one dependency. */
const MANY = 600

/** The most steps for each character of the files; a dozen for every pair of files are too many. */
const STEPS = 100

const policy = watching('@kubernetes/client-node', 'KubernetesClient', 'kube')

const CLIENT = '@kubernetes/client-node'
const manifest = (range: string) => JSON.stringify({ dependencies: { [CLIENT]: range } })
const lock = (...versions: readonly string[]) =>
  `# yarn lockfile v1\n\n${versions.map(version => `"${CLIENT}@^${version}":\n  version "${version}"\n`).join('\n')}`
const bill = (...versions: readonly string[]) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    components: versions.map(version => ({ name: 'x', purl: `pkg:npm/%40kubernetes/client-node@${version}` }))
  })
const project =
  '<Project><ItemGroup><PackageReference Include="KubernetesClient" Version="$(V)"/></ItemGroup></Project>'
const props = '<Project><PropertyGroup><V>5.0.1</V></PropertyGroup></Project>'

/** The files of many folders. */
function everywhere(files: Readonly<Record<string, string>>, many = MANY): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: many }, (_, at) =>
      Object.entries(files).map(([path, text]) => [`p${at}/${path}`, text] as const)
    ).flat()
  )
}

/** How many findings each other file settles, by that file's name, and how many stand for themselves. */
async function settled(files: Record<string, string>, steps = STEPS): Promise<Record<string, number>> {
  const length = Object.values(files).reduce((sum, text) => sum + text.length, 0)
  // Without hazards: what each file costs them would hide what is counted.
  const { findings } = await withinBudget(length, steps, () => scanned(files, policy, { hazards: [], files: [] }))
  const counts: Record<string, number> = {}
  for (const { settledBy, dependency } of findings) {
    const [own, other] = [dependency.place.path, settledBy?.path].map(path => path?.split('/'))
    const key =
      other === undefined
        ? 'itself'
        : `${other.length > 1 && other[0] !== own?.[0] ? 'another' : 'its'} ${other.at(-1)}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

test('a lockfile beside each manifest', async () => {
  const files = everywhere({ 'package.json': manifest('^0.9.0'), 'yarn.lock': lock('0.9.0') })
  expect(await settled(files)).toEqual({ 'its yarn.lock': MANY, itself: MANY })
})

test('one lockfile above them all, with hundreds of versions', async () => {
  const versions = Array.from({ length: MANY }, (_, at) => `0.9.${at}`)
  const files = {
    ...everywhere({ 'package.json': manifest('^0.9.0') }),
    'package.json': '{"workspaces":["p*"]}',
    'yarn.lock': lock(...versions)
  }
  // The manifests are read once more for the scopes.
  expect(await settled(files, 1.2 * STEPS)).toEqual({ 'its yarn.lock': MANY, itself: MANY })
})

test('one lockfile above folders that match hundreds of patterns, or nearly do', async () => {
  const near = Array.from({ length: MANY }, (_, at) => `**/*a*${at}*b*/**/c`)
  const files = {
    ...everywhere({ 'aaaa/aaab/aaac/package.json': manifest('^0.9.0') }),
    'package.json': JSON.stringify({ workspaces: ['{p,q}*/a*/**/*c', '{a,b}'.repeat(20), ...near] }),
    'yarn.lock': lock('0.9.0')
  }
  expect(await settled(files, 2 * STEPS)).toEqual({ 'its yarn.lock': MANY, itself: 1 })
})

test('crates that each require the next one and the one before from their folders', async () => {
  const files = Object.fromEntries(
    Array.from({ length: MANY }, (_, at) => [
      `p${at}/Cargo.toml`,
      `[package]\nname = "p${at}"\n[dependencies]\nnext = { path = "../p${at + 1}" }\nlast = { path = "../p${at - 1}" }\nkube = ">=0.1"\n`
    ])
  )
  const locked = `[[package]]\nname = "p9"\n[[package]]\nname = "kube"\nversion = "0.2.0"\nsource = "registry+x"\n`
  expect(await settled({ ...files, 'p0/Cargo.lock': locked }, 2 * STEPS)).toEqual({
    'another Cargo.lock': 1,
    'its Cargo.lock': 1,
    itself: MANY - 1
  })
})

test('bills beside them, which answer nothing', async () => {
  const files = everywhere({ 'package.json': manifest('^0.9.0'), 'bom.json': bill('0.9.0', '0.9.1') })
  expect(await settled(files)).toEqual({ itself: 3 * MANY })
})

test('one file for all projects, which each of them evaluates', async () => {
  const chain = Array.from({ length: 30 }, (_, at) => `<P${at + 1}>$(P${at})</P${at + 1}>`).join('')
  const shared = `<Project><PropertyGroup><P0>5.0.1</P0>${chain}<V>$(P30)</V></PropertyGroup></Project>`
  const files = { ...everywhere({ 'a.csproj': project }), 'Directory.Build.props': shared }
  expect(await settled(files)).toEqual({ 'its Directory.Build.props': MANY, itself: 1 })
})

test('files that import one another', async () => {
  const many = 6
  const imports = Array.from({ length: many }, (_, at) => `<Import Project="../p${at}/a.props" />`).join('')
  const files = everywhere(
    {
      'a.csproj': project.replace('<Project>', '<Project><Import Project="a.props" />'),
      'a.props': props.replace('<Project>', `<Project>${imports}`)
    },
    many
  )
  const counts = Object.values(await settled(files))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(many)
})

test('a property beside each project', async () => {
  const files = everywhere({ 'a.csproj': project, 'a.props': props })
  expect(await settled(files)).toEqual({ 'its a.props': MANY, itself: MANY })
})
