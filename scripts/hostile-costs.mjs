#!/usr/bin/env node
// Measures what files cost that are made to be slow: node scripts/hostile-costs.mjs [--runs 3] [--only NAME] [--size 4000].
// Each shape is scanned at a quarter, half and the whole of the size. The exponent is that of its processor time without that of an empty
// scan: 1 is time in proportion to the size. The last columns compare it with harmless files of the same size. Runs the bundle in dist/.
// Needs /usr/bin/time (GNU). Exit code 1 if an exponent is above 1.2, or a ratio above 2.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    size: { type: 'string', default: '4000' },
    only: { type: 'string' }
  }
})
const [MOST_EXPONENT, MOST_RATIO] = [1.2, 2]
const size = Number(values.size)
const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

const times = (n, line) => Array.from({ length: n }, (_, index) => line(index)).join('')
const project = inner => `<Project>${inner}</Project>`
const references = (n, line) => project(`<ItemGroup>${times(n, line)}</ItemGroup>`)
const properties = (n, line) => project(`<PropertyGroup>${times(n, line)}</PropertyGroup>`)
const centrally = version =>
  project(`<ItemGroup><PackageVersion Include="KubernetesClient" Version="${version}" /></ItemGroup>`)
const GRADLE = version => `dependencies {\n  implementation "io.kubernetes:client-java:${version}"\n}\n`
const NUGET_LOCK = version =>
  JSON.stringify({
    version: 2,
    dependencies: { net8: { KubernetesClient: { type: 'CentralTransitive', resolved: version } } }
  })
const packages = (n, nameOf) => {
  const all = { '': { dependencies: { '@kubernetes/client-node': '*' } } }
  for (let index = 0; index < n; index++)
    all[`node_modules/p${index}/node_modules/${nameOf(index)}`] = { version: `0.10.${index % 9}` }
  return JSON.stringify({ name: 'a', lockfileVersion: 3, packages: all })
}
const kustomization = (n, nameOf) =>
  `resources:\n${times(n, i => `- r${i}.yaml\n`)}images:\n${times(n, i => `- name: ${nameOf(i)}\n  newTag: v1.${i % 9}.0\n`)}`
const deployment = image =>
  `kind: Deployment\napiVersion: apps/v1\nspec:\n  template:\n    spec:\n      containers:\n      - image: ${image}\n`
const each = (n, path, text) => Object.fromEntries(Array.from({ length: n }, (_, i) => [path(i), text(i)]))
const pom = inner => `<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version>${inner}</project>`
const dependency = (artifact, version) =>
  `<dependency><groupId>io.kubernetes</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`

