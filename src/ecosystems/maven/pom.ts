/**
 * `pom.xml`: what a Maven project depends on, and the versions it gives to its modules.
 * Specification: https://maven.apache.org/pom.html. Leaves out on purpose: plugins, extensions, exclusions, the project's
 * own and its parent's coordinates; properties of settings and the command line, and versions put together from several
 * texts (both stay placeholders); profiles that work together: each is taken on its own over what the project says. The
 * scan follows the names of parents and of imported bills of materials to other poms of the repository, and where it finds
 * no parent looks into the folders above. A property that a child sets anew changes nothing of what its parent manages.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { childElement, childElements, parseXml, type XmlElement, type XmlText } from '../../syntax/xml.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { requirementOf, withoutRepeats } from './requirement.ts'

/** A project or one of its profiles. */
interface Section {
  readonly element: XmlElement
  readonly properties: ReadonlyMap<string, XmlText>
}

/** What the placeholders of a pom may mean. */
interface Meanings {
  readonly project: Section
  /** `project.version` and the like. */
  readonly fields: ReadonlyMap<string, XmlText>
  /** For each property the profiles that set it, but no more than can be looked at. */
  readonly profiles: ReadonlyMap<string, readonly Section[]>
}

/** A `dependency` element that names its package. */
interface Dependency {
  readonly name: string
  readonly artifact: XmlText
  /** Name, type and classifier: what `dependencyManagement` is looked up by. */
  readonly key: string
  readonly version?: XmlText
}

const PLUGINS = [
  ['build', 'plugins', 'plugin'],
  ['build', 'pluginManagement', 'plugins', 'plugin']
] as const
const PROPERTY = /^\$\{(?<name>[^${}]+)\}$/
const PROPERTIES = /\$\{([^${}]+)\}/g
/** How many properties may stand for one another, one after the other. */
const LONGEST_CHAIN = 50
/** Steps from property to property in one file; only a hostile one comes near it. */
const MOST_STEPS = 2_000_000
/** How many profiles may change one version. */
const MOST_PROFILES = 100
const LONGEST_NAME = 256
/** A number, a range or another property: what a property that carries a version begins with. */
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
  names: { exact: ['pom.xml'] },
  read,
  references: text => PROPERTY.exec(text)?.groups?.['name'],
  prescreen: { always: /<(?:properties|parent|dependencyManagement)>/ },
  definitions: {
    get for() {
      return [pom]
    },
    reach: 'below'
  },
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined
      ? `<artifactId>${name.slice(name.indexOf(':') + 1)}</artifactId><version>${version}</version>`
      : `the property on this line: ${version}`
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseXml(text)
  if (root?.name === 'project') yield* withoutRepeats(readProject(root))
  if (fault) throw fault
  if (root && root.name !== 'project') throw new SyntaxFault('expected "project" as the outermost element', root.at)
}

