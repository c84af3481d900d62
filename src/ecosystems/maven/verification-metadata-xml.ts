/**
 * `verification-metadata.xml`: the checksums of everything that a Gradle build may fetch.
 * Specification: https://docs.gradle.org/current/userguide/dependency_verification.html. Gradle adds components and
 * never removes any, so the file is an inventory: it settles no requirement. Deliberately ignored: trusted artifacts
 * and keys, which exempt from the check, and components whose description alone was fetched: versions that were not
 * chosen, parents, bills of materials.
 */

import { childElements, parseXml, type XmlElement } from '../../syntax/xml.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { dependencyInsight } from './gradle-lockfile.ts'

const DESCRIPTION = /\.(?:pom|module)$/

export const verificationMetadata: FileFormat = {
  name: 'verification-metadata.xml',
  role: {
    kind: 'inventory',
    removal: 'remove this <component> from the file',
    chain: { command: dependencyInsight }
  },
  specification: 'https://docs.gradle.org/current/userguide/dependency_verification.html',
  comments: 'xml',
  names: { exact: ['verification-metadata.xml'] },
  read,
  upgrade: (name, version) => [
    { edit: 'in the build script', text: `implementation("${name}:${version}")` },
    './gradlew --write-verification-metadata sha256 dependencies'
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseXml(text)
  for (const component of childElements(root, 'components', 'component')) {
    if (isOnlyDescribed(component)) continue
    const { at, attributes } = component
    const [group, name, version] = ['group', 'name', 'version'].map(key => attributes.get(key))
    if (!group?.value || !name?.value || !version?.value || !text.startsWith(version.value, version.at)) {
      const words = [...attributes.values()].map(({ value }) => value).join(' ')
      yield { gap: 'expected a component with a group, a name and a version', text: words, at }
    } else {
      const requirement = { kind: 'version', text: version.value } as const
      yield { name: `${group.value}:${name.value}`, requirement, at: version.at }
    }
  }
  if (fault) throw fault
}

/** Whether only poms and module descriptions of a component were fetched. */
function isOnlyDescribed(component: XmlElement): boolean {
  const files = childElements(component, 'artifact').map(({ attributes }) => attributes.get('name')?.value ?? '')
  return component.closed && files.length > 0 && files.every(file => DESCRIPTION.test(file))
}
