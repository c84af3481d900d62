#!/usr/bin/env node
// Compares the versions that a scan of Maven projects finds with those of Maven's effective poms, on generated projects:
// npx tsc -p tsconfig.build.json && node scripts/oracles/maven-effective.mjs [COUNT]
// Needs mvn, which fetches its help plugin; MAVEN names another one.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { scan } from '../../lib/scan/scan.js'
import { childElements, parseXml } from '../../lib/syntax/xml.js'
import { conclude, pick, randomNumbers } from './compare.mjs'

const MAVEN = process.env.MAVEN ?? 'mvn'
const HELP = 'org.apache.maven.plugins:maven-help-plugin:3.4.1:effective-pom'
const INHERITED = ['io.fabric8', 'kubernetes-client']
const MANAGED = ['io.kubernetes', 'client-java']
/** A definition may refer to those behind it: no circles. */
const PROPERTIES = ['v', 'w', 'x']

const random = randomNumbers(20_201_129)
const chance = share => random() < share
let releases = 0
/** A version that no other definition has. */
const release = () => `5.${++releases}.0`

const element = (name, content) => `<${name}>${content}</${name}>`
const dependency = ([group, artifact], version, rest = '') =>
  element(
    'dependency',
    `${element('groupId', group)}${element('artifactId', artifact)}${version ? element('version', version) : ''}${rest}`
  )

/** Values of some of the properties, as a pom or a profile sets them. */
function properties(share) {
  const set = PROPERTIES.filter(() => chance(share)).map(name => {
    const behind = PROPERTIES.slice(PROPERTIES.indexOf(name) + 1)
    return element(name, behind.length > 0 && chance(0.4) ? `\${${pick(random, behind)}}` : release())
  })
  return set.length > 0 ? `${element('properties', set.join('\n'))}\n` : ''
}

/** A version that a line states: a reference to a property, or a literal. */
const stated = () => (chance(0.8) ? `\${${pick(random, PROPERTIES)}}` : release())
const management = content => element('dependencyManagement', element('dependencies', content))

/** What activates a profile where no property is set. Others are reported as well, because somebody may choose them. */
const ACTIVATIONS = [
  element('activeByDefault', 'true'),
  element('property', element('name', '!absent')),
  element('property', `${element('name', 'absent')}${element('value', '!on')}`)
]

function profiles() {
  if (!chance(0.3)) return ''
  const activation = element('activation', pick(random, ACTIVATIONS))
  const profile = id => element('profile', `<id>${id}</id>${activation}${properties(0.5)}`)
  return element('profiles', `${profile('usual')}${chance(0.4) ? profile('other') : ''}`)
}

/** The poms of one project by their paths: a root, groups of modules in it, modules in these, and a bill of materials. */
function project() {
  const poms = {}
  const rest = {
    bom: chance(0.3),
    rootDependency: chance(0.6) ? element('dependencies', dependency(INHERITED, stated())) : ''
  }
  const pom = (path, name, parent, packaging, content) => {
    const at = parent
      ? element('parent', `<groupId>g</groupId><artifactId>${parent}</artifactId><version>1</version>`)
      : ''
    poms[path] =
      `<project><modelVersion>4.0.0</modelVersion>${at}<groupId>g</groupId><artifactId>${name}</artifactId><version>1</version><packaging>${packaging}</packaging>\n${content}</project>\n`
  }
  const uses = (hasClient, hasManaged) => {
    const all = [hasClient ? dependency(INHERITED, stated()) : '', hasManaged ? dependency(MANAGED, '') : ''].join('\n')
    return all.trim() ? element('dependencies', all) : ''
  }
  const names = ['a', 'b', 'c'].slice(0, 1 + Math.floor(random() * 3))
  for (const name of names) {
    const groupHasDependency = !rest.rootDependency && chance(0.4)
    const children = chance(0.6) ? ['y', 'z'].slice(0, 1 + Math.floor(random() * 2)) : []
    const own = chance(0.3) ? management(dependency(MANAGED, stated())) : ''
    const content = `${properties(0.3)}${own}${profiles()}`
    const clients = uses(groupHasDependency, children.length === 0 && chance(0.7))
    const modules =
      children.length > 0 ? element('modules', children.map(child => element('module', child)).join('')) : ''
    pom(`${name}/pom.xml`, name, 'root', children.length > 0 ? 'pom' : 'jar', `${content}${clients}${modules}`)
    for (const child of children) {
      const isFree = !rest.rootDependency && !groupHasDependency
      const below = uses(isFree && chance(0.5), chance(0.7))
      pom(`${name}/${child}/pom.xml`, `${name}-${child}`, name, 'jar', `${properties(0.3)}${profiles()}${below}`)
    }
  }
  const imported = dependency(['g', 'bom'], '1', '<type>pom</type><scope>import</scope>')
  const managed = management(rest.bom ? imported : dependency(MANAGED, stated()))
  const all = element('properties', PROPERTIES.map(name => element(name, release())).join('\n'))
  const modules = element('modules', names.map(name => element('module', name)).join(''))
  pom('pom.xml', 'root', undefined, 'pom', `${all}${profiles()}${managed}\n${rest.rootDependency}${modules}`)
  if (rest.bom) pom('bom/pom.xml', 'bom', undefined, 'pom', `${all}${management(dependency(MANAGED, stated()))}`)
  if (rest.bom) poms['pom.xml'] = poms['pom.xml'].replace('<modules>', '<modules><module>bom</module>')
  return poms
}

