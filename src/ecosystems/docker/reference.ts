/**
 * References to container images: `registry/repository:tag@digest`.
 * Specification: https://github.com/distribution/reference/blob/main/reference.go (grammar), and for the default registry
 * https://docs.docker.com/reference/cli/docker/image/tag/. Leaves out on purpose: references that are wholly a variable.
 */

import type { Requirement } from '../../model/dependency.ts'
import type { PackageEntry } from '../file-format.ts'

// A repository has no blank, quote or brace; what follows may hold a variable of a template.
const REFERENCE = /^(?<name>[\w.-]+(?::\d+(?=\/))?(?:\/[\w.-]+)*)(?::(?<tag>[^@]*))?(?:@(?<digest>\S+))?$/
/** The first part of a path is a host where it has a dot or a port, or is the name of the own machine. */
const HOST = /^(?:[^/]*[.:][^/]*|localhost)$/
/** What a tag writes of a version: one or two numbers stand for whatever release carries them at the moment. */
const MOVING = /^v?\d{1,6}(?:\.\d{1,6})?(?:-[a-z][\w.-]*)?$/
const V = /^v(?=\d)/
const DIGIT_FIRST = /^\d/
/** The owner of the images that Docker Hub shows without one. */
const LIBRARY = 'library/'

/**
 * The path of an image without its registry, which is how its makers call it: `quay.io/coreos/etcd` and
 * `mirror.example/quay.io/coreos/etcd` are `coreos/etcd`.
 */
export function repositoryOf(name: string): string {
  const parts = name.toLowerCase().split('/')
  const host = parts.findLastIndex((part, index) => index < parts.length - 1 && HOST.test(part))
  const path = parts.slice(host + 1).join('/')
  return path.startsWith(LIBRARY) ? path.slice(LIBRARY.length) : path
}

/** Reads a reference that stands at an offset of the file; undefined for what is none, such as a variable. */
export function readReference(text: string, at: number): PackageEntry | undefined {
  const { name, tag, digest } = REFERENCE.exec(text)?.groups ?? {}
  if (name === undefined) return undefined
  if (tag) return { name, requirement: requirementOf(tag), at: at + name.length + 1 }
  if (digest) return { name, requirement: requirementOf(digest), at: at + text.length - digest.length }
  return { name, requirement: { kind: 'none' }, at }
}

/** What a tag asks for, and a digest: which of both it is, the policy tells apart. */
export function requirementOf(text: string): Requirement {
  return { kind: MOVING.test(text) ? 'range' : 'version', text }
}

/** The edit that brings an image to a version, in the style of the tag that is there. The file may write another name of it. */
export function tagEdit(_name: string, version: string, present: { readonly requirement?: Requirement }): string[] {
  const { requirement } = present
  const written = requirement?.kind === 'version' || requirement?.kind === 'range' ? requirement.text : ''
  const numbers = version.replace(V, '')
  const tag = V.test(written) ? `v${numbers}` : DIGIT_FIRST.test(written) ? numbers : version
  return [`# change this tag to ${tag} or newer`]
}
