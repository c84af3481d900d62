/**
 * `pom.xml`: the dependencies of a Maven project, and the versions it gives to its modules.
 * Specification: https://maven.apache.org/pom.html. The scan follows the names of parents and of imported
 * bills of materials to other poms of the repository; where it finds no parent, it looks into the folders
 * above. Deliberately ignored: plugins, extensions, exclusions, the coordinates of the project and of its
 * parent; properties of settings and the command line, and versions put together from several texts (both
 * stay placeholders); combinations of profiles: each profile that is not active by default is applied to the
 * project on its own.
 */

import { defined } from '../../collections.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { childElement, childElements, parseXml, type XmlElement, type XmlText } from '../../syntax/xml.ts'
import type { Entry, FileFormat, KnownScope, ModuleEntry, PackageEntry } from '../file-format.ts'
import { withoutRepeats } from '../repeats.ts'
import { contentOf, MOST_PROFILES, PomProperties, propertyIn, type Section } from './pom-properties.ts'
import { requirementOf } from './requirement.ts'

/** A `dependency` element that names its package. */
interface PomDependency {
  readonly name: string
  readonly artifact: XmlText
  /** Name, type and classifier, by which `dependencyManagement` gives versions. */
  readonly key: string
  readonly version?: XmlText
  /** The content of `scope`. */
  readonly scope?: string
}

/** What the place of a dependency says of it. */
type Use = Pick<PackageEntry, 'direct' | 'scope' | 'imported'>

