/** Reports for tests: small factories, a realistic sample, and texts that mean harm. */

import { defined } from '../../src/collections.ts'
import type { Hazard } from '../../src/hazards/hazard.ts'
import type { Comparison, FixedFinding, UnreadInBase } from '../../src/model/comparison.ts'
import type { Dependency } from '../../src/model/dependency.ts'
import type { Change, ChangeKind, Finding } from '../../src/model/finding.ts'
import type { Place } from '../../src/model/place.ts'
import type { Coverage, Gap, Report } from '../../src/model/report.ts'
import type { Level } from '../../src/model/rule.ts'
import type { Explanation, Verdict, VerdictKind } from '../../src/model/verdict.ts'
import type { WaivedClient, Waiver, WaiverResult, WaiverState } from '../../src/model/waiver.ts'
import { conclude } from '../../src/policy/conclude.ts'
import type { Result } from '../../src/reporters/reporter.ts'
import { CLIENT_RULES, clientCannotReload } from '../../src/rules/clients.ts'
import { waiverExpired, waiverUnused } from '../../src/rules/waivers.ts'
import type { FailOn } from '../../src/settings/choices.ts'
import { visible } from '../../src/visible.ts'

const USUAL_LEVEL: Readonly<Record<VerdictKind, Level>> = {
  reloads: 'pass',
  'reloads-late': 'warning',
  unknown: 'warning',
  'below-minimum': 'error',
  'cannot-reload': 'error',
  'sends-no-token': 'error'
}

/** `at('go.mod:12:2')`. */
export function at(text: string): Place {
  const match = /^(?<path>.*):(?<line>\d+):(?<column>\d+)$/s.exec(text)?.groups
  if (!match) throw new Error(`${text} is no path:line:column`)
  return { path: match['path'] ?? '', line: Number(match['line']), column: Number(match['column']) }
}

/** A dependency in the words of tests: its format by name. */
export type DependencyChanges = Partial<Omit<Dependency, 'format'>> & { readonly format?: string }

export function dependency({ format = 'go.mod', ...changes }: DependencyChanges = {}): Dependency {
  return {
    ecosystem: 'golang',
    format: { name: format },
    name: 'k8s.io/client-go',
    requirement: { kind: 'version', text: 'v0.15.0' },
    origin: 'manifest',
    place: at('go.mod:12:18'),
    repeatedAt: [],
    scope: 'unknown',
    ...changes
  }
}

export function verdict(kind: VerdictKind, changes: Partial<Verdict & Explanation> = {}): Verdict & Explanation {
  return {
    kind,
    ...(kind === 'unknown' ? { reason: 'open-range' as const } : {}),
    because: `The client is of the kind ${kind}.`,
    observed: kind === 'reloads' || kind === 'below-minimum' ? 'reloads' : 'not-known',
    evidence: [],
    ...changes
  }
}

/** What a test says of a finding. */
interface FindingChanges {
  readonly dependency?: DependencyChanges
  readonly verdict?: Partial<Verdict & Explanation>
  readonly level?: Level
  readonly settledBy?: Place
  readonly waivedBy?: Waiver
  /** The manifest lines that it settles. */
  readonly declaredAt?: readonly Place[]
  readonly why?: string
  readonly change?: Change
}

/** A finding of one kind; the level follows from it unless given. */
export function finding(kind: VerdictKind, changes: FindingChanges = {}): Finding {
  const { settledBy, waivedBy, declaredAt = [], why, change } = changes
  const own = dependency(changes.dependency)
  const { because, evidence, fix, ...rest } = verdict(kind, changes.verdict)
  const rule = CLIENT_RULES[kind]
  return {
    ...defined({ rule, change }),
    subject: { kind: 'client', dependency: own, verdict: rest, ...defined({ chainCommand: why }) },
    level: changes.level ?? USUAL_LEVEL[kind],
    place: declaredAt[0] ?? own.place,
    related: [
      ...(declaredAt.length === 0 ? [] : [{ role: 'resolved', place: own.place } as const]),
      ...(own.usedAt ? [{ role: 'used', place: own.usedAt } as const] : []),
      ...declaredAt.slice(1).map(place => ({ role: 'declared', place }) as const),
      ...own.repeatedAt.map(place => ({ role: 'repeated', place }) as const)
    ],
    explanation: { because, evidence, ...defined({ fix }) },
    status: settledBy
      ? { kind: 'settled', by: settledBy }
      : waivedBy
        ? { kind: 'waived', by: waivedBy }
        : { kind: 'open' },
    identity: `client ${own.ecosystem} ${own.name} ${own.place.path}:${own.place.line}`
  }
}

