/** Judges one package URL, for the command `judge`. */

import { defined } from '../collections.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import { parsePurl } from '../ecosystems/purl.ts'
import { type Evidence, type Fix, stepLine, type VerdictKind } from '../model/verdict.ts'
import type { FailOn } from '../settings/choices.ts'
import { reaches } from './conclude.ts'
import { fixOf } from './fix.ts'
import { type JudgeSettings, judge } from './judge.ts'
import { levelOf } from './level.ts'
import { builtIn, clientNamed } from './policy.ts'

/** The JSON object that `judge` prints. Its names are stable. */
export interface PurlVerdict {
  readonly purl: string
  readonly verdict: VerdictKind
  readonly reason?: string
  readonly because?: string
  /** The observed behaviour of the release, regardless of the documented minimum. */
  readonly observed?: string
  readonly minimum?: string
  readonly evidence: readonly Evidence[]
  readonly fix?: { readonly version?: string; readonly commands?: readonly string[]; readonly advice?: string }
}

/**
 * Judges a package URL. Throws `ConfigError` for another text. A package that is not in the policy is `unknown`, and `isKnown` is
 * false: it is no client, or misspelt, while a client that cannot be judged is known.
 */
export async function judgePurl(
  purl: string,
  options: JudgeSettings & { readonly failOn: FailOn }
): Promise<{ judged: PurlVerdict; fails: boolean; isKnown: boolean }> {
  const { policy = builtIn } = options
  const named = parsePurl(purl)
  const ecosystem = ecosystemOf(named.ecosystem)
  const client = ecosystem && clientNamed(policy, ecosystem, named.name)
  if (!ecosystem || !client) {
    const because = 'No Kubernetes client of this name is known.'
    const judged: PurlVerdict = { purl, verdict: 'unknown', because, evidence: [] }
    return { judged, fails: reaches('warning', options.failOn), isKnown: false }
  }
  const { name } = client
  const { requirement: written } = named
  const requirement = written.kind === 'version' ? { ...written, text: ecosystem.purl.version(written.text) } : written
  const judgement = judge({ ecosystem: ecosystem.id, name, requirement }, await ecosystem.versions(), {
    minimum: options.minimum,
    policy
  })
  const { verdict, because, evidence } = judgement
  const { kind, reason, observed, minimum } = verdict
  const installed = `${name}${ecosystem.buildOf?.(named.name) ?? ''}`
  const fix = fixOf(judgement, version => ecosystem.usualManifest.upgrade(installed, version, {}))
  return {
    judged: {
      purl,
      verdict: kind,
      ...defined({ reason, because, observed, minimum }),
      evidence,
      ...defined({ fix: fix && fixForm(fix) })
    },
    fails: reaches(levelOf(judgement, options), options.failOn),
    isKnown: true
  }
}

function fixForm({ version, steps, advice }: Fix) {
  return { ...defined({ version }), commands: steps.map(stepLine), ...defined({ advice }) }
}
