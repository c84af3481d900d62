import type { VersionScheme } from '../src/ecosystems/version-scheme.ts'

/** A row of the policy, as the search for newer releases needs it. */
export interface Subject {
  readonly ecosystem: string
  readonly name: string
  readonly repository: string
  /** The release up to which somebody looked. */
  readonly examined?: string
  readonly scheme: VersionScheme
  /** The names of the other clients of the ecosystem. */
  readonly clients: readonly string[]
  readonly observedOf: (name: string, version: string) => string
  /** Of an image: the versions among the tags of its repository. */
  readonly versionsOf?: (tags: readonly string[]) => readonly { readonly tag: string; readonly version: string }[]
  readonly lockFiles?: readonly string[]
  readonly heldBy?: (texts: ReadonlyMap<string, string | undefined>) => Promise<{ held: string; observed: string }>
}
export interface Comparison {
  readonly kind: 'same' | 'differs' | 'unknown'
  readonly what: string
  readonly details?: readonly string[]
}
export type Found = { readonly subject: Subject } & (
  | { readonly state: 'not-asked'; readonly reason: string }
  | { readonly state: 'nothing-newer' }
  | {
      readonly state: 'newer'
      readonly newest: string
      readonly newer: readonly string[]
      readonly comparison: Comparison | undefined
    }
)
export declare function lookAt(subject: Subject, addresses?: Readonly<Record<string, string>>): Promise<Found>
