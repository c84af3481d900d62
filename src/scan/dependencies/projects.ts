/**
 * What the dependencies of files mean in the projects to which the files belong, where a format evaluates whole projects: MSBuild. A
 * file that several projects import may mean another version in each.
 */

import { defined, groupBy, memoised } from '../../collections.ts'
import type {
  EvaluatedProject,
  EvaluatedUse,
  FileFormat,
  MeantVersion,
  ProjectEvaluation,
  Spot
} from '../../ecosystems/file-format.ts'
import { type Requirement, type Scope, widerScope } from '../../model/dependency.ts'
import { comparePlaces, type Place } from '../../model/place.ts'
import type { Gap } from '../../model/report.ts'
import { placeFinder } from '../../syntax/place.ts'
import { isWhole } from './escaped.ts'
import type { Mention, Source } from './mention.ts'

/** The dependencies of a workspace after the evaluation of its projects. */
export interface Projects {
  /** All dependencies, with the scopes and versions that projects give them, and those that projects add. */
  readonly mentions: readonly Mention[]
  /** What settles an open requirement; undefined if its projects give it no version. Others are not in it. */
  readonly settled: ReadonlyMap<Mention, Mention | undefined>
  /** What every project uses in place of a version. */
  readonly instead: ReadonlyMap<Mention, Mention>
  /** What was not evaluated. */
  readonly gaps: readonly Gap[]
  /** Whether one file is known to take nothing from another one. */
  isApart(path: string, from: string): boolean
}

/** A file that more projects import than this may take something from any other file. */
const MOST_IMPORTERS = 1_000

const TOO_MANY = {
  kind: 'unrecognised-entry',
  detail: 'The repository has too many projects to evaluate them: each version is that of the nearest file.'
} as const

type MutableMention = Mention & { scope: Scope; requirement: Requirement; replaceable?: true }

/** What one project makes of a dependency. */
interface Occurrence {
  readonly use: EvaluatedUse
  readonly meant: readonly Mention[]
}

/** Evaluates the projects of a workspace. The result does not depend on the order of files. */
export function evaluateProjects(mentions: readonly Mention[], sources: readonly Source[]): Projects {
  const evaluations = [...groupBy(sources, ({ format }) => format.projects)].flatMap(([projects, own]) =>
    projects ? new Evaluation(projects, mentions, own) : []
  )
  const evaluated = evaluations.map(evaluation => evaluation.run())
  const others = mentions.filter(({ format }) => !evaluations.some(({ projects }) => projects === format.projects))
  return {
    mentions: [...others, ...evaluated.flatMap(one => one.mentions)],
    settled: new Map(evaluated.flatMap(({ settled }) => [...settled])),
    instead: new Map(evaluated.flatMap(({ instead }) => [...instead])),
    gaps: evaluated.flatMap(({ gaps }) => gaps),
    isApart: (path, from) => evaluated.some(one => one.isApart(path, from))
  }
}

class Evaluation {
  readonly projects: ProjectEvaluation
  private readonly mentions: MutableMention[]
  private readonly sources: ReadonlyMap<string, Source>
  private readonly byUse: ReadonlyMap<string, readonly MutableMention[]>
  private readonly byVersion = new Map<string, Mention>()
  private readonly occurrences = new Map<MutableMention, Occurrence[]>()
  /** The dependencies whose own texts have got the meaning of a project. */
  private readonly filled = new Set<Mention>()
  private readonly scopes = new Map<Mention, Scope>()
  private readonly finderOf = memoised((path: string) => placeFinder(this.sources.get(path)?.text ?? ''))

  constructor(projects: ProjectEvaluation, mentions: readonly Mention[], sources: readonly Source[]) {
    this.projects = projects
    const own = mentions.filter(({ format }) => format.projects === projects)
    this.mentions = own.toSorted((a, b) => comparePlaces(a.place, b.place)).map(mention => ({ ...mention }))
    this.sources = new Map(sources.map(source => [source.path, source]))
    this.byUse = groupBy(this.mentions, ({ written, usedAt, place }) => useKey(written, usedAt ?? place))
    for (const mention of this.mentions) this.byVersion.set(versionKey(mention), mention)
  }

  run(): Projects {
    const names = new Set(this.mentions.map(({ written }) => written.toLowerCase()))
    const texts = new Map([...this.sources].map(([path, { text }]) => [path, text]))
    const isWatched = (name: string) => names.has(name.toLowerCase())
    const found = names.size === 0 ? [] : this.projects.evaluate(texts, isWatched)
    const evaluated = found ?? []
    const gaps = found ? [] : this.mentions.slice(0, 1).map(({ place }) => ({ ...TOO_MANY, place }))
    for (const { uses } of evaluated) for (const use of uses) this.see(use)
    const settled = new Map<Mention, Mention | undefined>()
    const instead = new Map<Mention, Mention>()
    for (const [mention, all] of this.occurrences) this.decide(mention, all, { settled, instead })
    for (const mention of this.mentions) {
      if (mention.scope === 'unknown') mention.scope = this.scopes.get(mention) ?? 'unknown'
    }
    return { mentions: this.mentions, settled, instead, gaps, isApart: this.apartness(evaluated) }
  }

