/** The rule for scripts that read the token once and keep the value. */

import { type Script, scripts } from './documents/script.ts'
import { NAMES_TOKEN_FOLDER } from './documents/token-path.ts'
import { type TokenUse, tokenUses } from './documents/token-use.ts'
import { staysRunning } from './documents/unbounded.ts'
import { PROJECTED } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inScript(script: Script): Generator<HazardSighting> {
  if (script.setting === 'once' || script.withoutToken === true) return
  const uses = tokenUses(script).filter(({ keeper }) => isOfScript(keeper, script))
  const stays = uses.length > 0 && staysRunning(script)
  for (const { keeper, at, unless } of uses) {
    yield {
      at,
      // Whether anything reads such a file for longer than the token lives, the script does not say.
      ...(keeper === 'file' && !stays ? { level: 'notice' } : {}),
      ...(unless ? { unless } : {})
    }
  }
}

/** Whether this rule reports it: what a container copies when it starts is another one. */
function isOfScript(keeper: TokenUse['keeper'], { setting }: Script): boolean {
  return keeper === 'loop' || (setting !== 'pod' && (keeper === 'file' || keeper === 'program'))
}

const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount'

/** A value that a script keeps. */
export const tokenReadOnceInScript: Hazard = {
  rule: {
    id: 'token-read-once-in-script',
    level: 'error',
    title: 'read once',
    meaning: 'A script reads the token once, and keeps the value for longer than the token is sure to live.',
    why: 'The kubelet renews the file, and the value stays. An endless loop, a file, or a program that inherits the value is refused when the token expires.',
    fix: 'Read the file for each request: `curl -H "Authorization: Bearer $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)" …`. Give a program the path and not the value.',
    waivable: true,
    answers: [],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [PROJECTED]
  },
  keywords: [NAMES_TOKEN_FOLDER],
  finders: [looksInto(scripts, inScript)],
  examples: {
    fires: [
      { 'watch.sh': `T=$(cat ${FOLDER}/token)\nwhile true; do\n  curl -H "Bearer $T" https://a\n  sleep 5\ndone\n` },
      { 'watch.sh': `D=${FOLDER}\nT=\`cat $D/token\`\nH="Bearer $T"\nfor ((;;)); do curl -H "$H" https://a; done\n` },
      { 'entry.sh': `export T="$(< ${FOLDER}/token)"\nexec /server\n` },
      { 'entry.sh': `T=$(cat /run/secrets/kubernetes.io/serviceaccount/token)\n/server --token "$T" &\nwait\n` },
      { 'copy.sh': `cat ${FOLDER}/token > /etc/app/token\n` },
      { 'copy.sh': `mkdir -p /tmp/sa\ncp -L ${FOLDER}/..data/* /tmp/sa\n` },
      { 'copy.sh': `cp -r ${FOLDER} /tmp/sa\n` },
      { 'entry.sh': `export T=$(cat ${FOLDER}/token)\n/original.sh "$@"\n` },
      {
        'start.sh': `if [ -f ${FOLDER}/token ]; then\n  t=$(cat ${FOLDER}/token)\nelse\n  t=$K8S_TOKEN\nfi\n/node --token=$t &\nwait\n`
      },
      {
        'cm.yaml': `apiVersion: v1\nkind: ConfigMap\ndata:\n  a.sh: |\n    T=$(cat ${FOLDER}/token)\n    while sleep 5; do curl -H "$T" https://a; done\n`
      }
    ],
    silent: [
      { 'peers.sh': `T=$(cat ${FOLDER}/token)\ncurl -H "Bearer $T" https://a\nexec /server\n` },
      { 'wait.sh': `T=$(cat ${FOLDER}/token)\nwhile [ "$n" -lt 30 ]; do curl -H "Bearer $T" https://a; done\n` },
      { 'wait.sh': `T=$(cat ${FOLDER}/token)\nwhile true; do curl -H "$T" https://a && break; done\n` },
      { 'loop.sh': `while true; do\n  T=$(cat ${FOLDER}/token)\n  curl -H "$T" https://a\ndone\n` },
      { 'ns.sh': `export N=$(cat ${FOLDER}/namespace)\nexec app\n` },
      { 'e2e.sh': `export T=$(kubectl exec a -- cat ${FOLDER}/token)\nexec app\n` },
      { 'show.sh': `cat ${FOLDER}/token > /dev/null\n` },
      { 'certificate.sh': `cp -r ${FOLDER}/ca.crt /tmp/ca\ncp ${FOLDER}/*.crt /tmp/ca\n` },
      { 'call.sh': `export T=$(cat ${FOLDER}/token)\ncurl -H "Bearer $T" "$@"\n` },
      { 'start.sh': `t=$(cat ${FOLDER}/token)\nt=$OTHER\n/node --token=$t &\nwait\n` }
    ]
  }
}
