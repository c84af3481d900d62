/** The rule for commands that search for the Secret of a service account. */

import { offsetIn } from '../syntax/assembled.ts'
import { askedBy, askingLists, namesOneSecret } from './documents/kubectl.ts'
import {
  type Command,
  everyCommand,
  pipedFrom,
  programOf,
  type Script,
  scripts,
  type Text
} from './documents/script.ts'
import { TOKEN_SECRET_FACT } from './documents/token-secret.ts'
import { KEP_2799 } from './evidence.ts'
import { type FactQuery, type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const SEARCHES = /^(?:e|f|z)?grep$|^(?:g|m)?awk$|^sed$|^jq$|^rg$/
/** The beginning of the name of such a Secret, up to its five letters. */
const NAME = /(?<name>[\w.${}()*\uE000-]{0,100}-token)(?![\w.])/
const DEFAULT_SECRET = /^(?:secrets?\/)?default-token(?:-\S*)?$/
const BY_ANNOTATION = /kubernetes\\?\.io\/service-account\\?\.name/
/** Secrets with tokens of other systems, and the end of the type of those with a token of a service account, which is no name. */
const OTHERS = /(?:^|-)(?:access|api|auth|oauth2?|refresh|bootstrap|id|bearer|csrf|webhook|service-account)-token$/
const VARIABLE = /[${}()*\uE000]/

function* inScript(script: Script): Generator<HazardSighting> {
  const made = new Set(secretsMade(script))
  for (const commands of askingLists(script.commands)) {
    for (const [index, command] of commands.entries()) {
      if (askedBy(command) !== 'secret') continue
      const searched = namesOneSecret(command) ? undefined : searchedBy(pipedFrom(commands, index))
      const found = searched ?? namedIn(command)
      if (found && !made.has(found.name))
        yield { at: found.at, unless: madeByHand(found.name), ...(awaits(command) ? ENDLESS : {}) }
    }
  }
}

const ENDLESS = {
  level: 'error',
  because:
    'A loop waits for the Secret of a service account. From Kubernetes 1.24 on none is made, so that it waits for ever.'
} as const

/** The name that a command behind a pipe searches for. */
function searchedBy(readers: readonly Command[]): { name: string; at: number } | undefined {
  for (const filter of readers) {
    if (!SEARCHES.test(programOf(filter))) continue
    for (const word of filter.words.slice(1)) {
      const name = nameIn(word)
      if (name) return name
    }
  }
  return undefined
}

function nameIn({ written }: Text): { name: string; at: number } | undefined {
  const found = NAME.exec(written.text)
  const name = found?.groups?.['name']
  return found && name !== undefined && !OTHERS.test(name) ? { name, at: offsetIn(written, found.index) } : undefined
}

/** The Secret that a command asks for by a name that no cluster has, or by the annotation of its service account. */
function namedIn({ words }: Command): { name: string; at: number } | undefined {
  for (const { text, at, written } of words) {
    if (DEFAULT_SECRET.test(text)) return { name: 'default-token', at }
    const annotation = BY_ANNOTATION.exec(written.text)
    if (annotation) return { name: '', at: offsetIn(written, annotation.index) }
  }
  return undefined
}

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
    fix: 'Request a token in place of the search: "kubectl create token NAME -n NAMESPACE --duration=1h".',
    waivable: true,
    answers: ['no-automatic-secret'],
    harm: 'needs-secret',
    page: 'docs/rules.md',
    evidence: [KEP_2799]
  },
  keywords: [/\b(?:grep|awk|sed|jq|rg)\b[^\n]{0,300}-token/, 'default-token', 'service-account\\.name'],
  finders: [looksInto(scripts, inScript)],
  examples: {
    fires: [
      { 'a.sh': 'kubectl describe secret $(kubectl get secret | grep admin-user-token | cut -d" " -f1)\n' },
      { 'a.sh': 'until kubectl get secrets | grep -q default-token; do sleep 1; done\n' },
      { 'a.sh': "kubectl describe secrets | awk '/deploy-token-/'\n" },
      { 'a.sh': 'kubectl -n a describe secret default-token\n' },
      {
        'a.sh': `kubectl get secrets -o jsonpath='{.items[?(@.metadata.annotations.kubernetes\\.io/service-account\\.name=="a")].data.token}'\n`
      },
      { '.github/workflows/a.yml': 'jobs:\n  a:\n    steps:\n      - run: kubectl get secrets | grep ci-token\n' }
    ],
    silent: [
      { 'a.sh': 'kubectl create secret generic ci-token --from-literal=a=b\nkubectl get secrets | grep ci-token\n' },
      { 'a.sh': 'kubectl get pods | grep web-token-0\n' },
      { 'a.sh': 'oc get secret | grep personal-access-token\n' },
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