/** `ARTIFACT VERSION` for each dependency in the effective poms of the modules that build something, and of what they manage. */
function effective(poms) {
  const folder = mkdtempSync(join(tmpdir(), 'effective-'))
  try {
    for (const [path, text] of Object.entries(poms)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const output = join(folder, 'effective.xml')
    execFileSync(MAVEN, ['-q', '-B', HELP, `-Doutput=${output}`], { cwd: folder, stdio: 'pipe' })
    const { root } = parseXml(readFileSync(output, 'utf8'))
    const projects = root.name === 'project' ? [root] : childElements(root, 'project')
    const field = (parent, name) => childElements(parent, name)[0]?.content.value
    const lines = (of, ...path) =>
      of.flatMap(one =>
        childElements(one, ...path, 'dependencies', 'dependency').map(
          found => `${field(found, 'artifactId')} ${field(found, 'version')}`
        )
      )
    const used = projects.filter(one => field(one, 'packaging') !== 'pom')
    return { used: new Set(lines(used)), managed: new Set(lines(projects, 'dependencyManagement')) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same of what a scan leaves unsettled. */
async function found(poms) {
  const workspace = {
    list: async () => ({ source: 'walk', files: Object.keys(poms).map(path => ({ path })), excluded: {}, gaps: [] }),
    read: async path => ({ text: poms[path] })
  }
  const { findings } = await scan(workspace, { minimum: 'documented' })
  const open = findings.filter(({ status }) => status.kind !== 'settled')
  return new Set(
    open.map(
      ({
        subject: {
          dependency: { name, requirement }
        }
      }) => `${name.split(':')[1]} ${requirement.text}`
    )
  )
}

const differences = []
const count = Number(process.argv[2] ?? 20)
const only = process.env.ONLY === undefined ? undefined : Number(process.env.ONLY)
let versions = 0
for (let index = 0; index < count; index++) {
  const poms = project()
  if (only !== undefined && index !== only) continue
  const { used, managed } = effective(poms)
  const ours = await found(poms)
  versions += used.size
  const missing = [...used].filter(line => !ours.has(line)).map(line => `${line} is used, and not found`)
  const extra = [...ours]
    .filter(line => !used.has(line) && !managed.has(line))
    .map(line => `${line} is found, and not used`)
  if (missing.length + extra.length === 0) continue
  differences.push(...[...missing, ...extra].map(line => `project ${index}: ${line}`))
  if (process.env.KEEP) {
    for (const [path, text] of Object.entries(poms)) {
      mkdirSync(join(process.env.KEEP, String(index), dirname(path)), { recursive: true })
      writeFileSync(join(process.env.KEEP, String(index), path), text)
    }
  }
}
conclude("Maven's effective poms", { projects: count, versions }, differences)
