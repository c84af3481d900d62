/**
 * Modules of deno.land/x, Deno's first registry, which are imported by their address. They are reported as
 * `deno.land/x/name`, a name that npm does not allow.
 * Specification: https://docs.deno.com/runtime/fundamentals/modules/#https-imports.
 */

/** The package that an import names, and the offsets of its name and of its version or range in the text. */
export interface Imported {
  readonly name: string
  readonly nameAt: number
  readonly range: string
  readonly rangeAt: number
}

const ADDRESS = /^https:\/\/(?<name>deno\.land\/x\/[^/@?#]+)(?:@(?<range>[^/?#]*))?(?:[/?#].*)?$/
const SCHEME = 'https://'

/** The module at an address; undefined for an address outside of deno.land/x. */
export function denoModule(address: string): Imported | undefined {
  const { name, range = '' } = ADDRESS.exec(address)?.groups ?? {}
  if (name === undefined) return undefined
  return { name, nameAt: SCHEME.length, range, rangeAt: SCHEME.length + name.length + 1 }
}