/** What runs inside the build only. */
const BUILD: Use = { direct: true, scope: 'development' }
const PLUGINS = [
  ['build', 'plugins', 'plugin'],
  ['build', 'pluginManagement', 'plugins', 'plugin']
] as const
/** A number, a range or another property: the beginning of a property that carries a version. */
const VERSION_LIKE = /^[\d[($]/

export const pom: FileFormat = {
  name: 'pom.xml',
  role: {
    kind: 'manifest',
    get settles() {
      return [pom]
    }
  },
  specification: 'https://maven.apache.org/pom.html',
  comments: 'xml',
  names: { exact: ['pom.xml'] },
  read,
  references: propertyIn,
  prescreen: { always: /<(?:properties|parent|dependencyManagement)\b/ },
  definitions: {
    get for() {
      return [pom]
    },
    reach: 'below'
  },
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined
      ? {
          edit: 'in this file',
          text: `<artifactId>${name.slice(name.indexOf(':') + 1)}</artifactId><version>${version}</version>`
        }
      : { edit: 'set the property on this line to', text: version }
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseXml(text)
  if (root?.name === 'project') yield* withoutRepeats(new PomReader(root).entries())
  if (fault) throw fault
  if (root && root.name !== 'project') throw new SyntaxFault('expected "project" as the root element', root.at)
}

class PomReader {
  private readonly root: XmlElement
  private readonly properties: PomProperties
  /** The keys of the dependencies to which `dependencyManagement` of the project itself gives a version, with their scopes. */
  private readonly managed: ReadonlyMap<string, KnownScope | undefined>
  /** The keys of managed dependencies that the project or a profile requires, each with the widest scope. */
  private readonly managedAndUsed = new Map<string, KnownScope>()

  constructor(root: XmlElement) {
    this.root = root
    this.properties = new PomProperties(root)
    this.managed = this.managedBy(this.properties.project)
  }

  *entries(): Generator<Entry> {
    const { project, profiles } = this.properties
    const module = this.module()
    if (module) yield module
    for (const [defines, property] of project.properties) {
      if (VERSION_LIKE.test(property.value)) yield { defines, ...requirementOf(property) }
    }
    for (const section of [project, ...profiles]) {
      yield* this.required(section)
      yield* this.requiredByPlugins(section)
    }
    for (const section of [project, ...profiles]) {
      for (const element of managedElements(section)) {
        const known = this.dependencyOf(element, section)
        const used = known && this.managedAndUsed.get(known.key)
        const scope = used ?? scopeIn(known?.scope)
        const imported = known?.scope === 'import' || undefined
        yield* this.entriesOf(element, section, defined({ direct: used && true, scope, imported }))
      }
    }
  }

  /** The names of the project and of the poms it takes versions from; undefined if it has none of these. */
  private module(): ModuleEntry | undefined {
    const parent = childElement(this.root, 'parent')
    const name = this.properties.nameOf('project')
    const inherited = parent?.closed ? this.properties.nameOf('project.parent') : undefined
    const imports = this.imports(this.properties.project)
    if (name === undefined && inherited === undefined && imports.length === 0) return undefined
    return defined({
      module: name,
      versions: name === undefined ? undefined : this.properties.versions(),
      abstract: contentOf(this.root, 'packaging')?.value === 'pom' || undefined,
      parent: inherited === undefined ? undefined : defined({ name: inherited, path: pathOf(parent) }),
      imports: [...new Set(imports)],
      at: this.root.at
    })
  }

  /** The names of the bills of materials that a section imports. */
  private imports(section: Section): readonly string[] {
    const all = managedElements(section).filter(element => contentOf(element, 'scope')?.value === 'import')
    return all.flatMap(element => this.dependencyOf(element, section)?.name ?? [])
  }

  /** The dependencies of a section, without those whose version is managed in this pom: they are reported there. */
  private *required(section: Section): Generator<Entry> {
    const own = section === this.properties.project ? this.managed : this.managedBy(section)
    for (const element of closedElements(section.element, 'dependencies', 'dependency')) {
      const known = this.dependencyOf(element, section)
      const isManaged = known && !known.version && (own.has(known.key) || this.managed.has(known.key))
      const managedScope = known && (own.get(known.key) ?? this.managed.get(known.key))
      const scope = scopeIn(known?.scope) ?? managedScope ?? 'runtime'
      if (!isManaged) yield* this.entriesOf(element, section, { direct: true, scope })
      else if (this.managedAndUsed.get(known.key) !== 'runtime') this.managedAndUsed.set(known.key, scope)
    }
  }

  private *requiredByPlugins(section: Section): Generator<Entry> {
    for (const path of PLUGINS) {
      for (const element of closedElements(section.element, ...path, 'dependencies', 'dependency')) {
        yield* this.entriesOf(element, section, BUILD)
      }
    }
  }

  private *entriesOf(element: XmlElement, section: Section, use: Use): Generator<Entry> {
    const dependency = this.dependencyOf(element, section)
    if (!dependency) {
      const [group, artifact] = [contentOf(element, 'groupId'), contentOf(element, 'artifactId')]
      const gap = group && artifact ? 'unresolved property in the name' : 'expected groupId and artifactId'
      yield { gap, text: `${group?.value}:${artifact?.value}`, at: artifact?.at ?? element.at }
      return
    }
    const { name, artifact, version } = dependency
    const common = { name, ...use }
    if (!version) {
      yield { ...common, requirement: { kind: 'none' }, at: artifact.at }
      return
    }
    const { carriers, tooMany } = this.properties.carriersOf(version, section)
    if (tooMany) yield { gap: `more than ${MOST_PROFILES} profiles set the version`, text: name, at: version.at }
    for (const carrier of carriers) {
      const usedAt = carrier === version ? undefined : version.at
      const inheritedAs = this.inheritedName(version, section)
      yield { ...common, ...requirementOf(carrier), ...defined({ usedAt, inheritedAs }) }
    }
  }

  /** The property that a child may define anew. Profiles are not inherited; what they hold is a part of the parent by then. */
  private inheritedName(version: XmlText, section: Section): string | undefined {
    const name = section === this.properties.project ? propertyIn(version.value) : undefined
    return name === undefined || this.properties.isField(name) ? undefined : name
  }

  /** The keys of the dependencies to which a section gives a version. */
  private managedBy(section: Section): ReadonlyMap<string, KnownScope | undefined> {
    const all = managedElements(section).map(element => this.dependencyOf(element, section))
    return new Map(all.flatMap(one => (one?.version ? [[one.key, scopeIn(one.scope)] as const] : [])))
  }

  /** Undefined when the element lacks a part of its name, or a property in it is not defined here. */
  private dependencyOf(element: XmlElement, section: Section): PomDependency | undefined {
    const artifact = contentOf(element, 'artifactId')
    const group = this.properties.filledIn(contentOf(element, 'groupId'), section)
    const artifactId = this.properties.artifactIn(artifact, section)
    if (!artifact || group === undefined || artifactId === undefined) return undefined
    const type = contentOf(element, 'type')?.value ?? 'jar'
    const classifier = contentOf(element, 'classifier')?.value ?? ''
    const name = `${group}:${artifactId}`
    const version = contentOf(element, 'version')
    const scope = contentOf(element, 'scope')?.value
    return defined({ name, artifact, key: `${name}:${type}:${classifier}`, version, scope })
  }
}

/**
 * What a scope of Maven says; undefined for `import`, which is no use. `provided` and `system` packages run as well.
 * https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#dependency-scope
 */
function scopeIn(text: string | undefined): KnownScope | undefined {
  if (text === 'test') return 'development'
  return text === undefined || text === 'import' ? undefined : 'runtime'
}

/** The expected file of a parent, relative to this pom; undefined where `relativePath` is empty. */
function pathOf(parent: XmlElement | undefined): string | undefined {
  const written = childElement(parent, 'relativePath')?.content.value ?? '../pom.xml'
  if (written === '') return undefined
  return written.endsWith('.xml') ? written : `${written}/pom.xml`
}

function managedElements({ element }: Section): readonly XmlElement[] {
  return closedElements(element, 'dependencyManagement', 'dependencies', 'dependency')
}

/** Elements that were read to their end. The content of an element that a fault cut off is not known. */
function closedElements(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return childElements(element, ...path).filter(({ closed }) => closed)
}
