/**
 * Images with a Kubernetes client whose releases were not examined. A manifest that names one is not silent about it: each release is
 * unknown, as a notice. A row moves to docker.ts once it is known which releases reload the token.
 */

import type { Client } from '../client.ts'
import { observeTag } from './docker-tags.ts'

/** An image: its name without the registry, its title, its repository at GitHub, and further names. */
type Unexamined = readonly [name: string, title: string, repository: string, ...alsoNamed: readonly string[]]

const IMAGES: readonly Unexamined[] = [
  ['datadog/agent', 'Datadog Agent', 'DataDog/datadog-agent', 'datadoghq/agent'],
  ['datadog/cluster-agent', 'Datadog Cluster Agent', 'DataDog/datadog-agent', 'datadoghq/cluster-agent'],
  ['beats/metricbeat', 'Metricbeat', 'elastic/beats', 'elastic/metricbeat'],
  ['beats/filebeat', 'Filebeat', 'elastic/beats', 'elastic/filebeat'],
  ['beats/elastic-agent', 'Elastic Agent', 'elastic/elastic-agent', 'elastic-agent/elastic-agent'],
  ['otel/opentelemetry-collector-contrib', 'OpenTelemetry Collector', 'open-telemetry/opentelemetry-collector-contrib'],
  ['otel/opentelemetry-collector-k8s', 'OpenTelemetry Collector', 'open-telemetry/opentelemetry-collector-releases'],
  ['timberio/vector', 'Vector', 'vectordotdev/vector'],
  ['kiali/kiali', 'Kiali', 'kiali/kiali'],
  ['falcosecurity/falco', 'Falco', 'falcosecurity/falco', 'falcosecurity/falco-no-driver'],
  ['gitlab/gitlab-runner', 'GitLab Runner', 'gitlabhq/gitlab-runner', 'gitlab-org/gitlab-runner'],
  ['victoriametrics/vmagent', 'vmagent', 'VictoriaMetrics/VictoriaMetrics'],
  ['victoriametrics/operator', 'VictoriaMetrics operator', 'VictoriaMetrics/operator'],
  ['hashicorp/vault', 'Vault', 'hashicorp/vault', 'vault'],
  ['hashicorp/vault-k8s', 'Vault agent injector', 'hashicorp/vault-k8s'],
  ['hashicorp/consul-k8s-control-plane', 'Consul on Kubernetes', 'hashicorp/consul-k8s', 'hashicorp/consul-k8s'],
  ['spiffe/spire-agent', 'SPIRE agent', 'spiffe/spire'],
  ['spiffe/spire-server', 'SPIRE server', 'spiffe/spire'],
  ['pomerium/pomerium', 'Pomerium', 'pomerium/pomerium'],
  ['keelhq/keel', 'Keel', 'keel-hq/keel'],
  ['cloudprober/cloudprober', 'Cloudprober', 'cloudprober/cloudprober'],
  ['uswitch/kiam', 'kiam', 'uswitch/kiam'],
  ['fluxcd/flux', 'Flux 1', 'fluxcd/flux', 'weaveworks/flux'],
  ['fluxcd/helm-operator', 'Helm Operator of Flux 1', 'fluxcd/helm-operator'],
  ['kubearmor/kubearmor', 'KubeArmor', 'kubearmor/KubeArmor'],
  ['newrelic/nri-prometheus', 'New Relic for Prometheus', 'newrelic/nri-prometheus'],
  ['teapot/skipper', 'Skipper', 'zalando/skipper', 'zalando/skipper'],
  ['authzed/spicedb', 'SpiceDB', 'authzed/spicedb'],
  ['splunk/kube-objects', 'Splunk Connect for Kubernetes', 'splunk/splunk-connect-for-kubernetes']
]

/** The rows of images that were not examined. */
export const unexaminedImages: readonly Client[] = IMAGES.map(([name, title, repository, ...alsoNamed]) => ({
  name,
  ...(alsoNamed.length > 0 ? { alsoNamed } : {}),
  title,
  repository: `https://github.com/${repository}`,
  observed: [
    {
      behaviour: 'not-known',
      reason: 'not-examined',
      because: 'It was not examined which releases of this image reload the token.',
      evidence: []
    }
  ],
  observe: observeTag,
  examples: [{ requirement: '1.0.0', verdict: 'unknown' }]
}))
