/** Results as pull requests bring them, for tests of what people see. */

import type { Comparison, FixedFinding } from '../../src/model/comparison.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { ConfigurationChange, Gap, Report } from '../../src/model/report.ts'
import type { Evidence } from '../../src/model/verdict.ts'
import type { WaiverResult } from '../../src/model/waiver.ts'
import { conclude } from '../../src/policy/conclude.ts'
import { addressOf } from '../../src/reporters/address.ts'
import { helpAt } from '../../src/reporters/help.ts'
import type { PageOptions } from '../../src/reporters/page/options.ts'
import type { Result } from '../../src/reporters/reporter.ts'
import { at, comparedWith, finding, gap, report, resultOf, waiver, waiverResult } from './report.ts'

const server = 'https://github.example'
const name = 'acme/shop'
const HEAD = '9fceb02d0ae598e95dc970b74767f19372d61af8'
const BASE = '1c002dd4b536e7479fe34593e72e6c6c1819e53b'
const head = addressOf({ server, name, commit: HEAD })
const base = addressOf({ server, name, commit: BASE })
const commit = (id: string) => ({ id, url: `${server}/${name}/commit/${id}` })

/** The options of a page as the Action gives them. */
export const PAGE: PageOptions = {
  link: (place, side) => (side === 'base' ? base(place) : head(place)),
  help: helpAt('https://github.example/bound-token-check/bound-token-check/blob/v1'),
  origin: {
    commit: commit(HEAD),
    base: commit(BASE),
    run: `${server}/${name}/actions/runs/42`,
    at: '2026-11-29T10:14:00Z'
  },
  elsewhere: { name: 'the job summary', url: `${server}/${name}/actions/runs/42` }
}

const RAN: Evidence = { text: 'a run', url: 'https://github.example/evidence/run', proof: 'executed' }
const READ_ONCE = 'The token file is read once, when the configuration is loaded.'
const GO_STEPS = (version: string) => [
  `go get k8s.io/client-go@${version} k8s.io/api@${version} k8s.io/apimachinery@${version}`,
  'go mod tidy'
]

/** Something of a report that differs from the usual. */
interface Changes {
  readonly gaps?: readonly Gap[]
  readonly waivers?: readonly WaiverResult[]
  readonly comparison?: Comparison
  readonly configurationChange?: ConfigurationChange
}

function whole(findings: readonly Finding[], { gaps = [], ...changes }: Changes = {}): Report {
  return {
    ...report(findings, gaps, {
      listed: 1_284,
      claimed: 31,
      unmentioned: 12,
      hazards: { searched: 412, notScanned: 57, unexamined: 3 }
    }),
    comparison: comparedWith(),
    ...changes
  }
}

/** A package that the change brings in, through a parent. */
export function introducedNode(): Finding {
  return finding('cannot-reload', {
    dependency: {
      ecosystem: 'npm',
      format: 'package-lock.json',
      name: '@kubernetes/client-node',
      requirement: { kind: 'version', text: '0.10.2' },
      origin: 'lockfile',
      place: at('services/dashboard/package-lock.json:212:18'),
      direct: false,
      chain: [
        { name: 'kube-tools', version: '2.1.0' },
        { name: '@kubernetes/client-node', version: '0.10.2' }
      ]
    },
    declaredAt: [at('services/dashboard/package.json:6:5')],
    verdict: {
      because: READ_ONCE,
      evidence: [RAN],
      fix: {
        version: '0.10.3',
        folder: 'services/dashboard',
        through: { name: 'kube-tools', version: '2.4.0' },
        steps: ['npm install kube-tools@2.4.0']
      }
    },
    change: { kind: 'introduced' }
  })
}

function introducedGo(): Finding {
  const before = finding('reloads', { dependency: { requirement: { kind: 'version', text: 'v0.20.0' } } })
  const places = ['services/billing/go.mod:9:19', 'services/mail/go.mod:8:19', 'tools/go.mod:7:19'].map(at)
  const found = finding('cannot-reload', {
    dependency: {
      requirement: { kind: 'version', text: 'v11.0.0+incompatible' },
      place: at('services/watcher/go.mod:7:19'),
      direct: true
    },
    verdict: {
      because: 'It sorts above the documented minimum v0.15.7 and still reads the token file once.',
      evidence: [{ ...RAN, url: 'https://github.com/kubernetes/client-go/commit/11646d1007e0' }],
      fix: { version: 'v0.15.7', folder: 'services/watcher', steps: GO_STEPS('v0.15.7') }
    },
    change: { kind: 'introduced', before }
  })
  return { ...found, related: places.map(place => ({ role: 'same', place })) }
}