/** The rule of a hazard that no product looks for. */
export const toyRule: Hazard['rule'] = {
  id: 'toy-hazard',
  level: 'error',
  title: 'toy hazard',
  meaning: 'A toy was left here.',
  why: 'Somebody stumbles over it.',
  fix: 'Put it away.',
  waivable: false,
  answers: [],
  harm: 'keeps-token',
  page: 'docs/rules.md'
}

/** What a hazard looks like to a reporter. */
export function hazardFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: toyRule,
    subject: { kind: 'hazard', object: 'Secret/ci-token', snippet: 'type: toy' },
    level: 'error',
    place: at('deploy/secret.yaml:4:7'),
    related: [],
    explanation: { because: 'A toy was left here.', evidence: [] },
    status: { kind: 'open' },
    identity: 'hazard toy-hazard deploy/secret.yaml',
    ...changes
  }
}

type WaiverChanges = Partial<Waiver> & Partial<WaivedClient>

/** A waiver of a client. */
export function waiver({
  ecosystem = 'golang',
  name = 'k8s.io/client-go',
  versions,
  ...changes
}: WaiverChanges = {}): Waiver {
  return {
    rule: clientCannotReload,
    client: { ecosystem, name, ...defined({ versions }) },
    reason: 'runs outside the cluster',
    owner: '@acme/platform',
    until: '2027-03-01',
    place: at('.github/bound-token-check.yml:2:5'),
    ...changes
  }
}

/** What became of a waiver; the usual level of each state. */
export function waiverResult(state: WaiverState, changes: WaiverChanges = {}, findings = 0): WaiverResult {
  const rule = { 'in-force': undefined, expired: waiverExpired, unused: waiverUnused }[state]
  return { waiver: waiver(changes), state, level: rule?.level ?? 'pass', findings, ...defined({ rule }) }
}

export function gap(changes: Partial<Gap> = {}): Gap {
  return { kind: 'unparseable-file', place: at('package-lock.json:1:1'), detail: 'a comma is missing', ...changes }
}

/** A coverage whose sum holds; `read` follows from the rest. */
export function coverage(changes: Partial<Coverage> = {}): Coverage {
  const { claimed = 3, unmentioned = 1, failed = 0, absent = 0 } = changes
  return {
    source: 'git',
    listed: 40,
    excluded: {},
    ignored: {},
    leftOut: 0,
    claimed,
    unmentioned,
    read: claimed - unmentioned - failed - absent,
    failed,
    absent,
    ...changes
  }
}

export function report(
  findings: readonly Finding[] = [],
  gaps: readonly Gap[] = [],
  changes: Partial<Coverage> = {}
): Report {
  return { findings, gaps, waivers: [], coverage: coverage({ failed: gaps.length > 0 ? 1 : 0, ...changes }) }
}

/** A report with the conclusion of the policy. */
export function resultOf(report: Report, failOn: FailOn = 'error', allowIncomplete = false): Result {
  return { report, conclusion: conclude(report, { failOn, allowIncomplete }) }
}

