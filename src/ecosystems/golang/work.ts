/**
 * `go.work`: the modules of a Go workspace, and replacements that override those of every one of them.
 * Specification: https://go.dev/ref/mod#workspaces. Leaves out on purpose: `use`, for the modules it names have a go.mod
 * each, and `go`, `toolchain` and `godebug`. A replacement here does not settle the go.mod below it: it holds only while
 * somebody builds inside the workspace, and a build with `GOWORK=off` takes what go.mod says.
 */

import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { directives, replaced, replaceOf } from './directives.ts'
import { goWorkUpgrade } from './upgrade.ts'

const DIRECTIVES = new Set(['go', 'toolchain', 'godebug', 'use', 'replace'])

export const goWork: FileFormat = {
  name: 'go.work',
  origin: 'manifest',
  specification: 'https://go.dev/ref/mod#workspaces',
  claims: path => baseName(path) === 'go.work',
  read,
  upgrade: goWorkUpgrade
}

function* read(text: string): Generator<Entry> {
  for (const directive of directives(text, DIRECTIVES, 'no directive of go.work begins this line')) {
    if ('gap' in directive) yield directive
    else if (directive.name === 'replace') {
      const replace = replaceOf(directive)
      yield 'gap' in replace ? replace : replaced(replace.old, replace)
    }
  }
}