/** The files of each shape for a size, and harmless files that are as large. */
const SHAPES = {
  'F1: escaped quotes in go.mod': {
    hostile: n => ({ 'go.mod': `module a\nrequire k8s.io/client-go v0.1.0\n${'\\"'.repeat(125 * n)}\n` }),
    harmless: n => ({ 'go.mod': `module a\nrequire k8s.io/client-go v0.1.0\n${'\t//'.repeat(83 * n)}\n` })
  },
  'F2: one key n times, n uses': {
    scale: 5,
    hostile: n => ({ 'gradle.properties': times(n, () => 'k=11.0.0\n'), 'build.gradle': times(n, () => GRADLE('$k')) }),
    harmless: n => ({
      'gradle.properties': times(n, i => `k${i}=11.0.0\n`),
      'build.gradle': times(n, i => GRADLE(`$k${i}`))
    })
  },
  'n properties, n references in one project': {
    hostile: n => ({
      'Directory.Build.props': properties(n, () => '<k>2.0.0</k>'),
      'a.csproj': references(n, () => '<PackageReference Include="KubernetesClient" Version="$(k)" />')
    }),
    harmless: n => ({
      'Directory.Build.props': properties(n, i => `<k${i}>2.0.0</k${i}>`),
      'a.csproj': references(n, () => '<PackageReference Include="KubernetesClient" Version="2.0.0" />')
    })
  },
  'n props beside n projects': {
    hostile: n => ({
      ...each(
        n,
        i => `d${i}/Directory.Packages.props`,
        () => centrally('2.0.0')
      ),
      ...each(
        n,
        i => `d${i}/a.csproj`,
        () => references(1, () => '<PackageReference Include="KubernetesClient" />')
      )
    }),
    harmless: n => ({
      ...each(
        n,
        i => `d${i}/a${i}.csproj`,
        () => references(1, () => '<PackageReference Include="KubernetesClient" Version="2.0.0" />')
      ),
      ...each(
        n,
        i => `e${i}/a${i}.csproj`,
        () => references(1, () => '<PackageReference Include="KubernetesClient" Version="2.0.0" />')
      )
    })
  },
  'one props above n projects': {
    hostile: n => ({
      'Directory.Packages.props': centrally('2.0.0'),
      ...each(
        n,
        i => `d${i}/a.csproj`,
        () => references(1, () => '<PackageReference Include="KubernetesClient" />')
      )
    }),
    harmless: n =>
      each(
        n,
        i => `d${i}/a.csproj`,
        () => references(1, () => '<PackageReference Include="KubernetesClient" Version="2.0.0" />')
      )
  },
  'n props beside n lockfiles': {
    hostile: n => ({
      ...each(
        n,
        i => `d${i}/Directory.Packages.props`,
        () => centrally('2.0.0')
      ),
      ...each(
        n,
        i => `d${i}/packages.lock.json`,
        () => NUGET_LOCK('2.0.0')
      )
    }),
    harmless: n =>
      each(
        2 * n,
        i => `d${i}/packages.lock.json`,
        () => NUGET_LOCK('2.0.0')
      )
  },
  'n gradle.properties beside n scripts': {
    hostile: n => ({
      ...each(
        n,
        i => `d${i}/gradle.properties`,
        () => 'k=11.0.0\n'
      ),
      ...each(
        n,
        i => `d${i}/build.gradle`,
        () => GRADLE('$k')
      )
    }),
    harmless: n => ({
      ...each(
        n,
        i => `d${i}/gradle.properties`,
        () => 'k=11.0.0\n'
      ),
      ...each(
        n,
        i => `d${i}/build.gradle`,
        () => GRADLE('11.0.0')
      )
    })
  },
  'one catalog, n scripts': {
    hostile: n => ({
      'gradle/libs.versions.toml':
        '[versions]\nk = "11.0.0"\n[libraries]\nk = { module = "io.kubernetes:client-java", version.ref = "k" }\n',
      ...each(
        n,
        i => `d${i}/build.gradle`,
        () => 'dependencies {\n  implementation libs.k\n}\n'
      )
    }),
    harmless: n =>
      each(
        n,
        i => `d${i}/build.gradle`,
        () => GRADLE('11.0.0')
      )
  },
  'n definitions, n dependencies in one pom': {
    hostile: n => ({
      'pom.xml': pom(
        `<properties>${times(n, () => '<k>11.0.0</k>')}</properties><dependencies>${times(n, () => dependency('client-java', '${k}'))}</dependencies>`
      )
    }),
    harmless: n => ({
      'pom.xml': pom(
        `<properties>${times(n, i => `<k${i}>1</k${i}>`)}</properties><dependencies>${times(n, () => dependency('client-java', '11.0'))}</dependencies>`
      )
    })
  },
  'a chain of n poms': {
    hostile: n => ({
      'pom.xml': pom('<properties><k>11.0.0</k></properties>'),
      ...each(
        n,
        i => `m${i}/pom.xml`,
        i =>
          `<project><parent><groupId>g</groupId><artifactId>${i ? `p${i - 1}` : 'a'}</artifactId><version>1</version><relativePath>../${i ? `m${i - 1}/` : ''}pom.xml</relativePath></parent><artifactId>p${i}</artifactId><dependencies>${dependency('client-java', '${k}')}</dependencies></project>`
      )
    }),
    harmless: n =>
      each(
        n,
        i => `m${i}/pom.xml`,
        i => pom(`<artifactId>p${i}</artifactId><dependencies>${dependency('client-java', '11.0.0')}</dependencies>`)
      )
  },
  'n copies of a client in a package-lock': {
    hostile: n => ({ 'package-lock.json': packages(n, () => '@kubernetes/client-node') }),
    harmless: n => ({
      'package-lock.json': packages(n, i => (i === 0 ? '@kubernetes/client-node' : '@other/client-node'))
    })
  },
  'n images, n resources of a kustomization': {
    hostile: n => ({
      'kustomization.yaml': kustomization(n, () => 'registry.k8s.io/coredns/coredns'),
      ...each(
        n,
        i => `r${i}.yaml`,
        () => deployment('registry.k8s.io/coredns/coredns:v1.8.0')
      )
    }),
    // As many findings, none of which changes another one.
    harmless: n => ({
      'k/kustomization.yaml': kustomization(n, () => 'registry.k8s.io/coredns/coredns'),
      ...each(
        n,
        i => `r${i}.yaml`,
        () => deployment('registry.k8s.io/coredns/coredns:v1.8.0')
      )
    })
  },
  'functions in each other': {
    hostile: n => ({
      'a.rs': `${'fn load() -> Self {\n'.repeat(n)}let t = fs::read_to_string("/var/run/secrets/kubernetes.io/serviceaccount/token")?;\n`
    }),
    harmless: n => ({
      'a.rs': `${'fn load() -> Self {}'.repeat(n)}let t = fs::read_to_string("/var/run/secrets/kubernetes.io/serviceaccount/token")?;\n`
    })
  },
  'names of an add-on in one object': {
    hostile: n => ({
      'a.ts': `const n = "vpc-cni";\nnew eks.CfnAddon(this, "a", {\n${'addonName: n,\n'.repeat(n)}});\n`
    }),
    harmless: n => ({ 'a.ts': `const n = "vpc-cni";\n${'new eks.CfnAddon(this, n);\n'.repeat(n)}` })
  },
  'one requirement in n lines, as SARIF': {
    format: 'sarif',
    hostile: n => ({ 'requirements.txt': 'kubernetes==11.0.0\n'.repeat(n) }),
    harmless: n => ({ 'requirements.txt': times(n, i => `kubernetes==11.0.${i}\n`) })
  },
  'a shell line': {
    hostile: n => ({ 'a.sh': `#!/bin/sh\n${'pip install kubernetes==11.0.0; '.repeat(8 * n)}\n` }),
    harmless: n => ({ 'a.sh': `#!/bin/sh\n${'pip install kubernetes==11.0.0\n'.repeat(8 * n)}\n` })
  },
  'rules of an ignore file': {
    hostile: n => ({ '.gitignore': times(75 * n, i => `/a${i}/*b\n`), 'requirements.txt': 'kubernetes==11.0.0\n' }),
    harmless: n => ({ 'a.txt': times(75 * n, i => `/a${i}/*b\n`), 'requirements.txt': 'kubernetes==11.0.0\n' })
  }
}

