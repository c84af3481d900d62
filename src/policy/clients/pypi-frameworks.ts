/**
 * Python packages that are parents of a client in the policy, and the versions of it that they require: with a lower
 * bound alone the package manager chooses, so nothing is proven. Without a row: hikaru-core and hikaru-codegen, which
 * load no token and are parents of no client.
 */

import type { Evidence } from '../../model/verdict.ts'
import type { Client, Observation } from '../client.ts'

const KUBESPAWNER = 'https://github.com/jupyterhub/kubespawner'
const DASK = 'https://github.com/dask/dask-kubernetes'
const AIRFLOW = 'https://github.com/apache/airflow'
const PREFECT = 'https://github.com/PrefectHQ/prefect'
const OPENSHIFT = 'https://github.com/openshift/openshift-restclient-python'
const KFP = 'https://github.com/kubeflow/pipelines'
const HIKARU = 'https://github.com/haxsaw/hikaru'

const KUBESPAWNER_SETUP: Evidence = {
  text: 'kubespawner, history of setup.py',
  url: `${KUBESPAWNER}/commits/main/setup.py`,
  proof: 'source'
}
const KUBESPAWNER_PROJECT: Evidence = {
  text: 'kubespawner, history of pyproject.toml',
  url: `${KUBESPAWNER}/commits/main/pyproject.toml`,
  proof: 'source'
}
const DASK_REQUIREMENTS: Evidence = {
  text: 'dask-kubernetes, history of requirements.txt',
  url: `${DASK}/commits/main/requirements.txt`,
  proof: 'source'
}
const DASK_PROJECT: Evidence = {
  text: 'dask-kubernetes, history of pyproject.toml',
  url: `${DASK}/commits/main/pyproject.toml`,
  proof: 'source'
}
const AIRFLOW_CEILING: Evidence = {
  text: 'apache/airflow#20759, which lifts kubernetes<12 in provider 4.0.0',
  url: `${AIRFLOW}/pull/20759`,
  proof: 'source'
}
const AIRFLOW_WITHDRAWN: Evidence = {
  text: 'changelog of the provider, which marks 3.1.0 to 3.1.2 as withdrawn and says why',
  url: 'https://airflow.apache.org/docs/apache-airflow-providers-cncf-kubernetes/stable/changelog.html',
  proof: 'documented'
}
const AIRFLOW_PROJECT: Evidence = {
  text: 'apache-airflow-providers-cncf-kubernetes, history of pyproject.toml',
  url: `${AIRFLOW}/commits/main/providers/cncf/kubernetes/pyproject.toml`,
  proof: 'source'
}
const PREFECT_PROJECT: Evidence = {
  text: 'prefect-kubernetes, history of pyproject.toml',
  url: `${PREFECT}/commits/main/src/integrations/prefect-kubernetes/pyproject.toml`,
  proof: 'source'
}
const PREFECT_OBSERVER: Evidence = {
  text: 'prefect-kubernetes, observer.py',
  url: `${PREFECT}/blob/31fb76637be4/src/integrations/prefect-kubernetes/prefect_kubernetes/observer.py`,
  proof: 'source'
}
const OPENSHIFT_REQUIREMENTS: Evidence = {
  text: 'openshift-restclient-python, history of requirements.txt',
  url: `${OPENSHIFT}/commits/master/requirements.txt`,
  proof: 'source'
}
const KFP_SETUP: Evidence = {
  text: 'kfp, history of setup.py',
  url: `${KFP}/commits/master/sdk/python/setup.py`,
  proof: 'source'
}
const HIKARU_REPOSITORY: Evidence = { text: 'haxsaw/hikaru', url: HIKARU, proof: 'source' }

/** For requirements of kubernetes 12 or newer. */
const ALL_BUT_ONE = 'all of them reload the token but 36.0.0, which sends none.'
const ASK_FOR_KUBERNETES =
  'Ask for kubernetes 36.0.1 or newer beside it, or add a lockfile: both say which one is used.'

/** For a requirement that allows good and bad releases. */
export function undecided(because: string, evidence: Evidence): Observation {
  return { behaviour: 'not-known', reason: 'open-range', because, evidence: [evidence] }
}

