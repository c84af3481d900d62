/**
 * The properties of a `pom.xml`: the values of placeholders such as `${client.version}`.
 * Specification: https://maven.apache.org/pom.html#Properties.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { childElement, childElements, type XmlElement, type XmlText } from '../../syntax/xml.ts'

/** A project or one of its profiles. */
export interface Section {
  readonly element: XmlElement
  readonly properties: ReadonlyMap<string, XmlText>
}

/** The result of following a text through properties. */
interface Resolved {
  /** The text that carries the value; undefined if a property on the way is not defined here. */
  readonly carrier?: XmlText
  /** The names of the properties on the way. */
  readonly through: ReadonlySet<string>
}

const PROPERTY = /^\$\{(?<name>[^${}]+)\}$/
/** The version of Scala at the end of a name. */
const SCALA = /_\$\{[^${}]*\}$/
const PROPERTIES = /\$\{([^${}]+)\}/g
/** The version of the project that has the dependency, which the modules of one build share. */
const OWN_VERSION = ['${project.version}', '${pom.version}', '${version}', '${project.parent.version}'] as const
/** How many properties may refer to one another in a chain. */
const LONGEST_CHAIN = 50
/** Steps from property to property in one file; only a hostile file comes near it. */
const MOST_STEPS = 2_000_000
/** How many profiles may change one version. */
export const MOST_PROFILES = 100
/** In characters, of the name of a package and of the value of a property in it. */
const LONGEST_NAME = 256

/** The name of the property that a text refers to; undefined if the text is more or less than a reference. */
export function propertyIn(text: string): string | undefined {
  return PROPERTY.exec(text)?.groups?.['name']
}

/**
 * The properties of one pom, its own and those of its profiles. Profiles that are active where nobody chooses one or sets a property:
 * their properties win over those of the project, and are what its children inherit. Those that are active by default are not if
 * another profile of the same pom is. https://maven.apache.org/guides/introduction/introduction-to-profiles.html
 */
export class PomProperties {
  readonly project: Section
  readonly profiles: readonly Section[]
  /** The project without any profile: what it is where another profile is chosen. */
  private readonly plain: Section
  private readonly defaults: ReadonlySet<Section>
  /** `project.version` and the like. */
  private readonly fields: ReadonlyMap<string, XmlText>
  /** For each property the profiles that set it, at most one more than are looked at. */
  private readonly profilesOf: ReadonlyMap<string, readonly Section[]>
  private steps = 0

  constructor(element: XmlElement) {
    this.plain = sectionOf(element)
    this.profiles = childElements(element, 'profiles', 'profile').map(sectionOf)
    const activated = this.profiles.filter(isActivated)
    this.defaults = new Set(activated.length > 0 ? activated : this.profiles.filter(isActiveByDefault))
    const properties = [this.plain, ...this.defaults].flatMap(section => [...section.properties])
    this.project = { element, properties: new Map(properties) }
    this.fields = fieldsOf(element)
    this.profilesOf = byProperty(this.profiles.filter(profile => !this.defaults.has(profile)))
  }

  /**
   * The name `groupId:artifactId` of the project or of its parent; undefined if it is missing or not in plain words.
   */
  nameOf(which: 'project' | 'project.parent'): string | undefined {
    const group = this.filledIn(this.fields.get(`${which}.groupId`), this.project)
    const artifact = this.filledIn(this.fields.get(`${which}.artifactId`), this.project)
    return group === undefined || artifact === undefined ? undefined : `${group}:${artifact}`
  }

  /**
   * What a dependency on the project has for a version: its own as written, with its properties replaced, the property that it
   * is, or a reference to it.
   */
  versions(): readonly string[] {
    const written = this.fields.get('project.version')
    const filled = this.filledIn(written, this.project)
    const name = written && propertyIn(written.value)
    return [...new Set([written?.value, filled, name, ...OWN_VERSION].filter(text => text !== undefined))]
  }

  /** Whether a name is that of a part of the project, which no property can change. */
  isField(name: string): boolean {
    return this.fields.has(withoutShortForm(name))
  }

