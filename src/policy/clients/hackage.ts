/**
 * The Haskell clients: the official one, its maintained fork, and the generated packages of each, which load no token.
 */

import type { Requirement } from '../../model/dependency.ts'
import type { Evidence } from '../../model/verdict.ts'
import { READ_EVERY_MINUTE, READ_ONCE } from '../claims.ts'
import type { Client, Observation } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'

const OFFICIAL = 'https://github.com/kubernetes-client/haskell'
const FORK = 'https://github.com/codedownio/kubernetes-api'
/** Every spelling of a GitHub address: `https://…`, `git@…:…`, with and without `.git`, an archive below it. */
const GITHUB = /^(?:[a-z+]+:\/\/)?(?:[^@/\s]+@)?(?:www\.)?github\.com[/:](?<repository>[^/\s]+\/[^/\s]+)/i

const TOKEN_FILE: Evidence = {
  text: 'kubernetes-client/haskell#69',
  url: 'https://github.com/kubernetes-client/haskell/pull/69',
  proof: 'source'
}
const FORKED: Evidence = {
  text: 'Kubernetes.Client.Auth.TokenFile of kubernetes-api-client',
  url: 'https://github.com/codedownio/kubernetes-api',
  proof: 'source'
}

/** The observation for a git source: a commit has no version, and one of another repository is not from this client. */
function observeSource(repository: string): (requirement: Requirement) => Observation | undefined {
  const own = repositoryOf(repository)
  return requirement => {
    if (requirement.kind !== 'source' || requirement.url === undefined) return undefined
    const fork = repositoryOf(requirement.url) !== own
    return {
      behaviour: 'not-known',
      reason: fork ? 'fork' : 'source',
      because: fork
        ? 'It comes from another repository than the client: what releases of the original do says nothing about it.'
        : 'It is built from a commit of the repository, which no release stands for.',
      evidence: []
    }
  }
}

function repositoryOf(url: string): string | undefined {
  return GITHUB.exec(url)
    ?.groups?.['repository']?.replace(/\.git$/, '')
    .toLowerCase()
}

function withoutLoader(name: string, title: string, repository: string): Client {
  return {
    name,
    title,
    repository,
    observed: [],
    observe: () => ({
      behaviour: 'not-known',
      reason: 'no-loader',
      because: 'It is generated from the API description and loads no token: the client that is used with it decides.',
      evidence: []
    }),
    partOf: ['kubernetes-client', 'kubernetes-api-client'],
    fix: { advice: 'Look at the package that makes the connection: kubernetes-client or kubernetes-api-client.' },
    examples: [
      { requirement: '0.3.0.0', verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'abcdef1', url: repository, revision: 'abcdef1' }, verdict: 'unknown' }
    ]
  }
}

const kubernetesClient: Client = {
  name: 'kubernetes-client',
  title: 'Haskell client',
  repository: OFFICIAL,
  minimum: { version: '0.3.0.0', text: 'v0.3.0.0', evidence: [KEP, EKS, CCE] },
  observed: [
    {
      before: '0.2.0.0',
      behaviour: 'reads-once',
      because: READ_ONCE,
      evidence: [TOKEN_FILE],
      releases: ['0.1.0.0', '0.1.0.1']
    },
    {
      from: '0.2.0.0',
      before: '0.3.0.0',
      behaviour: 'reloads',
      because: READ_EVERY_MINUTE,
      evidence: [TOKEN_FILE],
      releases: ['0.2.0.0']
    },
    { from: '0.3.0.0', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [TOKEN_FILE] }
  ],
  observe: observeSource(OFFICIAL),
  examples: [
    { requirement: '0.1.0.0', verdict: 'cannot-reload' },
    { requirement: '0.1.0.1', verdict: 'cannot-reload' },
    { requirement: '0.2.0.0', verdict: 'below-minimum', observed: 'reloads' },
    { requirement: '0.3.0.0', verdict: 'reloads' },
    { requirement: '0.3.1.0', verdict: 'reloads' },
    { requirement: '0.3.2.0', verdict: 'reloads' },
    { requirement: '0.5.0.0', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '<0.2' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '^>=0.2' }, verdict: 'below-minimum', observed: 'reloads' },
    // 0.3 and 0.3.0 sort below 0.3.0.0 and were never released.
    { requirement: { kind: 'range', text: '^>=0.3' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '==0.3.*' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '>=0.3.0.0' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '>=0.1 && <0.4' }, verdict: 'unknown' },
    { requirement: { kind: 'range', text: '>=0.2' }, verdict: 'unknown' },
    { requirement: { kind: 'range', text: '-any' }, verdict: 'unknown' },
    { requirement: { kind: 'none' }, verdict: 'unknown' },
    { requirement: { kind: 'source', text: './vendor/kubernetes-client' }, verdict: 'unknown' },
    {
      requirement: { kind: 'source', text: '212f6de', url: `${OFFICIAL}.git`, revision: '212f6de' },
      verdict: 'unknown'
    },
    {
      requirement: { kind: 'source', text: '82f233c', url: 'https://github.com/example/haskell', revision: '82f233c' },
      verdict: 'unknown'
    }
  ]
}

const kubernetesApiClient: Client = {
  name: 'kubernetes-api-client',
  title: 'Haskell client (fork)',
  repository: FORK,
  observed: [{ behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [TOKEN_FILE, FORKED] }],
  observe: observeSource(FORK),
  examples: [
    { requirement: '0.6.0.1', verdict: 'reloads' },
    { requirement: '0.6.1.2', verdict: 'reloads' },
    { requirement: { kind: 'none' }, verdict: 'reloads' },
    { requirement: { kind: 'source', text: 'abcdef1', url: FORK, revision: 'abcdef1' }, verdict: 'unknown' }
  ]
}

/** The rows of the Haskell ecosystem. */
export const hackageClients: readonly Client[] = [
  kubernetesClient,
  kubernetesApiClient,
  withoutLoader('kubernetes-client-core', 'Haskell client, generated part', OFFICIAL),
  withoutLoader('kubernetes-api', 'Haskell client (fork), generated part', FORK)
]
