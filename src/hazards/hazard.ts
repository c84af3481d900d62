/** A hazard: a place outside of dependency files that defeats reloading or makes a permanent token. One file for each rule. */

import type { FileNames } from '../ecosystems/file-names.ts'
import type { Rule } from '../model/rule.ts'

/** A kind of document that hazards look into: which files are of it, and how their text becomes a document. */
export interface DocumentKind<Document> {
  readonly name: string
  readonly names: FileNames
  /** Throws `SyntaxFault` where the text breaks the rules of the notation: one gap, and nothing is detected. */
  parse(text: string): Document
}

/** One place where a rule is broken. */
export interface HazardSighting {
  /** The offset, in UTF-16 code units, of the text that a person would change. */
  readonly at: number
  /** What it concerns, such as `Secret/ci-token`. */
  readonly object?: string
  /** A sentence that says more than the meaning of the rule. */
  readonly because?: string
}

/** A text of a document and whether the rule is broken in it; run as tests. */
export interface HazardExamples {
  readonly fires: readonly string[]
  readonly silent: readonly string[]
}

/** What finds the places where one rule is broken. A method, so that hazards of every kind of document fit one list. */
export interface Hazard<Document = unknown> {
  readonly rule: Rule
  readonly reads: DocumentKind<Document>
  /** One of them is in every text where the rule is broken, in any letter case: other texts are never parsed. */
  readonly keywords: readonly string[]
  detect(document: Document): Iterable<HazardSighting>
  readonly examples: HazardExamples
}
