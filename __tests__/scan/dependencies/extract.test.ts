/** A file that names no client is read all the same where others depend on it, however that is written. */

import { expect, test } from '@jest/globals'
import { conclude } from '../../../src/policy/conclude.ts'
import { linesOf, scanned } from '../../support/findings.ts'

const told = linesOf('place', 'requirement', 'level')

const GRADLE = 'dependencies { implementation "io.fabric8:kubernetes-client:$kv" }\n'
const POM = `<project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version></parent>
<dependencies><dependency><groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId><version>\${kv}</version></dependency></dependencies></project>`
const parent = (properties: string) =>
  `<project><groupId>g</groupId><artifactId>parent</artifactId><version>1</version>\n${properties}</project>`
const VALUES = 'image:\n  repository: coredns/coredns\n'

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    'a property of Gradle behind a colon',
    { 'build.gradle': GRADLE, 'gradle.properties': 'kv: 3.0.0\n' },
    'gradle.properties:1:5 3.0.0 error'
  ],
  [
    'a property of Gradle behind a blank',
    { 'build.gradle': GRADLE, 'gradle.properties': 'kv 3.0.0\n' },
    'gradle.properties:1:4 3.0.0 error'
  ],
  [
    'a property in a script without the word ext',
    { 'app/build.gradle': GRADLE, 'build.gradle': 'allprojects { project.properties.kv = "3.0.0" }\n' },
    'build.gradle:1:40 3.0.0 error'
  ],
  [
    'a constant of sbt that is a method',
    {
      'build.sbt': '"io.fabric8" % "kubernetes-client" % V.kv\n',
      'project/V.scala': 'object V {\n  def kv = "3.0.0"\n}\n'
    },
    'project/V.scala:2:13 3.0.0 error'
  ],
  [
    'properties of Maven with a blank in their tag',
    { 'app/pom.xml': POM, 'pom.xml': parent('<properties ><kv>3.0.0</kv></properties>') },
    'pom.xml:2:18 3.0.0 error'
  ],
  [
    'properties of Maven with an attribute',
    { 'app/pom.xml': POM, 'pom.xml': parent('<properties\n combine.children="append"><kv>3.0.0</kv></properties>') },
    'pom.xml:3:32 3.0.0 error'
  ],
  [
    'files of requirements in an inline table',
    {
      'pyproject.toml': '[tool.setuptools]\ndynamic = { dependencies = { file = ["deps.list"] } }\n',
      'deps.list': 'kubernetes==11.0.0\n'
    },
    'deps.list:1:13 11.0.0 error'
  ],
  [
    'files of requirements under a key with blanks',
    {
      'pyproject.toml': '[ tool . "setuptools" . dynamic ]\ndependencies.file = "deps.list"\n',
      'deps.list': 'kubernetes==11.0.0\n'
    },
    'deps.list:1:13 11.0.0 error'
  ],
  [
    'a file of requirements in a list in brackets',
    { 'environment.yml': 'dependencies: [pip, pip: ["-r deps.list"]]\n', 'deps.list': 'kubernetes==11.0.0\n' },
    'deps.list:1:13 11.0.0 error'
  ],
  [
    'a file of requirements under a key with a dot',
    { 'setup.cfg': '[options.extras_require]\nk8s.client = file: deps.list\n', 'deps.list': 'kubernetes==11.0.0\n' },
    'deps.list:1:13 11.0.0 error'
  ],
  [
    'an import map under a key in escapes',
    {
      'deno.json': '{"import\\u004dap": "./map.json"}',
      'map.json': '{"imports": {"k": "npm:@kubernetes/client-node@0.10.2"}}'
    },
    'map.json:1:48 0.10.2 error'
  ]
])('%s', async (_, files, expected) => {
  expect(await told(files)).toContainEqual(expect.stringContaining(expected))
})

test('the version of a chart is the tag of its image under keys in quotes too', async () => {
  const settled = linesOf('place', 'requirement', 'settled')
  for (const chart of ['name: coredns\nappVersion: 1.0.0\n', '"name": coredns\n"appVersion": 1.0.0\n']) {
    expect(await settled({ 'values.yaml': VALUES, 'Chart.yaml': chart })).toContainEqual(
      expect.stringMatching(/^Chart\.yaml:2:\d+ 1\.0\.0/)
    )
  }
})

// What a script works out when it runs is reported, and does not make a scan incomplete.
test.each([
  ['pip install ${KUBERNETES_WHEEL}', 'computed-entry', 'passed'],
  ['pip install "$(ls dist/kubernetes*.whl)"', 'computed-entry', 'passed'],
  ['pip install `cat kubernetes.txt`', 'computed-entry', 'passed'],
  // Half of the name is written, and it is that of a client.
  ['pip install "kubernetes$SPEC"', 'unrecognised-entry', 'incomplete']
])('%s is a gap of the kind %s', async (line, kind, verdict) => {
  const report = await scanned({ 'install.sh': `${line}\n` })
  expect(report.gaps.map(gap => gap.kind)).toEqual([kind])
  expect(conclude(report.whole, { failOn: 'error', allowIncomplete: false }).verdict).toBe(verdict)
})

const METHOD = 'def plugin(name)\n  gem name, branch: "main"\nend\n'

test.each([
  ['a name that only begins like a client', '%w[kubeclient-ng].each { |name| gem name }', []],
  ['the name of a client', '%w[kubeclient].each { |name| gem name }', ['unrecognised-entry']],
  ['a method of the file, called with another name', `${METHOD}plugin "manageiq-providers-kubeclient"`, []],
  [
    'a method of the file, called with an expression',
    `${METHOD}plugin NAME\nNAMES = ["kubeclient"]`,
    ['unrecognised-entry']
  ]
])('a gem whose name is in a variable: %s', async (_, text, kinds) => {
  expect((await scanned({ Gemfile: text })).gaps.map(({ kind }) => kind)).toEqual(kinds)
})

test('a gem that a method of the file requires is one', async () => {
  const { findings } = await scanned({ Gemfile: `${METHOD}plugin "kubeclient"` })
  expect(findings.map(({ dependency: { name, place } }) => `${name} ${place.line}:${place.column}`)).toEqual([
    'kubeclient 4:9'
  ])
})