function* readProject(element: XmlElement): Generator<Entry> {
  let steps = 0
  const project = sectionOf(element)
  const profiles = childElements(element, 'profiles', 'profile').map(sectionOf)
  const meanings: Meanings = { project, fields: fieldsOf(element), profiles: byProperty(profiles) }
  const managed = managedBy(project)
  const managedAndUsed = new Set<string>()

  const module = moduleOf()
  if (module) yield module
  for (const [defines, property] of project.properties) {
    if (VERSION_LIKE.test(property.value)) yield { defines, ...requirementOf(property) }
  }
  for (const section of [project, ...profiles]) {
    const own = section === project ? managed : managedBy(section)
    for (const dependency of closedElements(section.element, 'dependencies', 'dependency')) {
      const known = dependencyOf(dependency, section)
      if (known && !known.version && (own.has(known.key) || managed.has(known.key))) managedAndUsed.add(known.key)
      else yield* entriesOf(dependency, section, true)
    }
    for (const path of PLUGINS) {
      for (const dependency of closedElements(section.element, ...path, 'dependencies', 'dependency')) {
        yield* entriesOf(dependency, section, true)
      }
    }
  }
  for (const section of [project, ...profiles]) {
    for (const dependency of managedElements(section)) {
      const known = dependencyOf(dependency, section)
      yield* entriesOf(dependency, section, known !== undefined && managedAndUsed.has(known.key))
    }
  }

  /** What the project is called and whom it takes versions from; undefined where it neither says nor does any of that. */
  function moduleOf(): Entry | undefined {
    const parent = childElement(element, 'parent')
    const own = nameIn('project.')
    const inherited = parent?.closed ? nameIn('project.parent.') : undefined
    const imports = managedElements(project).flatMap(dependency => {
      return contentOf(dependency, 'scope')?.value === 'import' ? (dependencyOf(dependency, project)?.name ?? []) : []
    })
    if (own === undefined && inherited === undefined && imports.length === 0) return undefined
    const path = pathOf(parent)
    return {
      ...(own === undefined ? {} : { module: own }),
      ...(inherited === undefined ? {} : { parent: { name: inherited, ...(path === undefined ? {} : { path }) } }),
      imports: [...new Set(imports)],
      at: element.at
    }
  }

  function nameIn(prefix: string): string | undefined {
    const [group, artifact] = ['groupId', 'artifactId'].map(field =>
      filledIn(meanings.fields.get(prefix + field), project)
    )
    return group === undefined || artifact === undefined ? undefined : `${group}:${artifact}`
  }

  /** The keys of the dependencies that a section gives a version to. */
  function managedBy(section: Section): ReadonlySet<string> {
    const all = managedElements(section).map(dependency => dependencyOf(dependency, section))
    return new Set(all.flatMap(dependency => (dependency?.version ? [dependency.key] : [])))
  }

  /** Undefined when the element lacks a part of its name, or a property in it is not defined here. */
  function dependencyOf(dependency: XmlElement, section: Section): Dependency | undefined {
    const artifact = contentOf(dependency, 'artifactId')
    const [group, artifactId] = [filledIn(contentOf(dependency, 'groupId'), section), filledIn(artifact, section)]
    if (!artifact || group === undefined || artifactId === undefined) return undefined
    const type = contentOf(dependency, 'type')?.value ?? 'jar'
    const classifier = contentOf(dependency, 'classifier')?.value ?? ''
    const version = contentOf(dependency, 'version')
    const name = `${group}:${artifactId}`
    return { name, artifact, key: `${name}:${type}:${classifier}`, ...(version ? { version } : {}) }
  }

  function* entriesOf(element: XmlElement, section: Section, direct: boolean): Generator<Entry> {
    const dependency = dependencyOf(element, section)
    if (!dependency) {
      const [group, artifact] = [contentOf(element, 'groupId'), contentOf(element, 'artifactId')]
      const gap =
        group && artifact ? 'its name holds a property that is not defined here' : 'expected groupId and artifactId'
      yield { gap, text: `${group?.value}:${artifact?.value}`, at: artifact?.at ?? element.at }
      return
    }
    const { name, artifact, version } = dependency
    const common = { name, ...(direct ? { direct } : {}) }
    if (!version) {
      yield { ...common, requirement: { kind: 'none' }, at: artifact.at }
      return
    }
    const { carriers, tooMany } = carriersOf(version, section)
    if (tooMany) yield { gap: `more than ${MOST_PROFILES} profiles set its version`, text: name, at: version.at }
    for (const carrier of carriers) {
      yield { ...common, ...requirementOf(carrier), ...(carrier === version ? {} : { usedAt: version.at }) }
    }
  }

  /** The texts that may stand for a version: itself, or the properties that carry it, with and without each profile. */
  function carriersOf(version: XmlText, section: Section): { carriers: readonly XmlText[]; tooMany: boolean } {
    if (!PROPERTY.test(version.value)) return { carriers: [version], tooMany: false }
    const { carrier, through } = resolve(version, section)
    const profiles =
      section === project
        ? new Set([...through].flatMap(name => meanings.profiles.get(name) ?? []))
        : new Set<Section>()
    const found = new Set<XmlText>(carrier ? [carrier] : [])
    for (const profile of [...profiles].slice(0, MOST_PROFILES)) {
      const other = resolve(version, profile).carrier
      if (other) found.add(other)
    }
    return { carriers: found.size > 0 ? [...found] : [version], tooMany: profiles.size > MOST_PROFILES }
  }

  /** Follows properties to the text that carries the value; `through` holds the names on the way. */
  function resolve(text: XmlText, section: Section): { carrier?: XmlText; through: ReadonlySet<string> } {
    const through = new Set<string>()
    let at: XmlText | undefined = text
    while (at) {
      const name = PROPERTY.exec(at.value)?.groups?.['name']
      if (name === undefined) return at.value === '' || at.value.includes('${') ? { through } : { carrier: at, through }
      if (through.has(name) || through.size >= LONGEST_CHAIN) break
      if (++steps > MOST_STEPS) throw new SyntaxFault('its properties refer to each other too often', at.at)
      through.add(name)
      at = meaningOf(name, section)
    }
    return { through }
  }

  function meaningOf(name: string, section: Section): XmlText | undefined {
    const prefixed = name.startsWith('pom.') ? `project.${name.slice(4)}` : name
    return (
      meanings.fields.get(prefixed) ??
      section.properties.get(name) ??
      project.properties.get(name) ??
      // Deprecated, and still read by Maven 3: "version" for "project.version".
      meanings.fields.get(`project.${name}`)
    )
  }

  /** A text with its properties replaced; undefined when one of them is not defined here. */
  function filledIn(text: XmlText | undefined, section: Section): string | undefined {
    if (!text || text.value.length > LONGEST_NAME) return undefined
    const filled = text.value.replace(PROPERTIES, placeholder => {
      return resolve({ value: placeholder, at: text.at }, section).carrier?.value.slice(0, LONGEST_NAME) ?? placeholder
    })
    return filled.includes('${') ? undefined : filled
  }
}

