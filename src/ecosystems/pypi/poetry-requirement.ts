/**
 * A version constraint in the notation of Poetry.
 * Specification: https://python-poetry.org/docs/dependency-specification/#version-constraints.
 */

import type { TextNode } from '../../syntax/tree.ts'
import type { PlacedRequirement } from '../file-format.ts'

// For Poetry, a version alone is exactly that version.
const EXACT = /^(?:={1,3}\s*)?(?<version>v?\d[^\s,|*]*)$/

/** Reads a constraint with its offset; undefined for an empty one. */
export function poetryRequirement(node: Pick<TextNode, 'value' | 'at'>): PlacedRequirement | undefined {
  const written = node.value.trim()
  if (written === '') return undefined
  const at = node.at + node.value.indexOf(written)
  const version = EXACT.exec(written)?.groups?.['version']
  if (version === undefined) return { requirement: { kind: 'range', text: written }, at }
  return { requirement: { kind: 'version', text: version }, at: at + written.length - version.length }
}
