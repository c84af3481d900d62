/** A finding: one thing in the repository, the rule it breaks, and the place where a person edits. */

import type { ClusterSubject, Fate } from './cluster.ts'
import type { Dependency, Scope } from './dependency.ts'
import { comparePlaces, type Place } from './place.ts'
import type { Level, Rule } from './rule.ts'
import type { Explanation, FixStep, Verdict } from './verdict.ts'
import type { Waiver } from './waiver.ts'

/** A Kubernetes client, with the policy's verdict. */
export interface ClientSubject {
  readonly kind: 'client'
  readonly dependency: Dependency
  readonly verdict: Verdict
  /** The command that shows which parent brings the client in, where the file itself does not. Ours. */
  readonly chainCommand?: string
}

/** A place that breaks a rule without being a client: one that defeats reloading, a permanent token, a line that is overridden. */
export interface HazardSubject {
  readonly kind: 'hazard'
  /** What it concerns, such as `Secret/ci-token` or the name of a package. Hostile text. */
  readonly object?: string
  /** The text at the place, cut to one line. Hostile text. */
  readonly snippet: string
  /** The minor version of Kubernetes from which on it is an error, whatever its level: the cluster does not start with it. */
  readonly fatalFrom?: number
}

/** What a finding is about. */
export type Subject = ClientSubject | HazardSubject | ClusterSubject

/**
 * How a further place belongs to a finding. `resolved`: where the version was chosen, when a person edits elsewhere. `used`: where
 * the package is used, when a property or catalog carries its version. `declared`: a further line that states the requirement.
 * `repeated`: where the same file states the same again. `same`: the place to edit of a finding that was folded into this one.
 */
export type RelatedRole = 'resolved' | 'used' | 'declared' | 'repeated' | 'same'

/** The change of one line: what stands at a place, and what is to stand there. The old text is hostile. */
export interface LineEdit {
  readonly old: string
  readonly new: string
  /** What has to follow, because a file that a tool writes has the old version. Absent where the edit is the whole fix. */
  readonly followUps?: readonly FollowUp[]
  /** What else a person has to do or to know, as `Fix.advice`. Absent where the edit is the whole fix. */
  readonly also?: string
}

/** The steps that bring a file that a tool writes in line with an edit. */
export interface FollowUp {
  /** Where they run, relative to the scanned folder; `''` for the scanned folder itself. Hostile text. */
  readonly folder: string
  /** Ours. */
  readonly steps: readonly FixStep[]
}

/** The change of one line somewhere else. */
export interface PlacedEdit {
  readonly place: Place
  readonly edit: LineEdit
}

/** A table of a file in which a project says which version of a package it takes, whoever requires it. */
export interface OverridePlace {
  /** Hostile text. */
  readonly path: string
  readonly syntax: 'json' | 'yaml' | 'toml'
  /** The keys that lead to the table, or to the list. */
  readonly keys: readonly string[]
  /** What is to stand there: a member of a table, or an item of a list, which has no key. */
  readonly entry: { readonly key?: string; readonly value: string }
}

/** An override to add where no line of the project requires the package. */
export interface NewOverride {
  /** The tables that hold it, the one to prefer first. Some of the files may not exist. */
  readonly places: readonly OverridePlace[]
  readonly followUps: readonly FollowUp[]
}

/** A further place of a finding. */
export interface RelatedPlace {
  readonly role: RelatedRole
  readonly place: Place
  /** As in `Finding`, for a place of the role `same`. */
  readonly edit?: LineEdit
}

/**
 * Whether a finding counts. `settled`: another file fixes the version. `waived`: a waiver in force covers it. `without-loader`: the
 * package belongs to a client and reads no token itself, so that only `list` shows it.
 */
export type Status =
  | { readonly kind: 'open' }
  | { readonly kind: 'without-loader' }
  | { readonly kind: 'settled'; readonly by: Place }
  | { readonly kind: 'waived'; readonly by: Waiver }

/**
 * What became of a finding between base and head. `introduced`: it was absent or passed in the base. `worsened`, `improved`: it
 * did not pass in either, and its verdict is worse or better now. `existing`: it did not pass in either, with the same verdict,
 * whatever the version.
 */
export type ChangeKind = 'introduced' | 'worsened' | 'existing' | 'improved'

/** The change of one finding of the head. */
export interface Change {
  readonly kind: ChangeKind
  /** The finding of the base that it was paired with; it passes if the change is `introduced`. Absent for a new dependency. */
  readonly before?: Finding
}

/** One thing that was found. */
export interface Finding {
  /** Absent where it passes. */
  readonly rule?: Rule
  readonly subject: Subject
  readonly level: Level
  /** The place where a person edits: the manifest's line where a lockfile chose the version. */
  readonly place: Place
  readonly related: readonly RelatedPlace[]
  readonly explanation: Explanation
  /** What to write at its place. */
  readonly edit?: LineEdit
  /** What to write elsewhere, beside that or in its place: at further lines that require the package, and at those of its parent. */
  readonly edits?: readonly PlacedEdit[]
  /** What to add where there is no line to edit. */
  readonly override?: NewOverride
  readonly status: Status
  /** Equal for the same thing in two states of a repository, wherever its line is by then. Hostile text. */
  readonly identity: string
  /** What becomes of it when the extension of tokens is switched off. Absent if it passes, or nothing is known of the cluster. */
  readonly withoutExtension?: Fate
  /** What became of it since the base. Absent if it passes, is settled, or nothing was compared. */
  readonly change?: Change
}

/** A finding about a client. */
export type ClientFinding = Finding & { readonly subject: ClientSubject }

/** An edit that is the whole fix; undefined for one that something has to follow. */
export function wholeEdit(edit: LineEdit | undefined): LineEdit | undefined {
  return edit?.followUps || edit?.also !== undefined ? undefined : edit
}

/** Whether a finding counts: no other file settles it and no waiver covers it. */
export function isOpen({ status }: Pick<Finding, 'status'>): boolean {
  return status.kind === 'open'
}

/** Whether a finding is about a client. */
export function isAboutClient(finding: Finding): finding is ClientFinding {
  return finding.subject.kind === 'client'
}

/** The scope of a client. */
export function scopeOf({ subject }: ClientFinding): Scope {
  return subject.dependency.scope
}

/** Where the subject of a finding is: the line that names the package, which need not be the one to edit. */
export function subjectPlace({ subject, place }: Pick<Finding, 'subject' | 'place'>): Place {
  return subject.kind === 'client' ? subject.dependency.place : place
}

/** Orders findings by the places of their subjects. */
export function compareFindings(a: Finding, b: Finding): number {
  return comparePlaces(subjectPlace(a), subjectPlace(b))
}
