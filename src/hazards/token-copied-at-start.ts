/** The rule for containers that copy the token when they start. */

import { automountFacts } from './documents/automount.ts'
import { type Script, scripts } from './documents/script.ts'
import { NAMES_TOKEN_FOLDER } from './documents/token-path.ts'
import { tokenUses } from './documents/token-use.ts'
import { trees } from './documents/tree.ts'
import { PROJECTED } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inScript(script: Script): Generator<HazardSighting> {
  if (script.setting !== 'pod' || script.withoutToken === true) return
  for (const { keeper, at, unless } of tokenUses(script)) {
    if (keeper !== 'file' && keeper !== 'program') continue
    yield { at, ...(unless ? { unless } : {}) }
  }
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'
const pod = (script: string, more = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${more}  containers:\n    - name: a\n      command: [sh, -c]\n      args:\n        - ${script}\n`

/** A copy of the token. */
export const tokenCopiedAtStart: Hazard = {
  rule: {
    id: 'token-copied-at-start',
    level: 'warning',
    title: 'copied once',
    meaning: 'A container copies the token to a file or a variable when it starts. The copy never changes.',
    why: 'The kubelet renews the original only. Whoever reads the copy is refused when the first token expires.',
    fix: 'Give the program the path of the original: /var/run/secrets/kubernetes.io/serviceaccount/token, with `tokenFile`, `bearer_token_file` or whatever its configuration calls it. If the copy must be, renew it in a loop.',
    waivable: true,
    answers: ['projected-token'],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [PROJECTED]
  },
  keywords: [NAMES_TOKEN_FOLDER],
  finders: [looksInto(scripts, inScript), looksInto(trees, automountFacts)],
  examples: {
    fires: [
      { 'pod.yaml': pod(`cp ${TOKEN} /shared/token`) },
      { 'pod.yaml': pod(`tr -d x < ${TOKEN} > /shared/token`) },
      { 'pod.yaml': pod(`export T=$(cat ${TOKEN}); exec /server`) },
      {
        'pod.yaml': pod(`cp ${TOKEN} /shared/token`, '  serviceAccountName: a\n'),
        'sa.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: b}\nautomountServiceAccountToken: false\n'
      }
    ],
    silent: [
      { 'pod.yaml': pod(`curl -H "A $(cat ${TOKEN})" https://kubernetes`) },
      { 'pod.yaml': pod(`cp ${TOKEN} /shared/token`, '  restartPolicy: Never\n') },
      { 'pod.yaml': pod(`cp ${TOKEN} /shared/token`, '  automountServiceAccountToken: false\n') },
      {
        'pod.yaml': pod(`cp ${TOKEN} /shared/token`, '  serviceAccountName: a\n'),
        'sa.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\nautomountServiceAccountToken: false\n'
      },
      { 'pod.yaml': pod(`cp ${TOKEN.replace('/token', '/ca.crt')} /shared/ca.crt`) },
      { 'pod.yaml': pod(`while true; do cp ${TOKEN} /shared/token; sleep 60; done`) }
    ]
  }
}
