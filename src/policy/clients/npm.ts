/** The JavaScript and TypeScript clients. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_AT_START, READ_EVERY_MINUTE, READ_ONCE } from '../claims.ts'
import type { Client } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'

const OFFICIAL = 'https://github.com/kubernetes-client/javascript'

const RELOAD: Evidence = { text: 'kubernetes-client/javascript#333', url: `${OFFICIAL}/pull/333`, proof: 'executed' }
const PREDECESSOR: Evidence = {
  text: '@kubernetes/typescript-node 0.1.1, config.js reads the token file once',
  url: 'https://github.com/kubernetes-client/typescript',
  proof: 'executed'
}
const GODADDY: Evidence = {
  text: 'getInCluster of kubernetes-client reads the token file once',
  url: 'https://github.com/godaddy/kubernetes-client/blob/9.0.0/backends/request/config.js',
  proof: 'executed'
}
const OPENSHIFT: Evidence = {
  text: 'openshift-rest-client 9.1.1 depends on kubernetes-client 9.0.0',
  url: 'https://github.com/nodeshift/openshift-rest-client/blob/v11.0.1/package.json',
  proof: 'executed'
}

const FLUENT: Evidence = {
  text: 'kubernetes-fluent-client, src/fluent/utils.ts makes a KubeConfig for each request',
  url: 'https://github.com/defenseunicorns/kubernetes-fluent-client/blob/v3.11.10/src/fluent/utils.ts',
  proof: 'source'
}
const PEPR: Evidence = {
  text: 'pepr, history of package.json',
  url: 'https://github.com/defenseunicorns/pepr/commits/main/package.json',
  proof: 'source'
}
const DOT_I: Evidence = {
  text: '@dot-i/k8s-operator, history of package.json',
  url: 'https://github.com/dot-i/k8s-operator-node/commits/master/package.json',
  proof: 'source'
}

const SCREWDRIVER: Evidence = {
  text: 'screwdriver-executor-k8s, index.js reads the token in its constructor',
  url: 'https://github.com/screwdriver-cd/executor-k8s/blob/v17.3.2/index.js',
  proof: 'source'
}
const BACKSTAGE: Evidence = {
  text: '@backstage/plugin-kubernetes-backend, ServiceAccountStrategy makes a KubeConfig for each request, as 0.21.15 does',
  url: 'https://github.com/backstage/backstage/blob/0c8655990386/plugins/kubernetes-backend/src/auth/ServiceAccountStrategy.ts',
  proof: 'source'
}

const REPLACE = 'No release reloads the token: move to @kubernetes/client-node 0.10.3 or newer.'

const denoClient: Omit<Client, 'name'> = {
  title: 'Kubernetes client for Deno',
  repository: 'https://github.com/cloudydeno/deno-kubernetes_client',
  observed: [
    {
      behaviour: 'reads-once',
      because: 'forInCluster copies the token into the configuration; only a kubeconfig with tokenFile is read again.',
      evidence: [
        {
          text: 'deno-kubernetes_client, lib/kubeconfig.ts',
          url: 'https://github.com/cloudydeno/deno-kubernetes_client/blob/af1bbd271d8b/lib/kubeconfig.ts',
          proof: 'source'
        }
      ]
    }
  ],
  fix: {
    advice:
      'No release up to 0.7.3 reloads the token in a cluster: give it a kubeconfig whose user has the path of the token file as tokenFile.'
  },
  examples: [
    { requirement: '0.1.0', verdict: 'cannot-reload' },
    { requirement: '0.7.3', verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '^0.7.0' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
  ]
}

/** A client of Vault that logs in with the token of the service account. */
function vaultLogin(name: string, repository: string, file: string, examples: readonly string[]): Client {
  return {
    name,
    title: name,
    repository,
    observed: [
      {
        behaviour: 'reloads',
        because: 'The token file is read again for each login to Vault.',
        evidence: [{ text: `${name}, ${file}`, url: repository, proof: 'source' }]
      }
    ],
    examples: examples.map(requirement => ({ requirement, verdict: 'reloads' }))
  }
}

