/** Manifests without a lockfile, of every ecosystem, each with a client that does not reload. */

/** A name, and files of which a fix by edits alone makes a repository that passes. */
export type ManifestCase = readonly [name: string, files: Readonly<Record<string, string>>]

const OPERATOR = 'quay.io/prometheus-operator/prometheus-operator'
const pod = (image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: ${image}\n`
const pom = (dependency: string, before = '') =>
  `<project>\n  <modelVersion>4.0.0</modelVersion>\n${before}  <dependencies>\n    <dependency>\n${dependency}    </dependency>\n  </dependencies>\n</project>\n`
const javaClient = (version: string) =>
  `      <groupId>io.kubernetes</groupId>\n      <artifactId>client-java</artifactId>\n${version}`

/** The cases, in the order of the ecosystems. */
export const CASES: readonly ManifestCase[] = [
  ['cargo: a table', { 'Cargo.toml': '[package]\nname = "a"\n\n[dependencies]\nkube = "0.68"\n' }],
  [
    'cargo: an inline table, exact',
    { 'Cargo.toml': '[package]\nname = "a"\n\n[dependencies]\nkube = { version = "=0.68.0", features = ["derive"] }\n' }
  ],
  [
    'cargo: the dependencies of a workspace',
    {
      'Cargo.toml': '[workspace]\nmembers = ["a"]\n\n[workspace.dependencies]\nkube = "0.68"\n',
      'a/Cargo.toml': '[package]\nname = "a"\n\n[dependencies]\nkube = { workspace = true }\n'
    }
  ],
  ['docker: a pod', { 'pod.yaml': pod(`${OPERATOR}:v0.30.0`) }],
  ['docker: quotes and a comment', { 'pod.yaml': pod(`"${OPERATOR}:v0.30.0" # old`) }],
  ['docker: a Dockerfile', { Dockerfile: `FROM --platform=linux/amd64 ${OPERATOR}:v0.30.0 AS a\n` }],
  ['docker: values', { 'values.yaml': `image:\n  repository: ${OPERATOR}\n  tag: v0.30.0\n` }],
  ['docker: a kustomization', { 'kustomization.yaml': `images:\n  - name: ${OPERATOR}\n    newTag: v0.30.0\n` }],
  ['maven: an element', { 'pom.xml': pom(javaClient('      <version>8.0.2</version>\n')) }],
  [
    'maven: a property',
    {
      'pom.xml': pom(
        javaClient('      <version>${kubernetes.version}</version>\n'),
        '  <properties>\n    <kubernetes.version>8.0.2</kubernetes.version>\n  </properties>\n'
      )
    }
  ],
  [
    'maven: a property of the parent',
    {
      'pom.xml':
        '<project>\n  <groupId>g</groupId>\n  <artifactId>p</artifactId>\n  <version>1</version>\n  <properties>\n    <v>8.0.2</v>\n  </properties>\n</project>\n',
      'a/pom.xml': pom(
        javaClient('      <version>${v}</version>\n'),
        '  <parent>\n    <groupId>g</groupId>\n    <artifactId>p</artifactId>\n    <version>1</version>\n  </parent>\n'
      )
    }
  ],
  [
    'maven: managed',
    {
      'pom.xml': `<project>\n  <dependencyManagement>\n    <dependencies>\n      <dependency>\n${javaClient('        <version>8.0.2</version>\n')}      </dependency>\n    </dependencies>\n  </dependencyManagement>\n</project>\n`,
      'a/pom.xml': pom(javaClient(''))
    }
  ],
  ['maven: Gradle', { 'build.gradle': "dependencies {\n  implementation 'io.kubernetes:client-java:8.0.2'\n}\n" }],
  [
    'maven: Gradle in Kotlin, a variable',
    {
      'build.gradle.kts': 'val k8s = "8.0.2"\ndependencies {\n  implementation("io.kubernetes:client-java:$k8s")\n}\n'
    }
  ],
  [
    'maven: a catalog of Gradle',
    {
      'gradle/libs.versions.toml':
        '[versions]\nk8s = "8.0.2"\n\n[libraries]\nclient = { module = "io.kubernetes:client-java", version.ref = "k8s" }\n',
      'build.gradle': 'dependencies {\n  implementation libs.client\n}\n'
    }
  ],
  [
    'maven: gradle.properties',
    {
      'gradle.properties': 'k8s=8.0.2\n',
      'build.gradle': 'dependencies {\n  implementation "io.kubernetes:client-java:${k8s}"\n}\n'
    }
  ],
  ['maven: sbt', { 'build.sbt': 'libraryDependencies += "io.kubernetes" % "client-java" % "8.0.2"\n' }],
  ['maven: Leiningen', { 'project.clj': '(defproject a "1" :dependencies [[io.kubernetes/client-java "8.0.2"]])\n' }],
  ['maven: deps.edn', { 'deps.edn': '{:deps {io.kubernetes/client-java {:mvn/version "8.0.2"}}}\n' }],
  ['npm: exact', { 'package.json': '{\n\t"dependencies": {\n\t\t"@kubernetes/client-node": "0.10.2"\n\t}\n}' }],
  ['npm: a caret', { 'package.json': '{"dependencies":{"@kubernetes/client-node":"^0.10.1"}}' }],
  ['npm: a tilde', { 'package.json': '{"dependencies":{"@kubernetes/client-node":"~0.10.1"}}' }],
  [
    'npm: an override',
    {
      'package.json': '{"dependencies":{"a":"1"},"overrides":{"@kubernetes/client-node":"0.10.2"}}'
    }
  ],
  ['npm: an alias', { 'package.json': '{"dependencies":{"k":"npm:@kubernetes/client-node@0.10.2"}}' }],
  [
    'npm: a catalog of pnpm',
    {
      'pnpm-workspace.yaml': "packages:\n  - a\ncatalog:\n  '@kubernetes/client-node': 0.10.2\n",
      'a/package.json': '{"name":"a","dependencies":{"@kubernetes/client-node":"catalog:"}}'
    }
  ],
  ['npm: deno.json', { 'deno.json': '{"imports":{"k":"npm:@kubernetes/client-node@^0.10.2"}}' }],
  ['npm: a Dockerfile', { Dockerfile: 'FROM x\nRUN npm install -g @kubernetes/client-node@0.10.2 left-pad\n' }],
  [
    'nuget: a project',
    {
      'a.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\r\n  <ItemGroup>\r\n    <PackageReference Include="KubernetesClient" Version="6.0.19" />\r\n  </ItemGroup>\r\n</Project>\r\n'
    }
  ],
  [
    'nuget: central versions',
    {
      'Directory.Packages.props':
        '<Project>\n  <ItemGroup>\n    <PackageVersion Include="KubernetesClient" Version="6.0.19" />\n  </ItemGroup>\n</Project>\n',
      'a/a.csproj':
        '<Project>\n  <ItemGroup>\n    <PackageReference Include="KubernetesClient" />\n  </ItemGroup>\n</Project>\n'
    }
  ],
  ['nuget: paket', { 'paket.dependencies': 'source https://registry.example\nnuget KubernetesClient 6.0.19\n' }],
  ['pypi: pins', { 'requirements.txt': 'six==1.16.0\r\nkubernetes==11.0.0 ; python_version > "3"\r\n' }],
  ['pypi: a range', { 'requirements.txt': 'kubernetes>=10.0,<19\n' }],
  ['pypi: an open range', { 'requirements.txt': 'kubernetes >= 10.0\n' }],
  ['pypi: a compatible range', { 'requirements.in': 'kubernetes~=11.0\n' }],
  ['pypi: pyproject', { 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["kubernetes==11.0.0"]\n' }],
  [
    'pypi: Poetry',
    {
      'pyproject.toml':
        '[tool.poetry.dependencies]\npython = "^3.8"\nkubernetes = { version = "^11.0", optional = true }\n'
    }
  ],
  ['pypi: Pipfile', { Pipfile: '[packages]\nkubernetes = "==11.0.0"\n' }],
  ['pypi: setup.py', { 'setup.py': "from setuptools import setup\nsetup(install_requires=['kubernetes>=11,<19'])\n" }],
  ['pypi: setup.cfg', { 'setup.cfg': '[options]\ninstall_requires =\n    kubernetes==11.0.0\n' }],
  ['pypi: tox', { 'tox.ini': '[testenv]\ndeps =\n    kubernetes==11.0.0\n' }],
  ['pypi: a script', { 'install.sh': "set -e\npip install 'kubernetes>=10' six\n" }],
  [
    'pypi: a workflow',
    {
      '.github/workflows/a.yml':
        'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          pip install kubernetes==11.0.0\n'
    }
  ],
  ['pypi: conda', { 'environment.yml': 'dependencies:\n  - pip\n  - pip:\n      - kubernetes==11.0.0\n' }],
  ['hex: mix', { 'mix.exs': 'defmodule A do\n  defp deps do\n    [{:k8s, "~> 1.1.0"}]\n  end\nend\n' }],
  [
    'swift: a manifest',
    {
      'Package.swift':
        'let package = Package(dependencies: [.package(url: "https://github.com/swiftkube/client", exact: "0.6.0")])\n'
    }
  ],
  ['hackage: cabal', { 'a.cabal': 'library\n  build-depends: kubernetes-client ==0.2.0.0\n' }]
]
