/**
 * Container images with a Kubernetes client. Of most, a lock file of the project states the client: their rows are generated
 * (docker-images.ts). Here are those whose code handles the token by itself. Images that were not examined are in
 * docker-unexamined.ts. Without a row: fluent/fluentd and jenkins/jenkins, which have no client until a plugin is added.
 */

import type { Evidence } from '../../model/verdict.ts'
import { READ_ONCE } from '../claims.ts'
import type { Client, ObservedRange } from '../client.ts'
import { EKS } from '../documents.ts'
import { imagesOfTable } from './docker-images.ts'
import { imagesOfPackages } from './docker-packages.ts'
import { notKnown, observeTag } from './docker-tags.ts'
import { unexaminedImages } from './docker-unexamined.ts'

const LOGZIO: Evidence = {
  text: 'history of versions in README.md of logzio-k8s 1.5.6',
  url: 'https://github.com/logzio/logzio-k8s/blob/1.5.6/README.md',
  proof: 'documented'
}
const REXEC: Evidence = {
  text: 'Adyen/kubectl-rexec a05a423, in release 0.2.0',
  url: 'https://github.com/Adyen/kubectl-rexec/commit/a05a423',
  proof: 'source'
}
const AIRFLOW: Evidence = {
  text: 'apache/airflow#20759, in release 2.3.0, which lifts kubernetes<12',
  url: 'https://github.com/apache/airflow/pull/20759',
  proof: 'unsure'
}
const DATADOG_ONCE = 'Its client for the kubelet reads the token file once.'
const DATADOG: Evidence = {
  text: 'DataDog/datadog-agent#11686',
  url: 'https://github.com/DataDog/datadog-agent/pull/11686',
  proof: 'source'
}
const DATADOG_CHECKS: Evidence = {
  text: 'DataDog/integrations-core#11915, in release 7.37.0 of the agent',
  url: 'https://github.com/DataDog/integrations-core/pull/11915',
  proof: 'documented'
}
const BEATS = 'https://github.com/elastic/beats'
const METRICBEAT_ONCE = 'With bearer_token_file, it reads the file once.'
const METRICBEAT_BRANCH =
  'It was not examined which releases of this branch read the token file again after a 401 (elastic/beats#40636).'
const METRICBEAT: Evidence = {
  text: 'metricbeat/helper/http.go of elastic/beats 0073692d8f6f',
  url: `${BEATS}/blob/0073692d8f6f34fcc00809a7ef773968f9c2b376/metricbeat/helper/http.go`,
  proof: 'unsure'
}
const OTEL = 'https://github.com/open-telemetry/opentelemetry-collector-contrib'
const OTEL_KUBELET: Evidence = {
  text: 'open-telemetry/opentelemetry-collector-contrib#26316, in release 0.85.0',
  url: `${OTEL}/pull/26316`,
  proof: 'source'
}

/** The parts of a row beside its history. */
type Image = Pick<Client, 'name' | 'alsoNamed' | 'title' | 'repository' | 'fix' | 'examples'>

/** What is said of the releases of a program with a client of its own. */
interface Told {
  /** Of those that read the token once. */
  readonly before?: string
  /** Of those that reload. */
  readonly after?: string
  /** Of those between them, which reload late or in part: since which tag, and why. */
  readonly late?: { readonly from: string; readonly because: string; readonly evidence: Evidence }
}

/** A program with a client of its own: `from` is the first tag that reloads, absent if no tag does. */
function ownLoader(
  image: Image,
  from: string | undefined,
  evidence: Evidence,
  { before = READ_ONCE, after = 'The token file is read again while the program runs.', late }: Told = {}
): Client {
  const bad = { behaviour: 'reads-once', because: before, evidence: [late?.evidence ?? evidence] } as const
  // Of an image whose every release is bad, the tag does not matter.
  if (from === undefined) return { ...image, observed: [bad], observe: required => observeTag(required) && bad }
  const good = { from, behaviour: 'reloads', because: after, evidence: [evidence] } as const
  const between: ObservedRange[] = late
    ? [{ from: late.from, before: from, behaviour: 'reloads-late', because: late.because, evidence: [late.evidence] }]
    : []
  return { ...image, observed: [{ ...bad, before: late?.from ?? from }, ...between, good], observe: observeTag }
}

/** A program with a client of its own, whose releases are told range by range; the last one goes on. */
function inRanges(image: Image, observed: readonly ObservedRange[]): Client {
  return { ...image, observed, observe: observeTag }
}

