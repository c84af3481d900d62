/** The rule for Python programs that give the official client a token that it cannot read again. */

import type { Level } from '../model/rule.ts'
import type { Block } from '../syntax/code.ts'
import { isUsedLater } from './documents/code-lifetimes.ts'
import { isEndless, usesOf } from './documents/code-runs.ts'
import { BEGINS } from './documents/code-words.ts'
import { type Call, type SourceCode, sourceCode } from './documents/source-code.ts'
import { offsetOf, type TokenFlow, tokenFlows } from './documents/token-flow.ts'
import { NAMES_TOKEN_FOLDER } from './documents/token-path.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

/** The methods of the client that send a request: https://github.com/kubernetes-client/python/tree/master/kubernetes/docs. */
const REQUESTS = /^(?:list|read|create|delete|patch|replace)_[a-z]/
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
    const around = source.functionAt(at)
    const fate = around && returns(source, around, configured(source, at)) ? fateOfResult(source, around) : undefined
    if (fate === 'dropped') continue
    const isOfCall = around?.name !== undefined && !BEGINS.test(around.name)
    const isCertain = fate === undefined ? !isOfCall : fate === 'kept'
    const level: Level = isOfShortScript(source, at) ? 'notice' : 'warning'
    yield { at: offsetOf(source, at), object: 'api_key', ...(isCertain && level === 'warning' ? {} : { level }) }
  }
}

/** Whether a token is part of a script that asks the API server itself and ends: none of it is in a function or an endless loop. */
function isOfShortScript(source: SourceCode, at: number): boolean {
  if (source.functionAt(at)) return false
  return source.code.tokens.some(
    ({ kind, value }, index) =>
      kind === 'name' &&
      REQUESTS.test(value) &&
      source.isLinked(index) &&
      !source.functionAt(index) &&
      !isEndlessAround(source, index)
  )
}

function isEndlessAround(source: SourceCode, at: number): boolean {
  for (let block = source.code.blockAt[at]; block; block = block.parent)
    if (block.kind === 'loop' && isEndless(source, block)) return true
  return false
}

/** The name of the configuration that is given the token at an index: `c` of `c.api_key["authorization"] = token`. */
function configured(source: SourceCode, at: number): string {
  const { from } = source.piece(at)
  const mark = source.assignmentIn(source.piece(at))
  const target = mark === undefined ? undefined : source.targetOf({ from, to: mark })
  return source.token(target?.at ?? at).value
}

/** Whether a function returns something that is made with a name. */
function returns(source: SourceCode, { from, to }: Block, name: string): boolean {
  return source.named(name).some(at => at >= from && at < to && isReturned(source, at))
}

/** Whether a token is in a statement that returns, also inside of brackets: `return Client(configuration)`. */
function isReturned(source: SourceCode, at: number): boolean {
  let place = at
  for (let opener = source.code.opener[at] ?? -1; opener >= 0; opener = source.code.opener[opener] ?? -1) place = opener
  return source.token(source.piece(place).from).value === 'return'
}

/**
 * What becomes of what a function returns: `kept` by an object or the program, `dropped` where each call makes a client of its own,
 * `unknown` where no call shows it.
 */
function fateOfResult(source: SourceCode, block: Block): 'kept' | 'dropped' | 'unknown' {
  const fates = usesOf(source, block).map(use => fateOfCall(source, use))
  if (fates.includes('kept')) return 'kept'
  return fates.length > 0 && fates.every(fate => fate === 'dropped') ? 'dropped' : 'unknown'
}

function fateOfCall(source: SourceCode, use: number): 'kept' | 'dropped' | 'unknown' {
  const around = source.functionAt(use)
  const piece = source.piece(use)
  const mark = source.assignmentIn(piece)
  if (mark === undefined || mark > use) {
    const call = source.callOf(source.code.opener[use] ?? -1)
    return call && source.functionsNamed(call.name).length > 0 ? 'dropped' : 'unknown'
  }
  const target = source.targetOf({ from: piece.from, to: mark })
  if (!target) return 'unknown'
  if (source.declared(target.at).in === 'function' && !target.isPath)
    return around?.name !== undefined && BEGINS.test(around.name) ? 'unknown' : 'dropped'
  const name = source.token(target.at).value
  const isOfScript = !around && !target.isPath && !source.named(name).some(at => isUsedLater(source, at, name))
  return isOfScript ? 'unknown' : 'kept'
}

function* inCode(source: SourceCode): Generator<HazardSighting> {
  if (!importsClient(source)) return
  for (const at of source.named('try_refresh_token')) {
    const isOff = source.isMark(at + 1, '=') && source.token(at + 2).value === 'False'
    const call = source.callOf(source.code.opener[at] ?? -1)
    if (isOff && call && readsTokenOfPod(source, call)) yield { at: offsetOf(source, at), object: call.name }
  }
}

/** Whether a loader reads the token that the kubelet renews, and no file of its own. */
function readsTokenOfPod(source: SourceCode, { given }: Call): boolean {
  const path = source.values(given).find(value => source.keyed(value).key === 'token_filename')
  return !path || source.partsOf(source.keyed(path).value).some(part => typeof part === 'string' && NAMES.test(part))
}

const NAMES = new RegExp(NAMES_TOKEN_FOLDER)
const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'

/** A token that the official client does not refresh. */
export const pythonStaticToken: Hazard = {
  rule: {
    id: 'python-static-token',
    level: 'error',
    title: 'static token',
    meaning: 'The Kubernetes client for Python is given the value of the token, or is told not to read it again.',
    why: 'The client sends this value for as long as it lives. When the token expires, every request is refused.',
    fix: 'Use `config.load_incluster_config()` without other options. It reads the token again each minute.',
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
      { 'a.py': 'from kubernetes import config\n\nconfig.load_incluster_config(try_refresh_token=False)\n' },
      {
        'a.py': `from kubernetes import client\n\ndef conf():\n    c = client.Configuration()\n    c.api_key["authorization"] = open("${TOKEN}").read()\n    return c\n\nclass Nodes:\n    def __init__(self):\n        self.api = client.ApiClient(conf())\n`
      }
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
        'a.py':
          'from kubernetes import config\n\nconfig.incluster_config.InClusterConfigLoader(token_filename="/tmp/token", try_refresh_token=False).load_and_set()\n'
      },
      {
        'a.py': `from kubernetes import client\n\ndef main():\n    c = client.Configuration()\n    c.api_key["authorization"] = open("${TOKEN}").read()\n    return c\n\ndef find(name):\n    c = main()\n    return client.CoreV1Api(client.ApiClient(c)).read_node(name)\n`
      },
      {
        'a.py': `from kubernetes import client\n\ndef conf():\n    c = client.Configuration()\n    c.api_key["authorization"] = open("${TOKEN}").read()\n    return client.ApiClient(c)\n\ndef pods(api):\n    return client.CoreV1Api(api).list_node()\n\nprint(pods(conf()))\n`
      },
      {
        'a.py': `from kubernetes import client\n\ndef hook(c):\n    c.api_key["authorization"] = open("${TOKEN}").read()\n\nc = client.Configuration()\nc.refresh_api_key_hook = hook\n`
      }
    ]
  }
}
