/** Faults in the syntax of a text. */

/** Thrown by a parser or reader that cannot read further. The message never quotes the text, which may be hostile. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
  /** Offset of the fault, in UTF-16 code units. */
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const NUMBER = /^\d{1,9}(?:\.\d{1,9}){0,2}$/

/**
 * The fault of a file in an unknown version of its format. `what` is the name of the version in that format; `known`
 * lists the supported ones, such as "1 to 3". `written` may be hostile text: the message shows it if it is a number.
 */
export function unknownVersion(what: string, written: string | undefined, known: string, at: number): SyntaxFault {
  const number = written !== undefined && NUMBER.test(written) ? ` ${written}` : ''
  return new SyntaxFault(`unsupported ${what}${number}; supported: ${known}`, at)
}
