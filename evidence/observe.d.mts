/** Adjacent requests with the same token and status; `at` is in seconds after the rotation. */
export interface RequestGroup {
  readonly token: string
  readonly status: number
  readonly at: readonly number[]
}
export declare const REFUSED_FROM: number
export declare const END: number
export declare function keptOf<R extends { readonly observation?: string }>(before: R | undefined, after: R): R
export declare function observationOf(groups: readonly RequestGroup[]): string | undefined
