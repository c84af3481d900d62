/** Why a tag cannot be released as it is; empty if it can. */
export function faultsOf(root: string, tag: string, branch?: string): string[]
/** The notes of a release, as Markdown. */
export function notesOf(root: string, tag: string): string
