import type { Found } from './newer.mjs'

export declare const MARKER: string
export declare function proposalOf(
  results: readonly Found[],
  markup: typeof import('../src/reporters/markup.ts'),
  ran?: ReadonlyMap<string, { readonly observation?: string; readonly couldNotRun?: string }>
): string