function worsenedPython(): Finding {
  const before = finding('reloads-late', {
    dependency: { ecosystem: 'pypi', name: 'kubernetes-asyncio', requirement: { kind: 'version', text: '24.2.3' } }
  })
  return finding('cannot-reload', {
    dependency: {
      ecosystem: 'pypi',
      format: 'requirements*.txt',
      name: 'kubernetes-asyncio',
      requirement: { kind: 'version', text: '9.1.0' },
      place: at('jobs/report/requirements.txt:3:20'),
      direct: true
    },
    verdict: {
      because: READ_ONCE,
      evidence: [RAN],
      fix: {
        version: '24.2.3',
        folder: 'jobs/report',
        steps: [
          { edit: 'in this file', text: 'kubernetes-asyncio==24.2.3' },
          "pip install 'kubernetes-asyncio==24.2.3'"
        ]
      }
    },
    change: { kind: 'worsened', before }
  })
}

function existing(ecosystem: string, name: string, version: string, use: string, place: string): Finding {
  return finding('cannot-reload', {
    dependency: { ecosystem, name, requirement: { kind: 'version', text: version }, place: at(place), direct: true },
    verdict: { because: READ_ONCE, evidence: [RAN], fix: { version: use, folder: '', steps: [] } },
    change: { kind: 'existing' }
  })
}

const EXISTING = (): Finding[] => [
  existing('maven', 'io.kubernetes:client-java', '8.0.2', '9.0.0', 'services/scheduler/pom.xml:8:18'),
  existing('pypi', 'kubernetes', '11.0.0', '12.0.0', 'jobs/cleanup/requirements.txt:4:12'),
  existing('nuget', 'KubernetesClient', '2.0.21', '7.0.5', 'operators/quota/Quota.csproj:6:60')
]

function fixedRuby(): FixedFinding {
  const gem = (kind: 'cannot-reload' | 'reloads', text: string) =>
    finding(kind, {
      dependency: {
        ecosystem: 'gem',
        name: 'kubeclient',
        requirement: { kind: 'version', text },
        place: at('logging/Gemfile:4:20')
      }
    })
  return { before: gem('cannot-reload', '4.9.3'), now: gem('reloads', '4.12.0') }
}

const goneSwift = (): FixedFinding => ({
  before: finding('cannot-reload', {
    dependency: {
      ecosystem: 'swift',
      name: 'github.com/swiftkube/client',
      requirement: { kind: 'version', text: '0.13.0' },
      place: at('ios/Package.swift:12:60')
    }
  })
})

const PASSING = (): Finding[] =>
  Array.from({ length: 12 }, (_, number) =>
    finding('reloads', {
      dependency: {
        ecosystem: 'npm',
        name: `@acme/kube-${number}`,
        requirement: { kind: 'version', text: `1.${number}.0` },
        place: at(`packages/p${number}/package.json:9:7`)
      }
    })
  )

const waivedTool = (): Finding =>
  finding('cannot-reload', {
    dependency: {
      ecosystem: 'npm',
      name: 'kubernetes-client',
      requirement: { kind: 'version', text: '9.0.0' },
      place: at('tools/package.json:3:26')
    },
    waivedBy: waiver({ ecosystem: 'npm', name: 'kubernetes-client' })
  })

/** Many clients that the change introduces, of some packages. */
export function manyFindings(number: number, packages: number): Finding[] {
  return Array.from({ length: number }, (_, index) => {
    const service = `services/service-${index}`
    return finding(index % 7 === 3 ? 'reloads-late' : 'cannot-reload', {
      dependency: {
        ecosystem: 'npm',
        format: 'package.json',
        name: `@acme/kube-client-${index % packages}`,
        requirement: { kind: 'version', text: `0.${index % packages}.${index}` },
        place: at(`${service}/package.json:${(index % 40) + 5}:7`),
        direct: true
      },
      verdict: {
        because: READ_ONCE,
        evidence: [RAN],
        fix: {
          version: `1.${index % packages}.0`,
          folder: service,
          steps: [`npm install @acme/kube-client-${index % packages}@1.${index % packages}.0`]
        }
      },
      change: { kind: 'introduced' }
    })
  })
}

/** A change of the configuration that lets the check pass. */
const SOFTENED: ConfigurationChange = {
  edits: [
    {
      place: at('.github/bound-token-check.yml:4:3'),
      text: 'adds a waiver of client-cannot-reload for `k8s.io/client-go`'
    },
    { place: at('.github/bound-token-check.yml:12:3'), text: 'excludes `services/**` from the scan' }
  ],
  effect: { conclusion: resultOf(whole(PASSING())).conclusion }
}

const UNREAD: readonly Gap[] = [
  gap({ place: at('web/package-lock.json:88:3'), detail: 'expected a comma' }),
  gap({ kind: 'unreadable-file', place: at('vendor/modules.txt:1:1'), detail: 'permission denied', existing: true }),
  gap({ kind: 'absent-file', place: at('lib/go.mod:1:1'), detail: 'a submodule that is not checked out' })
]

