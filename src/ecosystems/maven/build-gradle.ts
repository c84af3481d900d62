/**
 * `build.gradle` and `build.gradle.kts`: the dependencies that
 * a Gradle script writes out; and the constants of `buildSrc`.
 * Specification: https://docs.gradle.org/current/userguide/declaring_dependencies.html. Scripts are programs, and are
 * read without running them. The scan follows references to extra properties of scripts above and in `gradle/`, to
 * constants of `buildSrc` and to properties of `gradle.properties`. Deliberately ignored: which script `apply from`
 * names; versions put together from several texts, which stay placeholders; versions that code sets for any dependency
 * (`eachDependency`).
 */

import { defined } from '../../collections.ts'
import { folderName } from '../../paths.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { withoutRepeats } from '../repeats.ts'
import { accessorsIn } from './gradle-accessors.ts'
import { type Declaration, declarationsIn } from './gradle-declarations.ts'
import { propertyReference } from './gradle-reference.ts'
import { type Dialect, parseScript } from './gradle-script.ts'
import { Variables } from './gradle-variables.ts'
import { requirementOf } from './requirement.ts'

/** A number or a range. A property with any other value carries no version. */
const VERSION_LIKE = /^[\d[(][^\s\\]*$/
/** Found in every script that defines a property with such a value, however it defines it: a text of any kind of quotes. */
const QUOTED_VERSION = /["'/$][\d[(]/
/** The folders whose scripts and constants apply to the build around them. */
const BUILD_FOLDER = /(?:^|\/)(?:gradle|buildSrc(?:\/.*)?)$/
const BUILD_SOURCE = /(?:^|\/)buildSrc\/(?:[^/]+\/)*[^/]+\.kt$/

export const buildGradle: FileFormat = format('build.gradle', 'groovy', '.gradle')
export const buildGradleKts: FileFormat = format('build.gradle.kts', 'kotlin', '.gradle.kts')

/** Constants that every script of a build may use, and libraries written out among them. */
export const buildSrc: FileFormat = {
  ...format('Versions.kt', 'kotlin', '.kt'),
  specification: 'https://docs.gradle.org/current/userguide/sharing_build_logic_between_subprojects.html',
  comments: 'slashes',
  names: { extensions: ['.kt'], pattern: BUILD_SOURCE }
}

/** Scripts of any name are read: builds apply their declarations. */
function format(name: string, dialect: Dialect, suffix: string): FileFormat {
  return {
    name,
    role: { kind: 'manifest' },
    specification: 'https://docs.gradle.org/current/userguide/declaring_dependencies.html',
    comments: 'slashes',
    names: { endings: [suffix] },
    read: text => withoutRepeats(read(text, dialect)),
    accessors: text => accessorsIn(text, dialect),
    references: propertyReference,
    folder: path => folderName(path).replace(BUILD_FOLDER, ''),
    // A sum of texts is read as one text.
    prescreen: { always: QUOTED_VERSION, joins: true },
    definitions: {
      get for() {
        return [buildGradle, buildGradleKts, buildSrc]
      },
      reach: 'below'
    },
    upgrade: (packageName, version, { usedAt }) => [
      usedAt === undefined
        ? { edit: 'in this file', text: `implementation("${packageName}:${version}")` }
        : { edit: 'set the variable on this line to', text: `"${version}"` }
    ]
  }
}

function* read(text: string, dialect: Dialect): Generator<Entry> {
  const { nodes, fault } = parseScript(text, dialect)
  const variables = new Variables(text, dialect)
  const declarations = declarationsIn(nodes, { at: 0, end: text.length }, variables)
  for (const [defines, carrier] of variables.seenByOthers()) {
    if (VERSION_LIKE.test(carrier.value)) yield { defines, ...requirementOf(carrier) }
  }
  for (const declaration of declarations) yield entryOf(declaration, variables)
  if (fault) throw fault
}

function entryOf({ group, artifact, version, direct, scope, perProject }: Declaration, variables: Variables): Entry {
  const [groupId, artifactId] = [
    variables.textOf(group),
    variables.textOf(artifact) ?? variables.withoutScala(artifact)
  ]
  if (!groupId || !artifactId) {
    const gap = groupId === '' ? 'expected a group' : 'unresolved variable in the name'
    return { gap, text: `${group.value}:${artifact.value}`, at: artifact.at }
  }
  const common = defined({ name: `${groupId}:${artifactId}`, direct: direct || undefined, scope })
  if (version.value === '') return { ...common, requirement: { kind: 'none' }, at: artifact.at }
  const { carrier, defaultFor } = variables.carried(version) ?? { carrier: version }
  const usedAt = carrier === version ? undefined : version.at
  const inheritedAs = perProject ? variables.propertyOf(version) : undefined
  return { ...common, ...requirementOf(carrier), ...defined({ usedAt, inheritedAs, defaultFor }) }
}
