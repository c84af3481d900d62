/** Line ends of Windows, which git may have put into a file: https://git-scm.com/docs/gitattributes#_text. */

const [CARRIAGE_RETURN, LINE_FEED] = [13, 10]

/** The content with line feeds alone; undefined if there is no line end of Windows in it. */
export function withoutCarriageReturns(content: Uint8Array): Uint8Array | undefined {
  const kept = content.filter((byte, index) => byte !== CARRIAGE_RETURN || content[index + 1] !== LINE_FEED)
  return kept.length === content.length ? undefined : kept
}