/** The packages of Hikaru that each require one Kubernetes release or a newer one. */
function hikaruModel(minor: number, floor: string): Client {
  return {
    name: `hikaru-model-${minor}`,
    title: `Hikaru for Kubernetes 1.${minor}`,
    repository: HIKARU,
    observed: [undecided(`It brings in kubernetes ${floor} or newer: ${ALL_BUT_ONE}`, HIKARU_REPOSITORY)],
    brings: ['kubernetes'],
    fix: { advice: ASK_FOR_KUBERNETES },
    examples: [
      { requirement: '1.1.0', verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
}

const kubespawner: Client = {
  name: 'jupyterhub-kubespawner',
  title: 'KubeSpawner',
  repository: KUBESPAWNER,
  observed: [
    {
      before: '0.10.0',
      behaviour: 'reads-once',
      because: 'It brings in kubernetes 3, 4 or 6, none of which reads the token file again.',
      evidence: [KUBESPAWNER_SETUP],
      brings: ['kubernetes']
    },
    {
      ...undecided(
        'It brings in kubernetes 7 or newer, of which those from 12 on reload the token.',
        KUBESPAWNER_SETUP
      ),
      from: '0.10.0',
      before: '3.0.0',
      brings: ['kubernetes']
    },
    {
      ...undecided(
        'It brings in kubernetes_asyncio 19.15.1 or newer, of which those from 24.2.3 on reload the token.',
        KUBESPAWNER_SETUP
      ),
      from: '3.0.0',
      before: '5.0.0',
      brings: ['kubernetes-asyncio']
    },
    {
      ...undecided(
        'It brings in kubernetes_asyncio 23.6.0 or newer, of which those from 24.2.3 on reload the token, and those before for one API client only.',
        KUBESPAWNER_PROJECT
      ),
      from: '5.0.0',
      before: '6.0.0',
      brings: ['kubernetes-asyncio']
    },
    {
      from: '6.0.0',
      behaviour: 'reloads',
      because: 'It brings in kubernetes_asyncio 24.2.3 or newer, which reads the token file every minute.',
      evidence: [KUBESPAWNER_PROJECT],
      brings: ['kubernetes-asyncio']
    }
  ],
  brings: ['kubernetes', 'kubernetes-asyncio'],
  examples: [
    { requirement: '0.9.0', verdict: 'cannot-reload' },
    { requirement: '0.10.0', verdict: 'unknown' },
    { requirement: '2.0.1', verdict: 'unknown' },
    { requirement: '3.0.0', verdict: 'unknown' },
    { requirement: '4.3.0', verdict: 'unknown' },
    { requirement: '5.0.0', verdict: 'unknown' },
    { requirement: '6.0.0', verdict: 'reloads' },
    { requirement: '7.1.0', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '>=6,<8' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '==3.*' }, verdict: 'unknown' },
    { requirement: { kind: 'none' }, verdict: 'unknown' }
  ]
}

const daskKubernetes: Client = {
  name: 'dask-kubernetes',
  title: 'Dask Kubernetes',
  repository: DASK,
  observed: [
    {
      before: '0.4.0',
      behaviour: 'reads-once',
      because: 'It brings in kubernetes 4, which reads the token file once.',
      evidence: [DASK_REQUIREMENTS],
      brings: ['kubernetes']
    },
    {
      ...undecided(
        'It brings in a release of kubernetes, since 0.10.0 one of kubernetes_asyncio too, that may be too old to reload the token.',
        DASK_REQUIREMENTS
      ),
      from: '0.4.0',
      before: '2022.11.3',
      brings: ['kubernetes', 'kubernetes-asyncio']
    },
    {
      from: '2022.11.3',
      before: '2025.4.0',
      behaviour: 'reads-once',
      because:
        'It brings in pykube or pykube-ng, since 2023.6.0 also kr8s 0.5 to 0.17, and none of these reads the token file again.',
      evidence: [DASK_REQUIREMENTS, DASK_PROJECT],
      brings: ['pykube', 'pykube-ng', 'kr8s']
    },
    {
      ...undecided(
        'It brings in kr8s 0.20, of which those from 0.20.5 on read the token again after a 401, and pykube-ng, which never does.',
        DASK_PROJECT
      ),
      from: '2025.4.0',
      brings: ['pykube-ng', 'kr8s']
    }
  ],
  brings: ['kubernetes', 'kubernetes-asyncio', 'pykube', 'pykube-ng', 'kr8s'],
  fix: {
    version: '2025.4.0',
    advice:
      'Ask for kr8s 0.20.6 or newer beside dask-kubernetes 2025.4.0 or newer: it reads the token again after a 401.'
  },
  examples: [
    { requirement: '0.3.0', verdict: 'cannot-reload' },
    { requirement: '0.4.0', verdict: 'unknown' },
    { requirement: '2022.11.2', verdict: 'unknown' },
    { requirement: '2022.11.3', verdict: 'cannot-reload' },
    { requirement: '2022.11.4', verdict: 'cannot-reload' },
    { requirement: '2025.1.0', verdict: 'cannot-reload' },
    { requirement: '2025.4.0', verdict: 'unknown' },
    { requirement: '2026.3.0', verdict: 'unknown' },
    { requirement: { kind: 'range', text: '>=2023,<2025' }, verdict: 'cannot-reload' }
  ]
}

const airflowProvider: Client = {
  name: 'apache-airflow-providers-cncf-kubernetes',
  title: 'Airflow provider for Kubernetes',
  repository: AIRFLOW,
  observed: [
    {
      before: '3.1.0',
      behaviour: 'reads-once',
      because: 'It brings in kubernetes below 12, none of which reads the token file again.',
      evidence: [AIRFLOW_CEILING],
      brings: ['kubernetes']
    },
    {
      ...undecided(
        'These releases, which were withdrawn for it, bring in kubernetes 3 or newer or 21.7.0 or newer, without a ceiling.',
        AIRFLOW_WITHDRAWN
      ),
      from: '3.1.0',
      before: '4.0.0',
      brings: ['kubernetes'],
      releases: ['3.1.0', '3.1.1', '3.1.2']
    },
    {
      from: '4.0.0',
      before: '5.2.0',
      behaviour: 'reloads',
      because: 'It brings in kubernetes 21.7.0 to 23, which reads the token file every minute.',
      evidence: [AIRFLOW_CEILING],
      brings: ['kubernetes']
    },
    {
      ...undecided(
        'Beside kubernetes 21.7.0 or newer, which reloads the token, it brings in kubernetes_asyncio 18.20.1 to 24 for deferrable operators, which may not.',
        AIRFLOW_PROJECT
      ),
      from: '5.2.0',
      before: '8.0.0'
    },
    {
      from: '8.0.0',
      behaviour: 'reloads',
      because:
        'It brings in kubernetes and kubernetes_asyncio 28.1.0 or newer without kubernetes 36.0.0: they read the token file every minute.',
      evidence: [AIRFLOW_PROJECT]
    }
  ],
  brings: ['kubernetes', 'kubernetes-asyncio'],
  examples: [
    { requirement: '1.0.0', verdict: 'cannot-reload' },
    { requirement: '3.0.2', verdict: 'cannot-reload' },
    { requirement: '3.1.0', verdict: 'unknown' },
    { requirement: '3.1.2', verdict: 'unknown' },
    { requirement: '4.0.0', verdict: 'reloads' },
    { requirement: '5.1.1', verdict: 'reloads' },
    { requirement: '5.2.0', verdict: 'unknown' },
    { requirement: '7.14.0', verdict: 'unknown' },
    { requirement: '8.0.0', verdict: 'reloads' },
    { requirement: '10.25.0', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '<3.1' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '>=8' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '>=4' }, verdict: 'unknown' }
  ]
}

const prefectKubernetes: Client = {
  name: 'prefect-kubernetes',
  title: 'Prefect integration for Kubernetes',
  repository: PREFECT,
  observed: [
    {
      ...undecided(
        `It brings in kubernetes 24.2.0 or newer, itself or through prefect: ${ALL_BUT_ONE}`,
        PREFECT_PROJECT
      ),
      before: '0.3.12',
      brings: ['kubernetes']
    },
    {
      from: '0.3.12',
      before: '0.6.0',
      behaviour: 'reloads',
      because: 'It brings in kubernetes_asyncio 29.0.0 or newer, which reads the token file every minute.',
      evidence: [PREFECT_PROJECT],
      brings: ['kubernetes-asyncio']
    },
    {
      from: '0.6.0',
      behaviour: 'reloads-late',
      because:
        'Its observer runs Kopf, which asks for the token again only after a 401; the kubernetes_asyncio beside it reads the file every minute.',
      evidence: [PREFECT_PROJECT, PREFECT_OBSERVER],
      brings: ['kopf', 'kubernetes-asyncio']
    }
  ],
  brings: ['kubernetes', 'kubernetes-asyncio', 'kopf'],
  fix: {
    advice: 'No release from 0.6.0 on does otherwise: check that the worker goes on watching after a 401.'
  },
  examples: [
    { requirement: '0.2.12', verdict: 'unknown' },
    { requirement: '0.3.11', verdict: 'unknown' },
    { requirement: '0.3.12', verdict: 'reloads' },
    { requirement: '0.5.0', verdict: 'reloads' },
    { requirement: '0.6.0', verdict: 'reloads-late' },
    { requirement: '0.8.0', verdict: 'reloads-late' }
  ]
}

const openshift: Client = {
  name: 'openshift',
  title: 'OpenShift Python client',
  repository: OPENSHIFT,
  observed: [
    {
      before: '0.12.0',
      behaviour: 'reads-once',
      because: 'Each release brings in one line of kubernetes up to 11, none of which reads the token file again.',
      evidence: [OPENSHIFT_REQUIREMENTS]
    },
    {
      from: '0.12.0',
      before: '0.13.0',
      behaviour: 'reloads',
      because: 'It brings in kubernetes 12, which reads the token file every minute.',
      evidence: [OPENSHIFT_REQUIREMENTS]
    },
    {
      ...undecided(`It brings in kubernetes 12.0 or newer: ${ALL_BUT_ONE}`, OPENSHIFT_REQUIREMENTS),
      from: '0.13.0'
    }
  ],
  brings: ['kubernetes'],
  fix: { advice: ASK_FOR_KUBERNETES },
  examples: [
    { requirement: '0.3.4', verdict: 'cannot-reload' },
    { requirement: '0.11.2', verdict: 'cannot-reload' },
    { requirement: '0.12.0', verdict: 'reloads' },
    { requirement: '0.12.1', verdict: 'reloads' },
    { requirement: '0.13.0', verdict: 'unknown' },
    { requirement: '0.13.2', verdict: 'unknown' },
    { requirement: { kind: 'range', text: '~=0.12.0' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '~=0.11.0' }, verdict: 'cannot-reload' }
  ]
}

const kfp: Client = {
  name: 'kfp',
  title: 'Kubeflow Pipelines SDK',
  repository: KFP,
  observed: [
    {
      ...undecided(
        'It brings in kubernetes 8.0.0 or newer, up to 2.17 below 31, of which those from 12 on reload the token.',
        KFP_SETUP
      )
    }
  ],
  brings: ['kubernetes'],
  fix: { advice: 'Ask for kubernetes 12.0.0 or newer beside it, or add a lockfile: both say which one is used.' },
  examples: [
    { requirement: '1.8.22', verdict: 'unknown' },
    { requirement: '2.17.3', verdict: 'unknown' }
  ]
}

const hikaru: Client = {
  name: 'hikaru',
  title: 'Hikaru',
  repository: HIKARU,
  observed: [
    {
      ...undecided('Which kubernetes the releases before 1.0.0 bring in was not looked up.', HIKARU_REPOSITORY),
      before: '1.0.0'
    },
    {
      from: '1.0.0',
      before: '1.1.0',
      behaviour: 'reloads',
      because: 'It brings in kubernetes 23.6.0 to 26.1.0, which reads the token file every minute.',
      evidence: [HIKARU_REPOSITORY]
    },
    {
      ...undecided(`Its models bring in kubernetes 23.6.0 or newer: ${ALL_BUT_ONE}`, HIKARU_REPOSITORY),
      from: '1.1.0'
    }
  ],
  brings: ['kubernetes'],
  fix: { advice: ASK_FOR_KUBERNETES },
  examples: [
    { requirement: '0.16.0b0', verdict: 'unknown' },
    { requirement: '1.0.0', verdict: 'reloads' },
    { requirement: '1.0.1', verdict: 'reloads' },
    { requirement: '1.1.0', verdict: 'unknown' },
    { requirement: '1.3.0', verdict: 'unknown' }
  ]
}

/** The rows of the PyPI ecosystem that are judged by the client of which they are parents. */
export const pypiFrameworks: readonly Client[] = [
  kubespawner,
  daskKubernetes,
  airflowProvider,
  prefectKubernetes,
  openshift,
  kfp,
  hikaru,
  hikaruModel(23, '23.6.0'),
  hikaruModel(24, '24.2.0'),
  hikaruModel(25, '25.3.0'),
  hikaruModel(26, '26.1.0'),
  hikaruModel(27, '27.2.0'),
  hikaruModel(28, '28.1.0')
]
