/** The rule for Go programs that copy the value of the token into a `rest.Config` and leave out the file. */

import type { Block } from '../syntax/code.ts'
import { type SourceCode, sourceCode } from './documents/source-code.ts'
import { offsetOf } from './documents/token-flow.ts'
import { type Kept, keptTokens } from './documents/token-keepers.ts'
import { type TokenRead, tokenReads } from './documents/token-reads.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

/** They return the configuration of the pod. */
const IN_CLUSTER = /^(?:InClusterConfig|GetConfig|GetConfigOrDie|BaseConfig)$/
/** They return a configuration without a token and its file. */
const WITHOUT_TOKEN = /^(?:AnonymousClientConfig|new)$/

function* inCode(source: SourceCode): Generator<HazardSighting> {
  if (source.code.language.name !== 'go' || source.named('BearerToken').length === 0) return
  const reads = [...tokenReads(source), ...copiesIn(source)]
  const seen = new Set<number>()
  for (const kept of keptTokens(source, reads)) {
    if (kept.keeper !== 'rest-config' || seen.has(kept.at) || !losesFile(source, kept)) continue
    seen.add(kept.at)
    yield { at: offsetOf(source, kept.at), object: 'rest.Config' }
  }
}

/** `config.BearerToken`, where the same function has the configuration of the pod. */
function* copiesIn(source: SourceCode): Generator<TokenRead> {
  for (const at of source.named('BearerToken')) {
    if (!source.isMark(at - 1, '.') || source.isMark(at + 1, '=')) continue
    const root = source.chainStart(at)
    if (root === at - 2 && originOf(source, root, IN_CLUSTER)) yield { whole: { from: root, to: at + 1 }, at: root }
  }
}

/** Whether a variable is given the result of one of some calls in its function. */
function originOf(source: SourceCode, root: number, calls: RegExp): boolean {
  return valuesOf(source, root).some(({ from, to }) => {
    for (let at = from; at < to; at++) if (calls.test(source.token(at).value) && source.isMark(at + 1, '(')) return true
    return false
  })
}

/** The values that a variable is given in its function. */
function valuesOf(source: SourceCode, root: number): { from: number; to: number }[] {
  const block: Block | undefined = source.functionAt(root)
  if (!block) return []
  return source.named(source.token(root).value).flatMap(at => {
    const piece = source.piece(at)
    const mark = source.assignmentIn(piece)
    const isTarget = at >= block.from && at < block.to && mark !== undefined && at < mark && !source.isMark(at + 1, '.')
    return isTarget ? [{ from: mark + 1, to: piece.to }] : []
  })
}

/** Whether the configuration that is given the value has no file of the token, or loses it. */
function losesFile(source: SourceCode, { keptAt }: Kept): boolean {
  if (source.isMark(keptAt, '{')) {
    const close = source.code.match[keptAt] ?? keptAt
    return source.token(keptAt - 1).value === 'Config' && !namesFile(source, keptAt, close)
  }
  const files = source.named('BearerTokenFile').filter(at => isOf(source, at, keptAt))
  if (files.length > 0)
    return files.every(at => source.token(at + 2).kind === 'text' && source.token(at + 2).value === '')
  const isLiteral = valuesOf(source, keptAt).some(({ from, to }) => isNewConfig(source, from, to))
  return isLiteral || originOf(source, keptAt, WITHOUT_TOKEN)
}

function isOf(source: SourceCode, at: number, root: number): boolean {
  const isSame =
    source.token(at - 2).value === source.token(root).value && source.functionAt(at) === source.functionAt(root)
  return isSame && source.isMark(at - 1, '.') && source.isMark(at + 1, '=')
}

function namesFile(source: SourceCode, from: number, to: number): boolean {
  return source.named('BearerTokenFile').some(at => {
    const isEmpty = source.token(at + 2).kind === 'text' && source.token(at + 2).value === ''
    return at > from && at < to && !isEmpty
  })
}

/** `rest.Config{…}` without a file. */
function isNewConfig(source: SourceCode, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (source.token(at).value === 'Config' && source.isMark(at + 1, '{'))
      return !namesFile(source, at + 1, source.code.match[at + 1] ?? to)
  return false
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'

/** A configuration with the value and without the file. */
export const restConfigCopiedToken: Hazard = {
  rule: {
    id: 'rest-config-copied-token',
    level: 'error',
    title: 'copied token',
    meaning: 'A rest.Config has the value of the token of the pod, and not the file.',
    why: 'The client reads the token again only from BearerTokenFile. It sends a copied value until that expires, and every request after that is refused.',
    fix: 'Use `rest.InClusterConfig()` as it is, or copy it with `rest.CopyConfig(config)`. In a new configuration, set the file in place of the value: `BearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token"`.',
    waivable: true,
    answers: [],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [
      {
        text: 'client-go, rest.Config: BearerTokenFile takes precedence over BearerToken and is read periodically',
        url: 'https://pkg.go.dev/k8s.io/client-go/rest#Config',
        proof: 'documented'
      },
      {
        text: 'kiali/kiali#5070: a copied token is refused after the grace period',
        url: 'https://github.com/kiali/kiali/issues/5070',
        proof: 'documented'
      }
    ]
  },
  keywords: ['BearerToken'],
  finders: [looksInto(sourceCode, inCode)],
  examples: {
    fires: [
      {
        'a.go': `package a\n\nfunc f() *rest.Config {\n\tt, _ := os.ReadFile("${TOKEN}")\n\treturn &rest.Config{Host: "a", BearerToken: string(t)}\n}\n`
      },
      {
        'a.go': `package a\n\nfunc f() {\n\tc, _ := rest.InClusterConfig()\n\tt, _ := os.ReadFile("${TOKEN}")\n\tc.BearerToken = string(t)\n\tc.BearerTokenFile = ""\n}\n`
      },
      {
        'a.go':
          'package a\n\nfunc f() *rest.Config {\n\tin, _ := rest.InClusterConfig()\n\treturn &rest.Config{Host: in.Host, BearerToken: in.BearerToken}\n}\n'
      },
      {
        'a.go':
          'package a\n\nfunc f() {\n\tin, err := rest.InClusterConfig()\n\tif err != nil {\n\t\treturn\n\t}\n\tc := &rest.Config{Host: in.Host}\n\tc.BearerToken = in.BearerToken\n\tuse(c)\n}\n'
      }
    ],
    silent: [
      {
        'a.go': `package a\n\nfunc f() {\n\tc, _ := rest.InClusterConfig()\n\tt, _ := os.ReadFile("${TOKEN}")\n\tc.BearerToken = string(t)\n}\n`
      },
      {
        'a.go':
          'package a\n\nfunc f(token string) *rest.Config {\n\treturn &rest.Config{Host: "a", BearerToken: token}\n}\n'
      },
      {
        'a.go':
          'package a\n\nfunc f() *rest.Config {\n\tin, _ := rest.InClusterConfig()\n\treturn &rest.Config{Host: in.Host, BearerToken: in.BearerToken, BearerTokenFile: in.BearerTokenFile}\n}\n'
      },
      {
        'a.go':
          'package a\n\nfunc f(base *rest.Config, r *http.Request) {\n\tc := rest.AnonymousClientConfig(base)\n\tc.BearerToken = r.Header.Get("Authorization")\n}\n'
      }
    ]
  }
}
