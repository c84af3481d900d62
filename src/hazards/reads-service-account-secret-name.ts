/** The rule for commands that ask a service account for the name of its Secret. */

import { offsetIn } from '../syntax/assembled.ts'
import { askedBy } from './documents/kubectl.ts'
import { everyList, pipedFrom, type Script, scripts } from './documents/script.ts'
import { KEP_2799 } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

/** The first Secret of a service account, in JSONPath, Go templates and jq. */
const SECRET_OF_ACCOUNT =
  /(?:\$?\.|\b)secrets\[(?:\d+|\*)?\]\s*(?:\??\.name|\.?\[["']name["']\])|index \.secrets \d+|range \.secrets|\.secrets\s*\|\s*\.\[\d*\]\s*\.name|\.secrets\[\]?\s*\|\s*\.name/
/** It is told whether there is one. */
const GUARDED = /\/\/|\blength\b|\blen\b|\bif\b/

function* inScript(script: Script): Generator<HazardSighting> {
  for (const commands of everyList(script.commands)) {
    for (const [index, command] of commands.entries()) {
      if (askedBy(command) !== 'service-account') continue
      for (const word of [command, ...pipedFrom(commands, index)].flatMap(({ words }) => words)) {
        const found = SECRET_OF_ACCOUNT.exec(word.written.text)
        if (found && !GUARDED.test(word.written.text)) yield { at: offsetIn(word.written, found.index) }
      }
    }
  }
}

/** The name of a Secret that is not there. */
export const readsServiceAccountSecretName: Hazard = {
  rule: {
    id: 'reads-service-account-secret-name',
    level: 'warning',
    title: 'asks for a Secret',
    meaning: 'A command takes the first Secret that a service account lists. From Kubernetes 1.24 on none is listed.',
    why: 'The name is empty then, and a command such as "kubectl get secret $(…)" shows all Secrets of the namespace instead of one.',
    fix: 'Request a token in place of the two commands: "kubectl create token NAME -n NAMESPACE --duration=1h".',
    waivable: false,
    page: 'docs/rules.md',
    evidence: [KEP_2799]
  },
  keywords: [/\bsecrets\[/, /(?:index|range) \.secrets/, /\.secrets\s*\|/],
  finders: [looksInto(scripts, inScript)],
  examples: {
    fires: [
      { 'a.sh': "kubectl get secret $(kubectl get sa a -o jsonpath='{.secrets[0].name}')\n" },
      { 'a.sh': `A=$(kubectl get serviceaccount/a -o jsonpath="{.secrets[*]['name']}")\n` },
      { 'a.sh': "kubectl get sa a -o json | jq -r '.secrets[0].name'\n" },
      { Makefile: "t:\n\t@kubectl get secret $$(kubectl get sa $(A) -o go-template='{{(index .secrets 0).name}}')\n" },
      { 'ci.yml': "script:\n  - kubectl get sa a -o jsonpath='{.secrets[0].name}'\n" }
    ],
    silent: [
      { 'a.sh': "kubectl get sa a -o json | jq -r '.secrets[0].name // empty'\n" },
      { 'a.sh': "helm get values a -o json | jq '.secrets[0].name'\n" },
      { 'a.sh': "# kubectl get sa a -o jsonpath='{.secrets[0].name}'\n" },
      { 'a.sh': "kubectl get sa a -o jsonpath='{.imagePullSecrets[0].name}'\n" }
    ]
  }
}
