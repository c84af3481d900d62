/**
 * The flags of the components of Kubernetes: in the commands of static pods, the configuration of kubeadm, k3s, RKE2, Kubespray, Talos,
 * Gardener and kind, in units and in scripts. Only a flag that is set counts, not one that is searched for or described.
 */

import { offsetIn } from '../../syntax/assembled.ts'
import { items, members, type TreeNode } from '../../syntax/tree.ts'
import type { DocumentKind } from '../hazard.ts'
import { type Command, everyCommand, programOf, type Script } from './script.ts'
import type { Tree } from './tree.ts'

/** The flags that a document sets. */
export const flagSets: DocumentKind<FlagSet> = { name: 'flags' }

/** A flag. Hostile texts. */
export interface Flag {
  /** Without dashes. */
  readonly name: string
  readonly value: string
  /** The offset in the file of what a person would change. */
  readonly at: number
}

/** The flags of a document. */
export interface FlagSet {
  readonly flags: readonly Flag[]
  /** The minor version of Kubernetes that the file names, such as 29; absent if it names none. */
  readonly minor?: number
}

const FLAG = /^-{0,2}(?<name>[a-z][a-z0-9-]{2,80})=(?<value>[^\n]*)$/
/** A flag in a text of several: behind a blank, a quote, or the flag that passes it on. */
const IN_TEXT =
  /(?:^|[\s"'=,])-{0,2}(?:kube-[a-z-]{3,30}-arg=)?["']?(?<name>feature-gates|service-account-[a-z-]{3,40})=(?<value>[^\s"']{1,1000})/g
/** Keys of lists of flags without dashes. */
const FLAG_LISTS = /(?:^|[-_])(?:args?|arguments|flags)$|extra_?args$/i
const GATE_LISTS = /feature_?gates$/i
/** A text that is the flags of a component, as in files of variables. */
const ALL_FLAGS =
  /^\s*(?:--?[a-z][\w-]*(?:=\S*)?\s+){1,100}--(?:feature-gates|service-account-[a-z-]{3,40})=\S*(?:\s|$)/
/** Fields of other notations that set a flag. */
const FIELDS: Readonly<Record<string, string>> = {
  // https://gardener.cloud/docs/gardener/shoot_serviceaccounts/
  extendTokenExpiration: 'service-account-extend-token-expiration',
  maxTokenExpiration: 'service-account-max-token-expiration',
  // https://github.com/openshift/hypershift/pull/7310
  'hypershift.openshift.io/kube-apiserver-service-account-token-max-expiration': 'service-account-max-token-expiration'
}
const ANY_FLAG = /feature-gates|service-account-(?:extend|max|signing)/
const FLAG_NAMES = /^(?:feature-gates|service-account-[a-z-]{3,40})$/
const VERSION =
  /(?:kubernetes_?version|kube_version|INSTALL_(?:K3S|RKE2)_VERSION|k3s_version|rke2_version|kindest\/node|rancher\/k3s|kube-apiserver|kube-controller-manager|kubelet)["']?[\s:=@]{1,4}["']?v?1\.(?<minor>\d{1,2})\b/i
/** Programs and functions that write, search for or compare what they are given. */
const NOT_STARTED =
  /^(?:grep|egrep|fgrep|rg|awk|sed|test|\[|\[\[|cat|jq|yq)$|(?:^|[_-])(?:echo|printf?|log|info|warn(?:ing)?|fail|pass|check|assert|expect|report|results?|message|usage|help)(?:[_-]|$)/
/** A unit of systemd, or a configuration, that a here-document writes. */
const STARTS = /^(?:\s*ExecStart\s*=|\s*[\w-]+:|\s*-\s|\s*--?[a-z])/m
const HELP = /^\s*-{1,2}[\w-]+\s+\S.*$/m

/** The flags of a document of YAML or JSON. */
export function flagsOfTree(tree: Tree, file: string): FlagSet {
  const flags: Flag[] = []
  for (const { map, object } of tree.spots) {
    if (object?.isRecord && object.kind !== 'Pod') continue
    for (const { key, value } of map.members) {
      const own = tree.value(value)
      const name = FLAG_NAMES.test(key) ? key : FIELDS[key]
      if (own && name) flags.push({ name, value: own.text, at: own.at })
      else if (own && ALL_FLAGS.test(own.text)) flags.push(...flagsInText(own.text, index => own.at + index))
      if (GATE_LISTS.test(key)) flags.push(...gatesOf(value, tree))
      for (const item of items(value)) flags.push(...flagOfItem(item, key, tree))
    }
    // kubeadm from v1beta4 on: a list of names and values.
    const named = tree.value(map, 'name')
    const value = tree.value(map, 'value')
    if (named && value && FLAG_NAMES.test(named.text)) flags.push({ name: named.text, value: value.text, at: value.at })
  }
  return withVersion(flags, file)
}

/** `featureGates: {Name: false}`, and lists of `Name=false`. */
function gatesOf(value: TreeNode, tree: Tree): Flag[] {
  const mapped = members(value).flatMap(({ key, value: state }): Flag[] => {
    const own = tree.value(state)
    return own ? [{ name: 'feature-gates', value: `${key}=${own.text}`, at: own.at }] : []
  })
  const listed = items(value).flatMap((item): Flag[] => {
    const own = tree.value(item)
    return own ? [{ name: 'feature-gates', value: own.text, at: own.at }] : []
  })
  return [...mapped, ...listed]
}

function flagOfItem(item: TreeNode, key: string, tree: Tree): Flag[] {
  const own = tree.value(item)
  const { name, value } = (own && FLAG.exec(own.text)?.groups) || {}
  if (!own || name === undefined || value === undefined) return []
  return own.text.startsWith('--') || FLAG_LISTS.test(key) ? [{ name, value, at: own.at + own.text.indexOf(name) }] : []
}

/** The flags that the commands of a script start a component with, or that it writes into a unit. */
export function flagsOfScript(script: Script, file: string): FlagSet {
  const flags: Flag[] = []
  if (!ANY_FLAG.test(script.text.text)) return { flags }
  for (const command of everyCommand(script.commands)) {
    if (NOT_STARTED.test(programOf(command)) && !writes(command)) continue
    for (const { written } of [...command.words, ...command.assignments.map(({ value }) => value)])
      flags.push(...flagsInText(written.text, index => offsetIn(written, index)))
  }
  for (const { text } of script.documents)
    if (STARTS.test(text.text) && !HELP.test(text.text))
      flags.push(...flagsInText(text.text, index => offsetIn(text, index)))
  return withVersion(flags, file)
}

/** Whether a command writes a file; what it reads is no place for a flag. */
function writes({ redirections }: Command): boolean {
  return redirections.some(({ operator }) => operator.startsWith('>'))
}

/** The flags in a text of several. */
export function flagsInText(text: string, offset: (index: number) => number): Flag[] {
  return Array.from(text.matchAll(IN_TEXT), ({ index, 0: whole, groups }) => {
    const { name = '', value = '' } = groups ?? {}
    return { name, value, at: offset(index + whole.indexOf(name)) }
  })
}

/** The flags with the version of Kubernetes that the file names. */
export function withVersion(flags: readonly Flag[], file: string): FlagSet {
  const minor = flags.length > 0 ? VERSION.exec(file)?.groups?.['minor'] : undefined
  return minor === undefined ? { flags } : { flags, minor: Number(minor) }
}
