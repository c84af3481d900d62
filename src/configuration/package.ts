/** The packages that a configuration names: package URLs without a version. */

import type { Ecosystem } from '../ecosystems/ecosystem.ts'
import { ecosystemOf, ecosystems } from '../ecosystems/index.ts'
import { parsePurl } from '../ecosystems/purl.ts'
import { ConfigError } from '../model/config-error.ts'
import { type AddProblem, quote, type Stated, suggestion } from './fields.ts'

/** A package that a configuration names. */
export interface NamedPackage {
  readonly ecosystem: Ecosystem
  /** As written. */
  readonly name: string
  /** Equal for every spelling of one package. */
  readonly key: string
  readonly at: number
}

/** Names become part of commands that people copy, so characters with a meaning in a shell are not allowed. */
const SAFE_NAME = /^[A-Za-z0-9@_][\w.@/:~-]{0,199}$/

/** Reads the package URL of a key. */
export function packageOf({ text, at }: Stated, key: string, addProblem: AddProblem): NamedPackage | undefined {
  const parsed = read(text)
  if (!parsed) {
    addProblem(at, `${quote(key)} is ${quote(text)}, which is not a package URL. Write it as pkg:npm/@acme/kube.`)
    return undefined
  }
  const { ecosystem: id, name, requirement } = parsed
  const ecosystem = ecosystemOf(id)
  const ids = ecosystems.map(each => each.id)
  if (!ecosystem)
    addProblem(at, `${quote(key)} names the unknown ecosystem ${quote(id)}${suggestion(id, ids, 'Allowed ecosystems')}`)
  else if (requirement.kind !== 'none')
    addProblem(at, `${quote(key)} must not have a version. Remove everything after the name.`)
  else if (!SAFE_NAME.test(name))
    addProblem(at, `${quote(key)} has the invalid name ${quote(name)}. Use only letters, digits and . _ - / : @ ~.`)
  else return { ecosystem, name, key: keyOf(ecosystem, name), at }
  return undefined
}

/** Equal for every spelling of one package. */
export function keyOf({ id, canonicalName }: Ecosystem, name: string): string {
  return `${id} ${canonicalName(name)}`
}

/** A package as a configuration names it. */
export function packageText(ecosystem: string, name: string): string {
  return `pkg:${ecosystem}/${name}`
}

function read(text: string): ReturnType<typeof parsePurl> | undefined {
  try {
    return parsePurl(text)
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}
