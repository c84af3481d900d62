/** The .NET clients. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_EVERY_MINUTE, READ_ONCE } from '../claims.ts'
import type { Client, Minimum, Observation, ObservedRange } from '../client.ts'
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
const KUBE_OPS = 'https://github.com/buehler/dotnet-operator-sdk'
const KUBE_OPS_PROJECT = 'src/KubeOps/KubeOps.csproj'
const STEELTOE = 'https://github.com/SteeltoeOSS/Steeltoe'
const ORLEANS = 'https://github.com/dotnet/orleans'
const AKKA_NET = 'https://github.com/akkadotnet/Akka.Management'
const INSIGHTS = 'https://github.com/microsoft/ApplicationInsights-Kubernetes'
const INSIGHTS_FOLDER = 'src/ApplicationInsights.Kubernetes'
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

/** Packages of one project that bring in the official client, and which of its releases. */
function bringing(
  repository: string,
  names: readonly string[],
  row: Pick<Client, 'observed' | 'examples' | 'fix' | 'examined'>
): readonly Client[] {
  return names.map(name => ({ name, title: name, repository, brings: WITH_LOADER, ...row }))
}

/** For releases that ask for a good version of KubernetesClient or a newer one. */
function asksForGood(version: string, file: Evidence): Observation {
  const because = `It brings in KubernetesClient ${version} or newer, which reads the token file every minute.`
  return { behaviour: 'reloads', because, evidence: [file, RELOAD] }
}

/**
 * For releases that ask for a bad version or a newer one: NuGet takes the lowest, unless the project or another package asks for a
 * newer one, so that it is not certain.
 */
function asksForBad(version: string, file: Evidence): Observation {
  const because = `It brings in KubernetesClient ${version}, unless another package asks for a newer one: the token file is read once.`
  return { behaviour: 'reads-once', because, evidence: [{ ...file, proof: 'unsure' }] }
}

/** A file with the version of the client, at a tag of a repository. */
function fileAt(repository: string, tag: string, path: string): Evidence {
  const text = `${path.slice(path.lastIndexOf('/') + 1)} of ${repository.replace('https://github.com/', '')} ${tag}`
  return { text, url: `${repository}/blob/${tag}/${path}`, proof: 'source' }
}

