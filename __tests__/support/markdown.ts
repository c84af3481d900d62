/** The Markdown of case files, archives and scenarios: headings, and fenced blocks below them. Everything else is prose. */

/** A fenced block, the headings that it stands below, and the text behind its opening fence. */
export interface Block {
  /** The text of the `## ` above; `''` where there is none. */
  readonly title: string
  /** The text of the `### ` above it and below the title; `''` where there is none. */
  readonly subtitle: string
  readonly info: string
  readonly lines: readonly string[]
}

const FENCE = /^(?<fence>`{3,})(?<info>.*)$/

/** The blocks of a document in their order, and its titles. Throws where a fence is not closed. */
export function parseBlocks(markdown: string): { blocks: readonly Block[]; titles: readonly string[] } {
  const blocks: Block[] = []
  const titles: string[] = []
  let [title, subtitle] = ['', '']
  let open: { fence: string; info: string; lines: string[] } | undefined
  for (const line of markdown.split('\n')) {
    const fence = FENCE.exec(line)?.groups
    if (open) {
      if (line !== open.fence) open.lines.push(line)
      else {
        blocks.push({ title, subtitle, info: open.info, lines: open.lines })
        open = undefined
      }
    } else if (fence) open = { fence: fence['fence'] ?? '', info: (fence['info'] ?? '').trim(), lines: [] }
    else if (line.startsWith('## ')) {
      ;[title, subtitle] = [line.slice('## '.length), '']
      titles.push(title)
    } else if (line.startsWith('### ')) subtitle = line.slice('### '.length)
  }
  if (open) throw new Error(`${title}: a fence is not closed`)
  return { blocks, titles }
}

/** The text of a block: its lines, each with its end. */
export function textOf({ lines }: Block): string {
  return lines.map(line => `${line}\n`).join('')
}
