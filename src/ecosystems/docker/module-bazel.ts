/**
 * `MODULE.bazel`, `WORKSPACE` and `*.bzl`: the images that rules_oci and rules_docker pull.
 * Specification: https://github.com/bazel-contrib/rules_oci/blob/main/docs/pull.md. Deliberately ignored: names that are
 * expressions; a digest beside a tag.
 */

import { defined } from '../../collections.ts'
import type { StarlarkCall } from '../../syntax/starlark.ts'
import { argumentOf, type BazelPackage, bazelFormat, textArgument } from '../bazel.ts'
import type { FileFormat } from '../file-format.ts'
import { readReference, requirementOf, tagEdit } from './reference.ts'

const PULL = /(?:^|\.)(?:oci[._]pull|container_pull)$/

export const imageModuleBazel: FileFormat = bazelFormat(
  'https://github.com/bazel-contrib/rules_oci/blob/main/docs/pull.md',
  packageOf,
  tagEdit
)

function packageOf(call: StarlarkCall): BazelPackage | undefined {
  if (!PULL.test(call.name)) return undefined
  const written = textArgument(call, 'image') ?? textArgument(call, 'repository')
  const reference = written && readReference(written.text, written.at)
  if (!reference) return undefined
  const version = argumentOf(call, 'tag') ?? argumentOf(call, 'digest')
  if (!version) return defined({ ...reference, usedAt: written.usedAt })
  const requirement = requirementOf(version.text)
  return defined({ name: reference.name, requirement, at: version.at, usedAt: version.usedAt })
}
