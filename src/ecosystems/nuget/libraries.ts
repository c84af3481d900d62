/**
 * The blocks `libraries` and `targets` of restored and built projects. Their keys are texts such as `Name/1.0.0`, in
 * `targets` once for each framework.
 */

import { defined } from '../../collections.ts'
import { child, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, Graph } from '../file-format.ts'
import { type CalledPackage, graphOf } from '../graph.ts'

interface TargetPackage extends CalledPackage {
  readonly needs: readonly string[]
  readonly isProject: boolean
}

const KEY = /^(?<name>[^/]+)\/(?<version>[^/]+)$/

/**
 * The packages among the libraries; others are projects and plain files. `isDirect` is called with names in lower case.
 */
export function* packagesIn(libraries: readonly Member[], isDirect?: (name: string) => boolean): Generator<Entry> {
  for (const { key, keyAt, value } of libraries) {
    const type = textOf(value, 'type')?.value
    if (type !== undefined && type !== 'package') continue
    const { name, version } = KEY.exec(key)?.groups ?? {}
    if (type === undefined || name === undefined || version === undefined) {
      yield { gap: 'expected a library with a version and a type', text: `${key} ${wordOf(value)}`, at: keyAt }
    } else {
      const requirement = { kind: 'version', text: version } as const
      yield defined({ name, requirement, at: keyAt + name.length + 1, direct: isDirect?.(name.toLowerCase()) })
    }
  }
}

function wordOf(node: TreeNode): string {
  return node.kind === 'text' ? node.value : ''
}

/**
 * The needs of each package, within each framework. `roots` are the names that the project requires, in lower
 * case; without them the project itself is the one that no other project needs. A project has no version.
 */
export function graphOfTargets(root: TreeNode, roots?: ReadonlySet<string>): Graph {
  const packages = targetPackages(root)
  if (roots) {
    const required = packages.filter(({ name }) => roots.has(name.toLowerCase()))
    const called = required.flatMap(one => one.called)
    return graphOf(packages, called)
  }
  const needed = new Set(packages.flatMap(({ isProject, needs }) => (isProject ? needs : [])))
  const isItself = ({ isProject, called }: TargetPackage) => isProject && !called.some(text => needed.has(text))
  const others = packages.filter(one => !isItself(one))
  const required = packages.filter(isItself).flatMap(({ needs }) => needs)
  return graphOf(others, required)
}

/** Every package and project of every framework. */
function targetPackages(root: TreeNode): readonly TargetPackage[] {
  const libraries = members(child(root, 'libraries'))
  const projects = new Set(
    libraries.filter(({ value }) => textOf(value, 'type')?.value === 'project').map(({ key }) => key.toLowerCase())
  )
  const targets = members(child(root, 'targets'))
  return targets.flatMap(({ value: target }, index) =>
    members(target).flatMap(({ key, value }) => {
      const { name, version } = KEY.exec(key)?.groups ?? {}
      if (name === undefined || version === undefined) return []
      const isProject = projects.has(key.toLowerCase())
      const needs = members(child(value, 'dependencies')).map(need => calledAs(index, need.key))
      return [{ name, version: isProject ? '' : version, called: [calledAs(index, name)], needs, isProject }]
    })
  )
}

function calledAs(target: number, name: string): string {
  return `${target} ${name.toLowerCase()}`
}
