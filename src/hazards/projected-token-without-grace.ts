/** The rule for projected tokens for the API server that no cluster extends. */

import { child, type TreeNode } from '../syntax/tree.ts'
import { objectName, type Tree, trees } from './documents/tree.ts'
import { EXTENDED } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

/** What Kubernetes itself asks for, and the only lifetime that is extended to a year. In seconds. */
const EXTENDED_SECONDS = 3607
/** In seconds: https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/#projections. */
const DEFAULT_SECONDS = 3600
/** Audiences of the API server, by default and in managed clusters: others name another receiver. */
const API_SERVER = /^(?:https:\/\/)?kubernetes(?:\.default(?:\.svc(?:\.cluster\.local)?)?)?(?::443)?\/?$/
const WHOLE = /^\d+$/

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const { map, path, object } of tree.spots) {
    const token = child(map, 'serviceAccountToken')
    if (token?.kind !== 'map' || path.at(-2) !== 'sources' || object?.isRecord) continue
    const audience = tree.value(token, 'audience')
    if (audience && (!audience.isKnown || !API_SERVER.test(audience.text))) continue
    const found = lifetimeIn(token, tree)
    if (found) yield { ...found, ...(object ? { object: objectName(object) } : {}) }
  }
}

/** The sighting of a token whose lifetime is known and not extended. */
function lifetimeIn(token: TreeNode, tree: Tree): HazardSighting | undefined {
  const stated = tree.value(token, 'expirationSeconds')
  if (stated && (!stated.isKnown || !WHOLE.test(stated.text))) return undefined
  return graceless(stated ? Number(stated.text) : DEFAULT_SECONDS, stated?.at ?? tree.at(token.at))
}

/** The sighting of a token with a lifetime in seconds; undefined if it is extended. */
export function graceless(seconds: number, at: number): HazardSighting | undefined {
  if (seconds === EXTENDED_SECONDS) return undefined
  return {
    at,
    ...(seconds < DEFAULT_SECONDS ? { level: 'warning' } : { levelBeside: 'warning' }),
    because: `This token lives ${seconds} seconds and is never extended, unlike the one of ${EXTENDED_SECONDS} seconds that Kubernetes mounts.`
  }
}

/** A token without the year. */
export const projectedTokenWithoutGrace: Hazard = {
  rule: {
    id: 'projected-token-without-grace',
    level: 'notice',
    title: 'no grace',
    meaning:
      'A projected token for the API server has another lifetime than 3607 seconds, so that no cluster extends it.',
    why: 'A client that reads the token once fails when this lifetime ends, and not after a year.',
    fix: 'Remove the volume and let Kubernetes mount the token; or write `expirationSeconds: 3607`; or make sure that every client of the pod reads the file again.',
    waivable: true,
    answers: ['projected-token'],
    harm: 'changes-lifetime',
    page: 'docs/rules.md',
    evidence: [EXTENDED]
  },
  keywords: ['serviceAccountToken', 'service_account_token'],
  finders: [looksInto(trees, inTree)],
  examples: {
    fires: [
      {
        'pod.yaml':
          'spec:\n  volumes:\n    - projected:\n        sources:\n          - serviceAccountToken: {path: token, expirationSeconds: 600}\n'
      },
      {
        'pod.yaml':
          'spec:\n  volumes:\n    - projected:\n        sources:\n          - serviceAccountToken: {path: token}\n'
      },
      {
        'pod.yaml':
          'spec:\n  volumes:\n    - projected:\n        sources:\n          - serviceAccountToken: {expirationSeconds: 86400, audience: "https://kubernetes.default.svc"}\n'
      }
    ],
    silent: [
      {
        'pod.yaml':
          'spec:\n  volumes:\n    - projected:\n        sources:\n          - serviceAccountToken: {path: token, expirationSeconds: 3607}\n'
      },
      {
        'pod.yaml':
          'spec:\n  volumes:\n    - projected:\n        sources:\n          - serviceAccountToken: {path: token, expirationSeconds: 600, audience: vault}\n'
      },
      {
        'templates/pod.yaml':
          'spec:\n  volumes:\n    - projected:\n        sources:\n          - serviceAccountToken:\n              audience: {{ .Values.audience }}\n              expirationSeconds: 600\n'
      },
      {
        'templates/pod.yaml':
          'spec:\n  volumes:\n    - projected:\n        sources:\n          - serviceAccountToken:\n              expirationSeconds: {{ .Values.seconds }}\n'
      },
      { 'app-config.yaml': 'clusters:\n  - serviceAccountToken: ${TOKEN}\n' },
      {
        'pools.yaml':
          'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nsources:\n  - serviceAccountToken: {path: token}\n'
      }
    ]
  }
}
