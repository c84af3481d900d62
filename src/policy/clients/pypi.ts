/** The Python clients. kubernetes-py has no row, because it was not examined. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_AFTER_401, READ_EVERY_MINUTE, READ_ONCE } from '../claims.ts'
import type { Client } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'
import { pypiBundles } from './pypi-bundles.ts'
import { pypiFrameworks } from './pypi-frameworks.ts'

const PYTHON = 'https://github.com/kubernetes-client/python'
const ASYNCIO = 'https://github.com/tomplus/kubernetes_asyncio'
const KR8S = 'https://github.com/kr8s-org/kr8s'

const RELOAD: Evidence = {
  text: 'kubernetes-client/python-base#191',
  url: 'https://github.com/kubernetes-client/python-base/pull/191',
  proof: 'executed'
}
const NO_TOKEN: Evidence = { text: 'kubernetes-client/python#2584', url: `${PYTHON}/issues/2584`, proof: 'executed' }
const TOKEN_AGAIN: Evidence = { text: 'kubernetes-client/python#2585', url: `${PYTHON}/pull/2585`, proof: 'executed' }
const ASYNCIO_RELOAD: Evidence = {
  text: 'tomplus/kubernetes_asyncio#205',
  url: `${ASYNCIO}/commit/50fc5f87`,
  proof: 'executed'
}
const ASYNCIO_COPIES: Evidence = {
  text: 'tomplus/kubernetes_asyncio#254',
  url: `${ASYNCIO}/commit/b283e622`,
  proof: 'executed'
}
const PYKUBE: Evidence = {
  text: 'KubeConfig.from_service_account of pykube',
  url: 'https://github.com/kelproject/pykube/blob/2db243909a61/pykube/config.py',
  proof: 'executed'
}
const PYKUBE_NG: Evidence = {
  text: 'galaxyproject/galaxy#23187',
  url: 'https://github.com/galaxyproject/galaxy/issues/23187',
  proof: 'executed'
}
const LIGHTKUBE_RELOAD: Evidence = {
  text: 'gtsystem/lightkube#141',
  url: 'https://github.com/gtsystem/lightkube/pull/141',
  proof: 'executed'
}
const KR8S_RELOAD: Evidence = { text: 'kr8s-org/kr8s#580', url: `${KR8S}/commit/f46acbf`, proof: 'executed' }
const KR8S_KUBECONFIG: Evidence = { text: 'kr8s-org/kr8s#583', url: `${KR8S}/commit/094c54b`, proof: 'source' }
const KOPF_LOGIN: Evidence = {
  text: 'nolar/kopf ad30b5e2',
  url: 'https://github.com/nolar/kopf/commit/ad30b5e2',
  proof: 'source'
}
const KOPF_LATE: Evidence = {
  text: 'nolar/kopf#926',
  url: 'https://github.com/nolar/kopf/issues/926',
  proof: 'documented'
}
const KOPF_NO_TOKEN: Evidence = {
  text: 'nolar/kopf#1308, which takes the token from where kubernetes 36.0.1 stores it',
  url: 'https://github.com/nolar/kopf/pull/1308',
  proof: 'source'
}
/** The clients whose login Kopf calls and whose token it then handles itself. */
const KOPF_LOGINS = ['kubernetes', 'kubernetes-asyncio', 'pykube', 'pykube-ng']
const K8S_RELOAD: Evidence = {
  text: 'fiaas/k8s#104',
  url: 'https://github.com/fiaas/k8s/commit/fa5e0ac',
  proof: 'source'
}

const PATRONI_RELOAD: Evidence = {
  text: 'zalando/patroni#2287',
  url: 'https://github.com/zalando/patroni/commit/aa0cd480',
  proof: 'source'
}

