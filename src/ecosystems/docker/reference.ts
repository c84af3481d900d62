/**
 * References to container images: `registry/repository:tag@digest`.
 * Specification: https://github.com/distribution/reference/blob/main/reference.go (grammar), and for the default
 * registry https://docs.docker.com/reference/cli/docker/image/tag/. The registry may be a variable. Deliberately
 * ignored: a reference that is only a variable, or whose name has one.
 */

import type { Requirement } from '../../model/dependency.ts'
import type { FixStep } from '../../model/verdict.ts'
import type { Placed } from '../../syntax/lines.ts'
import type { PackageEntry } from '../file-format.ts'

// A repository has no blank, quote or brace; what follows may hold a variable of a template.
const REFERENCE = /^(?<name>[\w.-]+(?::\d+(?=\/))?(?:\/[\w.-]+)*)(?::(?<tag>[^@]*))?(?:@(?<digest>\S+))?$/
/** A variable in place of a registry: of a shell, of Kubernetes or Tekton, of a template. */
const REGISTRY =
  /^(?:\$\{[^{}/]{1,200}\}|\$\([^()/]{1,200}\)|\$\w{1,200}|\{\{[^{}]{1,500}\}\}|<[\w .-]{1,200}>|%\w{1,200}%)\//
/** The first part of a path is a host if it has a dot or a port, or is `localhost`. */
const HOST = /^(?:[^/]*[.:][^/]*|localhost)$/
/** A tag of one or two numbers, which moves to the newest release that begins with them. */
const MOVING = /^v?\d{1,6}(?:\.\d{1,6})?(?:-[a-z][\w.-]*)?$/
const V = /^v(?=\d)/
const DIGIT_FIRST = /^\d/
/** The owner of the images that Docker Hub shows without an owner. */
const LIBRARY = 'library/'

/**
 * The path of an image without its registries: `quay.io/coreos/etcd` and `mirror.example/quay.io/coreos/etcd` are
 * `coreos/etcd`.
 */
export function repositoryOf(name: string): string {
  const parts = name.toLowerCase().split('/')
  const host = parts.findLastIndex((part, index) => index < parts.length - 1 && HOST.test(part))
  const path = parts.slice(host + 1).join('/')
  return path.startsWith(LIBRARY) ? path.slice(LIBRARY.length) : path
}

/** Reads the reference at an offset of the file; undefined for any other text, such as a variable. */
export function readReference(text: string, at: number): PackageEntry | undefined {
  const registry = REGISTRY.exec(text)?.[0].length ?? 0
  const { name, tag, digest } = REFERENCE.exec(text.slice(registry))?.groups ?? {}
  if (name === undefined) return undefined
  if (tag) return { name, requirement: requirementOf(tag), at: at + registry + name.length + 1 }
  if (digest) return { name, requirement: requirementOf(digest), at: at + text.length - digest.length }
  return { name, requirement: { kind: 'none' }, at: at + registry }
}

/**
 * The tag of a field that charts put behind a colon, so that it may have a digest behind it; a digest alone if there is
 * no tag.
 */
export function tagIn({ text, at }: Placed): Placed | undefined {
  const digest = text.indexOf('@')
  if (digest < 0) return text === '' ? undefined : { text, at }
  if (digest > 0) return { text: text.slice(0, digest), at }
  return text.length > 1 ? { text: text.slice(1), at: at + 1 } : undefined
}

/** The requirement of a tag or a digest, which the policy distinguishes. */
export function requirementOf(text: string): Requirement {
  return { kind: MOVING.test(text) ? 'range' : 'version', text }
}

/**
 * The edit that raises an image to a version, in the style of the present tag. The file may use another name for it.
 */
export function tagEdit(_name: string, version: string, present: { readonly requirement?: Requirement }): FixStep[] {
  const { requirement } = present
  const written = requirement?.kind === 'version' || requirement?.kind === 'range' ? requirement.text : ''
  return [{ edit: `change this tag to ${tagLike(written, version)} or newer` }]
}

function tagLike(written: string, version: string): string {
  const numbers = version.replace(V, '')
  if (V.test(written)) return `v${numbers}`
  return DIGIT_FIRST.test(written) ? numbers : version
}
