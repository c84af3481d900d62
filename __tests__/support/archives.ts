/**
 * Archives: one Markdown file for each small project that a real package manager locked. It holds the command, the files
 * under their paths, what the tool says of the result (`answer`) and what the scan finds (`expect`).
 */

import { parseBlocks, textOf } from './markdown.ts'

export interface Archive {
  /** Path → text, as a workspace has them. */
  readonly files: Readonly<Record<string, string>>
  /** What the package manager says of the clients. */
  readonly answer: string
  readonly expected: readonly string[]
}

const EXPECTATION = /^```expect\n[\s\S]*?^```$/m

/** Reads an archive. Throws where a part is missing or stands in no section, so that none is skipped. */
export function parseArchive(markdown: string): Archive {
  const files: Record<string, string> = {}
  const named = new Map<string, readonly string[]>()
  for (const block of parseBlocks(markdown).blocks) {
    const { title, info, lines } = block
    if (info !== '') named.set(info, lines)
    else if (title === '' || title in files) throw new Error(`a file without a path of its own: ${title}`)
    else files[title] = textOf(block)
  }
  const [command, answer, expected] = ['sh', 'answer', 'expect'].map(info => named.get(info))
  if (!command || !answer || !expected) throw new Error('an archive needs a command, an answer and an expectation')
  return { files, answer: answer.join('\n'), expected }
}

/** The archive with another expectation. */
export function withExpectation(markdown: string, expected: readonly string[]): string {
  return markdown.replace(EXPECTATION, () => ['```expect', ...expected, '```'].join('\n'))
}
