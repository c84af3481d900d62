/** The rule for service accounts that list a Secret with a token. */

import { child, items } from '../syntax/tree.ts'
import { GENERATED_NAME, isGenerated, isTokenSecret, NAMES_TOKEN_SECRET } from './documents/token-secret.ts'
import { objectName, type Tree, trees } from './documents/tree.ts'
import { KEP_2799 } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const object of tree.objects()) {
    if (object.kind !== 'ServiceAccount') continue
    for (const item of items(child(object.node, 'secrets'))) {
      const secret = tree.value(item, 'name')
      if (!secret) continue
      const about = { at: secret.at, object: objectName(object) }
      yield isGenerated(secret) ? about : { ...about, requires: isTokenSecret(secret, object.namespace) }
    }
  }
}

/** A service account with a Secret of its own. */
export const serviceAccountListsSecret: Hazard = {
  rule: {
    id: 'service-account-lists-secret',
    level: 'notice',
    title: 'listed token',
    meaning: 'A ServiceAccount lists a Secret with a token under "secrets".',
    why: 'A Secret that Kubernetes made before 1.24 is not there in a newer cluster. One that is made by hand and listed counts as made by Kubernetes, which removes it when it was not used for a year.',
    fix: 'Remove the entry: nothing needs it.',
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
      { 'sa.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\nsecrets:\n  - name: a-token-w29bn\n' },
      {
        'sa.yaml':
          'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\nsecrets: [{name: ci}]\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: kubernetes.io/service-account-token\n'
      }
    ],
    silent: [
      { 'sa.yaml': 'apiVersion: v1\nkind: ServiceAccount\nsecrets:\n  - name: git-ssh\n  - name: a-token-store\n' },
      { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nsecrets:\n  - name: a-token-w29bn\n' }
    ]
  }
}
