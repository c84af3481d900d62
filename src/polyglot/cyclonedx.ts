/** The parts of CycloneDX that are the same in JSON and XML; https://cyclonedx.org/specification/overview/. */

import type { KnownScope } from '../ecosystems/file-format.ts'
import { type SyntaxFault, unknownVersion } from '../syntax/fault.ts'
import type { Placed } from '../syntax/lines.ts'

/** The versions of the specification that are read, for the table of formats. */
export const CYCLONEDX_VERSIONS = 'CycloneDX 1.0 to 1.7'

const KNOWN = /^1\.[0-7]$/
const TYPES: ReadonlySet<string> = new Set(['library', 'framework'])

/** The fault of a document in an unknown version; undefined for a known one. */
export function unknownCycloneDx({ text, at }: Placed): SyntaxFault | undefined {
  return KNOWN.test(text) ? undefined : unknownVersion('CycloneDX version', text, '1.0 to 1.7', at)
}

/** The property by which the npm plugin of CycloneDX marks a package for development. */
const DEVELOPMENT = 'cdx:npm:package:development'

/**
 * The scope of a component. `excluded` is for tests and the like. `optional` may be anything: some tools mark packages for development
 * so. A component without a scope is `required`. https://cyclonedx.org/docs/1.7/json/#components_items_scope
 */
export function scopeOfComponent(
  scope: string | undefined,
  properties: readonly { readonly name: string | undefined; readonly value: string | undefined }[]
): KnownScope | undefined {
  if (properties.some(({ name, value }) => name === DEVELOPMENT && value === 'true')) return 'development'
  if (scope === undefined || scope === 'required') return 'runtime'
  return scope === 'excluded' ? 'development' : undefined
}

/** Whether package managers install components of a type; files, containers and applications need no package URL. */
export function isPackageType(type: string | undefined): boolean {
  return type === undefined || TYPES.has(type)
}
