/**
 * Images with a Kubernetes client whose releases were not examined: those of a list, and those whose name says that they are programs
 * for clusters. A manifest that names one is not silent about it: each release is unknown, as a notice. An image of the list moves to
 * evidence/images.txt or docker.ts once it is known which releases reload the token.
 */

import type { Client } from '../client.ts'
import { notKnown } from './docker-tags.ts'

/** An image: its name without the registry, its title, its repository at GitHub, and further names. */
type Unexamined = readonly [name: string, title: string, repository: string, ...alsoNamed: readonly string[]]

const NOT_EXAMINED = notKnown('not-examined', 'It was not examined which releases of this image reload the token.')

const IMAGES: readonly Unexamined[] = [
  ['datadog/cluster-agent', 'Datadog Cluster Agent', 'DataDog/datadog-agent', 'datadoghq/cluster-agent'],
  [
    'acid/spilo-13',
    'Spilo',
    'zalando/spilo',
    'acid/spilo-12',
    'acid/spilo-14',
    'acid/spilo-15',
    'zalando/spilo-15',
    'zalando/spilo-16',
    'zalando/spilo-17'
  ],
  ['sysdig/agent', 'Sysdig agent', 'draios/sysdig-cloud-scripts'],
  ['rancher/k3s', 'K3s', 'k3s-io/k3s'],
  ['bitnami/jupyterhub', 'JupyterHub', 'bitnami/containers'],
  [
    'bitnami/spring-cloud-dataflow',
    'Spring Cloud Data Flow',
    'spring-cloud/spring-cloud-dataflow',
    'bitnami/spring-cloud-skipper'
  ],
  ['aquasec/kube-bench', 'kube-bench', 'aquasecurity/kube-bench'],
  ['apachepulsar/pulsar-manager', 'Pulsar Manager', 'apache/pulsar-manager'],
  [
    'bitnami/rmq-default-credential-updater',
    'Default user credential updater of RabbitMQ',
    'rabbitmq/default-user-credential-updater',
    'rabbitmqoperator/default-user-credential-updater'
  ],
  ['kindest/kindnetd', 'kindnetd', 'kubernetes-sigs/kind'],
  ['cnrm-eap/recorder', 'Config Connector', 'GoogleCloudPlatform/k8s-config-connector', 'cnrm-eap/webhook'],
  [
    'kubeflow/kubeflow/central-dashboard',
    'Kubeflow dashboard',
    'kubeflow/kubeflow',
    'kubeflow-images-public/centraldashboard',
    'kubeflownotebookswg/centraldashboard'
  ],
  [
    'kubeflow/kubeflow/jupyter-web-app',
    'Kubeflow web apps',
    'kubeflow/kubeflow',
    'kubeflow-images-public/jupyter-web-app',
    'kubeflow/kubeflow/volumes-web-app',
    'kubeflow/kubeflow/tensorboards-web-app'
  ],
  [
    'kubeflow-images-public/kubernetes-sigs/application',
    'Application controller',
    'kubernetes-sigs/application',
    'ml-pipeline/application-crd-controller'
  ],
  ['ml-pipeline/metadata-writer', 'Metadata writer of Kubeflow', 'kubeflow/pipelines', 'kubeflow/kfp-metadata-writer'],
  ['stackdriver-prometheus/stackdriver-prometheus', 'Prometheus for Stackdriver', 'Stackdriver/stackdriver-prometheus'],
  ['kserve/models-web-app', 'KServe web app', 'kserve/models-web-app', 'kfserving/models-web-app'],
  ['spinnaker/clouddriver', 'Spinnaker Clouddriver', 'spinnaker/clouddriver'],
  ['kubedns-amd64', 'kube-dns', 'kubernetes/kubernetes'],
  ['openshift/oauth-proxy', 'OpenShift OAuth proxy', 'openshift/oauth-proxy', 'openshift/origin-oauth-proxy'],
  ['neuron/neuron-device-plugin', 'Neuron device plugin', 'aws-neuron/aws-neuron-sdk'],
  ['rancher/tekton-utils', 'Tekton utilities of Rancher', 'rancher/gitjob'],
  ['rayproject/autoscaler', 'Autoscaler of Ray', 'ray-project/ray']
]

/** Words in the last part of a name, by which a program for clusters calls itself. */
const FOR_CLUSTERS =
  /(?:^|[-_.])(?:operator|controller|manager-controller|provisioner|autoscaler|attacher|resizer|snapshotter|csi|k8s|kube|kubernetes)(?:[-_.]|$)|^kube[a-z]+$/
/**
 * Programs with such a name and without a service-account token: the components of the control plane have kubeconfig files, the
 * rest does not ask the API server.
 */
const WITHOUT_TOKEN =
  /^(?:kube-apiserver|kube-controller-manager|kube-scheduler|kube-addon-manager|kube-registry-proxy|.*node-driver-registrar|driver-registrar|kube-webhook-certgen|.*k8s-dns-.*|kubernetes-pause|hyperkube)(?:-(?:amd64|arm64|arm))?$/
/** In characters: no registry accepts more. */
const LONGEST_NAME = 255
/** Of which each such name has one; see `Policy.words`. */
export const WORDS_OF_PROGRAMS: readonly string[] = [
  'operator',
  '-controller',
  'controller-',
  '/controller',
  'provisioner',
  'autoscaler',
  '-attacher',
  '-resizer',
  'snapshotter',
  'csi-',
  '-csi',
  '/k8s',
  '-k8s',
  '/kube',
  '-kube'
]

/** The rows of images that were not examined. */
export const unexaminedImages: readonly Client[] = IMAGES.map(([name, title, repository, ...alsoNamed]) => ({
  ...unexamined(name),
  ...(alsoNamed.length > 0 ? { alsoNamed } : {}),
  title,
  repository: `https://github.com/${repository}`
}))

/** The row of an image of which only the name is known: that of a program for clusters. */
export function programForClusters(name: string): Client | undefined {
  if (name.length > LONGEST_NAME) return undefined
  const last = name.slice(name.lastIndexOf('/') + 1)
  return last !== name && FOR_CLUSTERS.test(last) && !WITHOUT_TOKEN.test(last) ? unexamined(name) : undefined
}

function unexamined(name: string): Client {
  return {
    name,
    title: name,
    repository: 'https://hub.docker.com',
    observed: [NOT_EXAMINED],
    // Whatever its tag is, it says nothing more.
    observe: () => NOT_EXAMINED,
    examples: [{ requirement: '1.0.0', verdict: 'unknown' }]
  }
}
