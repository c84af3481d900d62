/**
 * The folders `1.4` and `1.5` of client-go before March 2017: each is a copy of the code of one release, whatever commit holds it,
 * and programs imported it by the path of the folder.
 * Specification: https://github.com/kubernetes/client-go/tree/v1.5.1.
 */

import type { Requirement } from '../../model/dependency.ts'

const REPOSITORY = 'k8s.io/client-go'
const FOLDER = /^(?:k8s\.io\/client-go\/)?(?<release>1\.[45])(?:\/|$)/

/**
 * The requirement of a repository, with the branch whose code it is if the packages of a commit are all in the folder of one
 * release. A package is an import path, or a path within the repository.
 */
export function inReleaseFolder(
  requirement: Requirement,
  repository: string,
  packages: readonly string[]
): Requirement {
  if (requirement.kind !== 'source' || repository !== REPOSITORY) return requirement
  const [release, ...others] = new Set(packages.map(path => FOLDER.exec(path)?.groups?.['release']))
  return release === undefined || others.length > 0 ? requirement : { ...requirement, branch: `release-${release}` }
}
