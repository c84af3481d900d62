/** The registry: every ecosystem that is read, one line each. */

import type { Ecosystem } from './ecosystem.ts'
import { golang } from './golang/index.ts'

/** In the order of the tables in README.md. */
export const ecosystems: readonly Ecosystem[] = [golang]

/** The ecosystem of a purl type, if it is one of ours. */
export function ecosystemOf(id: string): Ecosystem | undefined {
  return ecosystems.find(ecosystem => ecosystem.id === id)
}
