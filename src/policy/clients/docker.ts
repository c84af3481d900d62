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
import { observeTag } from './docker-tags.ts'
import { unexaminedImages } from './docker-unexamined.ts'

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
      name: 'fluent/fluentd-kubernetes-daemonset',
      title: 'Fluentd daemonset for Kubernetes',
      repository: 'https://github.com/fluent/fluentd-kubernetes-daemonset',
      examples: [
        { requirement: 'v1.14.6-debian-elasticsearch7-1.0', verdict: 'cannot-reload' },
        { requirement: 'v1.14.6-debian-elasticsearch7-1.1', verdict: 'reloads-late' },
        { requirement: 'v1.14.6-debian-cloudwatch-1.1', verdict: 'reloads-late' },
        { requirement: 'v1.15.3-debian-forward-1.0', verdict: 'reloads-late' },
        { requirement: 'v1.16.1-debian-forward-1.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: 'v1.14-debian-elasticsearch7-1' }, verdict: 'reloads-late' },
        { requirement: { kind: 'range', text: 'v1.16-debian-elasticsearch7-1' }, verdict: 'reloads' }
      ]
    },
    '1.16.0',
    {
      text: 'Gemfile.lock of fluentd-kubernetes-daemonset, 19b7c789',
      url: 'https://github.com/fluent/fluentd-kubernetes-daemonset/commit/19b7c7898668c6320a987987e3ccf71465a709db',
      proof: 'source'
    },
    {
      before: 'Its metadata filter before 2.11.1 reads the token file once.',
      late: {
        from: 'v1.14.6-1.1',
        because:
          'It holds release 2.11.1 to 2.13.0 of the metadata filter, which recreates its client after a 401, but not the watch on pods.',
        evidence: {
          text: 'fluent/fluentd-kubernetes-daemonset f6b3b82e',
          url: 'https://github.com/fluent/fluentd-kubernetes-daemonset/commit/f6b3b82e',
          proof: 'source'
        }
      },
      after: 'It holds release 3.2.0 or newer of the metadata filter, which reads the token file for every request.'
    }
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
      title: 'New Relic Kubernetes integration',
      repository: 'https://github.com/newrelic/nri-kubernetes',
      examples: [
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
      ]
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
  ...unexaminedImages
]