function sectionOf(element: XmlElement): Section {
  const properties = new Map<string, XmlText>()
  // Of two properties of the same name the last counts.
  for (const list of childElements(element, 'properties')) {
    for (const property of list.children) if (property.closed) properties.set(property.name, property.content)
  }
  return { element, properties }
}

/** The values of a pom that placeholders may name; a child without version or groupId has its parent's. */
function fieldsOf(element: XmlElement): ReadonlyMap<string, XmlText> {
  const parent = childElement(element, 'parent')
  const fields = new Map<string, XmlText>()
  for (const field of ['groupId', 'artifactId', 'version']) {
    const inherited = contentOf(parent, field)
    const own = contentOf(element, field) ?? (field === 'artifactId' ? undefined : inherited)
    if (inherited) fields.set(`project.parent.${field}`, inherited)
    if (own) fields.set(`project.${field}`, own)
  }
  return fields
}

/** Where a parent is expected: a file or its folder; nowhere where the element is empty. */
function pathOf(parent: XmlElement | undefined): string | undefined {
  const written = childElement(parent, 'relativePath')?.content.value ?? '../pom.xml'
  if (written === '') return undefined
  return written.endsWith('.xml') ? written : `${written}/pom.xml`
}

function byProperty(profiles: readonly Section[]): ReadonlyMap<string, readonly Section[]> {
  const all = new Map<string, Section[]>()
  for (const profile of profiles) {
    for (const name of profile.properties.keys()) {
      const others = all.get(name)
      if (!others) all.set(name, [profile])
      else if (others.length <= MOST_PROFILES) others.push(profile)
    }
  }
  return all
}

function managedElements({ element }: Section): readonly XmlElement[] {
  return closedElements(element, 'dependencyManagement', 'dependencies', 'dependency')
}

/** Elements that were read to their end: of one that a fault cut off nobody knows what it would have said. */
function closedElements(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return childElements(element, ...path).filter(({ closed }) => closed)
}

/** The content of a child; undefined where it is missing, empty or cut off. */
function contentOf(element: XmlElement | undefined, name: string): XmlText | undefined {
  const child = childElement(element, name)
  return child?.closed && child.content.value !== '' ? child.content : undefined
}
