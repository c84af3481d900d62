/**
 * The versions on which simple comparisons go wrong, as `judge` is asked about them: what was observed of each, and the
 * verdict under the documented minimum. Beside the examples in the policy's rows, which say the same in their own words.
 */

import { describe, expect, test } from '@jest/globals'
import type { Behaviour, VerdictKind } from '../../src/model/verdict.ts'
import { judgePurl } from '../../src/policy/judge-purl.ts'

/** A package URL without its version, and per verdict and behaviour the versions that must get it. */
type Row = readonly [purl: string, verdict: VerdictKind, observed: Behaviour, versions: string]

const GO = 'pkg:golang/k8s.io/client-go'
const FORKS = 'pkg:golang/github.com'
const RUBY = 'git+https://github.com/kubernetes-client/ruby'

const EDGES: readonly Row[] = [
  [GO, 'cannot-reload', 'reads-once', 'v1.4.0 v1.5.0 v1.5.1 v1.5.2'],
  [
    GO,
    'cannot-reload',
    'reads-once',
    'v2.0.0+incompatible v4.0.0-beta.0+incompatible v7.0.0+incompatible v8.0.0+incompatible'
  ],
  [GO, 'below-minimum', 'reloads-late', 'v9.0.0+incompatible v10.0.0+incompatible'],
  [GO, 'cannot-reload', 'reads-once', 'v11.0.0+incompatible'],
  [GO, 'below-minimum', 'reloads', 'v12.0.0+incompatible'],
  [GO, 'reloads', 'reloads', 'v0.15.7 v0.16.4 v0.17.0 v0.15.8-beta.0 v0.16.5-beta.1 v0.18.0-alpha.1 v0.19.0-rc.4'],
  [GO, 'unknown', 'not-known', 'v0.16.0 v0.0.0 v0.0.0-00010101000000-000000000000'],
  [GO, 'cannot-reload', 'not-known', 'v0.15.0 v0.15.6'],
  [GO, 'cannot-reload', 'reads-once', 'v0.0.0-20180103015815-9389c055a838 v0.0.0-20180806134042-1f13a808da65'],
  [GO, 'cannot-reload', 'reads-once', 'v2.0.0-alpha.0.0.20180817174322-745ca8300397+incompatible'],
  [GO, 'reloads-late', 'reloads-late', 'v2.0.0-alpha.0.0.20181126152608-d082d5923d3c+incompatible'],
  [GO, 'reloads-late', 'reloads-late', 'v2.0.0-alpha.0.0.20181121191925-a47917edff34+incompatible'],
  [GO, 'cannot-reload', 'reads-once', 'v0.0.0-20181126192323-d4cbff6e80d2'],
  [GO, 'reloads-late', 'reloads-late', 'v0.0.0-20181205110444-5e6a3d4e34f6'],
  [GO, 'cannot-reload', 'reads-once', 'v0.0.0-20181213151034-8d9ed539ba31'],
  [GO, 'cannot-reload', 'reads-once', 'v2.0.0-alpha.0.0.20190115164855-701b91367003+incompatible'],
  [GO, 'cannot-reload', 'reads-once', 'v0.0.0-20190228174230-b40b2a5939e4'],
  [GO, 'cannot-reload', 'reads-once', 'v2.0.0-alpha.0.0.20190307161346-7621a5ebb88b+incompatible'],
  [GO, 'cannot-reload', 'reads-once', 'v2.0.0-alpha.0.0.20190313235726-6ee68ca5fd83+incompatible'],
  [GO, 'cannot-reload', 'reads-once', 'v11.0.1-0.20190409021438-1a26190bd76a+incompatible'],
  [GO, 'cannot-reload', 'reads-once', 'v0.0.0-20190425172711-65184652c889'],
  [GO, 'cannot-reload', 'reads-once', 'v11.0.1-0.20190516230509-ae8359b20417+incompatible'],
  [GO, 'reloads', 'reloads', 'v0.0.0-20190515063710-7b18d6600f6b v0.0.0-20190521190702-177766529176'],
  [GO, 'reloads', 'reloads', 'v0.0.0-20190528110200-4f3abb12cae2'],
  [GO, 'cannot-reload', 'reads-once', 'v0.0.0-20190619194437-42f9eb3046f9 v0.0.0-20190620085054-d014f46af78e'],
  [GO, 'reloads', 'reloads', 'v0.0.0-20190620085101-78d2af792bab'],
  [GO, 'reloads', 'reloads', 'v11.0.1-0.20190805182717-6502b5e7b1b5+incompatible'],
  [GO, 'reloads', 'reloads', 'v0.0.0-20190819141724-e14f31a72a77 v0.0.0-20190918200256-06eb1244587a'],
  [GO, 'reloads', 'reloads', 'v0.0.0-20190918160344-1fbdaa4c8d90 v0.0.0-20191016111102-bec269661e48'],
  [GO, 'reloads', 'reloads', 'v0.0.0-20191114101535-6c5935290e33'],
  [GO, 'cannot-reload', 'reads-once', 'v1.5.3-0.20210225122429-32a6ebfbede3 v0.0.0-20190409021438-1a26190bd76a'],
  [GO, 'cannot-reload', 'reads-once', 'kubernetes-1.13.6'],
  [GO, 'below-minimum', 'reloads', 'kubernetes-1.13.7 kubernetes-1.14.10 kubernetes-1.12.10'],
  [
    `${FORKS}/openshift/kubernetes-client-go`,
    'cannot-reload',
    'reads-once',
    'v11.0.1-0.20190701222832-70952d66b5d1+incompatible'
  ],
  [`${FORKS}/rancher/client-go`, 'reloads', 'reloads', 'v1.20.0-rancher.1 v1.14.5-rancher.1'],
  [`${FORKS}/k3s-io/kubernetes/staging/src/k8s.io/client-go`, 'reloads', 'reloads', 'v1.24.0-k3s1'],
  [`${FORKS}/ericchiang/k8s`, 'cannot-reload', 'reads-once', 'v1.2.0'],
  ['pkg:pypi/kubernetes', 'cannot-reload', 'reads-once', '10.0.1 11.0.0 11.0.0b2 10.1.0'],
  ['pkg:pypi/kubernetes', 'below-minimum', 'reloads', '12.0.0a1 12.0.0b1'],
  ['pkg:pypi/kubernetes', 'reloads', 'reloads', '12.0.0 12.0.1 17.17.0 25.3.0 26.1.0 35.0.0 36.0.1 36.0.2 36.0.3'],
  ['pkg:pypi/kubernetes', 'sends-no-token', 'sends-no-token', '36.0.0a2 36.0.0a3 36.0.0b1 36.0.0'],
  ['pkg:pypi/kubernetes', 'unknown', 'not-known', '36.0.0a1'],
  ['pkg:maven/io.kubernetes/client-java', 'cannot-reload', 'reads-once', '8.0.0-alpha1 8.0.2'],
  ['pkg:maven/io.kubernetes/client-java', 'reloads', 'reloads', '9.0.0 9.0.2 20.0.1-legacy 25.0.0-legacy 27.0.0'],
  ['pkg:maven/io.kubernetes/client-java', 'unknown', 'not-known', '9.0.0-SNAPSHOT'],
  ['pkg:maven/io.fabric8/kubernetes-client', 'cannot-reload', 'reads-once', '3.1.8 4.13.3 5.7.4'],
  ['pkg:maven/io.fabric8/kubernetes-client', 'reloads-late', 'reloads-late', '5.8.0 5.9.0 5.12.3 6.0.0'],
  ['pkg:maven/io.fabric8/kubernetes-client', 'reloads', 'reloads', '5.12.4 6.1.0 6.7.0 7.8.0'],
  ['pkg:maven/org.csanchez.jenkins.plugins/kubernetes', 'reloads-late', 'reloads-late', '1.31.0 3724.v0920c1e0ec69'],
  [
    'pkg:maven/org.csanchez.jenkins.plugins/kubernetes',
    'reloads',
    'reloads',
    '3794.v45d9da_33d7f1 3802.vb_b_600831fcb_3'
  ],
  ['pkg:maven/io.javaoperatorsdk/operator-framework', 'reloads-late', 'reloads-late', '1.9.7 3.1.1 3.2.1'],
  ['pkg:maven/io.javaoperatorsdk/operator-framework', 'reloads', 'reloads', '3.2.0 3.2.3 4.0.0'],
  ['pkg:npm/@kubernetes/client-node', 'cannot-reload', 'reads-once', '0.9.2 0.10.2'],
  ['pkg:npm/@kubernetes/client-node', 'reloads', 'reloads', '0.10.3 0.11.0 0.22.3 1.0.0 2.0.1'],
  [
    'pkg:npm/@kubernetes/client-node',
    'reloads',
    'reloads',
    '1.0.0-rc2 1.0.0-rc3 1.0.0-rc4 1.0.0-rc5 1.0.0-rc6 1.0.0-rc7'
  ],
  ['pkg:npm/@kubernetes/typescript-node', 'cannot-reload', 'reads-once', '0.1.1'],
  ['pkg:nuget/KubernetesClient', 'cannot-reload', 'reads-once', '1.6.29 2.0.21'],
  ['pkg:nuget/KubernetesClient', 'below-minimum', 'reloads', '2.0.22 2.0.33 4.0.16 7.0.4'],
  ['pkg:nuget/KubernetesClient', 'reloads', 'reloads', '7.0.5 20.0.84'],
  ['pkg:nuget/KubernetesClient.Classic', 'reloads', 'reloads', '7.2.19'],
  ['pkg:nuget/KubernetesClient.Aot', 'reloads', 'reloads', '13.0.11'],
  ['pkg:nuget/KubernetesClient.Models', 'unknown', 'not-known', '7.2.19'],
  ['pkg:nuget/KubernetesClient.Basic', 'unknown', 'not-known', '7.2.19'],
  ['pkg:gem/kubernetes-io', 'cannot-reload', 'reads-once', '1.0.0.pre.alpha2'],
  ['pkg:gem/kubernetes-io', 'reloads', 'reloads', `1.0.0.pre.alpha2?vcs_url=${RUBY}@33861097e2ea`],
  ['pkg:gem/kubernetes-io', 'reloads', 'reloads', `1.0.0.pre.alpha2?vcs_url=${RUBY}@aacf14651a97`],
  ['pkg:gem/kubernetes-io', 'cannot-reload', 'reads-once', `1.0.0.pre.alpha2?vcs_url=${RUBY}@af7b29c`],
  ['pkg:hackage/kubernetes-client', 'cannot-reload', 'reads-once', '0.1.0.1'],
  ['pkg:hackage/kubernetes-client', 'below-minimum', 'reloads', '0.2.0.0'],
  ['pkg:hackage/kubernetes-client', 'reloads', 'reloads', '0.3.0.0'],
  ['pkg:hackage/kubernetes-api-client', 'reloads', 'reloads', '0.6.0.1'],
  ['pkg:vcpkg/kubernetes', 'cannot-reload', 'reads-once', '0.14.0']
]

