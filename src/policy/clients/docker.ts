/**
 * Container images with a Kubernetes client. Most are Go programs: evidence/images.json has the client-go of each
 * release whose sources are available; the row of client-go has its behaviour. Images that were not examined are in
 * docker-unexamined.ts. Without a row: fluent/fluentd, which has no client until a plugin is added.
 */

import type { Behaviour, Evidence } from '../../model/verdict.ts'
import { READ_ONCE } from '../claims.ts'
import type { Client, Minimum, ObservedRange } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'
import { notKnown, observeTag } from './docker-tags.ts'
import { unexaminedImages } from './docker-unexamined.ts'

/**
 * The oldest tag of a series of releases (absent: the first one), its client-go, and the behaviour of that client-go.
 */
type Stretch = readonly [from: string | undefined, clientGo: string, behaviour: Behaviour, below?: 'below the minimum']

/** The parts of a row beside its history. `tags` is the prefix before the numbers. */
type Image = { readonly tags?: 'v' } & Pick<Client, 'name' | 'alsoNamed' | 'title' | 'repository' | 'fix' | 'examples'>

const PHRASES: Readonly<Record<Behaviour, string>> = {
  reloads: 'reads the token file again every minute',
  'reloads-late': 'reads the token file again every five minutes only',
  'reads-once': 'reads the token file once',
  'sends-no-token': 'sends no token',
  stops: 'stops asking the API server',
  'not-known': 'nobody has looked at'
}

/**
 * A Go program. `minimum` is the first tag whose client-go is at or above the documented v0.15.7, and that client-go.
 * The history is in order, and its last part includes the newest release.
 */
