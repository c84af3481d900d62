/** The .NET clients. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_EVERY_MINUTE, READ_ONCE } from '../claims.ts'
import type { Client, Minimum, ObservedRange } from '../client.ts'
import { CCE, EKS } from '../documents.ts'

const RELOAD: Evidence = {
  text: 'kubernetes-client/csharp#440',
  url: 'https://github.com/kubernetes-client/csharp/pull/440',
  proof: 'source'
}
const CLASSIC: Evidence = {
  text: 'kubernetes-client/csharp#808',
  url: 'https://github.com/kubernetes-client/csharp/pull/808',
  proof: 'source'
}
const AOT: Evidence = {
  text: 'kubernetes-client/csharp#1498',
  url: 'https://github.com/kubernetes-client/csharp/pull/1498',
  proof: 'source'
}
const KUBE_CLIENT: Evidence = {
  text: 'KubeClientOptions.FromPodServiceAccount of dotnet-kube-client',
  url: 'https://github.com/tintoy/dotnet-kube-client/blob/v3.1.1/src/KubeClient.Core/KubeClientOptions.cs',
  proof: 'source'
}

const OCELOT_PROJECT: Evidence = {
  text: 'Ocelot.Provider.Kubernetes.csproj',
  url: 'https://github.com/ThreeMammals/Ocelot/blob/24.1.0/src/Ocelot.Provider.Kubernetes/Ocelot.Provider.Kubernetes.csproj',
  proof: 'source'
}

const OFFICIAL = 'https://github.com/kubernetes-client/csharp'
const COMMUNITY = 'https://github.com/tintoy/dotnet-kube-client'
const WITH_LOADER = ['KubernetesClient', 'KubernetesClient.Classic', 'KubernetesClient.Aot']

// It is in the vendor documents as the first version with a git tag, not because of a fix.
const MINIMUM: Minimum = { version: '7.0.5', text: '7.0.5', evidence: [EKS, CCE] }

const REPLACE = 'Move to KubernetesClient 7.0.5 or newer: this client reads the token once in every release.'

/** A package that has the loader since its first release. */
function fromFirstRelease(first: string, evidence: Evidence): readonly ObservedRange[] {
  return [
    {
      before: first,
      behaviour: 'not-known',
      reason: 'never-released',
      because: `The package was first released as ${first}.`,
      evidence: [evidence],
      releases: []
    },
    { from: first, behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [RELOAD, evidence] }
  ]
}

/** A package of the official client that contains only types. */
function withoutLoader(name: string): Client {
  return {
    name,
    title: name,
    repository: OFFICIAL,
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'This package holds types only; whatever reads the token stands in another package.',
        evidence: [CLASSIC]
      }
    ],
    partOf: WITH_LOADER,
    fix: { advice: 'Find out which package or which code of your own reads the token.' },
    examples: [
      { requirement: '7.2.19', verdict: 'unknown', observed: 'not-known' },
      { requirement: '12.0.16', verdict: 'unknown', observed: 'not-known' }
    ]
  }
}

