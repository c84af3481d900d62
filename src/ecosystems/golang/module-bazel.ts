/**
 * `MODULE.bazel`, `WORKSPACE` and `*.bzl`: the Go modules that gazelle gets.
 * Specification: https://github.com/bazel-contrib/bazel-gazelle/blob/master/repository.md. Deliberately ignored: `go_deps.from_file`, whose
 * go.mod is a format of its own; names that are expressions.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import type { StarlarkCall } from '../../syntax/starlark.ts'
import { argumentOf, type BazelPackage, bazelFormat, textArgument } from '../bazel.ts'
import type { FileFormat } from '../file-format.ts'

const REPOSITORY = /(?:^|\.)go_repository$/
const VERSION = /^v\d+\.\d+\.\d/
const MODULE = /^go_deps\.module$/

export const goModuleBazel: FileFormat = bazelFormat(
  'https://github.com/bazel-contrib/bazel-gazelle/blob/master/repository.md',
  packageOf,
  (name, version) => [{ edit: `in the call for ${name}, with its sum`, text: `version = "${version}"` }]
)

function packageOf(call: StarlarkCall): BazelPackage | undefined {
  const isRepository = REPOSITORY.test(call.name)
  if (!isRepository && !MODULE.test(call.name)) return undefined
  const path = textArgument(call, isRepository ? 'importpath' : 'path')
  if (!path) return undefined
  const replacement = textArgument(call, 'replace')?.text
  const [tag, commit] = [argumentOf(call, 'tag'), argumentOf(call, 'commit')]
  const version = argumentOf(call, 'version') ?? (tag && VERSION.test(tag.text) ? tag : undefined)
  const revision = tag ?? commit
  const named = defined({ name: path.text, replacement, usedAt: (version ?? revision)?.usedAt })
  if (version) return { ...named, requirement: { kind: 'version', text: version.text }, at: version.at }
  if (!revision) return { ...named, requirement: { kind: 'none' }, at: path.at }
  const url = textArgument(call, 'remote')?.text ?? `https://${replacement ?? path.text}`
  return { ...named, requirement: sourceRequirement(revision.text, { url, revision: revision.text }), at: revision.at }
}
