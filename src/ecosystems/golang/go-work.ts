/**
 * `go.work`: the modules of a Go workspace, and replacements that override those in their go.mod.
 * Specification: https://go.dev/ref/mod#workspaces. Deliberately ignored: `go`, `toolchain`
 * and `godebug`, and builds with `GOWORK=off`, to which the workspace does not apply.
 *
 * A replacement of all versions of a module applies to every module in `use`, regardless of their go.mod
 * (https://go.dev/ref/mod#go-work-file-replace). So does such a replacement in the go.mod of any of them, and the
 * versions that `go work vendor` records. Where there is none of these, the chosen version is not known without running
 * Go: it is the highest that any module of the build requires, which is at least that of every go.mod in the workspace,
 * but an indirect module may require a higher one. So each go.mod is reported with its own version; `go work sync`
 * raises it to the chosen one. A replacement of one version replaces it in each go.mod that lists that version.
 *
 * A replacement of a module that no go.mod of the workspace lists replaces nothing, unless one of them is older than Go 1.17: it does
 * not list what its requirements require, so the replacement may be in use.
 */

import type { Entry, FileFormat, PackageEntry } from '../file-format.ts'
import { type Directive, directives, type Replace, replaced, replaceOf } from './directives.ts'
import { goMod } from './go-mod.ts'
import { goWorkUpgrade } from './upgrade.ts'

const DIRECTIVES = new Set(['go', 'toolchain', 'godebug', 'use', 'replace'])

export const goWork: FileFormat = {
  name: 'go.work',
  role: { kind: 'manifest', settles: [goMod] },
  specification: 'https://go.dev/ref/mod#workspaces',
  comments: 'slashes',
  names: { exact: ['go.work'] },
  scopeOf: () => 'runtime',
  read,
  prescreen: { members: /\buse\b/ },
  sealed: true,
  upgrade: goWorkUpgrade
}

function* read(text: string): Generator<Entry> {
  for (const directive of directives(text, DIRECTIVES, 'unknown go.work directive')) {
    if ('gap' in directive) yield directive
    else if (directive.name === 'use') yield use(directive)
    else if (directive.name === 'replace') {
      const replace = replaceOf(directive)
      yield 'gap' in replace ? replace : ofMembers(replace)
    }
  }
}

/** A replacement counts only if it decides over what a module of the workspace requires. */
function ofMembers(replace: Replace): PackageEntry {
  const entry = replaced(replace.old, replace)
  return { ...entry, overrides: { ...entry.overrides, leftover: true } }
}

function use({ tokens, line }: Directive): Entry {
  const [folder] = tokens
  if (!folder || tokens.length > 1) return { gap: 'expected "use" and one folder', text: line.text, at: line.at }
  return { member: folder.text, at: folder.at }
}