/** The rows of the PyPI ecosystem. */
export const pypiClients: readonly Client[] = [
  {
    name: 'kubernetes',
    title: 'Kubernetes Python client',
    repository: PYTHON,
    minimum: { version: '12.0.0', text: 'v12.0.0', evidence: [KEP, EKS, CCE] },
    observed: [
      // The bounds at the first development release and the lists of releases keep unreleased versions out of ranges:
      // `==12.*` allows 12.0.0 and later versions, and none before it.
      { before: '12.0.0.dev0', behaviour: 'reads-once', because: READ_ONCE, evidence: [RELOAD] },
      {
        from: '12.0.0.dev0',
        before: '12.0.0a1',
        behaviour: 'not-known',
        reason: 'never-released',
        because: 'The first release of 12 was 12.0.0a1.',
        evidence: [],
        releases: []
      },
      {
        from: '12.0.0a1',
        before: '12.0.0',
        behaviour: 'reloads',
        because: READ_EVERY_MINUTE,
        evidence: [RELOAD],
        releases: ['12.0.0a1', '12.0.0b1']
      },
      { from: '12.0.0', before: '36.0.0.dev0', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [RELOAD] },
      {
        from: '36.0.0.dev0',
        before: '36.0.0a2',
        behaviour: 'not-known',
        reason: 'never-released',
        because: 'The first release of 36 was 36.0.0a2.',
        evidence: [],
        releases: []
      },
      {
        from: '36.0.0a2',
        before: '36.0.1',
        behaviour: 'sends-no-token',
        because:
          'In a cluster it sends no Authorization header: the loader stores the token under a name that the client no longer looks up.',
        evidence: [NO_TOKEN, TOKEN_AGAIN],
        releases: ['36.0.0a2', '36.0.0a3', '36.0.0b1', '36.0.0']
      },
      { from: '36.0.1', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [TOKEN_AGAIN, RELOAD] }
    ],
    examples: [
      { requirement: '10.0.1', verdict: 'cannot-reload' },
      { requirement: '10.1.0', verdict: 'cannot-reload' },
      { requirement: '11.0.0b2', verdict: 'cannot-reload' },
      { requirement: '11.0.0', verdict: 'cannot-reload' },
      { requirement: '12.0.0.dev1', verdict: 'cannot-reload', observed: 'not-known' },
      { requirement: '12.0.0a1', verdict: 'below-minimum' },
      { requirement: '12.0.0b1', verdict: 'below-minimum' },
      { requirement: '12.0.0', verdict: 'reloads' },
      { requirement: '12.0.1', verdict: 'reloads' },
      { requirement: '17.17.0', verdict: 'reloads' },
      { requirement: '25.3.0', verdict: 'reloads' },
      { requirement: '26.1.0', verdict: 'reloads' },
      { requirement: '35.0.0', verdict: 'reloads' },
      { requirement: '36.0.0a1', verdict: 'unknown' },
      { requirement: '36.0.0a2', verdict: 'sends-no-token' },
      { requirement: '36.0.0a3', verdict: 'sends-no-token' },
      { requirement: '36.0.0b1', verdict: 'sends-no-token' },
      { requirement: '36.0.0', verdict: 'sends-no-token' },
      { requirement: '36.0.1', verdict: 'reloads' },
      { requirement: '36.0.2', verdict: 'reloads' },
      { requirement: '36.0.3', verdict: 'reloads' },
      { requirement: '37.0.2', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '<12' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '>=9,<12.0.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^11.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '~=12.0' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '==12.*' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '^12.0' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>=12.0.0,<36' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>=12.0.0a1,<13' }, verdict: 'unknown', observed: 'not-known' },
      { requirement: { kind: 'range', text: '>=12.0.1' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '>=12.0.1,!=36.0.0' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>=36.0.0' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '>36.0.0' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>=36.0.1' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '==36.0.0.*' }, verdict: 'sends-no-token' },
      { requirement: { kind: 'range', text: '>=9' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'v12.0.0', url: PYTHON, revision: 'v12.0.0' }, verdict: 'unknown' },
      { requirement: '36.0.0', with: { kopf: '1.44.5' }, verdict: 'sends-no-token' },
      { requirement: '36.0.1', with: { kopf: '1.44.5' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'kubernetes-asyncio',
    title: 'kubernetes_asyncio',
    repository: ASYNCIO,
    observed: [
      { before: '22.6.5', behaviour: 'reads-once', because: READ_ONCE, evidence: [ASYNCIO_RELOAD] },
      {
        from: '22.6.5',
        before: '24.2.3',
        behaviour: 'reloads-late',
        because:
          'The token file is read again every minute, but only for the first copy of the configuration that asks: further API clients may keep the old token.',
        evidence: [ASYNCIO_RELOAD, ASYNCIO_COPIES],
        releases: ['22.6.5', '23.6.0', '24.2.0', '24.2.1', '24.2.2']
      },
      { from: '24.2.3', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [ASYNCIO_COPIES] }
    ],
    examples: [
      { requirement: '12.0.1', verdict: 'cannot-reload' },
      { requirement: '22.6.4', verdict: 'cannot-reload' },
      { requirement: '22.6.5', verdict: 'reloads-late' },
      { requirement: '24.2.2', verdict: 'reloads-late' },
      { requirement: '24.2.3', verdict: 'reloads' },
      { requirement: '36.1.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>24.2.2' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>=12.0.1' }, verdict: 'unknown' }
    ]
  },
  {
    name: 'pykube',
    title: 'pykube',
    repository: 'https://github.com/kelproject/pykube',
    observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [PYKUBE] }],
    fix: {
      advice:
        'No release of pykube reloads the token, and none was made since 2017: move to kubernetes 36.0.1 or newer.'
    },
    examples: [
      { requirement: '0.1.0', verdict: 'cannot-reload' },
      { requirement: '0.15.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'pykube-ng',
    title: 'pykube-ng',
    repository: 'https://codeberg.org/hjacobs/pykube-ng',
    observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [PYKUBE_NG] }],
    fix: { advice: 'No release of pykube-ng up to 23.6.0 reloads the token: move to kubernetes 36.0.1 or newer.' },
    examples: [
      { requirement: '0.17', verdict: 'cannot-reload' },
      { requirement: '20.10.0', verdict: 'cannot-reload' },
      { requirement: '23.6.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '>=22.9.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'lightkube',
    title: 'lightkube',
    repository: 'https://github.com/gtsystem/lightkube',
    observed: [
      { before: '0.19.2', behaviour: 'reads-once', because: READ_ONCE, evidence: [LIGHTKUBE_RELOAD] },
      {
        from: '0.19.2',
        before: '0.21.0',
        behaviour: 'not-known',
        reason: 'never-released',
        because: 'PyPI holds no release between 0.19.1 and 0.21.0.',
        evidence: [],
        releases: []
      },
      { from: '0.21.0', behaviour: 'reloads-late', because: READ_AFTER_401, evidence: [LIGHTKUBE_RELOAD] }
    ],
    fix: {
      advice: 'From 0.21.0 on lightkube reads the token again after a 401, which is the best that any release does.'
    },
    examples: [
      { requirement: '0.17.2', verdict: 'cannot-reload' },
      { requirement: '0.19.1', verdict: 'cannot-reload' },
      { requirement: '0.20.0', verdict: 'unknown' },
      { requirement: '0.21.0', verdict: 'reloads-late' },
      { requirement: '1.0.1', verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '<0.21' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '>=0.17' }, verdict: 'reloads-late' }
    ]
  },
  {
    name: 'kr8s',
    title: 'kr8s',
    repository: KR8S,
    observed: [
      { before: '0.13.2', behaviour: 'reads-once', because: READ_ONCE, evidence: [KR8S_RELOAD] },
      {
        from: '0.13.2',
        before: '0.13.3',
        behaviour: 'reloads-late',
        because: READ_AFTER_401,
        evidence: [KR8S_RELOAD],
        releases: ['0.13.2']
      },
      { from: '0.13.3', before: '0.20.5', behaviour: 'reads-once', because: READ_ONCE, evidence: [KR8S_RELOAD] },
      { from: '0.20.5', behaviour: 'reloads-late', because: READ_AFTER_401, evidence: [KR8S_RELOAD, KR8S_KUBECONFIG] }
    ],
    fix: {
      advice: 'From 0.20.6 on kr8s reads the token again after a 401, which is the best that any release does.'
    },
    examples: [
      { requirement: '0.13.1', verdict: 'cannot-reload' },
      { requirement: '0.13.2', verdict: 'reloads-late' },
      { requirement: '0.13.3', verdict: 'cannot-reload' },
      { requirement: '0.20.4', verdict: 'cannot-reload' },
      { requirement: '0.20.5', verdict: 'reloads-late' },
      { requirement: '0.20.6', verdict: 'reloads-late' },
      { requirement: '0.20.15', verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '<0.20.5,>0.13.2' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '==0.20.*' }, verdict: 'reloads-late' }
    ]
  },
  {
    name: 'kopf',
    title: 'Kopf',
    repository: 'https://github.com/nolar/kopf',
    observed: [
      {
        before: '0.23',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'Before 0.23 Kopf leaves the login to the kubernetes or pykube-ng package, whose version decides.',
        evidence: [KOPF_LOGIN],
        brings: ['kubernetes', 'pykube-ng']
      },
      {
        from: '0.23',
        behaviour: 'reloads-late',
        because:
          'The token is taken over once and asked for again only after the API server has refused it with a 401.',
        evidence: [KOPF_LOGIN, KOPF_LATE],
        brings: [],
        handles: KOPF_LOGINS
      }
    ],
    brings: ['kubernetes', 'pykube-ng'],
    with: [
      {
        own: { from: '0.23', before: '1.44.6' },
        package: 'kubernetes',
        versions: { from: '36.0.1' },
        // Kopf prefers the login of pykube where it is installed.
        unless: ['pykube', 'pykube-ng'],
        behaviour: 'sends-no-token',
        because:
          'It takes the token from the configuration of kubernetes, where 36.0.1 and newer store it under another name, so that Kopf before 1.44.6 finds none and sends none.',
        evidence: [KOPF_NO_TOKEN],
        fix: {
          own: '1.44.6',
          advice:
            'Move Kopf to 1.44.6 or newer before or together with kubernetes 36.0.1 or newer, or keep kubernetes below 36.'
        }
      }
    ],
    examined: '1.45.2',
    fix: {
      advice:
        'From 0.23 on Kopf logs in again after a 401; a login handler of your own that returns a ConnectionInfo with an expiration does it in time.'
    },
    examples: [
      { requirement: '0.22', verdict: 'unknown' },
      { requirement: '0.23', verdict: 'reloads-late' },
      { requirement: '1.45.2', verdict: 'reloads-late' },
      { requirement: { kind: 'none' }, verdict: 'reloads-late' },
      { requirement: '1.44.5', with: { kubernetes: '35.0.0' }, verdict: 'reloads-late' },
      { requirement: '1.44.5', with: { kubernetes: '36.0.0' }, verdict: 'reloads-late' },
      { requirement: '1.44.5', with: { kubernetes: '36.0.1' }, verdict: 'sends-no-token' },
      { requirement: '1.44.5', with: { kubernetes: '36.0.2' }, verdict: 'sends-no-token' },
      { requirement: '1.44.6', with: { kubernetes: '36.0.1' }, verdict: 'reloads-late' },
      { requirement: '1.44.5', with: { kubernetes: { kind: 'range', text: '>=36.0.1' } }, verdict: 'sends-no-token' },
      { requirement: '1.44.5', with: { kubernetes: { kind: 'range', text: '>=30' } }, verdict: 'unknown' },
      { requirement: '1.44.5', with: { kubernetes: { kind: 'range', text: '<36' } }, verdict: 'reloads-late' },
      { requirement: '1.44.5', with: { kubernetes: '36.0.1', 'pykube-ng': '23.6.0' }, verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '>=1.30' }, with: { kubernetes: '36.0.1' }, verdict: 'reloads-late' }
    ]
  },
  {
    name: 'k8s',
    title: 'k8s (FIAAS)',
    repository: 'https://github.com/fiaas/k8s',
    observed: [
      {
        before: '0.20.0',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'Before 0.20.0 it reads no token file: the program hands the token over, once.',
        evidence: [K8S_RELOAD]
      },
      {
        from: '0.20.0',
        behaviour: 'reloads-late',
        because:
          'The token file is read again every minute if the program calls use_in_cluster_config; a token in api_token stays as it is.',
        evidence: [K8S_RELOAD]
      }
    ],
    fix: {
      advice: 'From 0.20.0 on, call k8s.config.use_in_cluster_config() instead of setting api_token.'
    },
    examples: [
      { requirement: '0.19.0', verdict: 'unknown' },
      { requirement: '0.20.0', verdict: 'reloads-late' },
      { requirement: '0.28.0', verdict: 'reloads-late' }
    ]
  },
  {
    name: 'patroni',
    title: 'Patroni',
    repository: 'https://github.com/zalando/patroni',
    observed: [
      {
        before: '2.1.4',
        behaviour: 'reads-once',
        because:
          'The token file is read once: before 2.0.0 by a release of kubernetes below 12, from there on by itself.',
        evidence: [PATRONI_RELOAD]
      },
      { from: '2.1.4', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [PATRONI_RELOAD] }
    ],
    examined: '4.1.5',
    examples: [
      { requirement: '1.6.5', verdict: 'cannot-reload' },
      { requirement: '2.1.3', verdict: 'cannot-reload' },
      { requirement: '2.1.4', verdict: 'reloads' },
      { requirement: '4.1.5', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '~=2.1.0' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '>=3' }, verdict: 'reloads' }
    ]
  },
  ...pypiFrameworks,
  ...pypiBundles
]
