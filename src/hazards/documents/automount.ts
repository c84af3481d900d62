/** The service accounts and pods that mount no token: what reads the token there finds none. */

import { child, items, type MapNode } from '../../syntax/tree.ts'
import type { Fact, FactQuery, StatedFact } from '../hazard.ts'
import type { Spot, Tree } from './tree.ts'

/** The kind of the fact that a pod or a service account mounts no token. */
export const AUTOMOUNT_OFF = 'automount-off'

/** In every text that states it. */
export const AUTOMOUNT_KEYWORDS = ['automountServiceAccountToken', 'automount_service_account_token']

/** States which pods and service accounts of a document mount no token. */
export function* automountFacts(tree: Tree): Generator<StatedFact> {
  for (const { map, object, pod } of tree.spots) {
    const off = tree.value(map, 'automountServiceAccountToken')
    if (off?.text !== 'false' || object?.isRecord) continue
    const isAccount = object?.node === map && object.kind === 'ServiceAccount'
    if (!isAccount && (pod !== map || projectsToken(map))) continue
    yield { at: off.at, fact: { kind: AUTOMOUNT_OFF, ...nameOf({ map, ...(object ? { object } : {}) }, isAccount) } }
  }
}

function nameOf({ object }: Pick<Spot, 'map' | 'object'>, isAccount: boolean): Omit<Fact, 'kind'> {
  const namespace = object?.namespace
  return {
    name: `${isAccount ? 'ServiceAccount' : 'pod'}/${object?.name?.text ?? ''}`,
    ...(namespace === undefined ? {} : { namespace })
  }
}

/** Whether a pod mounts a token by a volume of its own. */
function projectsToken(pod: MapNode): boolean {
  return items(child(pod, 'volumes'))
    .flatMap(volume => items(child(volume, 'projected', 'sources')))
    .some(source => child(source, 'serviceAccountToken') !== undefined)
}

/** Whether a pod mounts a token by what it says itself: the service account decides if it says nothing. */
export function mountsToken(pod: MapNode, tree: Tree): boolean {
  return tree.value(pod, 'automountServiceAccountToken')?.text !== 'false' || projectsToken(pod)
}

/** Asks whether the service account of a pod mounts no token; undefined if the pod decides. */
export function accountWithoutToken({ pod, object }: Spot, tree: Tree): FactQuery | undefined {
  if (!pod || tree.value(pod, 'automountServiceAccountToken') || projectsToken(pod)) return undefined
  const account = tree.value(pod, 'serviceAccountName') ?? tree.value(pod, 'serviceAccount')
  const name = `ServiceAccount/${account?.text ?? 'default'}`
  const namespace = object?.namespace
  return {
    kind: AUTOMOUNT_OFF,
    keywords: AUTOMOUNT_KEYWORDS,
    within: account?.isKnown === false ? 'folder' : 'repository',
    matches: fact =>
      fact.name === name && (fact.namespace === undefined || namespace === undefined || fact.namespace === namespace)
  }
}
