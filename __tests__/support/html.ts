/** What a rendered page is made of, so that two pages can be held against each other. */

/** A page without what stands in code, linked or not: all that foreign text must not change. */
export function skeleton(html: string): string {
  return html
    .replaceAll(/<code[^>]*>[^<]*<\/code>/g, '<code></code>')
    .replaceAll(/<a href="https:[^"]*"><code><\/code><\/a>/g, '<code></code>')
}

/** The texts that stand in code, as they are read. */
export function codeTexts(html: string): string[] {
  return Array.from(html.matchAll(/<code[^>]*>(?<text>[^<]*)<\/code>/g), ({ groups }) => plain(groups?.['text'] ?? ''))
}

/** The addresses of all links, as the browser takes them. */
export function addresses(html: string): string[] {
  return Array.from(html.matchAll(/href="(?<url>[^"]*)"/g), ({ groups }) => plain(groups?.['url'] ?? ''))
}

function plain(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
