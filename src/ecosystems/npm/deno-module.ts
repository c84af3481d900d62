/**
 * Modules of deno.land/x, Deno's first registry, which are imported by their address. They are told as
 * `deno.land/x/name`, which no package of npm can be called.
 * Specification: https://docs.deno.com/runtime/fundamentals/modules/#https-imports.
 */

/** What an import names, and where its name and its version or range begin in the text. */
export interface Imported {
  readonly name: string
  readonly nameAt: number
  readonly range: string
  readonly rangeAt: number
}

const ADDRESS = /^https:\/\/(?<name>deno\.land\/x\/[^/@?#]+)(?:@(?<range>[^/?#]*))?(?:[/?#].*)?$/
const SCHEME = 'https://'

/** What an address names; undefined where it leads elsewhere. */
export function denoModule(address: string): Imported | undefined {
  const { name, range = '' } = ADDRESS.exec(address)?.groups ?? {}
  if (name === undefined) return undefined
  return { name, nameAt: SCHEME.length, range, rangeAt: SCHEME.length + name.length + 1 }
}
