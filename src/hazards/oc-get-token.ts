/** The rule for `oc serviceaccounts get-token`. */

import { askingLists } from './documents/kubectl.ts'
import { type Script, scripts } from './documents/script.ts'
import { OC_GET_TOKEN } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const SERVICE_ACCOUNTS = /^(?:sa|serviceaccounts?)$/

function* inScript(script: Script): Generator<HazardSighting> {
  for (const { words } of Array.from(askingLists(script.commands)).flat()) {
    for (const [index, { text, at }] of words.entries())
      if (index > 1 && text === 'get-token' && SERVICE_ACCOUNTS.test(words[index - 1]?.text ?? '')) yield { at }
  }
}

/** A command that is gone. */
export const ocGetToken: Hazard = {
  rule: {
    id: 'oc-get-token',
    level: 'warning',
    title: 'removed command',
    meaning: 'The command "oc serviceaccounts get-token" shows a permanent token from a Secret.',
    why: 'Newer releases of oc do not have it, and newer clusters do not make the Secret.',
    fix: 'Use `oc create token NAME -n NAMESPACE --duration=1h`.',
    waivable: true,
    answers: ['no-automatic-secret'],
    harm: 'permanent-token',
    page: 'docs/rules.md',
    evidence: [OC_GET_TOKEN]
  },
  keywords: ['get-token'],
  finders: [looksInto(scripts, inScript)],
  examples: {
    fires: [
      { 'a.sh': 'T=$(oc sa get-token a -n b)\n' },
      { 'a.sh': 'oc serviceaccounts get-token a\n' },
      { 'tasks.yml': '- command:\n    argv:\n      - oc\n      - serviceaccounts\n      - get-token\n      - a\n' },
      { 'tasks.yml': '- shell: "{{ oc }} sa get-token a"\n' },
      { 'a.sh': "T=$(oc sa get-token a 2>/dev/null || echo '')\noc create token b\n" }
    ],
    silent: [
      { 'a.sh': 'aws eks get-token --cluster-name a\n' },
      { 'a.sh': 'oc create token a\nvela sa get-token-info\n' },
      { 'a.sh': 'echo a # oc sa get-token a\n' },
      { 'a.sh': 'T=$(oc create token a -n b --duration=6h || oc sa get-token a -n b || oc sa new-token a -n b)\n' },
      { 'a.sh': 'export T=$(oc sa get-token a || oc create token a)\n' },
      { 'a.sh': 'T=$(oc create token a) ||\n  T=$(oc sa get-token a)\n' }
    ]
  }
}
