/**
 * How the package URLs of one type spell names and versions; https://github.com/package-url/purl-spec/tree/main/types.
 * A name in a package URL is the path `namespace/name`, here without percent-encoding.
 */

/** The parts of a package URL beside its path, without percent-encoding. */
export interface PurlParts {
  /** In lower case. */
  readonly type?: string
  readonly subpath?: string
  readonly qualifiers?: ReadonlyMap<string, string>
}

/** The names and versions of an ecosystem in package URLs. */
export interface PurlSpelling {
  /** Other purl types whose packages are those of the ecosystem: `gradle` for Maven. */
  readonly types?: readonly string[]
  /** The qualifier that has the version, where a package URL has it: the tag of an image. */
  readonly versionQualifier?: string
  /** The name that a path means; undefined if the package is not one of the ecosystem. */
  parse(path: string, parts?: PurlParts): string | undefined
  /** The path of a name: `parse` returns the name for it. */
  format(name: string): string
  /** The version as the ecosystem spells it; tools that write package URLs may spell it otherwise. */
  version(text: string): string
  /** The module whose package a package URL may name instead of a module of its own, where nothing in it tells which. */
  moduleOf?(path: string, parts: PurlParts): string | undefined
  /** Whether a path is a folder, whose code has no version whatever the package URL says. */
  isFolder?(path: string): boolean
}

/** The spelling of types whose names have a slash between namespace and name, or no namespace; a subpath is ignored. */
export const plainPurls: PurlSpelling = {
  parse: path => path,
  format: name => name,
  version: text => text
}
