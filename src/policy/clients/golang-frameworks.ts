/**
 * Go modules that read the token with code of their own, and controller-runtime, a parent of client-go. Without a row:
 * k8s.io/kubernetes and operator-sdk, which get client-go by `replace` directives that apply to their own go.mod only;
 * github.com/openshift/client-go, which contains types and connects through client-go.
 */

import type { Evidence } from '../../model/verdict.ts'
import { READ_AT_START } from '../claims.ts'
import type { Client } from '../client.ts'

const KUBERESOLVER = 'https://github.com/sercand/kuberesolver'
const GO_MICRO = 'https://github.com/micro/go-micro'
const MICRO_PLUGINS = 'https://github.com/micro/plugins'
const CONTROLLER_RUNTIME = 'https://github.com/kubernetes-sigs/controller-runtime'
const VAULT_AUTH = 'https://github.com/hashicorp/vault-plugin-auth-kubernetes'

const WATCHED_FILE: Evidence = {
  text: 'sercand/kuberesolver#29, which watches the token file',
  url: `${KUBERESOLVER}/commit/ca3fb14`,
  proof: 'source'
}
/** The loader of the plugins for a major version of go-micro; the repository has a folder for each from v2 to v5. */
const microClient = (major: string): Evidence => ({
  text: `${major}/registry/kubernetes/client/client.go of the plugins for go-micro`,
  url: `${MICRO_PLUGINS}/blob/be3f35ce6464/${major}/registry/kubernetes/client/client.go`,
  proof: 'source'
})
const MICRO_CORE: Evidence = {
  text: 'util/kubernetes/client/client.go of go-micro v2',
  url: `${GO_MICRO}/blob/04506ea4049b586cbd5f26e07d1e3fdae743abba/util/kubernetes/client/client.go`,
  // This code runs only in a program with Kubernetes as its runtime.
  proof: 'unsure'
}
const CACHED_FILE: Evidence = {
  text: 'hashicorp/vault-plugin-auth-kubernetes#122',
  url: `${VAULT_AUTH}/commit/d289258`,
  proof: 'source'
}

const FILE_IS_WATCHED = 'The token file is watched, and read again when it changes.'
const MICRO_ADVICE =
  'No release reloads the token: take another registry of go-micro, or read the services with k8s.io/client-go v0.15.7 or newer.'

const UNLESS = 'unless another module asks for a newer one'

/**
 * The version that a release of a module requires of another. It proves nothing: another module may require a newer
 * one.
 */
function asks(version: string, client: string): Evidence {
  return {
    text: `controller-runtime ${version} asks for client-go of ${client}`,
    url: `${CONTROLLER_RUNTIME}/tree/${version}`,
    proof: 'unsure'
  }
}

/** sercand/kuberesolver#29, as a go.mod names it before release 3.1.1. */
const WATCHED_COMMIT = 'v3.1.1-0.20220712202623-ec4d85131742'

const kuberesolver: Client = {
  name: 'github.com/sercand/kuberesolver',
  title: 'kuberesolver',
  repository: KUBERESOLVER,
  observed: [{ behaviour: 'reads-once', because: READ_AT_START, evidence: [WATCHED_FILE] }],
  fix: { advice: 'Move to github.com/sercand/kuberesolver/v4 or newer: each major version is a module of its own.' },
  examples: [
    { requirement: 'v1.0.0', verdict: 'cannot-reload' },
    { requirement: 'v2.1.0+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v2.4.0+incompatible', verdict: 'cannot-reload' }
  ]
}

const kuberesolverThree: Client = {
  name: 'github.com/sercand/kuberesolver/v3',
  title: 'kuberesolver',
  repository: KUBERESOLVER,
  observed: [
    { before: WATCHED_COMMIT, behaviour: 'reads-once', because: READ_AT_START, evidence: [WATCHED_FILE] },
    { from: WATCHED_COMMIT, behaviour: 'reloads', because: FILE_IS_WATCHED, evidence: [WATCHED_FILE] }
  ],
  fix: { version: 'v3.1.1' },
  examples: [
    { requirement: WATCHED_COMMIT, verdict: 'reloads' },
    { requirement: 'v3.0.0', verdict: 'cannot-reload' },
    { requirement: 'v3.1.0', verdict: 'cannot-reload' },
    { requirement: 'v3.1.1', verdict: 'reloads' }
  ]
}