  /** A text with its properties replaced; undefined where one of them is not defined here. */
  filledIn(text: XmlText | undefined, section: Section): string | undefined {
    if (!text || text.value.length > LONGEST_NAME) return undefined
    const filled = text.value.replace(PROPERTIES, placeholder => {
      const { carrier } = this.resolve({ value: placeholder, at: text.at }, section)
      return carrier?.value.slice(0, LONGEST_NAME) ?? placeholder
    })
    return filled.includes('${') ? undefined : filled
  }

  /**
   * The name of an artifact with its properties replaced. A property at its end that is not defined here is the version of Scala,
   * `skuber_${scala.binary.version}`: names that differ in it alone are one package.
   */
  artifactIn(text: XmlText | undefined, section: Section): string | undefined {
    return (
      this.filledIn(text, section) ?? this.filledIn(text && { ...text, value: text.value.replace(SCALA, '') }, section)
    )
  }

  /** The texts that may carry a version: itself, or the properties it refers to, with and without each profile. */
  carriersOf(version: XmlText, section: Section): { carriers: readonly XmlText[]; tooMany: boolean } {
    if (propertyIn(version.value) === undefined) return { carriers: [version], tooMany: false }
    const { carrier, through } = this.resolve(version, section)
    const names = section === this.project ? [...through] : []
    const profiles = new Set(names.flatMap(name => this.profilesOf.get(name) ?? []))
    const found = new Set<XmlText>(carrier ? [carrier] : [])
    for (const profile of [...profiles].slice(0, MOST_PROFILES)) {
      const other = this.resolve(version, profile).carrier
      if (other) found.add(other)
    }
    return { carriers: found.size > 0 ? [...found] : [version], tooMany: profiles.size > MOST_PROFILES }
  }

  /** Follows properties to the text that carries the value. */
  private resolve(text: XmlText, section: Section): Resolved {
    const through = new Set<string>()
    let current: XmlText | undefined = text
    while (current) {
      const { value, at }: XmlText = current
      const name = propertyIn(value)
      if (name === undefined) return value === '' || value.includes('${') ? { through } : { carrier: current, through }
      if (through.has(name) || through.size >= LONGEST_CHAIN) break
      if (++this.steps > MOST_STEPS) throw new SyntaxFault('too many references between properties', at)
      through.add(name)
      current = this.definitionOf(name, section)
    }
    return { through }
  }

  private definitionOf(name: string, section: Section): XmlText | undefined {
    const chosen = section === this.project || this.defaults.has(section) ? this.project : this.plain
    return (
      this.fields.get(withoutShortForm(name)) ??
      section.properties.get(name) ??
      chosen.properties.get(name) ??
      // Deprecated, and still read by Maven 3: "version" for "project.version".
      this.fields.get(`project.${name}`)
    )
  }
}

/** `project.version` for `pom.version`, which Maven 3 still reads. */
function withoutShortForm(name: string): string {
  return name.startsWith('pom.') ? `project.${name.slice(4)}` : name
}

function isActiveByDefault({ element }: Section): boolean {
  return contentOf(childElement(element, 'activation'), 'activeByDefault')?.value === 'true'
}

/** Whether a profile is active because a property is not set, or not to one value. What else activates one depends on the machine. */
function isActivated({ element }: Section): boolean {
  const activation = childElement(element, 'activation')
  const property = childElement(activation, 'property')
  if (!activation || !property || ['jdk', 'os', 'file'].some(name => childElement(activation, name))) return false
  const [name, value] = [contentOf(property, 'name')?.value, contentOf(property, 'value')?.value]
  return name?.startsWith('!') === true ? value === undefined : value?.startsWith('!') === true
}

function sectionOf(element: XmlElement): Section {
  const properties = new Map<string, XmlText>()
  // Of two properties of the same name the last counts.
  for (const list of childElements(element, 'properties')) {
    for (const property of list.children) if (property.closed) properties.set(property.name, property.content)
  }
  return { element, properties }
}

/** The values of a pom that placeholders may refer to; a child without version or groupId has its parent's. */
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

/** The content of a child; undefined if it is missing, empty or cut off. */
export function contentOf(element: XmlElement | undefined, name: string): XmlText | undefined {
  const child = childElement(element, name)
  return child?.closed && child.content.value !== '' ? child.content : undefined
}
