/** HTML as a template: every value is escaped, except HTML that was made here. */

/** A piece of HTML. */
export interface Html {
  readonly text: string
}

/** Makes HTML of a template. Values are texts and numbers, which are escaped, and HTML. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  let text = parts[0] ?? ''
  for (const [index, value] of values.entries())
    text += (typeof value === 'object' ? value.text : escaped(String(value))) + (parts[index + 1] ?? '')
  return { text }
}

/** A text of ours that is HTML, a style or a script already. */
export function raw(text: string): Html {
  return { text }
}

/** Pieces with a text of ours between them. */
export function join(pieces: readonly Html[], between: string): Html {
  return { text: pieces.map(({ text }) => text).join(between) }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => ESCAPES[character] ?? '')
}
