/** The keys of overrides: which package a key such as `name@^1` or `parent>name` means. */

/** The end of the parent in pnpm's `parent>child`. The `>` of a range follows a blank, `|` or `@`. */
const PNPM_PARENT = /^.*?[^ |@]>/

/** The package of a key such as `name@^1`. */
export function withoutSelector(key: string): string {
  const at = key.indexOf('@', 1)
  return at < 0 ? key : key.slice(0, at)
}

/** The package of a key in pnpm's overrides: `name`, `name@^1`, `parent>name`. */
export function overriddenByPnpm(key: string): string {
  return withoutSelector(key.replace(PNPM_PARENT, ''))
}