/** A client without a loader for use in a cluster: the program gives it the token. */
function withoutLoader(name: string, repository: string, newest: string): Client {
  return {
    name,
    title: name,
    repository,
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because:
          'It has no code for use in a cluster: the program reads the token and hands it over, once or for each request.',
        evidence: [{ text: repository.replace('https://github.com/', ''), url: repository, proof: 'source' }]
      }
    ],
    fix: {
      advice:
        'Read the token file again before each request, or move to @kubernetes/client-node 0.10.3 or newer, which does so.'
    },
    examples: [
      { requirement: newest, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
}

/**
 * The rows of the npm ecosystem. Packages that only describe Kubernetes objects, such as @kubernetes-models/*,
 * kubernetesjs and cdk8s, do not connect to a cluster and have no row.
 */
export const npmClients: readonly Client[] = [
  {
    name: '@kubernetes/client-node',
    title: 'JavaScript client',
    repository: OFFICIAL,
    minimum: { version: '0.10.3', text: 'v0.10.3', evidence: [KEP, EKS, CCE] },
    observed: [
      {
        before: '0.10.3',
        behaviour: 'reads-once',
        because: READ_ONCE,
        evidence: [RELOAD],
        releases: [
          ...['0.1.1', '0.1.3', '0.3.0', '0.5.2', '0.5.3', '0.6.0', '0.7.0', '0.7.1', '0.7.2'],
          ...['0.8.0', '0.8.1', '0.8.2', '0.9.2', '0.10.0', '0.10.1', '0.10.2']
        ]
      },
      {
        from: '0.10.3',
        behaviour: 'reloads',
        because: READ_EVERY_MINUTE,
        evidence: [RELOAD]
      }
    ],
    examples: [
      { requirement: '0.1.1', verdict: 'cannot-reload' },
      { requirement: '0.9.2', verdict: 'cannot-reload' },
      { requirement: '0.10.2', verdict: 'cannot-reload' },
      { requirement: '0.10.3-rc.1', verdict: 'cannot-reload' },
      { requirement: '0.10.3', verdict: 'reloads' },
      { requirement: '0.10.10', verdict: 'reloads' },
      { requirement: '0.11.0', verdict: 'reloads' },
      { requirement: '0.22.3', verdict: 'reloads' },
      { requirement: '1.0.0-rc2', verdict: 'reloads' },
      { requirement: '1.0.0-rc3', verdict: 'reloads' },
      { requirement: '1.0.0-rc4', verdict: 'reloads' },
      { requirement: '1.0.0-rc5', verdict: 'reloads' },
      { requirement: '1.0.0-rc6', verdict: 'reloads' },
      { requirement: '1.0.0-rc7', verdict: 'reloads' },
      { requirement: '1.0.0', verdict: 'reloads' },
      { requirement: '2.0.1', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '~0.9.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '<0.10.3' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '0.8.x || ^0.9.2' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^0.10.2' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '>=0.10.0' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '*' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: 'latest' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: 'catalog:' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '>0.10.2' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>=0.10.3' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '^0.10.3 || ^1.0.0-rc3' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '0.12.x' }, verdict: 'reloads' },
      { requirement: { kind: 'none' }, verdict: 'unknown' },
      { requirement: { kind: 'version', text: '{{ version }}' }, verdict: 'unknown' },
      { requirement: { kind: 'version', text: '0.10' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'v0.10.3', url: OFFICIAL, revision: 'v0.10.3' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'file:../client-node' }, verdict: 'unknown' }
    ]
  },
  {
    name: '@kubernetes/typescript-node',
    title: 'JavaScript client under its first name',
    repository: OFFICIAL,
    observed: [
      {
        behaviour: 'reads-once',
        because: READ_ONCE,
        evidence: [PREDECESSOR]
      }
    ],
    fix: { advice: REPLACE },
    examples: [
      { requirement: '0.1.1', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^0.1.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '*' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'kubernetes-client',
    title: 'GoDaddy kubernetes-client',
    repository: 'https://github.com/godaddy/kubernetes-client',
    observed: [
      {
        behaviour: 'reads-once',
        because: 'It keeps the token that it read or was given when it was made; no release reads the file again.',
        evidence: [GODADDY]
      }
    ],
    fix: { advice: REPLACE },
    examples: [
      { requirement: '0.0.1', verdict: 'cannot-reload' },
      { requirement: '3.2.0', verdict: 'cannot-reload' },
      { requirement: '8.3.7', verdict: 'cannot-reload' },
      { requirement: '9.0.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^9.0.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: 'latest' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'openshift-rest-client',
    title: 'OpenShift REST client',
    repository: 'https://github.com/nodeshift/openshift-rest-client',
    observed: [
      {
        behaviour: 'reads-once',
        because:
          'It keeps the token that it read or was given when it was made, since 2.1.0 through kubernetes-client.',
        evidence: [OPENSHIFT, GODADDY]
      }
    ],
    fix: { advice: REPLACE },
    examples: [
      { requirement: '0.10.3', verdict: 'cannot-reload' },
      { requirement: '2.1.0', verdict: 'cannot-reload' },
      { requirement: '9.1.1', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '>=4' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'kubernetes-fluent-client',
    title: 'Kubernetes Fluent Client',
    repository: 'https://github.com/defenseunicorns/kubernetes-fluent-client',
    observed: [
      {
        behaviour: 'reloads',
        because: 'It loads the configuration, and with it the token file, again for each request.',
        evidence: [FLUENT]
      }
    ],
    examples: [
      { requirement: '1.4.1', verdict: 'reloads' },
      { requirement: '3.11.11', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '^3.0.0' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'pepr',
    title: 'Pepr',
    repository: 'https://github.com/defenseunicorns/pepr',
    observed: [
      {
        behaviour: 'reloads',
        because:
          'It brings in kubernetes-fluent-client, before 0.14.0 @kubernetes/client-node 0.18.1: every release of the one and this one of the other reload the token.',
        evidence: [PEPR, FLUENT, RELOAD]
      }
    ],
    brings: ['kubernetes-fluent-client', '@kubernetes/client-node'],
    examples: [
      { requirement: '0.13.4', verdict: 'reloads' },
      { requirement: '0.14.0', verdict: 'reloads' },
      { requirement: '1.1.4', verdict: 'reloads' }
    ]
  },
  {
    name: '@dot-i/k8s-operator',
    title: 'NodeJS Kubernetes operator framework',
    repository: 'https://github.com/dot-i/k8s-operator-node',
    observed: [
      {
        behaviour: 'reloads',
        because: 'It brings in @kubernetes/client-node 0.11.2 or newer, which reads the token file every minute.',
        evidence: [DOT_I, RELOAD]
      }
    ],
    brings: ['@kubernetes/client-node'],
    examples: [
      { requirement: '1.0.3', verdict: 'reloads' },
      { requirement: '1.3.9', verdict: 'reloads' },
      { requirement: '3.0.0', verdict: 'reloads' }
    ]
  },
  {
    name: '@backstage/plugin-kubernetes-backend',
    title: 'Backstage, Kubernetes backend',
    repository: 'https://github.com/backstage/backstage',
    observed: [
      {
        behaviour: 'reloads',
        because:
          'It loads the configuration of the cluster that it runs in again for each request; a serviceAccountToken in its own configuration stays as it is.',
        evidence: [BACKSTAGE, RELOAD]
      }
    ],
    brings: ['@kubernetes/client-node'],
    examples: [
      { requirement: '0.11.5', verdict: 'reloads' },
      { requirement: '0.21.15', verdict: 'reloads' }
    ]
  },
  {
    name: 'screwdriver-executor-k8s',
    title: 'Screwdriver, executor in Kubernetes',
    repository: 'https://github.com/screwdriver-cd/executor-k8s',
    observed: [
      {
        before: '9.0.0',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'Before 9.0.0 it reads no token file: the program hands the token over, once.',
        evidence: [SCREWDRIVER]
      },
      { from: '9.0.0', behaviour: 'reads-once', because: READ_AT_START, evidence: [SCREWDRIVER] }
    ],
    fix: { advice: 'No release up to 17.3.2 reloads the token: make the executor anew, at least once an hour.' },
    examples: [
      { requirement: '1.0.12', verdict: 'unknown' },
      { requirement: '10.9.2', verdict: 'cannot-reload' },
      { requirement: '17.3.2', verdict: 'cannot-reload' }
    ]
  },
  vaultLogin('node-vault-client', 'https://github.com/namecheap/node-vault-client', 'src/auth/VaultKubernetesAuth.js', [
    '0.5.6',
    '1.0.2'
  ]),
  vaultLogin('vault-sync', 'https://github.com/qmit-pro/vault-sync', 'dist/async.js', ['1.1.9', '2.0.4']),
  withoutLoader('node-kubernetes-client', 'https://github.com/tenxcloud/node-kubernetes-client', '0.3.2'),
  withoutLoader('auto-kubernetes-client', 'https://github.com/Collaborne/auto-kubernetes-client', '0.6.2'),
  withoutLoader('k8s', 'https://github.com/goyoo/node-k8s-client', '0.4.15'),
  // The names on JSR, on JSR's registry for npm, and on deno.land/x.
  { ...denoClient, name: 'jsr:@cloudydeno/kubernetes-client' },
  { ...denoClient, name: '@jsr/cloudydeno__kubernetes-client' },
  { ...denoClient, name: 'deno.land/x/kubernetes_client' }
]