/** The rows of container images. Names are without their registry. */
export const dockerClients: readonly Client[] = [
  ...imagesOfTable,
  ...imagesOfPackages,
  ownLoader(
    {
      name: 'fluxcd/helm-controller',
      alsoNamed: ['bitnami/fluxcd-helm-controller'],
      title: 'Flux helm-controller',
      repository: 'https://github.com/fluxcd/helm-controller',
      examples: [
        { requirement: 'v0.21.0', verdict: 'cannot-reload' },
        { requirement: 'v0.22.0', verdict: 'reloads' }
      ]
    },
    '0.22.0',
    {
      text: 'changelog of helm-controller 0.22.0',
      url: 'https://github.com/fluxcd/helm-controller/blob/e4eb843beacd/CHANGELOG.md#0220',
      proof: 'documented'
    },
    { before: 'Its client-go reloads, but the token is copied out of the configuration once, for Helm.' }
  ),
  ownLoader(
    {
      name: 'fluent/fluent-bit',
      alsoNamed: ['bitnami/fluent-bit'],
      title: 'Fluent Bit',
      repository: 'https://github.com/fluent/fluent-bit',
      examples: [
        { requirement: '1.8.15', verdict: 'cannot-reload' },
        { requirement: '1.9.3-debug', verdict: 'cannot-reload' },
        { requirement: '1.9.4', verdict: 'reloads' },
        { requirement: '3.0.0', verdict: 'reloads' }
      ]
    },
    '1.9.4',
    {
      text: 'fluent/fluent-bit 110bce8ee',
      url: 'https://github.com/fluent/fluent-bit/commit/110bce8ee',
      proof: 'source'
    },
    { after: 'The Kubernetes filter reads the token file again every ten minutes (kube_token_ttl).' }
  ),
  ownLoader(
    {
      name: 'apache/apisix',
      alsoNamed: ['bitnami/apisix'],
      title: 'Apache APISIX',
      repository: 'https://github.com/apache/apisix',
      fix: { advice: 'Only its discovery of services by the Kubernetes API is concerned.' },
      examples: [
        { requirement: '3.12.0-debian', verdict: 'cannot-reload' },
        { requirement: '3.13.0-debian', verdict: 'reloads' },
        { requirement: '3.14.1-ubuntu', verdict: 'reloads' }
      ]
    },
    '3.13.0',
    {
      text: 'apache/apisix#12057',
      url: 'https://github.com/apache/apisix/pull/12057',
      proof: 'source'
    },
    { before: 'Its discovery of services reads the token file once.' }
  ),
  ownLoader(
    {
      name: 'aws-observability/aws-for-fluent-bit',
      alsoNamed: ['amazon/aws-for-fluent-bit', 'aws-for-fluent-bit'],
      title: 'AWS for Fluent Bit',
      repository: 'https://github.com/aws/aws-for-fluent-bit',
      examples: [
        { requirement: '2.24.0', verdict: 'cannot-reload' },
        { requirement: '2.25.0', verdict: 'reloads' },
        { requirement: 'stable', verdict: 'unknown' }
      ]
    },
    '2.25.0',
    EKS
  ),
  ownLoader(
    {
      name: 'external-secrets/kubernetes-external-secrets',
      alsoNamed: ['godaddy/kubernetes-external-secrets'],
      title: 'Kubernetes External Secrets',
      repository: 'https://github.com/external-secrets/kubernetes-external-secrets',
      fix: { advice: 'No release reloads the token, and none will be made: move to External Secrets Operator.' },
      examples: [
        { requirement: '8.5.5', verdict: 'cannot-reload' },
        { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
      ]
    },
    undefined,
    {
      text: 'external-secrets/kubernetes-external-secrets#926',
      url: 'https://github.com/external-secrets/kubernetes-external-secrets/issues/926',
      proof: 'source'
    },
    { before: 'The Kubernetes client in it, kubernetes-client of GoDaddy, reads the token file once.' }
  ),
  ownLoader(
    {
      name: 'telegraf',
      alsoNamed: ['bitnami/telegraf'],
      title: 'Telegraf',
      repository: 'https://github.com/influxdata/telegraf',
      examples: [
        { requirement: '1.23.3-alpine', verdict: 'cannot-reload' },
        { requirement: '1.23.4', verdict: 'reloads-late' },
        { requirement: '1.28.2', verdict: 'reloads-late' },
        { requirement: '1.28.4', verdict: 'reloads' },
        { requirement: { kind: 'range', text: '1.30-alpine' }, verdict: 'reloads' }
      ]
    },
    '1.28.4',
    {
      text: 'influxdata/telegraf#14191, in release 1.28.4',
      url: 'https://github.com/influxdata/telegraf/pull/14191',
      proof: 'source'
    },
    {
      before: 'Its inputs for Kubernetes read the token file once, whichever client-go it holds.',
      late: {
        from: '1.23.4',
        because:
          'Its inputs for Kubernetes read the token file again, but inputs.prometheus with pod_scrape_scope = "node" reads it once.',
        evidence: {
          text: 'influxdata/telegraf 388be518f8',
          url: 'https://github.com/influxdata/telegraf/commit/388be518f8',
          proof: 'source'
        }
      }
    }
  ),
  ownLoader(
    {
      name: 'newrelic/nri-kubernetes',
      alsoNamed: ['newrelic/infrastructure-k8s'],
      title: 'New Relic Kubernetes integration',
      repository: 'https://github.com/newrelic/nri-kubernetes',
      examples: [
        { requirement: '2.10.0-unprivileged', verdict: 'cannot-reload' },
        { requirement: '3.4.0', verdict: 'cannot-reload' },
        { requirement: '3.4.1', verdict: 'reloads' }
      ]
    },
    '3.4.1',
    {
      text: 'newrelic/nri-kubernetes#512',
      url: 'https://github.com/newrelic/nri-kubernetes/commit/576f0fcd',
      proof: 'source'
    },
    { before: 'Its client-go reloads, but the token is copied out of the configuration once.' }
  ),
  ownLoader(
    {
      name: 'calico/node',
      alsoNamed: ['calico/cni'],
      title: 'Calico',
      repository: 'https://github.com/projectcalico/calico',
      examples: [
        { requirement: 'v3.23.1', verdict: 'cannot-reload' },
        { requirement: 'v3.23.2', verdict: 'reloads' },
        { requirement: 'v3.26.1', verdict: 'reloads' }
      ]
    },
    '3.23.2',
    { text: 'projectcalico/calico#5910', url: 'https://github.com/projectcalico/calico/pull/5910', proof: 'unsure' },
    {
      before:
        'The kubeconfig that it writes for the host holds a token that only the token watcher renews, where it is on.',
      after: 'It asks for a new token itself and writes it into the kubeconfig of the host.'
    }
  ),
  ownLoader(
    {
      name: 'k8snetworkplumbingwg/multus-cni',
      alsoNamed: ['bitnami/multus-cni', 'nfvpe/multus'],
      title: 'Multus CNI',
      repository: 'https://github.com/k8snetworkplumbingwg/multus-cni',
      examples: [
        { requirement: 'v3.9.3', verdict: 'cannot-reload' },
        { requirement: 'v4.1.0', verdict: 'reloads' }
      ]
    },
    '4.1.0',
    {
      text: 'k8snetworkplumbingwg/multus-cni 53a68c35f',
      url: 'https://github.com/k8snetworkplumbingwg/multus-cni/commit/53a68c35f',
      proof: 'unsure'
    },
    {
      before: 'The thin plugin writes the token into the kubeconfig of the host once.',
      after: 'It writes the kubeconfig of the host anew when the token changes, where the watch is on.'
    }
  ),
  ownLoader(
    {
      name: 'k8snetworkplumbingwg/whereabouts',
      alsoNamed: ['bitnami/whereabouts', 'dougbtv/whereabouts'],
      title: 'Whereabouts',
      repository: 'https://github.com/k8snetworkplumbingwg/whereabouts',
      examples: [
        { requirement: 'v0.8.0', verdict: 'cannot-reload' },
        { requirement: 'v0.9.0', verdict: 'reloads' }
      ]
    },
    '0.9.0',
    {
      text: 'token-watcher.sh of Whereabouts 0.9.0, which install-cni.sh of 0.8.0 does not have',
      url: 'https://github.com/k8snetworkplumbingwg/whereabouts/blob/v0.9.0/script/token-watcher.sh',
      proof: 'source'
    },
    {
      before: 'The script that installs the plugin writes the token into the kubeconfig of the host once.',
      after: 'A script beside it compares the token file every second and writes the kubeconfig of the host anew.'
    }
  ),
  ownLoader(
    {
      name: 'teapot/kube-ingress-aws-controller',
      alsoNamed: ['zalando-incubator/kube-ingress-aws-controller'],
      title: 'AWS ingress controller of Zalando',
      repository: 'https://github.com/zalando-incubator/kube-ingress-aws-controller',
      examples: [
        { requirement: 'v0.13.17', verdict: 'cannot-reload' },
        { requirement: 'v0.13.18', verdict: 'reloads' }
      ]
    },
    '0.13.18',
    {
      text: 'zalando-incubator/kube-ingress-aws-controller efa8d4c',
      url: 'https://github.com/zalando-incubator/kube-ingress-aws-controller/commit/efa8d4c',
      proof: 'source'
    }
  ),
  ownLoader(
    {
      name: 'rancher/rancher',
      title: 'Rancher',
      repository: 'https://github.com/rancher/rancher',
      examples: [
        { requirement: 'v2.5.17', verdict: 'cannot-reload' },
        { requirement: 'v2.6.0', verdict: 'reloads' }
      ],
      fix: { version: 'v2.6.0' }
    },
    '2.6.0-rc1',
    {
      text: 'rancher/rancher 48f1e1ac3d',
      url: 'https://github.com/rancher/rancher/commit/48f1e1ac3d',
      proof: 'source'
    },
    {
      before:
        'Its proxy to the local cluster sends the token that Rancher read when it started, although its client-go reloads from 2.3.0 on.',
      after:
        'Its client-go reads the token file again every minute, and its proxy sends tokens that it asks for by itself.'
    }
  ),
  ownLoader(
    {
      name: 'kubectl',
      alsoNamed: ['bitnami/kubectl', 'rancher/kubectl', 'lachlanevenson/k8s-kubectl', 'alpine/k8s', 'alpine/kubectl'],
      title: 'kubectl',
      repository: 'https://github.com/kubernetes/kubectl',
      examples: [
        { requirement: 'v1.14.0', verdict: 'cannot-reload' },
        { requirement: '1.25.4-debian-11-r2', verdict: 'reloads' }
      ]
    },
    '1.15.7',
    {
      text: 'kubernetes/kubernetes#77613',
      url: 'https://github.com/kubernetes/kubernetes/pull/77613',
      proof: 'unsure'
    },
    {
      before:
        'Each command reads the token file when it starts, and one that goes on, such as kubectl proxy, keeps that token.'
    }
  ),
  ownLoader(
    {
      name: 'fluxcd/flux',
      alsoNamed: ['weaveworks/flux'],
      title: 'Flux 1',
      repository: 'https://github.com/fluxcd/flux',
      fix: { advice: 'No release reloads the token, and none will be made: move to Flux 2.' },
      examples: [
        { requirement: '1.14.2', verdict: 'cannot-reload' },
        { requirement: '1.25.4', verdict: 'cannot-reload' }
      ]
    },
    undefined,
    {
      text: 'pkg/cluster/kubernetes/sync.go of Flux 1.25.4',
      url: 'https://github.com/fluxcd/flux/blob/1.25.4/pkg/cluster/kubernetes/sync.go#L487-L488',
      proof: 'source'
    },
    { before: 'It gives kubectl the token that it read when it started, whichever client-go it holds.' }
  ),
  ownLoader(
    {
      name: 'fluxcd/helm-operator',
      alsoNamed: ['weaveworks/helm-operator'],
      title: 'Helm Operator of Flux 1',
      repository: 'https://github.com/fluxcd/helm-operator',
      fix: { advice: 'No release reloads the token, and none will be made: move to Flux 2.' },
      examples: [
        { requirement: '1.0.0-rc9', verdict: 'cannot-reload' },
        { requirement: '1.4.4', verdict: 'cannot-reload' }
      ]
    },
    undefined,
    {
      text: 'pkg/helm/v3/helm.go of Helm Operator 1.4.4',
      url: 'https://github.com/fluxcd/helm-operator/blob/1.4.4/pkg/helm/v3/helm.go#L98-L105',
      proof: 'source'
    },
    { before: 'It gives Helm the token that it read when it started, whichever client-go it holds.' }
  ),
  ownLoader(
    {
      name: 'timberio/vector',
      title: 'Vector',
      repository: 'https://github.com/vectordotdev/vector',
      examples: [
        { requirement: '0.20.1-alpine', verdict: 'cannot-reload' },
        { requirement: '0.21.0-distroless-libc', verdict: 'reloads' },
        { requirement: '0.50.0-debian', verdict: 'reloads' }
      ]
    },
    '0.21.0',
    { text: 'vectordotdev/vector#11714', url: 'https://github.com/vectordotdev/vector/pull/11714', proof: 'source' },
    {
      before: 'Its own client for kubernetes_logs reads the token file once.',
      after: 'It holds release 0.70.0 or newer of the crate kube, which reads the token file again every minute.'
    }
  ),
  ownLoader(
    {
      name: 'teapot/skipper',
      alsoNamed: ['zalando/skipper', 'zalando/skipper-ingress', 'pathfinder/skipper'],
      title: 'Skipper',
      repository: 'https://github.com/zalando/skipper',
      examples: [
        { requirement: 'v0.11.34', verdict: 'cannot-reload' },
        { requirement: 'v0.11.35', verdict: 'reloads' },
        { requirement: 'v0.21.100', verdict: 'reloads' }
      ]
    },
    '0.11.35',
    { text: 'zalando/skipper#1295', url: 'https://github.com/zalando/skipper/pull/1295', proof: 'source' }
  ),
  ownLoader(
    {
      name: 'victoriametrics/vmagent',
      alsoNamed: ['bitnami/victoriametrics-vmagent'],
      title: 'vmagent',
      repository: 'https://github.com/VictoriaMetrics/VictoriaMetrics',
      examples: [
        { requirement: 'v1.59.0', verdict: 'cannot-reload' },
        { requirement: 'v1.60.0', verdict: 'reloads' },
        { requirement: 'v1.93.0-enterprise', verdict: 'reloads' }
      ]
    },
    '1.60.0',
    {
      text: 'VictoriaMetrics/VictoriaMetrics 733706e6c6',
      url: 'https://github.com/VictoriaMetrics/VictoriaMetrics/commit/733706e6c6',
      proof: 'source'
    },
    { after: 'The token file is read again every second.' }
  ),
  ownLoader(
    {
      name: 'kubearmor/kubearmor',
      title: 'KubeArmor',
      repository: 'https://github.com/kubearmor/KubeArmor',
      examples: [
        { requirement: 'v1.6.15', verdict: 'cannot-reload' },
        { requirement: 'v1.6.16', verdict: 'reloads' },
        { requirement: 'stable', verdict: 'unknown' }
      ]
    },
    '1.6.16',
    { text: 'kubearmor/KubeArmor#2496', url: 'https://github.com/kubearmor/KubeArmor/pull/2496', proof: 'source' }
  ),
  ownLoader(
    {
      name: 'kiali/kiali',
      title: 'Kiali',
      repository: 'https://github.com/kiali/kiali',
      examples: [
        { requirement: 'v1.55.1', verdict: 'cannot-reload' },
        { requirement: 'v1.56.0', verdict: 'reloads' },
        { requirement: 'v2.4.0', verdict: 'reloads' }
      ]
    },
    '1.56.0',
    { text: 'kiali/kiali#5386', url: 'https://github.com/kiali/kiali/pull/5386', proof: 'source' },
    {
      before: 'It copies the token out of the configuration of its client-go once.',
      after: 'It reads the token file again every minute, from 1.80.0 on by client-go.'
    }
  ),
  ownLoader(
    {
      name: 'cloudprober/cloudprober',
      title: 'Cloudprober',
      repository: 'https://github.com/cloudprober/cloudprober',
      examples: [
        { requirement: 'v0.12.3', verdict: 'cannot-reload' },
        { requirement: 'v0.12.4', verdict: 'reloads' }
      ]
    },
    '0.12.4',
    {
      text: 'cloudprober/cloudprober#284',
      url: 'https://github.com/cloudprober/cloudprober/pull/284',
      proof: 'source'
    },
    { before: 'Its discovery of resources reads the token file once.' }
  ),
  ownLoader(
    {
      name: 'falcosecurity/falco',
      alsoNamed: ['falcosecurity/falco-no-driver'],
      title: 'Falco',
      repository: 'https://github.com/falcosecurity/falco',
      examples: [
        { requirement: '0.36.2', verdict: 'cannot-reload' },
        { requirement: '0.37.0', verdict: 'reloads' }
      ]
    },
    '0.37.0',
    {
      text: 'falcosecurity/libs cc90ecb95',
      url: 'https://github.com/falcosecurity/libs/commit/cc90ecb95',
      proof: 'unsure'
    },
    {
      before: 'Its client for metadata, which the option -k starts, reads the token file once.',
      after: 'It has no client any more: the collector of k8smeta asks the API server.'
    }
  ),
  ownLoader(
    {
      name: 'dexidp/dex',
      alsoNamed: ['bitnami/dex', 'coreos/dex'],
      title: 'Dex',
      repository: 'https://github.com/dexidp/dex',
      examples: [
        { requirement: 'v2.29.0', verdict: 'cannot-reload' },
        { requirement: 'v2.30.0-distroless', verdict: 'reloads' }
      ]
    },
    '2.30.0',
    { text: 'dexidp/dex d413870f', url: 'https://github.com/dexidp/dex/commit/d413870f', proof: 'unsure' },
    { before: 'Its storage in Kubernetes, where it is on, reads the token file once.' }
  ),
  ownLoader(
    {
      name: 'victoriametrics/vlagent',
      title: 'vlagent',
      repository: 'https://github.com/VictoriaMetrics/VictoriaLogs',
      examples: [
        { requirement: 'v1.43.1', verdict: 'cannot-reload' },
        { requirement: 'v1.44.0', verdict: 'reloads' },
        { requirement: 'v1.52.2-enterprise', verdict: 'reloads' }
      ]
    },
    '1.44.0',
    {
      text: 'VictoriaMetrics/VictoriaLogs#999, in release 1.44.0',
      url: 'https://github.com/VictoriaMetrics/VictoriaLogs/pull/999',
      proof: 'unsure'
    },
    { before: 'Its collector of logs in Kubernetes, where it is on, reads the token file once.' }
  ),
  ownLoader(
    {
      name: 'cloudability/metrics-agent',
      title: 'Metrics agent of Cloudability',
      repository: 'https://github.com/cloudability/metrics-agent',
      examples: [
        { requirement: '2.8', verdict: 'cannot-reload' },
        { requirement: '2.9', verdict: 'reloads' },
        { requirement: '2.14.14', verdict: 'reloads' }
      ]
    },
    '2.9',
    {
      text: 'cloudability/metrics-agent 9bed293',
      url: 'https://github.com/cloudability/metrics-agent/commit/9bed293',
      proof: 'source'
    },
    {
      before: 'It copies the token out of the configuration of its client-go once.',
      after: 'It reads the token file again before it collects metrics.'
    }
  ),
  ownLoader(
    {
      name: 'acid/postgres-operator-ui',
      alsoNamed: ['zalando/postgres-operator-ui'],
      title: 'UI of the Postgres Operator',
      repository: 'https://github.com/zalando/postgres-operator',
      fix: { advice: 'No release up to v2.0.1 reloads the token: ask the project for one.' },
      examples: [
        { requirement: 'v1.8.2', verdict: 'cannot-reload' },
        { requirement: 'v2.0.1', verdict: 'cannot-reload' }
      ]
    },
    undefined,
    {
      text: 'ui/operator_ui/cluster_discovery.py of Postgres Operator 2.0.1',
      url: 'https://github.com/zalando/postgres-operator/blob/v2.0.1/ui/operator_ui/cluster_discovery.py',
      proof: 'source'
    },
    { before: 'It copies the token out of the configuration of its client kubernetes once.' }
  ),
  ownLoader(
    {
      name: 'splunk/kube-objects',
      title: 'Objects of Splunk Connect for Kubernetes',
      repository: 'https://github.com/splunk/fluent-plugin-kubernetes-objects',
      fix: {
        advice: 'No release reloads the token, and none will be made: move to the OpenTelemetry Collector of Splunk.'
      },
      examples: [
        { requirement: '1.1.0', verdict: 'cannot-reload' },
        { requirement: '1.2.3', verdict: 'cannot-reload' }
      ]
    },
    undefined,
    {
      text: 'in_kubernetes_objects.rb of fluent-plugin-kubernetes-objects 1.2.3',
      url: 'https://github.com/splunk/fluent-plugin-kubernetes-objects/blob/1.2.3/lib/fluent/plugin/in_kubernetes_objects.rb',
      proof: 'source'
    },
    { before: 'It reads the token file once and hands the text to kubeclient.' }
  ),
  ownLoader(
    {
      name: 'splunk/k8s-metrics',
      title: 'Metrics of Splunk Connect for Kubernetes',
      repository: 'https://github.com/splunk/fluent-plugin-kubernetes-metrics',
      examples: [
        { requirement: '1.1.12', verdict: 'cannot-reload' },
        { requirement: '1.2.0', verdict: 'reloads' }
      ]
    },
    '1.2.0',
    {
      text: 'splunk/fluent-plugin-kubernetes-metrics 3ed5e86',
      url: 'https://github.com/splunk/fluent-plugin-kubernetes-metrics/commit/3ed5e86',
      proof: 'source'
    },
    { after: 'It reads the token file again before each request.' }
  ),
  ownLoader(
    {
      name: 'splunk/k8s-metrics-aggr',
      title: 'Metrics of clusters of Splunk Connect for Kubernetes',
      repository: 'https://github.com/splunk/fluent-plugin-k8s-metrics-agg',
      examples: [
        { requirement: '1.1.12', verdict: 'cannot-reload' },
        { requirement: '1.2.0', verdict: 'reloads' }
      ]
    },
    '1.2.0',
    {
      text: 'splunk/fluent-plugin-k8s-metrics-agg 58c05ca',
      url: 'https://github.com/splunk/fluent-plugin-k8s-metrics-agg/commit/58c05ca',
      proof: 'source'
    },
    { after: 'It reads the token file again before each request.' }
  ),
  ownLoader(
    {
      name: 'logzio/logzio-fluentd',
      title: 'Fluentd of Logz.io',
      repository: 'https://github.com/logzio/logzio-k8s',
      examples: [
        { requirement: '1.1.0', verdict: 'cannot-reload' },
        { requirement: '1.1.1', verdict: 'reloads-late' },
        { requirement: '1.2.0', verdict: 'reloads' },
        { requirement: '1.5.6', verdict: 'reloads' }
      ]
    },
    '1.2.0',
    LOGZIO,
    {
      before: 'Its metadata filter before 2.11.1 reads the token file once.',
      late: {
        from: '1.1.1',
        because: 'Its metadata filter 2.11.1 recreates its client after a 401, but not the watch on pods.',
        evidence: LOGZIO
      },
      after: 'Its metadata filter 3.1.2 or newer reads the token file for every request.'
    }
  ),
  ownLoader(
    {
      name: 'logzio/logzio-k8s',
      title: 'Fluentd of Logz.io under its former name',
      repository: 'https://github.com/logzio/logzio-k8s',
      fix: { advice: 'No release reloads the token, and none will be made: move to logzio/logzio-fluentd.' },
      examples: [
        { requirement: '1.1.6', verdict: 'cannot-reload' },
        { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
      ]
    },
    undefined,
    LOGZIO,
    { before: 'Its metadata filter, of before 2021, reads the token file once.' }
  ),
  ownLoader(
    {
      name: 'pomerium/pomerium',
      title: 'Pomerium',
      repository: 'https://github.com/pomerium/pomerium',
      fix: { advice: 'Only routes to an API server with kubernetes_service_account_token_file are concerned.' },
      examples: [
        { requirement: 'v0.15.7', verdict: 'cannot-reload' },
        { requirement: 'v0.16.0', verdict: 'reloads' },
        { requirement: 'v0.33.1', verdict: 'reloads' }
      ]
    },
    '0.16.0',
    {
      text: 'pomerium/pomerium#2767, in release 0.16.0',
      url: 'https://github.com/pomerium/pomerium/commit/d90d4caf1',
      proof: 'unsure'
    },
    {
      before: 'Where a route names the token file, it is read once.',
      after:
        'Where a route names the token file, it is read again when it changes, and from 0.28.0 on for each request.'
    }
  ),
  inRanges(
    {
      name: 'adyen/kubectl-rexec',
      title: 'kubectl-rexec',
      repository: 'https://github.com/Adyen/kubectl-rexec',
      fix: {
        advice: 'No release up to v0.3.3 reads the token file before its token has expired: ask the project for one.'
      },
      examples: [
        { requirement: 'v0.1.9', verdict: 'cannot-reload' },
        { requirement: 'v0.2.0', verdict: 'reloads-late' },
        { requirement: 'v0.3.3', verdict: 'reloads-late' }
      ]
    },
    [
      { before: '0.2.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [REXEC] },
      {
        from: '0.2.0',
        behaviour: 'reloads-late',
        because: 'It reads the token file again only when the time that its token states is over.',
        evidence: [REXEC]
      }
    ]
  ),
  inRanges(
    {
      name: 'tailscale/tailscale',
      title: 'Tailscale',
      repository: 'https://github.com/tailscale/tailscale',
      fix: { advice: 'Only a node that keeps its state in a Secret is concerned.' },
      examples: [
        { requirement: 'v1.26.0', verdict: 'reloads-late' },
        { requirement: 'v1.90.0', verdict: 'reloads-late' },
        { requirement: 'stable', verdict: 'unknown' }
      ]
    },
    [
      {
        behaviour: 'reloads-late',
        because:
          'Where it keeps its state in a Secret, it reads the token file again every 30 minutes, and after a 401.',
        evidence: [
          {
            text: 'kube/kubeclient/client.go of Tailscale 1.90.0',
            url: 'https://github.com/tailscale/tailscale/blob/v1.90.0/kube/kubeclient/client.go',
            proof: 'unsure'
          }
        ]
      }
    ]
  ),
  inRanges(
    {
      name: 'hashicorp/vault',
      alsoNamed: ['vault', 'bitnami/vault'],
      title: 'Vault',
      repository: 'https://github.com/hashicorp/vault',
      fix: {
        advice:
          'No release up to 1.21.4 is better. Only its registration as a service (service_registration "kubernetes") and its auth method for Kubernetes are concerned.'
      },
      examples: [
        { requirement: '1.9.2', verdict: 'cannot-reload' },
        { requirement: '1.9.3', verdict: 'reloads-late' },
        { requirement: '1.21.4', verdict: 'reloads-late' }
      ]
    },
    [
      {
        before: '1.9.3',
        behaviour: 'reads-once',
        because:
          'Where its auth method for Kubernetes uses the token of its pod, it stores the one that it read at first.',
        evidence: [
          {
            text: 'go.mod of Vault 1.9.3, whose auth method is the first one that reads the token file again',
            url: 'https://github.com/hashicorp/vault/blob/v1.9.3/go.mod',
            proof: 'unsure'
          }
        ]
      },
      {
        from: '1.9.3',
        behaviour: 'reloads-late',
        because:
          'Where it registers itself in Kubernetes, it reads the token file again only after a refusal, and for the next call.',
        evidence: [
          {
            text: 'serviceregistration/kubernetes/client/client.go of Vault 1.21.4',
            url: 'https://github.com/hashicorp/vault/blob/v1.21.4/serviceregistration/kubernetes/client/client.go',
            proof: 'unsure'
          }
        ]
      }
    ]
  ),
  inRanges(
    {
      name: 'hashicorp/consul',
      alsoNamed: ['consul', 'bitnami/consul'],
      title: 'Consul',
      repository: 'https://github.com/hashicorp/consul',
      examples: [
        { requirement: '1.5.0', verdict: 'reloads' },
        { requirement: '1.22.0', verdict: 'reloads' }
      ]
    },
    [
      {
        behaviour: 'reloads',
        because:
          'Where it looks for its servers in Kubernetes, it makes a new client each time, which reads the token file.',
        evidence: [
          {
            text: 'provider/k8s/k8s_discover.go of go-discover 1.1.0',
            url: 'https://github.com/hashicorp/go-discover/blob/v1.1.0/provider/k8s/k8s_discover.go',
            proof: 'source'
          }
        ]
      }
    ]
  ),
  inRanges(
    {
      name: 'apache/airflow',
      alsoNamed: ['bitnami/airflow', 'bitnami/airflow-scheduler', 'bitnami/airflow-worker'],
      title: 'Apache Airflow',
      repository: 'https://github.com/apache/airflow',
      fix: { advice: 'Only its executor and its operators for Kubernetes are concerned.' },
      examples: [
        { requirement: '1.10.15', verdict: 'cannot-reload' },
        { requirement: '2.2.5-python3.9', verdict: 'cannot-reload' },
        { requirement: '2.3.0', verdict: 'reloads' },
        { requirement: '3.3.2-python3.12', verdict: 'reloads' }
      ]
    },
    [
      {
        before: '2.3.0',
        behaviour: 'reads-once',
        because:
          'Its executor and its operators for Kubernetes use kubernetes below 12, which reads the token file once.',
        evidence: [AIRFLOW]
      },
      {
        from: '2.3.0',
        behaviour: 'reloads',
        because:
          'Its executor and its operators for Kubernetes use kubernetes 21.7.0 or newer, which reads the token file every minute.',
        evidence: [AIRFLOW]
      }
    ]
  ),
  inRanges(
    {
      name: 'datadog/agent',
      alsoNamed: ['datadoghq/agent'],
      title: 'Datadog Agent',
      repository: 'https://github.com/DataDog/datadog-agent',
      examples: [
        { requirement: '6.36.1', verdict: 'cannot-reload' },
        { requirement: '6.40.0', verdict: 'unknown' },
        { requirement: '7.36.1-jmx', verdict: 'cannot-reload' },
        { requirement: '7.37.0', verdict: 'reloads' }
      ]
    },
    [
      { before: '6.37.0', behaviour: 'reads-once', because: DATADOG_ONCE, evidence: [DATADOG] },
      {
        ...notKnown('not-examined', 'It was not examined which releases of version 6 read the token file again.'),
        from: '6.37.0',
        before: '7.0.0'
      },
      { from: '7.0.0', before: '7.37.0', behaviour: 'reads-once', because: DATADOG_ONCE, evidence: [DATADOG] },
      {
        from: '7.37.0',
        behaviour: 'reloads',
        because: 'Its client for the kubelet and its checks read the token file again every minute.',
        evidence: [DATADOG, DATADOG_CHECKS]
      }
    ]
  ),
  inRanges(
    {
      name: 'beats/filebeat',
      alsoNamed: [
        'elastic/filebeat',
        'beats/filebeat-oss',
        'beats/filebeat-wolfi',
        'beats/auditbeat',
        'elastic/auditbeat',
        'beats/auditbeat-oss',
        'beats/auditbeat-wolfi'
      ],
      title: 'Filebeat and Auditbeat',
      repository: BEATS,
      examples: [
        { requirement: '7.15.2', verdict: 'unknown' },
        { requirement: '7.16.0', verdict: 'reloads' },
        { requirement: '9.1.5', verdict: 'reloads' }
      ]
    },
    [
      {
        ...notKnown('not-examined', 'It was not examined which client-go these releases hold.'),
        before: '7.16.0'
      },
      {
        from: '7.16.0',
        behaviour: 'reloads',
        because: 'It asks the API server by client-go of 2021 or newer, which reads the token file again every minute.',
        evidence: [
          {
            text: 'changelog of Beats 7.16.0, which has elastic/beats#28228',
            url: `${BEATS}/blob/e966a94d77dc707cd6a2b687b3a346e21618428c/CHANGELOG.asciidoc`,
            proof: 'documented'
          }
        ]
      }
    ]
  ),
  inRanges(
    {
      name: 'beats/metricbeat',
      alsoNamed: ['elastic/metricbeat', 'beats/metricbeat-oss', 'beats/metricbeat-wolfi'],
      title: 'Metricbeat',
      repository: BEATS,
      examples: [
        { requirement: '7.17.3', verdict: 'cannot-reload' },
        { requirement: '8.15.0', verdict: 'cannot-reload' },
        { requirement: '8.15.3', verdict: 'unknown' },
        { requirement: '8.17.0', verdict: 'reloads-late' },
        { requirement: '9.1.5', verdict: 'reloads' }
      ]
    },
    [
      {
        before: '7.17.24',
        behaviour: 'reads-once',
        because: METRICBEAT_ONCE,
        evidence: [METRICBEAT]
      },
      {
        ...notKnown('not-examined', METRICBEAT_BRANCH),
        from: '7.17.24',
        before: '8.0.0'
      },
      { from: '8.0.0', before: '8.15.1', behaviour: 'reads-once', because: METRICBEAT_ONCE, evidence: [METRICBEAT] },
      {
        ...notKnown('not-examined', METRICBEAT_BRANCH),
        from: '8.15.1',
        before: '8.16.0'
      },
      {
        from: '8.16.0',
        before: '9.1.5',
        behaviour: 'reloads-late',
        because: 'With bearer_token_file, it reads the file again after the first 401 of the kubelet.',
        evidence: [
          { text: 'elastic/beats#40636', url: `${BEATS}/pull/40636`, proof: 'unsure' },
          { text: 'elastic/beats#42016', url: `${BEATS}/pull/42016`, proof: 'unsure' }
        ]
      },
      {
        from: '9.1.5',
        behaviour: 'reloads',
        because: 'With bearer_token_file, it reads the file again every minute, as client-go does.',
        evidence: [
          {
            text: 'release notes of Beats 9.1.5, which have elastic/beats#42714',
            url: `${BEATS}/pull/42714`,
            proof: 'documented'
          }
        ]
      }
    ]
  ),
  inRanges(
    {
      name: 'otel/opentelemetry-collector-contrib',
      alsoNamed: [
        'open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib',
        'opentelemetry-collector-releases/opentelemetry-collector-contrib'
      ],
      title: 'OpenTelemetry Collector with all components',
      repository: OTEL,
      examples: [
        { requirement: '0.10.0', verdict: 'unknown' },
        { requirement: '0.84.0', verdict: 'reloads-late' },
        { requirement: '0.85.0', verdict: 'reloads' }
      ]
    },
    [
      {
        ...notKnown('not-examined', 'It was not examined which client-go these releases hold.'),
        before: '0.15.0'
      },
      {
        from: '0.15.0',
        before: '0.85.0',
        behaviour: 'reloads-late',
        because:
          'Its client-go reads the token file again, but its receiver kubeletstats, where it is on, reads it once.',
        evidence: [
          {
            text: 'internal/kubelet/client.go of the release 0.84.0',
            url: `${OTEL}/blob/v0.84.0/internal/kubelet/client.go`,
            proof: 'unsure'
          }
        ]
      },
      {
        from: '0.85.0',
        behaviour: 'reloads',
        because: 'Its client-go and its receiver kubeletstats read the token file again every minute.',
        evidence: [OTEL_KUBELET]
      }
    ]
  ),
  inRanges(
    {
      name: 'otel/opentelemetry-collector-k8s',
      alsoNamed: [
        'open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s',
        'opentelemetry-collector-releases/opentelemetry-collector-k8s'
      ],
      title: 'OpenTelemetry Collector for Kubernetes',
      repository: 'https://github.com/open-telemetry/opentelemetry-collector-releases',
      examples: [
        { requirement: '0.98.0', verdict: 'reloads' },
        { requirement: '0.159.0', verdict: 'reloads' }
      ]
    },
    [
      {
        behaviour: 'reloads',
        because: 'It has components of 0.98.0 or newer, whose client-go reads the token file again every minute.',
        evidence: [OTEL_KUBELET]
      }
    ]
  ),
  inRanges(
    {
      name: 'otel/opentelemetry-collector',
      alsoNamed: ['open-telemetry/opentelemetry-collector-releases/opentelemetry-collector'],
      title: 'OpenTelemetry Collector',
      repository: 'https://github.com/open-telemetry/opentelemetry-collector',
      examples: [
        { requirement: '0.2.0', verdict: 'unknown' },
        { requirement: '0.3.0', verdict: 'reloads' },
        { requirement: '0.159.0', verdict: 'reloads' }
      ]
    },
    [
      {
        ...notKnown('not-examined', 'It was not examined which client-go these releases hold.'),
        before: '0.3.0'
      },
      {
        from: '0.3.0',
        behaviour: 'reloads',
        because:
          'Its only client is the service discovery of its receiver prometheus, whose client-go v12.0.0 or newer reads the token file again every minute.',
        evidence: [
          {
            text: 'go.mod of the OpenTelemetry Collector 0.3.0',
            url: 'https://github.com/open-telemetry/opentelemetry-collector/blob/v0.3.0/go.mod',
            proof: 'source'
          }
        ]
      }
    ]
  ),
  ...unexaminedImages
]
