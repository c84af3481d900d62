/** The rule for tokens of service accounts that are written into a file. */

import { type MapNode, members } from '../syntax/tree.ts'
import { type Spot, type Tree, trees, type Value } from './documents/tree.ts'
import { PROMETHEUS } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

/** A signed token: https://datatracker.ietf.org/doc/html/rfc7515#section-7.1. */
const TOKEN = /^(?:Bearer )?eyJ[\w-]{5,5000}\.(?<payload>eyJ[\w-]{5,20000})\.[\w-]*$/
const SERVICE_ACCOUNT = /kubernetes\/serviceaccount|system:serviceaccount:/
const BEARER = /^bearer_?token$/i
/** An expression of a template or a variable stands for a token. */
const PLACEHOLDER = /[<>{}$*%]|^\/|\.\.\./

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const spot of tree.spots) {
    if (spot.object?.isRecord) continue
    for (const { key, value } of spot.map.members) {
      const own = tree.value(value)
      if (own && (isServiceAccountToken(own) || isBearerOfJob(key, own, spot))) yield { at: own.at }
    }
  }
}

/** Whether a value is a token that says that it belongs to a service account. */
export function isServiceAccountToken({ text, isKnown }: Value): boolean {
  const payload = isKnown ? TOKEN.exec(text)?.groups?.['payload'] : undefined
  return payload !== undefined && SERVICE_ACCOUNT.test(Buffer.from(payload, 'base64url').toString('latin1'))
}

/** Whether a value is the token with which a job of Prometheus asks the API server. */
function isBearerOfJob(key: string, { text, isKnown }: Value, { map, path }: Spot): boolean {
  if (!BEARER.test(key) || !isKnown || PLACEHOLDER.test(text)) return false
  return path.includes('kubernetes_sd_configs') || asksApiServer(map)
}

function asksApiServer(job: MapNode): boolean {
  return members(job).some(({ key }) => key === 'kubernetes_sd_configs' || key === 'api_server')
}

const SAMPLE = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6Y2k6ZGVwbG95In0.AAAA'
const OTHER = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.AAAA'

/** A token in a file. */
export const inlineBearerToken: Hazard = {
  rule: {
    id: 'inline-bearer-token',
    level: 'warning',
    title: 'token in a file',
    meaning: 'A file holds the token of a service account itself.',
    why: 'A token that expires stops working, and nothing writes the new one into the file; one that does not expire is known to everyone who can read the repository.',
    fix: 'Revoke the token, by deleting its Secret or service account. Write the path of the token instead: `bearer_token_file`, `authorization: {credentials_file: …}`, or `tokenFile` in a kubeconfig.',
    waivable: true,
    answers: [],
    harm: 'permanent-token',
    page: 'docs/rules.md',
    evidence: [PROMETHEUS]
  },
  keywords: [/eyJ[\w-]{5,500}\.eyJ/, /[bB]earer_?[tT]oken["']?:/],
  finders: [looksInto(trees, inTree)],
  examples: {
    fires: [
      { 'kubeconfig.yaml': `kind: Config\nusers:\n  - user:\n      token: ${SAMPLE}\n` },
      { 'prometheus.yml': 'scrape_configs:\n  - bearer_token: abcdef\n    kubernetes_sd_configs: [{role: node}]\n' },
      { 'job.json': `{"authorization": {"credentials": "${SAMPLE}"}}` }
    ],
    silent: [
      { 'minio.yaml': `config:\n  bearer_token: ${OTHER}\n` },
      { 'prometheus.yml': 'scrape_configs:\n  - bearer_token: ${TOKEN}\n    kubernetes_sd_configs: [{role: node}]\n' },
      { 'prometheus.yml': 'scrape_configs:\n  - bearer_token_file: /t\n    kubernetes_sd_configs: [{role: node}]\n' },
      { 'api.yml': 'bearer_token: abcdef\n' }
    ]
  }
}
