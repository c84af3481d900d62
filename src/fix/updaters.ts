/**
 * The rules that keep Renovate and Dependabot from proposing versions of a client that do not pass.
 * Specifications: https://docs.renovatebot.com/configuration-options/#allowedversions and
 * https://docs.renovatebot.com/getting-started/installing-onboarding/#configuration-location;
 * https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#ignore--. Deliberately ignored:
 * a configuration of Renovate inside of package.json, presets, and images, which both call by the name of their registry as well.
 */

import { ecosystemOf } from '../ecosystems/index.ts'
import { type Finding, isAboutClient } from '../model/finding.ts'
import { type JudgeSettings, judge } from '../policy/judge.ts'

/** A program that proposes versions. */
export type Updater = 'Renovate' | 'Dependabot'

/** The rule for a repository that has such a program. */
export interface UpdaterRule {
  readonly updater: Updater
  /** Its configuration. Hostile text. */
  readonly path: string
  /** What to add there; ours. */
  readonly text: string
  /** Where. */
  readonly where: string
}

/** Which versions of a client pass: those from one on, but for a few. */
interface Allowed {
  readonly ecosystem: string
  readonly name: string
  readonly from: string
  readonly except: readonly string[]
}

/** How an ecosystem is called and writes ranges. */
interface Notation {
  /** https://docs.github.com/en/code-security/dependabot/ecosystems-supported-by-dependabot/supported-ecosystems-and-repositories */
  readonly dependabot: string
  /** Set if a rule can leave out single versions. */
  readonly excludes?: true
  /** What a rule allows. Where the versioning of a manager has no ranges, Renovate reads those of npm. */
  allows(from: string, except: readonly string[]): string
  /** What a rule leaves out: that below a version. */
  below(version: string): readonly string[]
}

const RENOVATE = /^(?:(?:\.github\/|\.gitlab\/)?renovate\.json5?|\.renovaterc(?:\.json5?)?)$/
const DEPENDABOT = /^\.github\/dependabot\.ya?ml$/

const SIMPLE = {
  allows: (from: string) => `>=${from}`,
  below: (version: string): readonly string[] => [`< ${version}`]
}
const BRACKETS = {
  allows: (from: string) => `[${from},)`,
  below: (version: string): readonly string[] => [`(,${version})`]
}
/** Only for clients of which every version from one on passes, or all but few that the notation can exclude. */
const NOTATIONS: Readonly<Record<string, Notation>> = {
  cargo: { dependabot: 'cargo', ...SIMPLE },
  gem: { dependabot: 'bundler', ...SIMPLE },
  golang: {
    dependabot: 'gomod',
    // Of a module with v0 the versions of another numbering, such as v11.0.0+incompatible, are older.
    allows: from => (ZERO.test(from) ? `>=${from} <1.0.0` : `>=${from}`),
    below: version => [`< ${version}`, ...(ZERO.test(version) ? ['>= 1.0.0'] : [])]
  },
  hex: { dependabot: 'mix', ...SIMPLE },
  maven: { dependabot: 'maven', ...BRACKETS },
  npm: { dependabot: 'npm', ...SIMPLE },
  nuget: { dependabot: 'nuget', ...BRACKETS },
  pypi: {
    dependabot: 'pip',
    ...SIMPLE,
    excludes: true,
    allows: (from, except) => [`>=${from}`, ...except.map(version => `!=${version}`)].join(',')
  }
}
const V = /^v(?=\d)/
const ZERO = /^0\./

/** The rules for the programs whose configurations are among some files, for the clients of some findings. */
export async function updaterRules(
  files: readonly string[],
  findings: readonly Finding[],
  settings: JudgeSettings
): Promise<readonly UpdaterRule[]> {
  const [renovate, dependabot] = [RENOVATE, DEPENDABOT].map(pattern => files.find(path => pattern.test(path)))
  if (renovate === undefined && dependabot === undefined) return []
  const allowed = await allowedOf(findings, settings)
  if (allowed.length === 0) return []
  const rules: UpdaterRule[] = []
  if (renovate !== undefined) {
    const text = allowed.map(rule => JSON.stringify(renovateRule(rule))).join(',\n')
    rules.push({ updater: 'Renovate', path: renovate, text, where: 'in packageRules' })
  }
  if (dependabot !== undefined) {
    const text = allowed.map(dependabotRule).join('\n')
    rules.push({
      updater: 'Dependabot',
      path: dependabot,
      text,
      where: 'below ignore of the updates of each ecosystem'
    })
  }
  return rules
}

/** What passes of each client. A client of which no version is known to pass from it on has none. */
async function allowedOf(findings: readonly Finding[], settings: JudgeSettings): Promise<readonly Allowed[]> {
  const all = new Map<string, Allowed>()
  for (const { subject, explanation } of findings.filter(isAboutClient)) {
    const { ecosystem, name: own } = subject.dependency
    const name = explanation.fix?.through?.name ?? own
    const scheme = await ecosystemOf(ecosystem)?.versions()
    const key = JSON.stringify([ecosystem, name])
    if (!scheme || NOTATIONS[ecosystem] === undefined || all.has(key)) continue
    const { remedy } = judge({ ecosystem, name, requirement: { kind: 'none' } }, scheme, settings)
    const canExclude = NOTATIONS[ecosystem]?.excludes && remedy?.narrowed !== undefined
    const [from, except] = canExclude ? [remedy.narrowed?.from, remedy.narrowed?.except ?? []] : [remedy?.version, []]
    if (from !== undefined) all.set(key, { ecosystem, name, from, except })
  }
  return [...all.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function renovateRule({ ecosystem, name, from, except }: Allowed) {
  const allowedVersions = NOTATIONS[ecosystem]?.allows(from.replace(V, ''), except)
  return { matchPackageNames: [name], allowedVersions }
}

function dependabotRule({ ecosystem, name, from, except }: Allowed): string {
  const { dependabot = '', below = SIMPLE.below } = NOTATIONS[ecosystem] ?? {}
  const versions = [...below(from.replace(V, '')), ...except].map(text => JSON.stringify(text)).join(', ')
  return `- dependency-name: ${JSON.stringify(name)}  # ${dependabot}\n  versions: [${versions}]`
}
