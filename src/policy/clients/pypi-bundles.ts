/**
 * Python packages that run in a cluster and have a reader of their own, or carry a client along. Only a program that uses this part
 * of them is concerned, which no dependency file shows: what is bad about them is a notice.
 */

import type { Evidence } from '../../model/verdict.ts'
import { READ_EVERY_MINUTE } from '../claims.ts'
import type { Client, Observation } from '../client.ts'
import { undecided } from './pypi-frameworks.ts'

const RAY = 'https://github.com/ray-project/ray'
const SPARK = 'https://github.com/apache/spark'
const METAFLOW = 'https://github.com/Netflix/metaflow'
const DAGSTER = 'https://github.com/dagster-io/dagster'
const ENTERPRISE_GATEWAY = 'https://github.com/jupyter-server/enterprise_gateway'
const AGENT_SANDBOX = 'https://github.com/kubernetes-sigs/agent-sandbox'
const PYDEMIA = 'https://github.com/pydemia/kubernetes-client'

/** The reader of the token in a release, whose wheels have the same file. */
const rayProvider = (release: string): Evidence => ({
  text: `node_provider.py of Ray ${release}`,
  url: `${RAY}/blob/ray-${release}/python/ray/autoscaler/_private/kuberay/node_provider.py`,
  proof: 'source'
})
const PYSPARK_JARS: Evidence = {
  text: 'python/setup.py of Spark, which packs its jars',
  url: `${SPARK}/blob/cb2e06d2e31e/python/setup.py`,
  proof: 'unsure'
}
const SPARK_RELOAD: Evidence = { text: 'apache/spark#42624', url: `${SPARK}/pull/42624`, proof: 'unsure' }
const METAFLOW_CLIENT: Evidence = {
  text: 'metaflow/plugins/kubernetes/kubernetes_client.py',
  url: `${METAFLOW}/blob/2.19.38/metaflow/plugins/kubernetes/kubernetes_client.py`,
  proof: 'source'
}

const SPARK_ONCE: Observation = {
  behaviour: 'reads-once',
  because: 'Its jars of Spark read the token file once, if they run on Kubernetes.',
  evidence: [PYSPARK_JARS, SPARK_RELOAD]
}
const SPARK_AGAIN: Observation = {
  behaviour: 'reloads',
  because: 'Its jars of Spark leave the token of the service account to fabric8, which reads it again every minute.',
  evidence: [PYSPARK_JARS, SPARK_RELOAD]
}

const ASK = 'Ask for kubernetes 36.0.1 or newer beside it, or add a lockfile: both say which one is used.'

/** A package that brings in any release of kubernetes, or any from one on. */
function anyKubernetes(
  project: Pick<Client, 'name' | 'title' | 'repository'>,
  because: string,
  releases: readonly string[]
): Client {
  const evidence: Evidence = {
    text: `${project.name}, metadata of its wheels`,
    url: project.repository,
    proof: 'source'
  }
  return {
    ...project,
    observed: [undecided(because, evidence)],
    brings: ['kubernetes'],
    fix: { advice: ASK },
    examples: releases.map(requirement => ({ requirement, verdict: 'unknown' }))
  }
}