  private see(use: EvaluatedUse): void {
    const asked = this.byUse.get(useKey(use.name, this.placeOf(use.at))) ?? []
    const [first] = asked
    if (!first) return
    const meant = use.versions.map(version => this.mentionOf(version, first))
    for (const mention of asked) {
      const before = this.occurrences.get(mention)
      if (use.scope) mention.scope = before ? widerScope(mention.scope, use.scope) : use.scope
      if (before) before.push({ use, meant })
      else this.occurrences.set(mention, [{ use, meant }])
    }
    if (!use.scope) return
    for (const one of meant) this.scopes.set(one, widerScope(this.scopes.get(one) ?? use.scope, use.scope))
  }

  /** The dependency with a version, made where no reader has found it: several projects may share one. */
  private mentionOf({ requirement, at, usedAt }: MeantVersion, asked: MutableMention): Mention {
    const [place, used] = [this.placeOf(at), this.placeOf(usedAt)]
    const base = this.byUse.get(useKey(asked.written, used))?.[0] ?? asked
    const key = versionKey({ ...base, requirement, place })
    const known = this.byVersion.get(key)
    const isOwnText = comparePlaces(base.place, place) === 0
    if (!known && isOwnText && !this.filled.has(base)) {
      // The project fills in what stands at the place itself.
      this.byVersion.delete(versionKey(base))
      base.requirement = requirement
      delete base.replaceable
      this.byVersion.set(key, base)
    }
    if (isOwnText) this.filled.add(base)
    const found = this.byVersion.get(key)
    if (found) return found
    const { usedAt: _, inheritedAs: __, replaceable: ___, ...rest } = base
    const source = this.sources.get(at.path)
    const format: FileFormat = source?.format ?? base.format
    const isElsewhere = comparePlaces(place, used) !== 0
    const made: MutableMention = {
      ...rest,
      format,
      requirement,
      place,
      repeatedAt: [],
      scope: 'unknown',
      ...defined({
        usedAt: isElsewhere ? used : undefined,
        replaceable: source && isWhole(source.text, at.at, requirement) ? (true as const) : undefined
      })
    }
    this.byVersion.set(key, made)
    this.mentions.push(made)
    return made
  }

  private decide(
    mention: Mention,
    all: readonly Occurrence[],
    { settled, instead }: { settled: Map<Mention, Mention | undefined>; instead: Map<Mention, Mention> }
  ): void {
    const inUse = all.filter(({ use }) => use.isUsed)
    const relevant = inUse.length > 0 ? inUse : all
    if (relevant.some(({ meant }) => meant.includes(mention))) return
    const [first] = relevant.flatMap(({ meant }) => meant)
    if (isOpen(mention)) {
      if (first || relevant.some(({ use }) => use.isFinal)) settled.set(mention, first)
    } else if (first && relevant.every(({ meant }) => meant.length > 0)) instead.set(mention, first)
  }

  /** A file takes from those that its projects consist of, and from files whose importers nobody knows. */
  private apartness(evaluated: readonly EvaluatedProject[]): Projects['isApart'] {
    const { projects, sources } = this
    const whole = evaluated.filter(({ path }) => projects.isProject(path))
    const importers = groupBy(
      whole.flatMap(project => Array.from(project.files, file => ({ file, project }))),
      ({ file }) => file
    )
    const visibleFrom = memoised((path: string) => {
      const own = importers.get(path) ?? []
      if (own.length === 0 || own.length > MOST_IMPORTERS || own.some(({ project }) => !project.isComplete))
        return undefined
      return new Set(own.flatMap(({ project }) => [...project.files]))
    })
    const isOfOthers = (path: string) => importers.has(path) || projects.isImportedByPlace(path)
    return (path, from) => {
      const visible = sources.has(from) && isOfOthers(from) ? visibleFrom(path) : undefined
      return visible !== undefined && !visible.has(from)
    }
  }

  private placeOf({ path, at }: Spot): Place {
    return { path, ...this.finderOf(path)(at) }
  }
}

/** Whether a requirement states no version by itself. */
function isOpen({ requirement, format, name }: Mention): boolean {
  if (requirement.kind === 'none') return true
  return requirement.kind !== 'source' && format.references?.(requirement.text, name) !== undefined
}

function useKey(name: string, { path, line, column }: Place): string {
  return JSON.stringify([name.toLowerCase(), path, line, column])
}

function versionKey({
  written,
  place: { path, line, column },
  requirement
}: Pick<Mention, 'written' | 'place' | 'requirement'>): string {
  return JSON.stringify([written.toLowerCase(), path, line, column, requirement])
}
