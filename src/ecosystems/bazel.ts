/**
 * The files of Bazel, which state packages of several ecosystems. Each ecosystem reads its own calls in them.
 * Specification: https://bazel.build/external/overview. Deliberately ignored: `http_archive` and `git_repository`, which name an address
 * and no package.
 */

import { type StarlarkCall, type StarlarkValue, starlarkCalls } from '../syntax/starlark.ts'
import type { Entry, FileFormat, PackageEntry, PlacedRequirement } from './file-format.ts'
import type { FileNames } from './file-names.ts'

/** `MODULE.bazel`, `WORKSPACE`, and the files that they load. */
export const BAZEL_FILES: FileNames = {
  exact: ['MODULE.bazel', 'WORKSPACE', 'WORKSPACE.bazel', 'WORKSPACE.bzlmod'],
  extensions: ['.bazel', '.bzl'],
  pattern: /[^/](?:\.MODULE\.bazel|\.bzl)$/
}

/** A package with its requirement, which may be in a variable. */
export type BazelPackage = PlacedRequirement & Pick<PackageEntry, 'name' | 'usedAt' | 'replacement'>

/** The format of the calls of one ecosystem; `packageOf` reads a call, undefined if it requires nothing. */
export function bazelFormat(
  specification: string,
  packageOf: (call: StarlarkCall) => BazelPackage | undefined,
  upgrade: FileFormat['upgrade']
): FileFormat {
  return {
    name: 'MODULE.bazel',
    role: { kind: 'manifest' },
    specification,
    names: BAZEL_FILES,
    read: text => read(text, packageOf),
    sealed: true,
    upgrade
  }
}

function* read(text: string, packageOf: (call: StarlarkCall) => BazelPackage | undefined): Generator<Entry> {
  for (const call of starlarkCalls(text)) {
    const found = packageOf(call)
    if (found) yield { ...found, direct: true }
  }
}

/** The text of an argument; undefined for an expression. */
export function textArgument(call: StarlarkCall, key: string): StarlarkValue | undefined {
  const value = argumentOf(call, key)
  return value?.kind === 'text' ? value : undefined
}

/** The text of an argument, or the first word of an expression, which is a placeholder. */
export function argumentOf(call: StarlarkCall, key: string): StarlarkValue | undefined {
  const value = call.arguments.get(key)
  return value?.text === '' || value?.text === 'None' ? undefined : value
}
