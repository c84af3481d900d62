/**
 * How the package URLs of one type spell names and versions; https://github.com/package-url/purl-spec/tree/main/types.
 * A name in a package URL is the path `namespace/name`, here without percent-encoding.
 */

/** The names and versions of one purl type. */
export interface PurlSpelling {
  /** The name that a path means, with the subpath of the package URL if it has one. */
  parse(path: string, subpath?: string): string
  /** The path of a name: `parse` returns the name for it. */
  format(name: string): string
  /** The version as the ecosystem spells it; tools that write package URLs may spell it otherwise. */
  version(text: string): string
}

/** The spelling of types whose names have a slash between namespace and name, or no namespace; a subpath is ignored. */
export const plainPurls: PurlSpelling = {
  parse: path => path,
  format: name => name,
  version: text => text
}
