/**
 * The blocks `libraries` and `targets` that restored and built projects have: keys such as `Name/1.0.0`, in `targets` once
 * for each framework.
 */

import { child, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, Graph } from '../file-format.ts'
import { type CalledPackage, graphOf } from '../graph.ts'

const KEY = /^(?<name>[^/]+)\/(?<version>[^/]+)$/

/** The packages among the members; projects, and files beside the packages, are none. `isDirect` gets names in lower case. */
export function* packagesIn(libraries: readonly Member[], isDirect?: (name: string) => boolean): Generator<Entry> {
  for (const { key, keyAt, value } of libraries) {
    const type = textOf(value, 'type')?.value
    if (type !== undefined && type !== 'package') continue
    const { name, version } = KEY.exec(key)?.groups ?? {}
    if (type === undefined || name === undefined || version === undefined) {
      yield { gap: 'expected a library with its version and type', text: `${key} ${wordOf(value)}`, at: keyAt }
    } else {
      yield {
        name,
        requirement: { kind: 'version', text: version },
        at: keyAt + name.length + 1,
        ...(isDirect ? { direct: isDirect(name.toLowerCase()) } : {})
      }
    }
  }
}

function wordOf(node: TreeNode): string {
  return node.kind === 'text' ? node.value : ''
}

/**
 * Which package needs which, within each framework. `roots` are the names that the project asks for, in lower case; without
 * them the project is the one that no other project needs. A project has no version.
 */
export function graphOfTargets(root: TreeNode, roots?: ReadonlySet<string>): Graph {
  const projects = new Set(
    members(child(root, 'libraries')).flatMap(({ key, value }) =>
      textOf(value, 'type')?.value === 'project' ? [key.toLowerCase()] : []
    )
  )
  const targets = members(child(root, 'targets'))
  const packages = targets.flatMap(({ value: target }, index) =>
    members(target).flatMap(({ key, value }): (CalledPackage & { readonly isProject: boolean })[] => {
      const { name, version } = KEY.exec(key)?.groups ?? {}
      if (name === undefined || version === undefined) return []
      const isProject = projects.has(key.toLowerCase())
      const needs = members(child(value, 'dependencies')).map(need => calledAs(index, need.key))
      return [{ name, version: isProject ? '' : version, called: [calledAs(index, name)], needs, isProject }]
    })
  )
  if (roots) {
    const asked = packages.filter(({ name }) => roots.has(name.toLowerCase()))
    return graphOf(
      packages,
      asked.flatMap(({ called }) => called)
    )
  }
  const needed = new Set(packages.flatMap(({ isProject, needs }) => (isProject ? [...needs] : [])))
  const isItself = ({ isProject, called }: (typeof packages)[number]) =>
    isProject && !called.some(text => needed.has(text))
  return graphOf(
    packages.filter(one => !isItself(one)),
    packages.filter(isItself).flatMap(({ needs }) => [...needs])
  )
}

function calledAs(target: number, name: string): string {
  return `${target} ${name.toLowerCase()}`
}
