/** The rule for kubeconfigs with the value of a token. */

import { beginOf, calls } from './documents/renewal.ts'
import { type Command, programOf, type Script, scripts } from './documents/script.ts'
import { NAMES_TOKEN_FOLDER } from './documents/token-path.ts'
import { endsByItself, tokenUses } from './documents/token-use.ts'
import { staysRunning } from './documents/unbounded.ts'
import { CALICO, KUBECTL_IN_POD } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inScript(script: Script): Generator<HazardSighting> {
  if (script.withoutToken === true) return
  for (const { keeper, at, unless } of tokenUses(script)) {
    if (keeper !== 'kubeconfig') continue
    yield {
      at,
      ...(script.setting === 'once' || isForItself(script, at) ? { level: 'notice', because: ENDS_SOON } : {}),
      ...(unless ? { unless } : {})
    }
  }
}

const CLIENT = /^(?:kubectl|oc|helm)$/
/** They run tests, which end. */
const RUNS_TESTS = /^(?:ginkgo|gotestsum|pytest|bats)$/

/** Whether a script sets the token for itself, uses it, and ends. One that sets it and nothing more does that for a program that stays. */
function isForItself(script: Script, at: number): boolean {
  const own = script.commands.find(({ words }) => words.some(word => word.at === at))
  if (script.setting !== 'file' || !own || !setsOwn(own) || staysRunning(script)) return false
  const later = script.commands.filter(command => (beginOf(command) ?? 0) > at)
  const last = later.at(-1)
  return last !== undefined && (endsByItself(last) || runsTests(last)) && later.some(usesCluster)
}

/** Whether a command changes the kubeconfig of who runs it, and no other file. */
function setsOwn({ words }: Command): boolean {
  return (
    words.some(({ text }) => /^(?:set-credentials|login)$/.test(text)) &&
    !words.some(({ text }) => /^--kubeconfig\b/.test(text))
  )
}

function usesCluster(command: Command): boolean {
  return runsTests(command) || (CLIENT.test(programOf(command)) && !command.words.some(({ text }) => text === 'config'))
}

function runsTests(command: Command): boolean {
  return RUNS_TESTS.test(programOf(command))
}

const ENDS_SOON = 'A kubeconfig gets the value of the token. The script ends soon, so that it is only too much.'
const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'
const LIBRARY = `write_config() {\n  T=$(cat ${TOKEN})\n  cat > /host/cni.kubeconfig <<E\nusers:\n- user: {token: $T}\nE\n}\n`

/** A kubeconfig that goes stale. */
export const kubeconfigStaticToken: Hazard = {
  rule: {
    id: 'kubeconfig-static-token',
    level: 'error',
    title: 'token in a kubeconfig',
    meaning: 'A script writes the value of the token into a kubeconfig, which never changes after that.',
    why: 'Whoever uses the kubeconfig is refused when the token expires: kubectl, a CNI plugin, a program that runs for months.',
    fix: 'In a pod, remove the kubeconfig: kubectl and client libraries use the token of the pod by themselves. Where one is needed, write `tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token` in place of the token.',
    waivable: true,
    answers: ['projected-token'],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [KUBECTL_IN_POD, CALICO]
  },
  keywords: [NAMES_TOKEN_FOLDER],
  finders: [looksInto(scripts, inScript), looksInto(scripts, calls)],
  examples: {
    fires: [
      { 'entry.sh': `kubectl config set-credentials me --token="$(cat ${TOKEN})"\nexec server\n` },
      { 'entry.sh': `T=$(cat ${TOKEN})\noc login --token $T\n` },
      { 'cni.sh': `cat > /host/cni.kubeconfig <<E\nkind: Config\nusers:\n- user: {token: $(cat ${TOKEN})}\nE\n` },
      { 'cni.sh': `T=\`cat ${TOKEN}\`\nsed -i "s/@TOKEN@/$T/" /host/etc/cni/net.d/calico-kubeconfig\n` },
      { 'lib.sh': LIBRARY, 'watch.sh': 'other\nwhile true; do\n  other\n  sleep 1\ndone\n' },
      { 'cni.sh': `${LIBRARY}write_config\nwhile true; do sleep 60; done\n` },
      { Dockerfile: `FROM a\nCMD kubectl config set-credentials me --token=$(cat ${TOKEN}) && exec server\n` }
    ],
    silent: [
      {
        'entry.sh': `kubectl config set-credentials me --token=placeholder\nsed -i "s#token: .*#tokenFile: ${TOKEN}#" ~/.kube/config\n`
      },
      {
        'entry.sh': `# kubectl config set-credentials me --token="$(cat ${TOKEN})"\nT=$(gcloud auth print-access-token)\nkubectl config set-credentials me --token=$T\n`
      },
      { 'get.sh': `kubectl get pods --token="$(cat ${TOKEN})"\n` },
      { 'cni.sh': `while true; do\n  kubectl config set-credentials me --token="$(cat ${TOKEN})"\n  sleep 60\ndone\n` },
      { 'cni.sh': `${LIBRARY}write_config\nwhile true; do\n  sleep 60\n  write_config\ndone\n` },
      { 'lib.sh': LIBRARY, 'watch.sh': '. /lib.sh\nwhile true; do\n  write_config\n  sleep 1\ndone\n' }
    ]
  }
}
