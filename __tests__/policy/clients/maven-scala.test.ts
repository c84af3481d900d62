/** The packages of Scala, which every build tool spells in its own way: one client, and commands with the name as written. */

import { expect, test } from '@jest/globals'
import { stepLine } from '../../../src/model/verdict.ts'
import { judgePurl } from '../../../src/policy/judge-purl.ts'
import { scanned } from '../../support/findings.ts'

const FILES: Readonly<Record<string, string>> = {
  'build.sbt': 'libraryDependencies += "io.github.hagay3" %% "skuber" % "2.7.7"\n',
  'gradle.lockfile': 'io.github.hagay3:skuber_2.13:2.7.7=runtimeClasspath\n',
  'build.gradle': 'dependencies { implementation "io.github.hagay3:skuber_3:2.7.7" }\n',
  'pom.xml':
    '<project><dependencies><dependency><groupId>io.github.hagay3</groupId><artifactId>skuber_2.12</artifactId><version>2.7.7</version></dependency></dependencies></project>',
  'deps.edn': '{:deps {io.github.hagay3/skuber_2.13 {:mvn/version "2.7.7"}}}\n',
  'maven_install.json': JSON.stringify({
    artifacts: { 'io.github.hagay3:skuber_2.13': { shasums: {}, version: '2.7.7' } },
    version: '2'
  })
}

test.each([
  ['build.sbt', '# in this file: "skuber" % "3.0.1"'],
  ['gradle.lockfile', './gradlew dependencies --update-locks io.github.hagay3:skuber_2.13'],
  ['build.gradle', '# in this file: implementation("io.github.hagay3:skuber_3:3.0.1")'],
  ['pom.xml', '# in this file: <artifactId>skuber_2.12</artifactId><version>3.0.1</version>'],
  ['deps.edn', '# in this file: io.github.hagay3/skuber_2.13 {:mvn/version "3.0.1"}'],
  ['maven_install.json', '# in the list of artifacts: "io.github.hagay3:skuber_2.13:3.0.1"']
])('%s', async (path, command) => {
  const { findings } = await scanned({ [path]: FILES[path] ?? '' })
  expect(findings.map(({ dependency, verdict }) => [dependency.name, verdict.kind])).toEqual([
    ['io.github.hagay3:skuber', 'cannot-reload']
  ])
  expect(findings[0]?.verdict.fix?.steps.map(stepLine)).toContain(command)
})

test('kubernetes-client of Goyeau is not the one of fabric8', async () => {
  const sbt = [
    'libraryDependencies ++= Seq(',
    '"com.goyeau" %% "kubernetes-client" % "0.9.0",',
    '"io.fabric8" % "kubernetes-client" % "6.1.0")'
  ].join('\n')
  const { findings } = await scanned({ 'build.sbt': sbt })
  expect(findings.map(({ dependency, verdict }) => [dependency.name, verdict.kind])).toEqual([
    ['com.goyeau:kubernetes-client', 'cannot-reload'],
    ['io.fabric8:kubernetes-client', 'reloads']
  ])
})

test('a package URL has the name as written as well', async () => {
  const { judged } = await judgePurl('pkg:maven/com.coralogix/zio-k8s-client_2.13@3.1.0', {
    minimum: 'documented',
    failOn: 'error'
  })
  expect(judged).toMatchObject({
    verdict: 'cannot-reload',
    fix: { commands: ['# in this file: <artifactId>zio-k8s-client_2.13</artifactId><version>3.2.0</version>'] }
  })
})