/** The rows of packages that carry a reader or a client along. */
export const pypiBundles: readonly Client[] = [
  {
    name: 'ray',
    title: 'Ray, autoscaler of KubeRay',
    repository: RAY,
    observed: [
      {
        before: '2.42.0',
        behaviour: 'reads-once',
        because: 'The autoscaler in a cluster of KubeRay reads the token file once, when it starts.',
        evidence: [{ ...rayProvider('2.41.0'), proof: 'unsure' }]
      },
      { from: '2.42.0', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [rayProvider('2.42.0')] }
    ],
    examined: '2.60.0',
    fix: { advice: 'Only the autoscaler of KubeRay is concerned.' },
    examples: [
      { requirement: '2.3.1', verdict: 'cannot-reload' },
      { requirement: '2.41.0', verdict: 'cannot-reload' },
      { requirement: '2.42.0', verdict: 'reloads' },
      { requirement: '2.60.0', verdict: 'reloads' }
    ]
  },
  {
    name: 'pyspark',
    title: 'PySpark',
    repository: SPARK,
    observed: [
      { before: '3.3.4', ...SPARK_ONCE },
      {
        from: '3.3.4',
        before: '3.4.0.dev0',
        behaviour: 'reloads-late',
        because:
          'Its jars of Spark leave the token of the service account to fabric8 5.12.2, which reads it again after a 401.',
        evidence: [PYSPARK_JARS, SPARK_RELOAD],
        releases: ['3.3.4']
      },
      { from: '3.4.0.dev0', before: '3.4.2', ...SPARK_ONCE, releases: ['3.4.0', '3.4.1'] },
      { from: '3.4.2', ...SPARK_AGAIN }
    ],
    fix: { advice: 'Only Spark on Kubernetes is concerned.' },
    examples: [
      { requirement: '2.4.8', verdict: 'cannot-reload' },
      { requirement: '3.3.3', verdict: 'cannot-reload' },
      { requirement: '3.3.4', verdict: 'reloads-late' },
      { requirement: '3.4.1', verdict: 'cannot-reload' },
      { requirement: '3.4.2', verdict: 'reloads' },
      { requirement: '4.0.0', verdict: 'reloads' }
    ]
  },
  {
    name: 'metaflow',
    title: 'Metaflow',
    repository: METAFLOW,
    observed: [
      {
        before: '2.5.0',
        behaviour: 'not-known',
        reason: 'not-examined',
        because: 'Up to 2.4.0 it has no code for Kubernetes; what came before 2.5.0 nobody has looked at.',
        evidence: [METAFLOW_CLIENT]
      },
      {
        from: '2.5.0',
        behaviour: 'reloads',
        because: 'It loads the configuration, and with it the token file, again every five minutes.',
        evidence: [METAFLOW_CLIENT]
      }
    ],
    examined: '2.19.39',
    examples: [
      { requirement: '2.4.0', verdict: 'unknown' },
      { requirement: '2.5.0', verdict: 'reloads' },
      { requirement: '2.19.39', verdict: 'reloads' }
    ]
  },
  anyKubernetes(
    { name: 'dagster-k8s', title: 'Dagster on Kubernetes', repository: DAGSTER },
    'It brings in any release of kubernetes, in 0.29.27 any below 37: those below 12 read the token once, and 36.0.0 sends none.',
    ['0.29.27']
  ),
  anyKubernetes(
    { name: 'jupyter-enterprise-gateway', title: 'Jupyter Enterprise Gateway', repository: ENTERPRISE_GATEWAY },
    'It brings in kubernetes 4.0.0 or newer, from 3.0.0 on 18.20.0 or newer: of these all from 12 on reload the token but 36.0.0, which sends none.',
    ['2.6.0', '3.3.0']
  ),
  anyKubernetes(
    { name: 'k8s-agent-sandbox', title: 'Agent Sandbox', repository: AGENT_SANDBOX },
    'It brings in any release of kubernetes, from 1.0.8 on any but 36.0.0: those below 12 read the token once.',
    ['1.0.7', '1.0.8']
  ),
  {
    name: 'kubernetes-client',
    title: 'kubernetes-client of pydemia',
    repository: PYDEMIA,
    observed: [
      {
        ...undecided('It brings in kubernetes, of which releases below 12 read the token once.', {
          text: 'kubernetes-client, metadata of its wheels',
          url: PYDEMIA,
          proof: 'source'
        }),
        before: '0.9.0'
      },
      {
        from: '0.9.0',
        behaviour: 'reloads',
        because: 'It brings in kubernetes 36.0.3 to 37, which reads the token file every minute.',
        evidence: [
          { text: 'kubernetes-client 0.9.0 and 1.0.0, metadata of their wheels', url: PYDEMIA, proof: 'source' }
        ]
      }
    ],
    brings: ['kubernetes'],
    examined: '1.0.0',
    fix: { advice: ASK },
    examples: [
      { requirement: '0.1.8', verdict: 'unknown' },
      { requirement: '0.9.0', verdict: 'reloads' },
      { requirement: '1.0.0', verdict: 'reloads' }
    ]
  }
]