function goImage(
  image: Image,
  minimum: readonly [tag: string, clientGo: string],
  ...stretches: readonly Stretch[]
): Client {
  const { tags = '', ...row } = image
  const [numbers, clientGo] = minimum
  const tag = `${tags}${numbers}`
  const documented: Minimum = {
    version: tag,
    text: `${tag} (client-go ${clientGo})`,
    evidence: [KEP, EKS, CCE]
  }
  const evidence: Evidence = {
    text: `releases of ${image.repository.replace('https://github.com/', '')} and their client-go`,
    url: `${image.repository}/releases`,
    proof: 'source'
  }
  const observed = stretches.map(([from, held, behaviour, below], index): ObservedRange => {
    const before = stretches[index + 1]?.[0]
    const bounds = {
      ...(from === undefined ? {} : { from: `${tags}${from}` }),
      ...(before === undefined ? {} : { before: `${tags}${before}` }),
      ...(below ? { belowMinimum: true } : {})
    }
    if (behaviour === 'not-known') {
      const because = `Nobody has looked at which client-go these releases hold${held === '' ? '' : `: ${held}`}.`
      return { ...bounds, ...notKnown('not-examined', because) }
    }
    return {
      ...bounds,
      behaviour,
      because: `It holds client-go ${held}, which ${PHRASES[behaviour]}.`,
      evidence: [evidence]
    }
  })
  return { ...row, minimum: documented, observed, observe: observeTag }
}

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
  image: Omit<Image, 'tags'>,
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
  goImage(
    {
      name: 'coredns/coredns',
      alsoNamed: ['coredns', 'eks/coredns'],
      title: 'CoreDNS',
      repository: 'https://github.com/coredns/coredns',
      examples: [
        { requirement: '1.3.0', verdict: 'cannot-reload' },
        { requirement: '1.3.1', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v1.5.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: '1.5.1', verdict: 'cannot-reload' },
        { requirement: '1.6.1', verdict: 'below-minimum' },
        { requirement: '1.6.2', verdict: 'cannot-reload' },
        { requirement: '1.6.3', verdict: 'below-minimum' },
        { requirement: '1.6.6', verdict: 'below-minimum' },
        { requirement: '1.6.7', verdict: 'reloads' },
        { requirement: 'v1.8.7-eksbuild.3', verdict: 'reloads' },
        { requirement: 'latest', verdict: 'unknown' },
        { requirement: '3f8a2c1', verdict: 'unknown' },
        { requirement: `sha256:${'0'.repeat(64)}`, verdict: 'unknown' },
        { requirement: { kind: 'none' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: '1.8' }, verdict: 'reloads' },
        { requirement: { kind: 'range', text: '1.6' }, verdict: 'unknown' },
        { requirement: { kind: 'range', text: '1.2' }, verdict: 'cannot-reload' }
      ]
    },
    ['1.6.7', 'v0.17.2'],
    [undefined, 'v8.0.0 or older', 'reads-once'],
    ['1.3.1', 'v10.0.0', 'reloads-late'],
    ['1.5.1', 'v11.0.0', 'reads-once'],
    ['1.6.0', 'of Kubernetes 1.15.0', 'reloads'],
    ['1.6.2', 'v11.0.0', 'reads-once'],
    ['1.6.3', 'of Kubernetes 1.15.0 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'amazon-k8s-cni',
      tags: 'v',
      alsoNamed: ['cni-metrics-helper', 'eks/amazon-k8s-cni', 'eks/cni-metrics-helper'],
      title: 'Amazon VPC CNI',
      repository: 'https://github.com/aws/amazon-vpc-cni-k8s',
      examples: [
        { requirement: 'v1.7.10', verdict: 'cannot-reload' },
        { requirement: 'v1.7.5-eksbuild.1', verdict: 'cannot-reload' },
        { requirement: 'v1.8.0', verdict: 'reloads' },
        { requirement: 'v1.11.4-eksbuild.1', verdict: 'reloads' }
      ]
    },
    ['1.8.0', 'v0.18.6'],
    [undefined, 'of Kubernetes 1.11 or older', 'reads-once'],
    ['1.8.0', 'v0.18.6 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'amazon/aws-load-balancer-controller',
      tags: 'v',
      alsoNamed: [
        'amazon/aws-alb-ingress-controller',
        'eks/aws-load-balancer-controller',
        'coreos/alb-ingress-controller'
      ],
      title: 'AWS Load Balancer Controller',
      repository: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller',
      examples: [
        { requirement: 'v1.0.1', verdict: 'cannot-reload' },
        { requirement: 'v1.1.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v1.1.5', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v1.1.7', verdict: 'cannot-reload' },
        { requirement: 'v1.1.9', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0', verdict: 'reloads' },
        { requirement: 'v2.4.4', verdict: 'reloads' }
      ]
    },
    ['2.0.0', 'v0.18.6'],
    [undefined, 'of Kubernetes 1.11 or older', 'reads-once'],
    ['1.1.0', 'of Kubernetes 1.12.3', 'reloads-late'],
    ['1.1.1', '', 'not-known'],
    ['1.1.7', 'of December 2018', 'reads-once'],
    ['2.0.0', 'v0.18.6 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'autoscaling/cluster-autoscaler',
      tags: 'v',
      alsoNamed: ['cluster-autoscaler', 'cluster-autoscaler-amd64', 'autoscaling/cluster-autoscaler-amd64'],
      title: 'Cluster Autoscaler',
      repository: 'https://github.com/kubernetes/autoscaler',
      examples: [
        { requirement: 'v1.3.9', verdict: 'cannot-reload' },
        { requirement: 'v1.12.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v1.16.7', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v1.17.0', verdict: 'reloads' },
        { requirement: 'v1.21.0', verdict: 'reloads' }
      ]
    },
    ['1.17.0', 'of Kubernetes 1.17'],
    [undefined, 'of Kubernetes 1.11 or older', 'reads-once'],
    ['1.12.0', 'that of Kubernetes 1.12 to 1.16, of which some patch releases reload', 'not-known'],
    ['1.17.0', 'of Kubernetes 1.17 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'external-dns/external-dns',
      tags: 'v',
      alsoNamed: ['external-dns', 'bitnami/external-dns', 'bitnamilegacy/external-dns', 'teapot/external-dns'],
      title: 'ExternalDNS',
      repository: 'https://github.com/kubernetes-sigs/external-dns',
      examples: [
        { requirement: 'v0.5.17', verdict: 'cannot-reload' },
        { requirement: 'v0.5.18', verdict: 'below-minimum' },
        { requirement: 'v0.6.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.7.1', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: '0.7.2-debian-10-r0', verdict: 'reloads' },
        { requirement: 'v0.13.5', verdict: 'reloads' }
      ]
    },
    ['0.7.2', 'v0.17.5'],
    [undefined, 'v8.0.0 or older', 'reads-once'],
    ['0.5.18', 'of Kubernetes 1.13.10', 'reloads'],
    ['0.5.19', '', 'not-known'],
    ['0.7.2', 'v0.17.5 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'jetstack/cert-manager-controller',
      tags: 'v',
      alsoNamed: [
        'jetstack/cert-manager-cainjector',
        'jetstack/cert-manager-webhook',
        'bitnami/cert-manager',
        'bitnamilegacy/cert-manager'
      ],
      title: 'cert-manager',
      repository: 'https://github.com/cert-manager/cert-manager',
      examples: [
        { requirement: 'v0.6.2', verdict: 'cannot-reload' },
        { requirement: 'v0.7.2', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.8.1', verdict: 'cannot-reload' },
        { requirement: 'v0.9.0', verdict: 'below-minimum' },
        { requirement: 'v0.12.0', verdict: 'below-minimum' },
        { requirement: 'v0.13.0', verdict: 'reloads' },
        { requirement: 'v1.12.0', verdict: 'reloads' }
      ]
    },
    ['0.13.0', 'v0.17.0'],
    [undefined, 'of Kubernetes 1.10 or older', 'reads-once'],
    ['0.7.0', 'a fork of 1.13.2', 'not-known'],
    ['0.8.0', 'of April 2019', 'reads-once'],
    ['0.9.0', 'of Kubernetes 1.15.1 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'prom/prometheus',
      tags: 'v',
      alsoNamed: ['prometheus/prometheus', 'bitnami/prometheus', 'bitnamilegacy/prometheus'],
      title: 'Prometheus',
      repository: 'https://github.com/prometheus/prometheus',
      examples: [
        { requirement: 'v2.6.0', verdict: 'cannot-reload' },
        { requirement: 'v2.7.1', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v2.8.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v2.9.2', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v2.10.0', verdict: 'cannot-reload' },
        { requirement: 'v2.11.2', verdict: 'cannot-reload' },
        { requirement: 'v2.12.0', verdict: 'below-minimum' },
        { requirement: 'v2.13.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v2.17.0', verdict: 'reloads' },
        { requirement: 'v3.1.0', verdict: 'reloads' }
      ]
    },
    ['2.17.0', 'v0.17.3'],
    [undefined, 'v8.0.0 or older', 'reads-once'],
    ['2.7.0', '', 'not-known'],
    ['2.8.0', 'of Kubernetes 1.13.0-beta.2', 'reloads-late'],
    ['2.10.0', 'of Kubernetes 1.14.1', 'reads-once'],
    ['2.12.0', 'v12.0.0', 'reloads'],
    ['2.13.0', '', 'not-known'],
    ['2.17.0', 'v0.17.3 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'prometheus-operator/prometheus-operator',
      tags: 'v',
      alsoNamed: ['coreos/prometheus-operator', 'bitnami/prometheus-operator', 'bitnamilegacy/prometheus-operator'],
      title: 'Prometheus Operator',
      repository: 'https://github.com/prometheus-operator/prometheus-operator',
      examples: [
        { requirement: 'v0.24.0', verdict: 'cannot-reload' },
        { requirement: 'v0.25.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v0.29.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v0.30.0', verdict: 'cannot-reload' },
        { requirement: 'v0.31.1', verdict: 'cannot-reload' },
        { requirement: 'v0.32.0', verdict: 'below-minimum' },
        { requirement: 'v0.38.3', verdict: 'below-minimum' },
        { requirement: 'v0.39.0', verdict: 'reloads' }
      ]
    },
    ['0.39.0', 'v0.18.2'],
    [undefined, 'v8.0.0 or older', 'reads-once'],
    ['0.25.0', 'v9.0.0 or v10.0.0', 'reloads-late'],
    ['0.30.0', 'v11.0.0', 'reads-once'],
    ['0.32.0', 'of Kubernetes 1.15.0 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'metrics-server/metrics-server',
      tags: 'v',
      alsoNamed: [
        'metrics-server',
        'metrics-server-amd64',
        'bitnami/metrics-server',
        'bitnamilegacy/metrics-server',
        'rancher/metrics-server',
        'rancher/mirrored-metrics-server'
      ],
      title: 'Metrics Server',
      repository: 'https://github.com/kubernetes-sigs/metrics-server',
      examples: [
        { requirement: 'v0.3.2', verdict: 'cannot-reload' },
        { requirement: 'v0.3.3', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.3.7', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.4.0', verdict: 'reloads' },
        { requirement: 'v0.6.4', verdict: 'reloads' }
      ]
    },
    ['0.4.0', 'v0.19.2'],
    [undefined, 'of Kubernetes 1.11 or older', 'reads-once'],
    ['0.3.3', 'a branch of Kubernetes 1.14, of which only later commits reload', 'not-known'],
    ['0.4.0', 'v0.19.2 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'kube-state-metrics/kube-state-metrics',
      tags: 'v',
      alsoNamed: [
        'coreos/kube-state-metrics',
        'kube-state-metrics',
        'bitnami/kube-state-metrics',
        'bitnamilegacy/kube-state-metrics'
      ],
      title: 'kube-state-metrics',
      repository: 'https://github.com/kubernetes/kube-state-metrics',
      examples: [
        { requirement: 'v1.5.0', verdict: 'cannot-reload' },
        { requirement: 'v1.6.0', verdict: 'cannot-reload' },
        { requirement: 'v1.7.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v1.7.2', verdict: 'below-minimum' },
        { requirement: 'v1.9.8', verdict: 'below-minimum' },
        { requirement: 'v2.0.0', verdict: 'reloads' }
      ]
    },
    ['2.0.0', 'v0.20.5'],
    [undefined, 'v8.0.0 or older', 'reads-once'],
    ['1.6.0', 'of Kubernetes 1.14.0', 'reads-once'],
    ['1.7.0', '', 'not-known'],
    ['1.7.2', 'of Kubernetes 1.15.0 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'node-problem-detector/node-problem-detector',
      tags: 'v',
      alsoNamed: ['node-problem-detector'],
      title: 'node-problem-detector',
      repository: 'https://github.com/kubernetes/node-problem-detector',
      examples: [
        { requirement: 'v0.7.1', verdict: 'cannot-reload' },
        { requirement: 'v0.8.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.8.6', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.8.7', verdict: 'below-minimum' },
        { requirement: 'v0.8.10', verdict: 'below-minimum' },
        { requirement: 'v0.8.13', verdict: 'below-minimum' },
        { requirement: 'v0.8.14', verdict: 'reloads' }
      ]
    },
    ['0.8.14', 'v0.17.17'],
    [undefined, 'of Kubernetes 1.9 or older', 'reads-once'],
    ['0.8.0', 'that of a Kubernetes 1.14, of which only later patch releases reload', 'not-known'],
    ['0.8.7', 'of Kubernetes 1.14.5 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'ingress-nginx/controller',
      alsoNamed: [
        'kubernetes-ingress-controller/nginx-ingress-controller',
        'bitnami/nginx-ingress-controller',
        'bitnamilegacy/nginx-ingress-controller'
      ],
      title: 'Ingress NGINX Controller',
      repository: 'https://github.com/kubernetes/ingress-nginx',
      examples: [
        { requirement: '0.26.1', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: '0.27.0', verdict: 'reloads' },
        { requirement: 'v1.8.1', verdict: 'reloads' }
      ]
    },
    ['0.27.0', 'v0.17.0'],
    [undefined, '', 'not-known'],
    ['0.27.0', 'v0.17.0 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'traefik',
      tags: 'v',
      alsoNamed: ['rancher/library-traefik', 'rancher/mirrored-library-traefik', 'traefik/traefik'],
      title: 'Traefik',
      repository: 'https://github.com/traefik/traefik',
      examples: [
        { requirement: 'v1.7.30', verdict: 'cannot-reload' },
        { requirement: '1.7.34-alpine', verdict: 'reloads' },
        { requirement: 'v2.0.0', verdict: 'below-minimum' },
        { requirement: 'v2.1.9', verdict: 'below-minimum' },
        { requirement: 'v2.2.0', verdict: 'reloads' },
        { requirement: 'v3.0.1', verdict: 'reloads' },
        { requirement: { kind: 'range', text: 'v2.1' }, verdict: 'below-minimum' },
        { requirement: { kind: 'range', text: '1.7' }, verdict: 'unknown' }
      ]
    },
    ['1.7.31', 'v0.21.0; from 2.0.0 on the first is 2.2.0, with v0.17.3'],
    [undefined, 'v6.0.0 or older', 'reads-once'],
    ['1.7.31', 'v0.21.0', 'reloads'],
    ['1.8.0', 'of Kubernetes 1.15.1', 'reloads', 'below the minimum'],
    ['2.2.0', 'v0.17.3 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'argoproj/argocd',
      tags: 'v',
      alsoNamed: ['bitnami/argo-cd', 'bitnamilegacy/argo-cd'],
      title: 'Argo CD',
      repository: 'https://github.com/argoproj/argo-cd',
      examples: [
        { requirement: 'v0.10.5', verdict: 'cannot-reload' },
        { requirement: 'v0.12.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v1.0.2', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v1.5.8', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v1.6.0', verdict: 'reloads' },
        { requirement: 'v2.9.3', verdict: 'reloads' }
      ]
    },
    ['1.6.0', 'v0.16.6'],
    [undefined, 'of Kubernetes 1.11 or older', 'reads-once'],
    ['0.10.6', 'a branch of Kubernetes 1.12', 'not-known'],
    ['0.12.0', 'of Kubernetes 1.12, from before its patch release 1.12.5', 'reloads-late'],
    ['1.1.0', 'branches of Kubernetes 1.14 and newer', 'not-known'],
    ['1.6.0', 'v0.16.6 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'linkerd/controller',
      alsoNamed: ['linkerd-io/controller'],
      title: 'Linkerd control plane',
      repository: 'https://github.com/linkerd/linkerd2',
      examples: [
        { requirement: 'stable-2.1.0', verdict: 'cannot-reload' },
        { requirement: 'stable-2.7.1', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'stable-2.8.0', verdict: 'reloads' },
        { requirement: 'edge-20.6.1', verdict: 'unknown' }
      ]
    },
    ['stable-2.8.0', 'v0.17.4'],
    [undefined, 'of Kubernetes 1.11 or older', 'reads-once'],
    ['stable-2.2.0', '', 'not-known'],
    ['stable-2.8.0', 'v0.17.4 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'istio/pilot',
      alsoNamed: [
        'istio-release/pilot',
        'istio/galley',
        'istio/citadel',
        'istio/mixer',
        'istio/sidecar_injector',
        'istio/operator',
        'istio-release/operator'
      ],
      title: 'Istio control plane',
      repository: 'https://github.com/istio/istio',
      examples: [
        { requirement: '1.1.7', verdict: 'cannot-reload' },
        { requirement: '1.2.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: '1.4.10', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: '1.5.0', verdict: 'reloads' },
        { requirement: '1.20.0-distroless', verdict: 'reloads' }
      ]
    },
    ['1.5.0', 'v0.17.2'],
    [undefined, 'of October 2018 or older', 'reads-once'],
    ['1.2.0', 'v10.0.0', 'reloads-late'],
    ['1.3.0', '', 'not-known'],
    ['1.5.0', 'v0.17.2 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'velero/velero',
      tags: 'v',
      alsoNamed: ['heptio-images/velero', 'bitnami/velero', 'bitnamilegacy/velero'],
      title: 'Velero',
      repository: 'https://github.com/vmware-tanzu/velero',
      examples: [
        { requirement: 'v0.11.0', verdict: 'cannot-reload' },
        { requirement: 'v1.0.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v1.1.0', verdict: 'cannot-reload' },
        { requirement: 'v1.2.0', verdict: 'below-minimum' },
        { requirement: 'v1.3.0', verdict: 'reloads' },
        { requirement: 'v1.12.0', verdict: 'reloads' }
      ]
    },
    ['1.3.0', 'v0.17.0'],
    [undefined, 'v8.0.0 or older', 'reads-once'],
    ['1.0.0', 'v9.0.0', 'reloads-late'],
    ['1.1.0', 'of Kubernetes 1.14.0', 'reads-once'],
    ['1.2.0', 'of Kubernetes 1.15.3 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'kubernetesui/dashboard',
      tags: 'v',
      alsoNamed: ['kubernetes-dashboard-amd64', 'google_containers/kubernetes-dashboard-amd64'],
      title: 'Kubernetes Dashboard',
      repository: 'https://github.com/kubernetes/dashboard',
      examples: [
        { requirement: 'v1.10.1', verdict: 'cannot-reload' },
        { requirement: 'v2.0.0-beta8', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v2.0.0', verdict: 'reloads' },
        { requirement: 'v2.7.0', verdict: 'reloads' }
      ]
    },
    ['2.0.0', 'v0.18.2'],
    [undefined, 'of Kubernetes 1.10.1 or older', 'reads-once'],
    ['1.10.2', '', 'not-known'],
    ['2.0.0', 'v0.18.2 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'kedacore/keda',
      alsoNamed: ['kedacore/keda-metrics-adapter', 'kedacore/keda-metrics-apiserver'],
      title: 'KEDA',
      repository: 'https://github.com/kedacore/keda',
      examples: [
        { requirement: '1.4.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: '1.5.0', verdict: 'cannot-reload' },
        { requirement: '2.0.0', verdict: 'reloads' },
        { requirement: '2.12.0', verdict: 'reloads' }
      ]
    },
    ['2.0.0', 'v0.18.8'],
    [undefined, '', 'not-known'],
    ['1.4.1', 'of Kubernetes 1.14.1', 'reads-once'],
    ['2.0.0', 'v0.18.8 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'descheduler/descheduler',
      tags: 'v',
      title: 'Descheduler',
      repository: 'https://github.com/kubernetes-sigs/descheduler',
      examples: [
        { requirement: 'v0.9.0', verdict: 'cannot-reload', observed: 'not-known' },
        { requirement: 'v0.10.0', verdict: 'reloads' },
        { requirement: 'v0.18.0', verdict: 'reloads' }
      ]
    },
    ['0.10.0', 'v0.17.0'],
    [undefined, '', 'not-known'],
    ['0.10.0', 'v0.17.0 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'grafana/loki',
      alsoNamed: ['grafana/promtail', 'bitnami/grafana-loki', 'bitnami/promtail'],
      title: 'Loki and Promtail',
      repository: 'https://github.com/grafana/loki',
      examples: [
        { requirement: 'v0.3.0', verdict: 'cannot-reload' },
        { requirement: 'v0.4.0', verdict: 'below-minimum' },
        { requirement: '1.5.0', verdict: 'below-minimum' },
        { requirement: '1.6.0', verdict: 'reloads' },
        { requirement: '2.9.2', verdict: 'reloads' }
      ]
    },
    ['1.6.0', 'v0.18.3'],
    [undefined, 'of Kubernetes 1.14.1 or older', 'reads-once'],
    ['0.4.0', 'of Kubernetes 1.15.0 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'kube-proxy',
      tags: 'v',
      alsoNamed: ['kube-proxy-amd64', 'eks/kube-proxy', 'google_containers/kube-proxy'],
      title: 'kube-proxy',
      repository: 'https://github.com/kubernetes/kubernetes',
      examples: [
        { requirement: 'v1.11.10', verdict: 'cannot-reload' },
        { requirement: 'v1.12.4', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v1.12.8', verdict: 'cannot-reload' },
        { requirement: 'v1.12.9', verdict: 'below-minimum' },
        { requirement: 'v1.13.0', verdict: 'below-minimum', observed: 'reloads-late' },
        { requirement: 'v1.13.6', verdict: 'cannot-reload' },
        { requirement: 'v1.13.7', verdict: 'below-minimum' },
        { requirement: 'v1.14.2', verdict: 'cannot-reload' },
        { requirement: 'v1.14.3', verdict: 'below-minimum' },
        { requirement: 'v1.15.6', verdict: 'below-minimum' },
        { requirement: 'v1.15.7', verdict: 'reloads' },
        { requirement: 'v1.21.2-eksbuild.2', verdict: 'reloads' }
      ]
    },
    ['1.15.7', 'of Kubernetes 1.15.7'],
    [undefined, 'of Kubernetes 1.11 or older', 'reads-once'],
    ['1.12.0', 'of Kubernetes 1.12.0 to 1.12.4', 'reloads-late'],
    ['1.12.5', 'of Kubernetes 1.12.5 to 1.12.8', 'reads-once'],
    ['1.12.9', 'of Kubernetes 1.12.9 or newer', 'reloads'],
    ['1.13.0', 'of Kubernetes 1.13.0', 'reloads-late'],
    ['1.13.1', 'of Kubernetes 1.13.1 to 1.13.6', 'reads-once'],
    ['1.13.7', 'of Kubernetes 1.13.7 or newer', 'reloads'],
    ['1.14.0', 'of Kubernetes 1.14.0 to 1.14.2', 'reads-once'],
    ['1.14.3', 'of Kubernetes 1.14.3 or newer', 'reloads']
  ),
  goImage(
    {
      name: 'fluxcd/source-controller',
      title: 'Flux source-controller',
      repository: 'https://github.com/fluxcd/source-controller',
      examples: [
        { requirement: 'v0.0.1', verdict: 'reloads' },
        { requirement: 'v0.1.0', verdict: 'reloads' },
        { requirement: { kind: 'range', text: 'v1.2' }, verdict: 'reloads' }
      ]
    },
    ['0.0.1', 'v0.17.2'],
    [undefined, '', 'not-known'],
    ['0.0.1', 'v0.17.2 or newer', 'reloads']
  ),
  ownLoader(
    {
      name: 'fluxcd/helm-controller',
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
      url: 'https://github.com/fluxcd/helm-controller/blob/main/CHANGELOG.md#0220',
      proof: 'documented'
    },
    { before: 'Its client-go reloads, but the token is copied out of the configuration once, for Helm.' }
  ),
  ownLoader(
    {
      name: 'fluent/fluent-bit',
      alsoNamed: ['bitnami/fluent-bit', 'bitnamilegacy/fluent-bit'],
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
      alsoNamed: ['bitnami/apisix', 'bitnamilegacy/apisix'],
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
      alsoNamed: ['bitnami/telegraf', 'bitnamilegacy/telegraf'],
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
      name: 'kiwigrid/k8s-sidecar',
      title: 'k8s-sidecar',
      repository: 'https://github.com/kiwigrid/k8s-sidecar',
      examples: [
        { requirement: '0.1.144', verdict: 'cannot-reload' },
        { requirement: '1.1.0', verdict: 'cannot-reload' },
        { requirement: '1.2.0', verdict: 'reloads' },
        { requirement: '1.14.2', verdict: 'reloads' },
        { requirement: '1.25.1', verdict: 'reloads' }
      ]
    },
    '1.2.0',
    {
      text: 'requirements of k8s-sidecar',
      url: 'https://github.com/kiwigrid/k8s-sidecar/blob/1.2.0/requirements.txt',
      proof: 'source'
    },
    {
      before: 'It holds release 11.0.0 or older of the Python client, which reads the token file once.',
      after: 'It holds release 12.0.0 or newer of the Python client, which reads the token file again every minute.'
    }
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
  ...unexaminedImages
]
