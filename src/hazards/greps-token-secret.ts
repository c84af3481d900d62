/** The rule for commands that search for the Secret of a service account. */

import { type Command, everyCommand, type Script, scripts } from './documents/script.ts'
import { secretSearches } from './documents/secret-search.ts'
import { TOKEN_SECRET_FACT } from './documents/token-secret.ts'
import { KEP_2799 } from './evidence.ts'
import { type FactQuery, type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const VARIABLE = /[${}()*\uE000]/

function* inScript(script: Script): Generator<HazardSighting> {
  const made = Array.from(secretsMade(script))
  for (const { name, at, command } of secretSearches(script)) {
    if (name !== '' && made.some(each => each.startsWith(name))) continue
    yield { at, unless: madeByHand(name), ...(awaits(command) ? ENDLESS : {}) }
  }
}

const ENDLESS = {
  level: 'error',
  because:
    'A loop waits for the Secret of a service account. From Kubernetes 1.24 on none is made, so that it waits for ever.'
} as const

/** The Secrets that a script makes itself. */
function* secretsMade(script: Script): Generator<string> {
  for (const { words } of everyCommand(script.commands)) {
    const texts = words.map(({ text }) => text)
    const create = texts.indexOf('create')
    if (create >= 0 && texts[create + 1] === 'secret') yield texts[create + 3] ?? ''
  }
}

/** Asks whether the repository makes a Secret of such a name; any, if the name is not known. */
function madeByHand(name: string): FactQuery {
  const isAny = name === '' || VARIABLE.test(name)
  return { kind: TOKEN_SECRET_FACT, within: 'repository', matches: fact => isAny || fact.name.startsWith(name) }
}

/** Whether a loop goes on until the command finds something. */
function awaits({ loops }: Command): boolean {
  const loop = loops.at(-1)
  return loop?.keyword === 'until' && loop.condition !== undefined
}

/** A Secret that is not there. */
export const grepsTokenSecret: Hazard = {
  rule: {
    id: 'greps-token-secret',
    level: 'warning',
    title: 'searches for a Secret',
    meaning: 'A command searches the Secrets for the token of a service account. From Kubernetes 1.24 on none is made.',
    why: 'The search finds nothing, and what follows shows all Secrets, fails, or waits for ever.',
    fix: 'Request a token in place of the search: `kubectl create token NAME -n NAMESPACE --duration=1h`.',
    waivable: true,
    answers: ['no-automatic-secret'],
    harm: 'needs-secret',
    page: 'docs/rules.md',
    evidence: [KEP_2799]
  },
  keywords: [
    /\b(?:grep|awk|sed|jq|rg)\b[^\n]{0,300}-token/,
    'default-token',
    'service-account\\.name',
    /\bdescribe\b[^\n]{0,80}\bsecrets?\b/,
    /\bdata\.token\b/
  ],
  finders: [looksInto(scripts, inScript)],
  examples: {
    fires: [
      { 'a.sh': 'kubectl describe secret $(kubectl get secret | grep admin-user-token | cut -d" " -f1)\n' },
      { 'a.sh': 'until kubectl get secrets | grep -q default-token; do sleep 1; done\n' },
      { 'a.sh': "kubectl describe secrets | awk '/deploy-token-/'\n" },
      { 'a.sh': 'kubectl -n a describe secret default-token\n' },
      { 'a.sh': "kubectl -n a describe secret $(kubectl -n a get secret | grep admin | awk '{print $1}')\n" },
      { 'a.sh': 'kubectl describe secret -n default default | grep token:\n' },
      {
        'a.sh':
          "S=$(kubectl get secrets | awk '/^admin/ {print $1}')\nkubectl get secret $S -o jsonpath='{.data.token}' | base64 -d\n"
      },
      {
        'a.sh':
          'S=$(kubectl get secrets -o json | jq -r \'.items[].metadata | select(.name | startswith("admin")).name\')\nT=$(kubectl get secret $S -o jsonpath={.data.token})\n'
      },
      { 'a.sh': 'kubectl describe $(kubectl get secret -o name | grep admin)\nkubectl get secrets | grep a-token\n' },
      {
        'a.sh': `kubectl get secrets -o jsonpath='{.items[?(@.metadata.annotations.kubernetes\\.io/service-account\\.name=="a")].data.token}'\n`
      },
      { '.github/workflows/a.yml': 'jobs:\n  a:\n    steps:\n      - run: kubectl get secrets | grep ci-token\n' }
    ],
    silent: [
      { 'a.sh': 'kubectl create secret generic ci-token --from-literal=a=b\nkubectl get secrets | grep ci-token\n' },
      { 'a.sh': 'kubectl get pods | grep web-token-0\n' },
      { 'a.sh': 'kubectl get secrets | grep admin\n' },
      { 'a.sh': 'kubectl describe secret $(kubectl get secrets -o name | grep web-tls)\n' },
      { 'a.sh': 'kubectl describe secret -n default web\n' },
      {
        'a.sh': 'kubectl describe secret $(kubectl get secret | grep admin)\n',
        'admin.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: admin-user}\ntype: kubernetes.io/service-account-token\n'
      },
      {
        'a.sh':
          "S=$(kubectl get secrets -o name | grep postgres)\nkubectl get $S -o jsonpath='{.data.password}' | base64 -d\n"
      },
      {
        'a.sh':
          "S=$(oc get secret | grep personal-access-token | awk '{print $1}')\noc get secret $S -o jsonpath='{.data.token}'\n"
      },
      {
        'a.sh': "kubectl get secrets -n $N | grep $R-token- | awk '{print $1}' | xargs kubectl delete secrets -n $N\n"
      },
      { 'a.sh': 'kubectl get secrets | grep a-token | while read s; do\n  kubectl delete secret $s\ndone\n' },
      { 'a.sh': 'kubectl delete secret $(kubectl get secrets -o name | grep a-token)\n' },
      {
        'a.sh':
          "kubectl -n b get secret peer-token-a -o yaml | sed 's/name: peer-token-a/name: peer-token-c/' | kubectl create -f -\n"
      },
      { 'a.sh': 'kubectl create token a || kubectl describe secret $(kubectl get secret | grep a-token)\n' },
      {
        'a.sh': 'kubectl get secrets | grep ci-token\n',
        'ci.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: ci-token}\ntype: kubernetes.io/service-account-token\n'
      }
    ]
  }
}