/** Per documented minimum the last version below it and the first at it. Ruby's is a branch: a release, and its master. */
const MINIMUMS: readonly (readonly [minimum: string, below: string, at: string])[] = [
  ['v0.15.7', `${GO}@v0.15.6`, `${GO}@v0.15.7`],
  ['v12.0.0', 'pkg:pypi/kubernetes@12.0.0b1', 'pkg:pypi/kubernetes@12.0.0'],
  ['v9.0.0', 'pkg:maven/io.kubernetes/client-java@8.0.2', 'pkg:maven/io.kubernetes/client-java@9.0.0'],
  ['v0.10.3', 'pkg:npm/%40kubernetes/client-node@0.10.2', 'pkg:npm/%40kubernetes/client-node@0.10.3'],
  ['master branch', 'pkg:gem/kubernetes-io@1.0.0.pre.alpha2', `pkg:gem/kubernetes-io?vcs_url=${RUBY}&branch=master`],
  ['v0.3.0.0', 'pkg:hackage/kubernetes-client@0.2.0.0', 'pkg:hackage/kubernetes-client@0.3.0.0'],
  ['7.0.5', 'pkg:nuget/KubernetesClient@7.0.4', 'pkg:nuget/KubernetesClient@7.0.5']
]

describe('edge versions', () => {
  const rows = EDGES.flatMap(([purl, verdict, observed, versions]) =>
    versions.split(' ').map(version => [`${purl}@${version}`, verdict, observed] as const)
  )
  test.each(rows)('%s is %s, observed %s', async (purl, verdict, observed) => {
    const { answer } = await judgePurl(purl, { minimum: 'documented', failOn: 'error' })
    expect({ verdict: answer.verdict, observed: answer.observed }).toEqual({ verdict, observed })
  })
})

describe('both sides of each documented minimum', () => {
  test.each(MINIMUMS)('%s: %s fails, %s passes', async (minimum, below, at) => {
    const options = { minimum: 'documented', failOn: 'error' } as const
    const [bad, good] = [await judgePurl(below, options), await judgePurl(at, options)]
    expect([bad.fails, good.fails]).toEqual([true, false])
    expect(['cannot-reload', 'below-minimum']).toContain(bad.answer.verdict)
    expect(good.answer.verdict).toBe('reloads')
    expect([bad.answer.minimum, good.answer.minimum]).toEqual([minimum, minimum])
  })
})