/** A later major version of kuberesolver, all of whose releases watch the token file. */
function watchingKuberesolver(major: string, version: string): Client {
  return {
    name: `github.com/sercand/kuberesolver/${major}`,
    title: 'kuberesolver',
    repository: KUBERESOLVER,
    observed: [{ behaviour: 'reloads', because: FILE_IS_WATCHED, evidence: [WATCHED_FILE] }],
    examples: [{ requirement: version, verdict: 'reloads' }]
  }
}

/** A module with the Kubernetes client of go-micro's plugins, and the major version of go-micro that it is for. */
function microRegistry(name: string, version: string, major = 'v2'): Client {
  return {
    name,
    title: 'Kubernetes registry for go-micro',
    repository: MICRO_PLUGINS,
    observed: [{ behaviour: 'reads-once', because: READ_AT_START, evidence: [microClient(major)] }],
    fix: { advice: MICRO_ADVICE },
    examples: [{ requirement: version, verdict: 'cannot-reload' }]
  }
}

/** go-micro itself, for the releases that contain its runtime for Kubernetes. */
function microCore(name: string, version: string): Client {
  return {
    name,
    title: 'go-micro',
    repository: GO_MICRO,
    observed: [
      {
        behaviour: 'reads-once',
        because: 'Where Kubernetes is its runtime, go-micro reads the token file once, when the client is made.',
        evidence: [MICRO_CORE]
      }
    ],
    fix: { advice: `${MICRO_ADVICE} With another runtime there is nothing to do.` },
    examples: [{ requirement: version, verdict: 'cannot-reload' }]
  }
}

const controllerRuntime: Client = {
  name: 'sigs.k8s.io/controller-runtime',
  title: 'controller-runtime',
  repository: CONTROLLER_RUNTIME,
  observed: [
    {
      before: 'v0.1.8',
      behaviour: 'reads-once',
      because: `It brings in client-go of Kubernetes 1.11.2 or older, ${UNLESS}: the token file is read once.`,
      evidence: [asks('v0.1.4', '1.11.2')]
    },
    {
      from: 'v0.1.8',
      before: 'v0.1.10',
      behaviour: 'reloads-late',
      because: `It brings in client-go of Kubernetes 1.12.3, ${UNLESS}: the token file is read again every five minutes only.`,
      evidence: [asks('v0.1.9', '1.12.3')]
    },
    {
      from: 'v0.1.10',
      before: 'v0.3.0',
      behaviour: 'reads-once',
      because: `It brings in client-go of Kubernetes 1.13.1, 1.13.4 or 1.14.1, ${UNLESS}: a regression of December 2018 reads the token file once.`,
      evidence: [asks('v0.1.12', '1.13.4'), asks('v0.2.2', '1.14.1')]
    },
    {
      from: 'v0.3.0',
      behaviour: 'reloads',
      because: 'It brings in client-go of Kubernetes 1.15.4 or newer, which reads the token file every minute.',
      evidence: [{ ...asks('v0.3.0', '1.15.4'), proof: 'source' }]
    }
  ],
  brings: ['k8s.io/client-go'],
  // The go.mod of each release; to the first two, whose own client-go is older, the next one that was built with them.
  builtWith: {
    package: 'k8s.io/client-go',
    releases: [
      { own: 'v0.3.0', other: 'v0.15.7' },
      { own: 'v0.4.0', other: 'v0.16.4' },
      { own: 'v0.5.0', other: 'v0.17.2' },
      { own: 'v0.6.0', other: 'v0.18.2' },
      { own: 'v0.7.0', other: 'v0.19.2' },
      { own: 'v0.8.0', other: 'v0.20.1' },
      { own: 'v0.9.0', other: 'v0.21.1' },
      { own: 'v0.10.0', other: 'v0.22.1' }
    ]
  },
  examples: [
    { requirement: 'v0.1.4', verdict: 'cannot-reload' },
    { requirement: 'v0.1.7', verdict: 'cannot-reload' },
    { requirement: 'v0.1.8', verdict: 'reloads-late' },
    { requirement: 'v0.1.9', verdict: 'reloads-late' },
    { requirement: 'v0.1.10', verdict: 'cannot-reload' },
    { requirement: 'v0.2.0-alpha.0', verdict: 'cannot-reload' },
    { requirement: 'v0.2.2', verdict: 'cannot-reload' },
    { requirement: 'v0.3.0', verdict: 'reloads' },
    { requirement: 'v0.4.0', verdict: 'reloads' },
    { requirement: 'v0.25.2', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '=v0.2.1' }, verdict: 'cannot-reload' }
  ]
}

