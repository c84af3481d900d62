/** The rule for Python programs that give the official client a token that it cannot read again. */

import { BEGINS } from './documents/code-words.ts'
import { type SourceCode, sourceCode } from './documents/source-code.ts'
import { offsetOf, type TokenFlow, tokenFlows } from './documents/token-flow.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const MODULE = /^kubernetes(?:_asyncio)?$/

/** Whether the official client is imported. */
function importsClient(source: SourceCode): boolean {
  const isPython = source.code.language.name === 'python'
  return (
    isPython &&
    ['kubernetes', 'kubernetes_asyncio'].some(name =>
      source
        .named(name)
        .some(at => MODULE.test(source.token(at).value) && /^(?:from|import)$/.test(source.token(at - 1).value))
    )
  )
}

function* inFlow({ source, kept }: TokenFlow): Generator<HazardSighting> {
  if (!importsClient(source) || source.named('refresh_api_key_hook').length > 0) return
  for (const { keeper, at } of kept) {
    if (keeper !== 'api-key') continue
    const name = source.functionAt(at)?.name
    const isOfCall = name !== undefined && !BEGINS.test(name)
    yield { at: offsetOf(source, at), object: 'api_key', ...(isOfCall ? { level: 'warning' } : {}) }
  }
}

function* inCode(source: SourceCode): Generator<HazardSighting> {
  if (!importsClient(source)) return
  for (const at of source.named('try_refresh_token')) {
    const isOff = source.isMark(at + 1, '=') && source.token(at + 2).value === 'False'
    const call = source.callOf(source.code.opener[at] ?? -1)
    if (isOff && call) yield { at: offsetOf(source, at), object: call.name }
  }
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'

/** A token that the official client does not refresh. */
export const pythonStaticToken: Hazard = {
  rule: {
    id: 'python-static-token',
    level: 'error',
    title: 'static token',
    meaning: 'The Kubernetes client for Python is given the value of the token, or is told not to read it again.',
    why: 'The client sends this value for as long as it lives. When the token expires, every request is refused.',
    fix: 'Use "config.load_incluster_config()" without other options. It reads the token again each minute.',
    waivable: true,
    answers: [],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [
      {
        text: 'kubernetes-client/python: incluster_config.py refreshes the token unless try_refresh_token is false',
        url: 'https://github.com/kubernetes-client/python/blob/v35.0.0/kubernetes/base/config/incluster_config.py',
        proof: 'source'
      }
    ]
  },
  keywords: ['kubernetes.io/serviceaccount', 'try_refresh_token'],
  finders: [looksInto(tokenFlows, inFlow), looksInto(sourceCode, inCode)],
  examples: {
    fires: [
      {
        'a.py': `from kubernetes import client\n\nc = client.Configuration()\nc.api_key["authorization"] = "Bearer " + open("${TOKEN}").read()\n`
      },
      {
        'a.py': `import kubernetes.client\n\nt = open("${TOKEN}").read()\nc = kubernetes.client.Configuration(api_key={"authorization": t})\nc.api_key = {"authorization": "Bearer " + t}\n`
      },
      { 'a.py': 'from kubernetes import config\n\nconfig.load_incluster_config(try_refresh_token=False)\n' }
    ],
    silent: [
      {
        'a.py': `import other_sdk\n\nc = other_sdk.Configuration()\nc.api_key["authorization"] = open("/etc/other/token").read()\n`
      },
      {
        'a.py': `from kubernetes import client\n\nc = client.Configuration()\nc.api_key["authorization"] = os.environ["TOKEN"]\n# ${TOKEN}\n`
      },
      { 'a.py': 'from kubernetes import config\n\nconfig.load_incluster_config(try_refresh_token=True)\n' },
      {
        'a.py': `from kubernetes import client\n\ndef hook(c):\n    c.api_key["authorization"] = open("${TOKEN}").read()\n\nc = client.Configuration()\nc.refresh_api_key_hook = hook\n`
      }
    ]
  }
}
