/** A text that breaks its own syntax. */

/** Thrown by a parser or reader when the text cannot be read further. The message is ours and names no hostile text. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
  /** Offset in UTF-16 code units where the text stops making sense. */
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}