const vaultAuth: Client = {
  name: 'github.com/hashicorp/vault-plugin-auth-kubernetes',
  title: 'Kubernetes auth method of Vault',
  repository: VAULT_AUTH,
  observed: [
    { before: 'v0.11.4', behaviour: 'reads-once', because: READ_AT_START, evidence: [CACHED_FILE] },
    {
      from: 'v0.11.4',
      behaviour: 'reloads',
      because: 'The token file is read again, through a cache that lasts a minute.',
      evidence: [CACHED_FILE]
    }
  ],
  examples: [
    { requirement: 'v0.10.0', verdict: 'cannot-reload' },
    { requirement: 'v0.11.3', verdict: 'cannot-reload' },
    { requirement: 'v0.11.4', verdict: 'reloads' },
    { requirement: 'v0.12.0', verdict: 'reloads' },
    { requirement: 'v0.23.1', verdict: 'reloads' }
  ]
}

const vaultLogin: Client = {
  name: 'github.com/hashicorp/vault/api/auth/kubernetes',
  title: 'Login to Vault by Kubernetes',
  repository: 'https://github.com/hashicorp/vault',
  observed: [
    {
      behaviour: 'reads-once',
      because:
        'NewKubernetesAuth reads the token file once: a program that keeps its result sends an old token with each login after an hour, one that calls it for each login does not.',
      evidence: [
        {
          text: 'kubernetes.go of hashicorp/vault/api/auth/kubernetes v0.12.0',
          url: 'https://github.com/hashicorp/vault/blob/api/auth/kubernetes/v0.12.0/api/auth/kubernetes/kubernetes.go',
          proof: 'unsure'
        }
      ]
    }
  ],
  fix: { advice: 'No release up to v0.12.0 reads the file again: call NewKubernetesAuth before each login.' },
  examples: [
    { requirement: 'v0.1.0', verdict: 'cannot-reload' },
    { requirement: 'v0.12.0', verdict: 'cannot-reload' },
    { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
  ]
}

/** The rows of the Go ecosystem other than client-go and its forks. */
export const golangFrameworks: readonly Client[] = [
  controllerRuntime,
  kuberesolver,
  kuberesolverThree,
  watchingKuberesolver('v4', 'v4.0.0'),
  watchingKuberesolver('v5', 'v5.1.1'),
  watchingKuberesolver('v6', 'v6.0.0'),
  microCore('github.com/micro/go-micro', 'v1.18.0'),
  microCore('github.com/micro/go-micro/v2', 'v2.9.1'),
  microCore('github.com/micro/go-micro/v3', 'v3.0.0'),
  microCore('github.com/asim/go-micro/v3', 'v3.7.1'),
  microCore('go-micro.dev/v4', 'v4.11.0'),
  microCore('go-micro.dev/v5', 'v5.0.0'),
  microRegistry('github.com/micro/go-plugins/registry/kubernetes', 'v0.0.0-20200119172437-4fe21aa238fd'),
  microRegistry('github.com/micro/go-plugins/registry/kubernetes/v2', 'v2.9.1'),
  microRegistry('github.com/asim/go-micro/plugins/registry/kubernetes/v3', 'v3.7.0', 'v3'),
  microRegistry('github.com/asim/go-micro/plugins/registry/kubernetes/v4', 'v4.0.0-20211124174154-b25d744f5c51', 'v4'),
  microRegistry('github.com/go-micro/plugins/v2/registry/kubernetes', 'v1.0.0'),
  microRegistry('github.com/go-micro/plugins/v3/registry/kubernetes', 'v1.0.0', 'v3'),
  microRegistry('github.com/go-micro/plugins/v4/registry/kubernetes', 'v1.1.2', 'v4'),
  microRegistry('github.com/micro/plugins/v5/registry/kubernetes', 'v1.0.0', 'v5'),
  vaultAuth,
  vaultLogin,
  {
    name: 'github.com/ericchiang/k8s',
    title: 'ericchiang/k8s',
    repository: 'https://github.com/ericchiang/k8s',
    observed: [
      {
        behaviour: 'reads-once',
        because: 'The token file is read once, when the client is made; the project ended in 2019.',
        evidence: [
          {
            text: 'ericchiang/k8s client.go',
            url: 'https://github.com/ericchiang/k8s/blob/75624d97161e/client.go',
            proof: 'executed'
          }
        ]
      }
    ],
    fix: { advice: 'Move to k8s.io/client-go v0.15.7 or newer.' },
    examples: [
      { requirement: 'v1.2.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  }
]
