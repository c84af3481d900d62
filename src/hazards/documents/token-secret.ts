/**
 * Secrets with a token of a service account: those that the repository makes, and those that Kubernetes made before 1.24
 * (https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets).
 */

import type { Fact, FactQuery } from '../hazard.ts'
import type { Value } from './tree.ts'

/** The type of a Secret with a token that never expires. */
export const TOKEN_SECRET = 'kubernetes.io/service-account-token'
/** The kind of the fact that the repository makes such a Secret. */
export const TOKEN_SECRET_FACT = 'token-secret'

/**
 * The name of a Secret that Kubernetes made: the suffix has only these letters and digits, so that it is no word
 * (https://github.com/kubernetes/apimachinery/blob/master/pkg/util/rand/rand.go).
 */
export const GENERATED_NAME = /-token-[bcdfghjklmnpqrstvwxz2456789]{5}(?![\w-])/
const GENERATED = new RegExp(`${GENERATED_NAME.source}$`)

/**
 * What makes a text read that has the name of such a Secret: a key in front of the name, and one that refers to a Secret. A key of YAML and
 * JSON has a blank, a bracket or a quote at its colon, so that a value such as `secret:name` is none; those of Terraform are in its files
 * only.
 */
export const NAMES_TOKEN_SECRET = {
  kind: TOKEN_SECRET_FACT,
  before: /[nN]ame\\*["']?\s*[:=]\s*(?:[&!]\S+\s+){0,2}\\*["']?/,
  beside: /secretName|secretKeyRef|secretRef|\bsecrets?(?:\\*["']\s*:|:(?=[\s[{]|$))/,
  besideInTerraform: /\bsecrets?["']?:|secret_name|secret_key_ref|secret_ref/
}

/** Whether the name of a Secret is one that Kubernetes makes. */
export function isGenerated({ text }: Value): boolean {
  return GENERATED.test(text)
}

/** The fact that the repository makes a Secret with a token. */
export function tokenSecret(name: string, namespace: string | undefined): Fact {
  return { kind: TOKEN_SECRET_FACT, name, ...(namespace === undefined ? {} : { namespace }) }
}

/** Asks whether a name is that of a Secret with a token. A name with an expression is one of the same chart. */
export function isTokenSecret({ text, isKnown }: Value, namespace: string | undefined): FactQuery {
  return {
    kind: TOKEN_SECRET_FACT,
    within: isKnown ? 'repository' : 'folder',
    matches: fact =>
      fact.name === text && (fact.namespace === undefined || namespace === undefined || fact.namespace === namespace)
  }
}
