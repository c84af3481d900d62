/**
 * Versions of dep and glide: a range of semantic versions, or else the name of a tag.
 * Specification: https://golang.github.io/dep/docs/Gopkg.toml.html#version-rules.
 */

import type { Placed } from '../../syntax/lines.ts'
import type { PlacedRequirement } from '../file-format.ts'
import { spanOf } from './range.ts'

const EXACT_TAG = /^=\s*(?<tag>v\S+)$/

/** `=v1.2.3` is one version, `v1.2.3` and `^1.2` are ranges; undefined for any other text. */
export function rangeIn(written: Placed): PlacedRequirement | undefined {
  const text = written.text.trim()
  const start = written.at + written.text.indexOf(text)
  const tag = EXACT_TAG.exec(text)?.groups?.['tag']
  if (!spanOf(text)) return undefined
  if (tag !== undefined) return { requirement: { kind: 'version', text: tag }, at: start + text.length - tag.length }
  return { requirement: { kind: 'range', text }, at: start }
}