/** What a pull request to a repository with services in several languages might show. */
export function sample(): Report {
  return report(
    [
      finding('cannot-reload', {
        dependency: {
          name: 'k8s.io/client-go',
          requirement: { kind: 'version', text: 'v11.0.0+incompatible' },
          place: at('agent/go.mod:14:19'),
          direct: true
        },
        verdict: {
          because:
            'The token file is read once, when the client is made. The vendor documents require v0.15.7 or newer.',
          observed: 'reads-once',
          minimum: 'v0.15.7',
          evidence: [
            {
              text: 'kubernetes/kubernetes#67359',
              url: 'https://github.com/kubernetes/kubernetes/pull/67359',
              proof: 'executed'
            },
            {
              text: 'KEP-1205',
              url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/1205-bound-service-account-tokens',
              proof: 'documented'
            }
          ],
          fix: {
            version: 'v0.15.7',
            steps: ['go get k8s.io/client-go@v0.15.7 k8s.io/api@v0.15.7 k8s.io/apimachinery@v0.15.7', 'go mod tidy']
          }
        }
      }),
      finding('reloads', {
        dependency: {
          name: 'k8s.io/client-go',
          requirement: { kind: 'version', text: 'v0.29.3' },
          place: at('operator/go.mod:9:19'),
          direct: true
        }
      }),
      finding('sends-no-token', {
        dependency: {
          ecosystem: 'pypi',
          format: 'poetry.lock',
          name: 'kubernetes',
          requirement: { kind: 'version', text: '36.0.0' },
          origin: 'lockfile',
          place: at('reports/poetry.lock:412:12')
        },
        declaredAt: [at('reports/pyproject.toml:18:15')],
        verdict: {
          because: 'kubernetes 36.0.0 sends no Authorization header from inside a cluster.',
          observed: 'sends-no-token',
          minimum: '12.0.0',
          evidence: [
            {
              text: 'kubernetes-client/python#2582',
              url: 'https://github.com/kubernetes-client/python/issues/2582',
              proof: 'executed'
            }
          ],
          fix: { version: '36.0.1', folder: 'reports', steps: ["poetry add 'kubernetes>=36.0.1'"] }
        }
      }),
      finding('unknown', {
        dependency: {
          ecosystem: 'npm',
          format: 'package.json',
          name: '@kubernetes/client-node',
          requirement: { kind: 'range', text: '>=0.10.0' },
          place: at('web/package.json:22:32'),
          direct: true
        },
        verdict: {
          because:
            'Not every version in this range reloads the token: a lower bound of 0.10.3 or a lockfile settles it.',
          minimum: '0.10.3',
          evidence: [
            {
              text: 'kubernetes-client/javascript#333',
              url: 'https://github.com/kubernetes-client/javascript/pull/333',
              proof: 'executed'
            }
          ],
          fix: { version: '0.10.3', folder: 'web', steps: ['npm install @kubernetes/client-node@^0.10.3'] }
        }
      }),
      finding('reloads', {
        dependency: {
          ecosystem: 'maven',
          format: 'pom.xml',
          name: 'io.kubernetes:client-java',
          requirement: { kind: 'version', text: '20.0.1' },
          place: at('billing/pom.xml:31:18')
        }
      }),
      finding('below-minimum', {
        dependency: {
          name: 'k8s.io/client-go',
          requirement: { kind: 'version', text: 'v12.0.0+incompatible' },
          place: at('tools/go.mod:44:19'),
          direct: false
        },
        verdict: {
          because: 'The token file is read again every minute. The vendor documents require v0.15.7 or newer.',
          minimum: 'v0.15.7',
          evidence: [
            {
              text: 'kubernetes/kubernetes#77613',
              url: 'https://github.com/kubernetes/kubernetes/pull/77613',
              proof: 'executed'
            }
          ],
          fix: {
            version: 'v0.15.7',
            steps: ['go get k8s.io/client-go@v0.15.7 k8s.io/api@v0.15.7 k8s.io/apimachinery@v0.15.7', 'go mod tidy']
          }
        }
      }),
      finding('unknown', {
        dependency: {
          ecosystem: 'pypi',
          format: 'pyproject.toml',
          name: 'kubernetes',
          requirement: { kind: 'range', text: '>=12' },
          place: at('reports/pyproject.toml:18:15'),
          direct: true
        },
        verdict: {
          because: 'Not every version in this range reloads the token: excluding 36.0.0 or a lockfile settles it.',
          minimum: '12.0.0'
        },
        settledBy: at('reports/poetry.lock:412:12')
      })
    ],
    [],
    {
      listed: 1_284,
      claimed: 9,
      unmentioned: 3,
      excluded: { node_modules: 310 },
      hazards: { searched: 412, notScanned: 57, unexamined: 3 }
    }
  )
}

/** Texts that try to act, hide or grow wherever they are shown. */
export const HOSTILE: readonly string[] = [
  '](https://evil.example)',
  '[x](https://evil.example)',
  'https://evil.example/a',
  'www.evil.example',
  '@octocat',
  'mail@evil.example',
  'fixes #1',
  'GH-1',
  'octocat/hello#1',
  '0123456789abcdef0123456789abcdef01234567',
  '<img src=x onerror=alert(1)>',
  '</details><h1>passed</h1>',
  '![i](https://evil.example/i.png)',
  '`',
  '``',
  '```',
  ' ` ',
  '\\`',
  '\\',
  '|',
  '\\|',
  '\\\\|',
  '| a | b |',
  '||',
  '\r\n::error::owned',
  '::error::owned',
  '  ::set-output name=verdict::passed',
  '##[error]owned',
  'x ##[set-output name=verdict]passed',
  '##\u200b[error]owned',
  '%0A::error::owned',
  '\n\n# passed',
  '\u202egnp.exe',
  'a\u200bb\u2060c\ufeffd',
  'x\u{e0041}\u{e0042}',
  '\u3164\u115f',
  'Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357',
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\ud83d',
  '\u2028\u2029\u0085\u00a0',
  '<!-- bound-token-check:default -->',
  '-->',
  '$`x`$ $$y$$',
  ':tada:',
  '**bold** _it_ ~~gone~~',
  '&lt;b&gt; &#64;octocat',
  '# heading',
  '- [ ] task',
  '$(touch /tmp/owned)',
  '',
  '   ',
  'n'.repeat(70_000),
  '`|'.repeat(5_000),
  '\u202e'.repeat(5_000),
  '🔥'.repeat(4_000)
]

