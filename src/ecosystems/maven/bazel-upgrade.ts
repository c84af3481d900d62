/** The edit of an upgrade in Bazel's files. */

/** The new element of the list of artifacts, and the command that updates the lockfile. */
export function bazelUpgrade(name: string, version: string): readonly string[] {
  return [`"${name}:${version}" in artifacts`, 'REPIN=1 bazel run @maven//:pin']
}
