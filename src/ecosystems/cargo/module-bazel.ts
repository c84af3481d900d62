/**
 * `MODULE.bazel`, `WORKSPACE` and `*.bzl`: the crates that rules_rust gets.
 * Specification: https://bazelbuild.github.io/rules_rust/crate_universe_bzlmod.html. Deliberately ignored: `crate.from_cargo`, whose
 * Cargo.toml and Cargo.lock are formats of their own; `crate.annotation`; names that are expressions.
 */

import { defined } from '../../collections.ts'
import type { StarlarkCall } from '../../syntax/starlark.ts'
import { argumentOf, type BazelPackage, bazelFormat, textArgument } from '../bazel.ts'
import type { FileFormat } from '../file-format.ts'
import { versionIn } from './cargo-toml.ts'
import { sourceAt } from './source.ts'

const SPEC = /(?:^|\.)crate\.spec$/

export const crateModuleBazel: FileFormat = bazelFormat(
  'https://bazelbuild.github.io/rules_rust/crate_universe_bzlmod.html',
  packageOf,
  (name, version) => [
    { edit: `in the call for ${name}`, text: `version = "${version}"` },
    `CARGO_BAZEL_REPIN=${name} bazel build //...`
  ]
)

/** `crate.spec(package = "kube", version = "0.60.0")`, or `"kube": crate.spec(version = "0.60.0")`. */
function packageOf(call: StarlarkCall): BazelPackage | undefined {
  const name = SPEC.test(call.name) ? (textArgument(call, 'package') ?? call.key) : undefined
  if (!name) return undefined
  const [git, version] = [textArgument(call, 'git'), argumentOf(call, 'version')]
  if (git) {
    const [revision, branch] = [argumentOf(call, 'rev') ?? argumentOf(call, 'tag'), argumentOf(call, 'branch')]
    const { text: value, at } = revision ?? branch ?? git
    const facts = defined({ url: git.text, revision: revision?.text, branch: branch?.text })
    return { name: name.text, ...sourceAt({ value, at }, facts) }
  }
  const found = version && versionIn({ kind: 'text', value: version.text, at: version.at })
  if (!found) return { name: name.text, requirement: { kind: 'none' }, at: name.at }
  return defined({ name: name.text, ...found, usedAt: version.usedAt })
}