const kubeClient: Client = {
  name: 'KubeClient',
  title: 'KubeClient',
  repository: COMMUNITY,
  observed: [
    {
      behaviour: 'reads-once',
      because: 'The token file is read once, into the access token of the options.',
      evidence: [KUBE_CLIENT]
    }
  ],
  fix: { advice: REPLACE },
  examples: [
    { requirement: '2.3.11', verdict: 'cannot-reload', observed: 'reads-once' },
    { requirement: '2.3.15', verdict: 'cannot-reload', observed: 'reads-once' },
    { requirement: '3.1.1', verdict: 'cannot-reload', observed: 'reads-once' },
    { requirement: { kind: 'range', text: '[3.1.1, )' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
  ]
}

/** A package of the community client that is a parent of the client itself. */
function extension(suffix: string): Client {
  return {
    ...kubeClient,
    name: `KubeClient.Extensions.${suffix}`,
    title: `KubeClient.Extensions.${suffix}`,
    partOf: ['KubeClient']
  }
}

/** Packages of one project that are parents of the official client; the version in each release is not certain. */
function bringing(repository: string, project: string, names: readonly string[]): readonly Client[] {
  return names.map(name => ({
    name,
    title: name,
    repository,
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'It brings in KubernetesClient; in which version is not certain, and that version decides.',
        evidence: [{ text: project, url: `${repository}/blob/${project}`, proof: 'unsure' }]
      }
    ],
    brings: WITH_LOADER,
    fix: {
      advice: `Ask for KubernetesClient 7.0.5 or newer in the project itself, or commit its packages.lock.json: then the version is known.`
    },
    examples: [
      { requirement: '1.0.0', verdict: 'unknown' },
      { requirement: '9.0.0', verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }))
}

/** The rows of the NuGet ecosystem. */
export const nugetClients: readonly Client[] = [
  {
    name: 'KubernetesClient',
    title: 'KubernetesClient',
    repository: OFFICIAL,
    minimum: MINIMUM,
    observed: [
      {
        before: '2.0.22',
        behaviour: 'reads-once',
        because: READ_ONCE,
        evidence: [RELOAD]
      },
      { from: '2.0.22', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [RELOAD] }
    ],
    fix: { version: '7.0.5' },
    examples: [
      { requirement: '1.6.11', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '1.6.29', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '2.0.1', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '2.0.21', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '2.0.22', verdict: 'below-minimum', observed: 'reloads' },
      { requirement: '2.0.33', verdict: 'below-minimum', observed: 'reloads' },
      { requirement: '4.0.16', verdict: 'below-minimum', observed: 'reloads' },
      { requirement: '6.0.25', verdict: 'below-minimum', observed: 'reloads' },
      { requirement: '7.0.4', verdict: 'below-minimum', observed: 'reloads' },
      { requirement: '7.0.5-preview', verdict: 'below-minimum', observed: 'reloads' },
      { requirement: '7.0.5', verdict: 'reloads' },
      { requirement: '7.0.5.0', verdict: 'reloads' },
      { requirement: '15.0.1', verdict: 'reloads' },
      { requirement: '20.0.84', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[7.0.5]' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '8.*' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[1.6,2.0.22)' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '6.*' }, verdict: 'below-minimum' },
      { requirement: { kind: 'range', text: '7.*' }, verdict: 'unknown' },
      { requirement: '$(KubernetesClientVersion)', verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  },
  {
    name: 'KubernetesClient.Classic',
    title: 'KubernetesClient.Classic',
    repository: OFFICIAL,
    minimum: MINIMUM,
    observed: fromFirstRelease('7.2.0', CLASSIC),
    examples: [
      { requirement: '7.2.7', verdict: 'reloads' },
      { requirement: '7.2.19', verdict: 'reloads' },
      { requirement: '20.0.84', verdict: 'reloads' },
      { requirement: '7.1.9', verdict: 'unknown', observed: 'not-known' },
      { requirement: '7.0.4', verdict: 'cannot-reload', observed: 'not-known' },
      { requirement: { kind: 'range', text: '7.*' }, verdict: 'reloads' },
      { requirement: { kind: 'none' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'KubernetesClient.Aot',
    title: 'KubernetesClient.Aot',
    repository: OFFICIAL,
    minimum: MINIMUM,
    observed: fromFirstRelease('13.0.11', AOT),
    examples: [
      { requirement: '13.0.11', verdict: 'reloads' },
      { requirement: '20.0.84', verdict: 'reloads' },
      { requirement: '13.0.1', verdict: 'unknown', observed: 'not-known' },
      { requirement: { kind: 'none' }, verdict: 'reloads' }
    ]
  },
  withoutLoader('KubernetesClient.Basic'),
  withoutLoader('KubernetesClient.Models'),
  kubeClient,
  ...['Configuration', 'CustomResources', 'DataProtection', 'DependencyInjection', 'KubeConfig', 'WebSockets'].map(
    extension
  ),
  {
    ...kubeClient,
    name: 'Ocelot.Provider.Kubernetes',
    title: 'Ocelot, Kubernetes provider',
    repository: 'https://github.com/ThreeMammals/Ocelot',
    observed: [
      {
        before: '25.0.0-alpha',
        behaviour: 'reads-once',
        because: 'It brings in KubeClient 2.2 to 3.1.1, which reads the token file once.',
        evidence: [OCELOT_PROJECT, KUBE_CLIENT]
      },
      {
        // Only betas, and not each of them was examined.
        from: '25.0.0-alpha',
        behaviour: 'reads-once',
        because: 'As the releases before it, it is thought to bring in KubeClient, which reads the token file once.',
        evidence: [{ ...OCELOT_PROJECT, proof: 'unsure' }]
      }
    ],
    brings: ['KubeClient'],
    fix: { advice: 'No release reloads the token: route by DNS names of services, or by another discovery provider.' },
    examples: [
      { requirement: '13.2.0', verdict: 'cannot-reload' },
      { requirement: '24.0.0', verdict: 'cannot-reload' },
      { requirement: '25.0.0-beta.2', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  },
  ...bringing(
    'https://github.com/buehler/dotnet-operator-sdk',
    'main/src/KubeOps.Abstractions/KubeOps.Abstractions.csproj',
    ['KubeOps', 'KubeOps.Abstractions', 'KubeOps.KubernetesClient', 'KubeOps.Operator', 'KubeOps.Operator.Web']
  ),
  ...bringing(
    'https://github.com/SteeltoeOSS/Steeltoe',
    '3.x/src/Common/src/Common.Kubernetes/Steeltoe.Common.Kubernetes.csproj',
    [
      'Steeltoe.Common.Kubernetes',
      'Steeltoe.Discovery.Kubernetes',
      'Steeltoe.Extensions.Configuration.KubernetesBase',
      'Steeltoe.Extensions.Configuration.KubernetesCore',
      'Steeltoe.Management.KubernetesCore'
    ]
  ),
  ...bringing(
    'https://github.com/dotnet/orleans',
    'main/src/Orleans.Hosting.Kubernetes/Orleans.Hosting.Kubernetes.csproj',
    ['Microsoft.Orleans.Hosting.Kubernetes']
  )
]