const empty = median('', () => ({ 'a.txt': '' }), 0).cpu
console.log(
  `processor time in ms, median of ${values.runs}; an empty scan takes ${empty.toFixed(0)}; Node ${process.versions.node}`
)
console.log('| Shape | n | a quarter, half, whole | exponent | harmless | ratio | peak MiB, harmless |')
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const [name, { hostile, harmless, scale = 1, format }] of Object.entries(SHAPES)) {
  if (values.only && !name.includes(values.only)) continue
  const whole = size * scale
  const all = [whole / 4, whole / 2, whole].map(n => median(name, hostile, n, format))
  const pair = median(name, harmless, whole, format)
  const [first, , last] = all.map(({ cpu }) => Math.max(1, cpu - empty))
  const exponent = Math.log2(last / first) / 2
  const ratio = all[2].cpu / pair.cpu
  if (exponent > MOST_EXPONENT || ratio > MOST_RATIO) process.exitCode = 1
  const spent = all.map(({ cpu }) => cpu.toFixed(0)).join(', ')
  console.log(
    `| ${name} | ${whole} | ${spent} | ${exponent.toFixed(2)} | ${pair.cpu.toFixed(0)} | ${ratio.toFixed(2)} | ${all[2].mebibytes.toFixed(0)}, ${pair.mebibytes.toFixed(0)} |`
  )
}

/** The median of some runs over the files of a shape. */
function median(name, filesOf, n, format) {
  const root = mkdtempSync(join(tmpdir(), 'bound-token-check-costs-'))
  try {
    for (const [path, text] of Object.entries(filesOf(n))) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const samples = Array.from({ length: Number(values.runs) }, () => measure(name, root, format))
    return samples.sort((a, b) => a.cpu - b.cpu)[samples.length >> 1]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function measure(name, root, format = 'text') {
  const command = [process.execPath, cli, 'scan', root, '--format', format]
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (status === null || status > 2) throw new Error(`${name}: ended with ${status}: ${stderr}`)
  const [user, system, kibibytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { cpu: 1_000 * (user + system), mebibytes: kibibytes / 1024 }
}
