/** A judgement with its fix, flattened for comparison. */

import { defined } from '../../src/collections.ts'
import type { VersionScheme } from '../../src/ecosystems/version-scheme.ts'
import type { Explanation, Verdict } from '../../src/model/verdict.ts'
import { fixOf } from '../../src/policy/fix.ts'
import { type Judged, type Judgement, type JudgeSettings, judge } from '../../src/policy/judge.ts'

/** The verdict, its explanation with the command `get VERSION`, and the judgement itself. */
export type FlatJudgement = Verdict & Explanation & { readonly judgement: Judgement }

/** Judges one dependency. */
export function flatJudgement(judged: Judged, scheme: VersionScheme, settings: JudgeSettings): FlatJudgement {
  const judgement = judge(judged, scheme, settings)
  const { verdict, because, evidence } = judgement
  const fix = fixOf(judgement, version => [`get ${version}`])
  return { ...verdict, because, evidence, ...defined({ fix }), judgement }
}
