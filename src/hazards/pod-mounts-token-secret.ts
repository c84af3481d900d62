/** The rule for pods that mount a Secret with a token of a service account. */

import { child } from '../syntax/tree.ts'
import { GENERATED_NAME, isGenerated, isTokenSecret, NAMES_TOKEN_SECRET } from './documents/token-secret.ts'
import { objectName, type Tree, trees, type Value } from './documents/tree.ts'
import { KEP_2799 } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const { map, path, object } of tree.spots) {
    if (object?.isRecord) continue
    const secret = child(map, 'secret')
    const mounted =
      tree.value(secret, 'secretName') ?? (path.includes('sources') ? tree.value(secret, 'name') : undefined)
    if (mounted) yield sightingOf(mounted, object && { name: objectName(object), namespace: object.namespace })
  }
}

function sightingOf(
  secret: Value,
  object: { readonly name: string; readonly namespace: string | undefined } | undefined
): HazardSighting {
  const about = { at: secret.at, ...(object ? { object: object.name } : {}) }
  if (isGenerated(secret))
    return {
      ...about,
      level: 'error',
      because:
        'The name is one that Kubernetes made for the Secret of a service account. From 1.24 on no such Secret is made, so that the pod does not start.'
    }
  return { ...about, requires: isTokenSecret(secret, object?.namespace) }
}

/** A pod with a token that never expires, or with one that is gone. */
export const podMountsTokenSecret: Hazard = {
  rule: {
    id: 'pod-mounts-token-secret',
    level: 'warning',
    title: 'mounted permanent token',
    meaning: 'A pod mounts a Secret with the token of a service account: a token that never expires.',
    why: 'A volume over the directory of the service account also keeps Kubernetes from mounting the token that expires. A Secret that Kubernetes made itself is gone in clusters from 1.24 on.',
    fix: 'Remove the volume and its mounts. Kubernetes mounts a token that it rotates; only if it has to be at another path, write a volume with `projected: {sources: [{serviceAccountToken: {path: token, expirationSeconds: 3607}}]}`.',
    waivable: true,
    answers: ['secret-as-token'],
    harm: 'permanent-token',
    page: 'docs/rules.md',
    evidence: [KEP_2799]
  },
  keywords: [GENERATED_NAME],
  namedBy: NAMES_TOKEN_SECRET,
  finders: [looksInto(trees, inTree)],
  examples: {
    fires: [
      {
        'pod.yaml':
          'apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a}]\n  volumes:\n    - name: t\n      secret: {secretName: default-token-8xk2p}\n'
      },
      {
        'sa.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: ci, namespace: a}\ntype: kubernetes.io/service-account-token\n',
        'pod.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: {namespace: a}\nspec:\n  containers: [{name: a}]\n  volumes:\n    - name: t\n      secret: {secretName: ci}\n'
      },
      {
        'values.yaml':
          'extraVolumes:\n  - name: t\n    projected:\n      sources:\n        - secret: {name: app-token-5v7hn}\n'
      },
      {
        'sa.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: kubernetes.io/service-account-token\n',
        'pod.json':
          '{"kind":"Pod","spec":{"containers":[{"name":"a"}],"volumes":[{"name":"t","projected":{"sources":[{"secret":{"name":"ci"}}]}}]}}'
      },
      {
        'sa.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: kubernetes.io/service-account-token\n',
        'pod.yaml':
          'kind: Pod\nspec:\n  containers: [{name: a}]\n  volumes: [{name: t, projected: {sources: [{secret:{name: ci}}]}}]\n'
      },
      {
        'sa.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: kubernetes.io/service-account-token\n',
        'a.tf':
          'resource "kubernetes_deployment" "a" {\n  spec {\n    template {\n      spec {\n        container {\n          name = "a"\n        }\n        volume {\n          name = "t"\n          secret {\n            secret_name="ci"\n          }\n        }\n      }\n    }\n  }\n}\n'
      }
    ],
    silent: [
      {
        'sa.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: kubernetes.io/service-account-token\n',
        'run.sh': 'secret_name="ci"\nhelm install a --set "auth=secret:ci" --set name=ci\n'
      },
      {
        'pod.yaml':
          'apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a}]\n  volumes:\n    - name: t\n      secret: {secretName: ci-token-prod1}\n'
      },
      {
        'pod.yaml':
          'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      volumeMounts: [{name: default-token-8xk2p}]\n'
      },
      {
        'dump.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: {uid: a}\nspec:\n  containers: [{name: a}]\n  volumes: [{name: t, secret: {secretName: default-token-8xk2p}}]\n'
      },
      {
        'sa.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: ci, namespace: a}\ntype: kubernetes.io/service-account-token\n',
        'pod.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: {namespace: b}\nspec:\n  containers: [{name: a}]\n  volumes:\n    - name: t\n      secret: {secretName: ci}\n'
      }
    ]
  }
}
