/** Finds which finding of the base is which of the head: one to one, the most alike first. */

import { groupBy } from '../collections.ts'
import { type Candidate, LIKENESSES } from './likeness.ts'

/**
 * Pairs the candidates of both sides. Neither side is preferred: with the sides exchanged, the pairs are the same. The work grows
 * with the number of files that the candidates have, not with the number of possible pairs.
 */
export function pair(base: readonly Candidate[], head: readonly Candidate[]): ReadonlyMap<Candidate, Candidate> {
  const partners = new Map<Candidate, Candidate>()
  const others = groupBy(head, ({ subject }) => subject)
  for (const [subject, own] of groupBy(base, each => each.subject)) {
    const there = others.get(subject)
    if (there) pairAlike(own, there, partners)
  }
  return partners
}

function pairAlike(base: readonly Candidate[], head: readonly Candidate[], partners: Map<Candidate, Candidate>): void {
  const isFree = (candidate: Candidate) => !partners.has(candidate)
  for (const keysOf of LIKENESSES) {
    const [own, there] = [base, head].map(side => byKey(side.filter(isFree), keysOf))
    if (!own || !there) return
    // In an order that does not depend on the side, because a candidate may have several keys.
    for (const key of [...own.keys()].sort()) {
      const [ours, theirs] = [own.get(key) ?? [], there.get(key) ?? []]
      // What is bad on both sides belongs together, so that a good version beside it is not its repair.
      for (const [left, right] of [
        [ours.filter(isBad), theirs.filter(isBad)],
        [ours.filter(isGood), theirs.filter(isGood)],
        [ours, theirs]
      ] as const)
        pairInOrder(left.filter(isFree), right.filter(isFree), partners)
    }
  }
}

function pairInOrder(
  base: readonly Candidate[],
  head: readonly Candidate[],
  partners: Map<Candidate, Candidate>
): void {
  for (const [index, ours] of base.entries()) {
    const theirs = head[index]
    if (!theirs) return
    partners.set(ours, theirs)
    partners.set(theirs, ours)
  }
}

function byKey(
  candidates: readonly Candidate[],
  keysOf: (candidate: Candidate) => readonly string[]
): ReadonlyMap<string, Candidate[]> {
  const index = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) {
      const before = index.get(key)
      if (before) before.push(candidate)
      else index.set(key, [candidate])
    }
  }
  return index
}

function isBad({ badness }: Candidate): boolean {
  return badness > 0
}

function isGood(candidate: Candidate): boolean {
  return !isBad(candidate)
}
