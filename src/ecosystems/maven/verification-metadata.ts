/**
 * `verification-metadata.xml`: the checksums of everything that a Gradle build may fetch.
 * Specification: https://docs.gradle.org/current/userguide/dependency_verification.html. Leaves out on purpose: trusted
 * artifacts and keys, which only name what is not checked. It may hold versions that no build uses any more, and so
 * answers nothing.
 */

import { childElements, parseXml } from '../../syntax/xml.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { dependencyInsight } from './gradle-lockfile.ts'

export const verificationMetadata: FileFormat = {
  name: 'verification-metadata.xml',
  origin: 'lockfile',
  specification: 'https://docs.gradle.org/current/userguide/dependency_verification.html',
  claims: path => baseName(path) === 'verification-metadata.xml',
  read,
  why: dependencyInsight,
  upgrade: (name, version) => [
    `implementation("${name}:${version}")`,
    './gradlew --write-verification-metadata sha256 dependencies'
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseXml(text)
  for (const { at, attributes } of childElements(root, 'components', 'component')) {
    const [group, name, version] = ['group', 'name', 'version'].map(key => attributes.get(key))
    if (!group?.value || !name?.value || !version?.value || !text.startsWith(version.value, version.at)) {
      const said = [...attributes.values()].map(({ value }) => value).join(' ')
      yield { gap: 'expected a component with group, name and version', text: said, at }
    } else {
      const requirement = { kind: 'version', text: version.value } as const
      yield { name: `${group.value}:${name.value}`, requirement, at: version.at }
    }
  }
  if (fault) throw fault
}
