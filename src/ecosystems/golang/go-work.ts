/**
 * `go.work`: the modules of a Go workspace, and replacements that override those of every one of them.
 * Specification: https://go.dev/ref/mod#workspaces. Leaves out on purpose: `go`, `toolchain` and `godebug`, and that a build
 * with `GOWORK=off` takes no notice of the workspace.
 *
 * What is known of a workspace without asking Go: a replacement of all versions of a module holds for every module in
 * `use`, whatever their go.mod say (https://go.dev/ref/mod#go-work-file-replace), and so does one in the go.mod of any of
 * them; `go work vendor` writes down what was chosen. What is not: which version is chosen where nothing of that is said.
 * It is the highest that anything in the workspace asks for, and so no lower than any of the go.mod says, but a module that
 * only one of them leads to may ask for a higher one: each go.mod is told at its own version, to which `go work sync` brings
 * the chosen one. For the same reason a replacement of one version settles nothing: that version may not be chosen.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { type Directive, directives, replaced, replaceOf } from './directives.ts'
import { goMod } from './go-mod.ts'
import { goWorkUpgrade } from './upgrade.ts'

const DIRECTIVES = new Set(['go', 'toolchain', 'godebug', 'use', 'replace'])

export const goWork: FileFormat = {
  name: 'go.work',
  role: { kind: 'manifest', settles: [goMod] },
  specification: 'https://go.dev/ref/mod#workspaces',
  names: { exact: ['go.work'] },
  read,
  prescreen: { always: /\buse\b/ },
  upgrade: goWorkUpgrade
}

function* read(text: string): Generator<Entry> {
  for (const directive of directives(text, DIRECTIVES, 'no directive of go.work begins this line')) {
    if ('gap' in directive) yield directive
    else if (directive.name === 'use') yield use(directive)
    else if (directive.name === 'replace') {
      const replace = replaceOf(directive)
      yield 'gap' in replace ? replace : replaced(replace.old, replace)
    }
  }
}

function use({ tokens, line }: Directive): Entry {
  const [folder] = tokens
  if (!folder || tokens.length > 1) return { gap: 'expected "use" and one folder', text: line.text, at: line.at }
  return { member: folder.text, at: folder.at }
}
