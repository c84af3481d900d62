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

const NUMBER = /^\d{1,9}(?:\.\d{1,9}){0,2}$/

/**
 * The fault of a file in a version of its format that is not known. `what` is the name of the version in the format.
 * `known` ends the sentence: "1 to 3 are", or "; 1 to 3 are" with a semicolon in place of the colon. `written` is hostile
 * text: the message shows it only if it is a number.
 */
export function unknownVersion(what: string, written: string | undefined, known: string, at: number): SyntaxFault {
  const number = written !== undefined && NUMBER.test(written) ? ` ${written}` : ''
  return new SyntaxFault(`${what}${number} is not known${known.startsWith(';') ? known : `: ${known}`}`, at)
}
