/** The rule for containers with the token of a service account in an environment variable. */

import { child, items } from '../syntax/tree.ts'
import { GENERATED_NAME, isGenerated, isTokenSecret, NAMES_TOKEN_SECRET } from './documents/token-secret.ts'
import { objectName, type Spot, type Tree, trees, type Value } from './documents/tree.ts'
import { TOKEN_SECRETS } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const spot of tree.spots) {
    if (spot.object?.isRecord) continue
    for (const secret of secretsOf(spot, tree)) {
      const about = { at: secret.at, ...(spot.object ? { object: objectName(spot.object) } : {}) }
      yield isGenerated(secret) ? about : { ...about, requires: isTokenSecret(secret, spot.object?.namespace) }
    }
  }
}

/** The Secrets whose token a variable gets: one key of a Secret, or each of its keys. */
function* secretsOf({ map }: Spot, tree: Tree): Generator<Value> {
  const reference = child(map, 'valueFrom', 'secretKeyRef')
  const name = tree.value(reference, 'name')
  if (name && tree.value(reference, 'key')?.text === 'token') yield name
  for (const source of items(child(map, 'envFrom'))) {
    const whole = tree.value(source, 'secretRef', 'name')
    if (whole) yield whole
  }
}

/** A variable with a token. */
export const tokenInEnvironment: Hazard = {
  rule: {
    id: 'token-in-environment',
    level: 'warning',
    title: 'token in a variable',
    meaning: 'An environment variable gets the token of a service account from a Secret.',
    why: 'A variable never changes while the container runs, so that it can only hold a permanent token, and every process and crash report of the container shows it.',
    fix: 'Remove the variable, and let the program read the file that Kubernetes mounts: /var/run/secrets/kubernetes.io/serviceaccount/token.',
    waivable: true,
    answers: ['secret-as-token'],
    harm: 'permanent-token',
    page: 'docs/rules.md',
    evidence: [TOKEN_SECRETS]
  },
  keywords: [GENERATED_NAME],
  namedBy: NAMES_TOKEN_SECRET,
  finders: [looksInto(trees, inTree)],
  examples: {
    fires: [
      {
        'pod.yaml':
          'kind: Pod\nspec:\n  containers:\n    - name: a\n      env:\n        - name: T\n          valueFrom: {secretKeyRef: {name: default-token-7hxqt, key: token}}\n'
      },
      {
        'secret.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: kubernetes.io/service-account-token\n',
        'pod.yaml': 'spec:\n  containers:\n    - name: a\n      envFrom: [{secretRef: {name: ci}}]\n'
      }
    ],
    silent: [
      {
        'bot.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: bot}\n---\nspec:\n  containers:\n    - env:\n        - valueFrom: {secretKeyRef: {name: bot, key: token}}\n'
      },
      {
        'secret.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: kubernetes.io/service-account-token\n',
        'pod.yaml': 'spec:\n  containers:\n    - env:\n        - valueFrom: {secretKeyRef: {name: ci, key: ca.crt}}\n'
      }
    ]
  }
}
