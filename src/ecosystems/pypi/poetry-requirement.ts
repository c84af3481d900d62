/**
 * A version constraint as Poetry writes it.
 * Specification: https://python-poetry.org/docs/dependency-specification/#version-constraints.
 */

import type { PlacedRequirement } from '../file-format.ts'

// A version alone is exactly that version to Poetry.
const EXACT = /^(?:={1,3}\s*)?(?<version>v?\d[^\s,|*]*)$/

/** Reads the constraint that stands at an offset; undefined for an empty one. */
export function poetryRequirement(node: {
  readonly value: string
  readonly at: number
}): PlacedRequirement | undefined {
  const written = node.value.trim()
  if (written === '') return undefined
  const at = node.at + node.value.indexOf(written)
  const version = EXACT.exec(written)?.groups?.['version']
  if (version === undefined) return { requirement: { kind: 'range', text: written }, at }
  return { requirement: { kind: 'version', text: version }, at: at + written.length - version.length }
}
