/** How much of the result a page holds: a few fixed steps, from everything to the headline and the footer. */

/** How much of each section a page holds. Numbers are counts of the most important ones. */
export interface Plan {
  /** Blocks with reason and fix. */
  readonly blocks: number
  /** Blocks that have one line each. */
  readonly lines: number
  /** Packages that have one line each, for the blocks that are left. */
  readonly packages: number
  /** Entries of every other list. */
  readonly listed: number
  /** Places that a block names. */
  readonly places: number
  /** Pieces of evidence that a reason names. */
  readonly evidence: number
}

const ALL = Number.POSITIVE_INFINITY

/** Everything. */
const WHOLE: Plan = { blocks: ALL, lines: 0, packages: 0, listed: ALL, places: ALL, evidence: 5 }

/** The steps of a comment. The first three blocks and seven lines are what a reader takes in. */
const BRIEF: readonly Plan[] = [
  { blocks: 3, lines: 7, packages: 30, listed: 20, places: 1, evidence: 2 },
  { blocks: 3, lines: 7, packages: 10, listed: 10, places: 1, evidence: 1 },
  { blocks: 3, lines: 7, packages: 5, listed: 3, places: 1, evidence: 1 },
  { blocks: 2, lines: 5, packages: 3, listed: 1, places: 1, evidence: 0 },
  { blocks: 1, lines: 3, packages: 0, listed: 0, places: 1, evidence: 0 },
  { blocks: 0, lines: 3, packages: 0, listed: 0, places: 1, evidence: 0 },
  { blocks: 0, lines: 0, packages: 0, listed: 0, places: 0, evidence: 0 }
]

const STEPS = [2_000, 1_000, 500, 200, 100, 50, 20, 10]

/** The plans in the order in which to try them. */
export function plansFor(isWhole: boolean): readonly Plan[] {
  if (!isWhole) return BRIEF
  const shorter = STEPS.map(
    (blocks): Plan => ({ blocks, lines: 2 * blocks, packages: 2 * blocks, listed: 2 * blocks, places: 20, evidence: 3 })
  )
  return [WHOLE, ...shorter, ...BRIEF]
}
