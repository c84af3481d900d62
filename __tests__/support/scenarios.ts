/**
 * Scenarios: Markdown in which each `## ` is one small project. A sentence says what it shows; each `### ` is the path of a
 * file, with its text in a fence; a fence marked `expect` holds the lines of the findings, and one marked `fix` the commands
 * that the report suggests for those of lockfiles.
 */

import { type Block, parseBlocks, textOf } from './markdown.ts'

export interface Scenario {
  readonly title: string
  /** Path → text, as a workspace has them. */
  readonly files: Readonly<Record<string, string>>
  readonly expected: readonly string[]
  readonly fix?: readonly string[]
}

/** Reads a document of scenarios. Throws where a part is missing or in no place, so that none is skipped. */
export function parseScenarios(markdown: string): Scenario[] {
  const { blocks, titles } = parseBlocks(markdown)
  if (new Set(titles).size < titles.length) throw new Error('two scenarios have one title')
  if (titles.length === 0 || blocks.some(({ title }) => title === '')) throw new Error('a block without a title')
  return titles.map(title =>
    scenario(
      title,
      blocks.filter(block => block.title === title)
    )
  )
}

function scenario(title: string, blocks: readonly Block[]): Scenario {
  const files: Record<string, string> = {}
  const marked = new Map<string, readonly string[]>()
  for (const block of blocks) {
    if (block.info === 'expect' || block.info === 'fix') marked.set(block.info, block.lines)
    else if (block.subtitle === '' || block.subtitle in files)
      throw new Error(`${title}: a file without a path of its own`)
    else files[block.subtitle] = textOf(block)
  }
  const [expected, fix] = [marked.get('expect'), marked.get('fix')]
  if (!expected || Object.keys(files).length === 0) throw new Error(`${title}: no file, or no expectation`)
  return { title, files, expected, ...(fix ? { fix } : {}) }
}