/** What a change leaves as it was, where a part of the base could not be read and only what is new counts. */
function partlyCompared(): Result {
  const report = whole([...EXISTING(), ...PASSING()], {
    gaps: [gap({ kind: 'unreadable-file', place: at('vendor/modules.txt:1:1'), detail: 'too large', existing: true })],
    waivers: [{ ...waiverResult('expired', { until: '2026-10-31' }, 1), existing: true }],
    comparison: comparedWith(
      [],
      [
        { place: at('services/scheduler/pom.xml:1:1'), detail: 'expected a tag' },
        { place: at('charts:1:1'), detail: 'a submodule that is not checked out' }
      ]
    )
  })
  return { report, conclusion: conclude(report, { failOn: 'error', allowIncomplete: false, scope: 'introduced' }) }
}

/** A result for every state that a reader may meet, by its name. */
export const RESULTS: Readonly<Record<string, Result>> = {
  changed: resultOf(
    whole([introducedNode(), introducedGo(), worsenedPython(), ...EXISTING(), ...PASSING(), waivedTool()], {
      waivers: [waiverResult('in-force', { name: 'kubernetes-client' }, 1)],
      comparison: comparedWith([fixedRuby(), goneSwift()])
    })
  ),
  clean: resultOf(whole(PASSING())),
  fixed: resultOf(whole(PASSING(), { comparison: comparedWith([fixedRuby(), goneSwift()]) })),
  unchanged: resultOf(whole([...EXISTING(), ...PASSING()])),
  'partly-compared': partlyCompared(),
  incomplete: resultOf(whole(PASSING(), { gaps: UNREAD })),
  configuration: resultOf(whole([introducedGo(), ...PASSING()], { configurationChange: SOFTENED })),
  'wrong-configuration': resultOf(
    whole(PASSING(), {
      configurationChange: {
        edits: [],
        effect: { problem: '.github/bound-token-check.yml:3:1: no setting is called `fail_on`. Write fail-on.' }
      }
    })
  ),
  waivers: resultOf(
    whole([waivedTool(), introducedGo(), ...PASSING()], {
      waivers: [
        waiverResult('in-force', { name: 'kubernetes-client' }, 1),
        waiverResult('expired', { until: '2026-10-31' }, 1),
        waiverResult('unused', { name: 'kopf', place: at('.github/bound-token-check.yml:14:5') })
      ]
    })
  ),
  'not-compared': resultOf(
    whole(
      [introducedNode(), ...EXISTING()].map(({ change: _, ...each }) => each),
      { comparison: { kind: 'not-compared', because: 'the commit before the push is unknown' } }
    )
  ),
  dated: {
    ...resultOf(whole([introducedNode()])),
    deadline: { cluster: 'CCE 1.23, upgraded on 2026-03-01', on: '2027-03-01', daysLeft: 92 },
    cluster: {
      profile: {
        minor: { value: 23, ...foundAt('infra/cce.tf', 12, 21) },
        platform: { value: 'cce', ...foundAt('infra/cce.tf', 10, 1) },
        grace: { value: 365, source: 'the platform cce' },
        upgradedOn: { value: '2026-03-01', source: '.github/bound-token-check.yml:1:12' }
      },
      differing: []
    }
  },
  'clusters-differ': {
    ...resultOf(whole([introducedNode()])),
    cluster: {
      profile: { grace: { value: 0, ...foundAt('infra/old.yaml', 9, 7), side: 'base' } },
      differing: Array.from({ length: 7 }, (_, index) => ({
        title: `EKS 1.${28 + index}`,
        place: { path: `infra/${index}.tf`, line: 3, column: 1 }
      }))
    }
  }
}

/** The source of a fact about the cluster. */
function foundAt(path: string, line: number, column: number) {
  return { source: `${path}:${line}:${column}`, place: { path, line, column } }
}

/** Results of many findings, by the number of the findings. */
export const SIZES = [1, 8, 60, 500, 3_000] as const

/** A result of so many introduced findings. */
export function sized(number: number): Result {
  return resultOf(whole(manyFindings(number, Math.max(1, Math.min(40, Math.ceil(number / 7.5))))))
}

/** A configuration that nothing can be checked with. */
export const WRONG = {
  message: '.github/bound-token-check.yml:3:1: no setting is called `fail_on`. Write fail-on.',
  problems: [
    { place: at('.github/bound-token-check.yml:3:1'), message: 'no setting is called `fail_on`. Write fail-on.' },
    { place: at('.github/bound-token-check.yml:9:5'), message: 'a waiver needs a reason. Add "reason".' }
  ]
}