const ASK = 'Ask for KubernetesClient 7.0.5 or newer in the project itself: NuGet then takes that one.'

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
        before: '25.0.0',
        behaviour: 'reads-once',
        because: 'It brings in KubeClient 2.2 to 3.1.1, which reads the token file once.',
        evidence: [OCELOT_PROJECT, KUBE_CLIENT]
      },
      {
        from: '25.0.0',
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
  ...bringing(KUBE_OPS, ['KubeOps'], {
    observed: [
      { before: '1.2.0', ...asksForBad('2.0.21 or older', fileAt(KUBE_OPS, 'v1.1.0', KUBE_OPS_PROJECT)) },
      { from: '1.2.0', ...asksForGood('2.0.25', fileAt(KUBE_OPS, 'v1.2.0', KUBE_OPS_PROJECT)) }
    ],
    examined: '6.0.12',
    fix: { advice: ASK },
    examples: [
      { requirement: '1.1.0', verdict: 'cannot-reload' },
      { requirement: '1.2.0', verdict: 'reloads' },
      { requirement: '6.0.12', verdict: 'reloads' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }),
  ...bringing(
    KUBE_OPS,
    ['KubeOps.Abstractions', 'KubeOps.KubernetesClient', 'KubeOps.Operator', 'KubeOps.Operator.Web'],
    {
      observed: [
        asksForGood(
          '10.0.16',
          fileAt(KUBE_OPS, 'v7.0.0', 'src/KubeOps.KubernetesClient/KubeOps.KubernetesClient.csproj')
        )
      ],
      examples: [
        { requirement: '7.0.0', verdict: 'reloads' },
        { requirement: '9.11.0', verdict: 'reloads' },
        { requirement: { kind: 'none' }, verdict: 'reloads' }
      ]
    }
  ),
  ...bringing(
    STEELTOE,
    [
      'Steeltoe.Common.Kubernetes',
      'Steeltoe.Discovery.Kubernetes',
      'Steeltoe.Extensions.Configuration.KubernetesBase',
      'Steeltoe.Extensions.Configuration.KubernetesCore',
      'Steeltoe.Management.KubernetesCore'
    ],
    {
      observed: [
        { before: '3.1.1', ...asksForBad('2.0.16', fileAt(STEELTOE, '3.1.0', 'versions.props')) },
        {
          from: '3.1.1',
          before: '3.4.0-alpha',
          behaviour: 'not-known',
          reason: 'open-range',
          because:
            'It brings in KubernetesClient 5.0.13, which reloads the token, but for netstandard2.0 KubernetesClient 2.0.16, which reads it once.',
          evidence: [
            fileAt(STEELTOE, '3.2.8', 'src/Common/src/Common.Kubernetes/Steeltoe.Common.Kubernetes.csproj'),
            fileAt(STEELTOE, '3.2.8', 'versions.props')
          ]
        },
        { from: '3.4.0-alpha', ...asksForGood('19.0.2', fileAt(STEELTOE, '3.4.0', 'versions.props')) }
      ],
      fix: { advice: ASK },
      examples: [
        { requirement: '3.1.0', verdict: 'cannot-reload' },
        { requirement: '3.1.1', verdict: 'unknown' },
        { requirement: '3.2.8', verdict: 'unknown' },
        { requirement: '3.4.0', verdict: 'reloads' },
        { requirement: { kind: 'none' }, verdict: 'unknown' }
      ]
    }
  ),
  ...bringing(ORLEANS, ['Microsoft.Orleans.Hosting.Kubernetes'], {
    observed: [asksForGood('2.0.29', fileAt(ORLEANS, 'v3.3.0', 'Directory.Build.props'))],
    examples: [
      { requirement: '3.3.0', verdict: 'reloads' },
      { requirement: '9.0.0', verdict: 'reloads' },
      { requirement: { kind: 'none' }, verdict: 'reloads' }
    ]
  }),
  ...bringing(AKKA_NET, ['Akka.Discovery.KubernetesApi', 'Akka.Coordination.KubernetesApi'], {
    observed: [
      {
        behaviour: 'reloads',
        because:
          'It hands the path of the token file to TokenFileAuth of KubernetesClient 4.0.26 or newer, which reads it every minute.',
        evidence: [fileAt(AKKA_NET, '1.5.30', 'src/Directory.Build.props'), RELOAD]
      }
    ],
    examples: [
      { requirement: '0.2.2-beta1', verdict: 'reloads' },
      { requirement: '1.5.30', verdict: 'reloads' },
      { requirement: { kind: 'none' }, verdict: 'reloads' }
    ]
  }),
  ...bringing(INSIGHTS, ['Microsoft.ApplicationInsights.Kubernetes'], {
    observed: [
      {
        before: '3.0.0-alpha',
        behaviour: 'reads-once',
        because: 'Its own client reads the token file once, when it is made.',
        evidence: [fileAt(INSIGHTS, '2.0.6', `${INSIGHTS_FOLDER}/K8sHttpClient/KubeHttpClient.cs`)]
      },
      {
        from: '3.0.0-alpha',
        ...asksForGood('6.0.26', fileAt(INSIGHTS, '3.0.0', `${INSIGHTS_FOLDER}/ApplicationInsights.Kubernetes.csproj`))
      }
    ],
    examples: [
      { requirement: '1.1.3', verdict: 'cannot-reload' },
      { requirement: '2.0.6', verdict: 'cannot-reload' },
      { requirement: '3.0.0-beta1', verdict: 'reloads' },
      { requirement: '7.0.2', verdict: 'reloads' }
    ]
  })
]
