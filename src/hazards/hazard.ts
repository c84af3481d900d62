/**
 * A hazard: a place outside of dependency files that defeats reloading or makes a permanent token. One file for each rule. Files are
 * read by kinds of files (`files/`), which find documents in them; a hazard looks into the documents of some kinds.
 */

import type { FileNames } from '../ecosystems/file-names.ts'
import type { Level, Rule } from '../model/rule.ts'
import type { Platform } from '../settings/choices.ts'

/** A language whose files hold documents that no others do. */
export type Language = 'Terraform' | 'source code'

/** A kind of document that hazards look into, such as a Kubernetes object or a shell script. */
export interface DocumentKind<Document> {
  readonly name: string
  /** The only files that hold such documents; absent: files of every language may. */
  readonly onlyIn?: Language
  /** Never set: it ties the type of the document to its kind. */
  readonly document?: Document
}

/** A document that a file holds, whole or in a text inside of it. */
export interface FoundDocument {
  readonly kind: DocumentKind<unknown>
  readonly document: unknown
}

/** Makes a found document. */
export function found<Document>(kind: DocumentKind<Document>, document: Document): FoundDocument {
  return { kind, document }
}

/** What a file holds. */
export interface FileContent {
  readonly documents: readonly FoundDocument[]
  /** Offsets of the parts that could not be parsed: they are counted, because nothing can be said of them. */
  readonly unexamined: readonly number[]
}

/** A kind of file: which files are of it, and which documents they hold. */
export interface HazardFiles {
  readonly name: string
  readonly names: FileNames
  /** Found in every file of this kind; absent if the name identifies the file. */
  readonly marker?: RegExp
  /** Found in every text of this kind in which a hazard is; absent: one of the keywords of the hazards is. */
  readonly keywords?: RegExp
  /** Set if files of this kind hold documents that others do not. */
  readonly language?: Language
  /**
   * Never throws on bad input. All offsets that a document has are those of the file. Parts that do not mention a hazard need not be
   * read.
   */
  read(text: string, mentions: (part: string) => boolean): FileContent | Promise<FileContent>
}

/** Something that the repository states, on which a hazard in another document may depend. All texts are hostile. */
export interface Fact {
  /** What is stated, such as `token-secret`. */
  readonly kind: string
  /** What it is stated of. */
  readonly name: string
  /** Absent if the document does not say. */
  readonly namespace?: string
  readonly value?: string
}

/** A fact, stated at an offset of the file. */
export interface StatedFact {
  readonly at: number
  readonly fact: Fact
}

/** A fact that is looked for in all documents of the repository. */
export interface FactQuery {
  readonly kind: string
  /** `folder`: only in the files of the same folder or chart. */
  readonly within: 'repository' | 'folder'
  /** In every text that states such a fact, where those texts are not read anyway: they are, once the fact is asked for. */
  readonly keywords?: readonly string[]
  matches(fact: Fact): boolean
}

/** One place where a rule is broken. */
export interface HazardSighting {
  /** The offset, in UTF-16 code units, of the text that a person would change. */
  readonly at: number
  /** What it concerns, such as `Secret/ci-token`. Hostile text. */
  readonly object?: string
  /** A sentence that says more than the meaning of the rule. */
  readonly because?: string
  /** What to do, if the place says it better than the rule: the edit in its language. */
  readonly advice?: string
  /** The level, if it is not that of the rule. */
  readonly level?: Level
  /** The level where the same component has a client that does not reload, or something else that keeps the token. */
  readonly levelBeside?: Level
  /** As in the subject of its finding. */
  readonly fatalFrom?: number
  /** It is a hazard only if the repository states this. */
  readonly requires?: FactQuery
  /** It is none if the repository states this. */
  readonly unless?: FactQuery
  /** The place is that of the required fact: what a person changes is there. */
  readonly placedAtFact?: true
}

/** A value at an offset of the file. */
export interface ValueAt<Value> {
  readonly value: Value
  readonly at: number
}

/** A cluster that a document makes, as far as the document says. */
export interface ClusterSighting {
  readonly at: number
  /** The minor version of Kubernetes. */
  readonly minor?: ValueAt<number>
  readonly platform?: Platform
  /** 0 days, where the document switches the extension of tokens off. */
  readonly grace?: ValueAt<0>
  /** The variable with the version, which another file of the folder defines. */
  readonly versionOf?: string
  /** The variable that has this version: it is no cluster by itself. */
  readonly defines?: string
}

/** How one looks into the documents of one kind, for hazards unless said otherwise. */
export interface Finder<Seen = HazardSighting | StatedFact> {
  readonly reads: DocumentKind<unknown>
  /** As those of the hazard, in whose place they are: what a document of this kind has. */
  readonly keywords?: readonly (string | RegExp)[]
  find(document: unknown): Iterable<Seen>
}

/** Makes a finder; the type of the kind is that of the document. */
export function looksInto<Document, Seen = HazardSighting | StatedFact>(
  reads: DocumentKind<Document>,
  find: (document: Document) => Iterable<Seen>,
  keywords?: readonly (string | RegExp)[]
): Finder<Seen> {
  return { reads, ...(keywords ? { keywords } : {}), find: document => find(document as Document) }
}

/** Files, by their paths, in which a rule is broken or is not; run as tests. */
export type Example = Readonly<Record<string, string>>

/** What finds the places where one rule is broken. */
export interface Hazard {
  readonly rule: Rule & Required<Pick<Rule, 'harm'>>
  /** One of them is in every text where the rule is broken or a fact is stated: other texts are never parsed. Patterns are linear. */
  readonly keywords: readonly (string | RegExp)[]
  /**
   * Facts whose names are keywords, too: a text is read if it has the name of one of this kind behind `before`, and `beside`, or in files
   * of Terraform `besideInTerraform`.
   */
  readonly namedBy?: {
    readonly kind: string
    readonly before: RegExp
    readonly beside: RegExp
    readonly besideInTerraform: RegExp
  }
  readonly finders: readonly Finder[]
  readonly examples: { readonly fires: readonly Example[]; readonly silent: readonly Example[] }
}

/** What finds the clusters that documents of one notation make. */
export interface ClusterNotation {
  /** The tool that reads the documents, such as `eksctl`. */
  readonly name: string
  /** One of them is in every text that makes such a cluster. Patterns are linear. */
  readonly keywords: readonly (string | RegExp)[]
  readonly finders: readonly Finder<ClusterSighting>[]
}

/** The hazards that are looked for, and the files in which they are. */
export interface HazardCatalogue {
  /** In the order of precedence: of several at one place the first is reported. */
  readonly hazards: readonly Hazard[]
  /** The clusters that are looked for in the same documents. */
  readonly clusters?: readonly ClusterNotation[]
  readonly files: readonly HazardFiles[]
}