/** The hostile texts as rows of a table of tests: a name that can be printed, and the text. */
export const HOSTILE_ROWS: readonly (readonly [string, string])[] = HOSTILE.map(text => [visible(text, 60), text])

/** A base with some of its findings fixed, and some of it not read. */
export function comparedWith(fixed: readonly FixedFinding[] = [], unread: readonly UnreadInBase[] = []): Comparison {
  return { kind: 'compared', base: { id: '1c002dd'.padEnd(40, '0'), kind: 'first-parent' }, fixed, unread }
}

/**
 * A report that carries hostile texts in every place where text from the repository can stand: always the same one, or one for each
 * place.
 */
export function hostileReport(text: string | (() => string)): Report {
  const say = typeof text === 'string' ? () => text : text
  const place = () => ({ path: `${say()}/go.mod`, line: 3, column: 7 })
  const version = () => ({ kind: 'version', text: say() }) as const
  const foreign = (): DependencyChanges => ({
    name: say(),
    place: place(),
    alias: say(),
    replacement: say(),
    chain: [
      { name: say(), version: '' },
      { name: say(), version: '' },
      { name: say(), version: say() }
    ],
    usedAt: { ...place(), line: 9 }
  })
  const foreignWaiver = () => ({
    name: say(),
    versions: say(),
    paths: [say()],
    reason: say(),
    owner: say(),
    until: '2027-03-01',
    place: place()
  })
  const verdict = () => ({
    evidence: [{ text: say(), url: say(), proof: 'stated' as const }],
    fix: {
      version: say() || 'v1',
      folder: say(),
      steps: ['go get k8s.io/client-go@v0.15.7', { edit: 'in this file', text: say(), when: 'if it is direct' }],
      through: { name: say(), version: say() }
    }
  })
  const passing = () => finding('reloads', { dependency: { ...foreign(), requirement: version() } })
  const late = () => finding('reloads-late', { dependency: { ...foreign(), requirement: version() } })
  const changed = (kind: ChangeKind): Change => ({ kind, before: passing() })
  const range = () => ({ kind: 'range', text: say() }) as const
  const whole = report(
    [
      finding('cannot-reload', {
        dependency: { ...foreign(), requirement: version() },
        declaredAt: [
          { path: say(), line: 1, column: 1 },
          { ...place(), line: 2 }
        ],
        verdict: verdict(),
        change: changed('introduced')
      }),
      finding('unknown', {
        dependency: {
          ...foreign(),
          requirement: { kind: 'source', text: say(), url: say(), revision: say(), branch: say() }
        },
        change: changed('worsened')
      }),
      finding('reloads-late', {
        dependency: { ...foreign(), requirement: range() },
        level: 'notice',
        change: changed('introduced')
      }),
      finding('below-minimum', { dependency: foreign(), verdict: verdict(), change: changed('existing') }),
      finding('reloads-late', { dependency: foreign(), verdict: verdict(), change: changed('improved') }),
      finding('reloads', { dependency: { ...foreign(), requirement: { kind: 'none' } } }),
      finding('reloads', { dependency: { ...foreign(), requirement: range() }, settledBy: place() }),
      finding('cannot-reload', { dependency: foreign(), waivedBy: waiver(foreignWaiver()) }),
      hazardFinding({
        place: place(),
        subject: { kind: 'hazard', object: say(), snippet: say() },
        change: { kind: 'introduced' }
      })
    ],
    [
      gap({ place: place(), detail: say() }),
      gap({ kind: 'unrecognised-entry', place: { ...place(), line: 4 }, detail: say(), existing: true }),
      gap({ kind: 'absent-file', place: place(), detail: say() })
    ]
  )
  const states = ['in-force', 'expired', 'unused'] as const
  const edits = [{ place: place(), text: `adds a waiver of client-cannot-reload for ${say()}` }]
  return {
    ...whole,
    waivers: states.map(state => ({ ...waiverResult(state, foreignWaiver(), 1), existing: true })),
    comparison: comparedWith(
      [{ before: late() }, { before: late(), now: passing() }],
      [{ place: place(), detail: say() }]
    ),
    configurationChange: { edits, effect: { problem: `no rule is called ${say()}` } }
  }
}

/** The same, where nothing could be compared. */
export function hostileFullScan(text: string | (() => string)): Report {
  const { findings, comparison: _, configurationChange: __, ...rest } = hostileReport(text)
  return {
    ...rest,
    findings: findings.map(({ change: ___, ...finding }) => finding),
    comparison: { kind: 'not-compared', because: `the base ${typeof text === 'string' ? text : text()} is not known` }
  }
}
