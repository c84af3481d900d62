/** The hidden lines at the top of a comment: which comment it is, which run wrote what into it, and which suggestions there were. */

import { createHash } from 'node:crypto'

/** A run of the workflow. Identifiers grow from run to run; attempts count from 1. */
export interface Run {
  readonly id: number
  readonly attempt: number
}

/** What a comment says. `resolved`: all is well after it was not. `failure`: findings that fail the job. */
export type Said = 'clean' | 'resolved' | 'findings' | 'failure' | 'problem'

/** What the second line of a comment records. */
export interface Written {
  readonly run: Run
  /** The head of the pull request that the comment is about. */
  readonly head: string
  readonly said: Said
}

/** The suggestions on the lines of the pull request after a run, each by the identifier in its own hidden line. */
export interface Remembered {
  readonly standing: readonly string[]
  /** Those that a person deleted. */
  readonly declined: readonly string[]
}

const LONGEST_KEY = 100
const WRITTEN =
  /^[^\n]*\r?\n<!-- bound-token-check-run id=(?<id>\d{1,15}) attempt=(?<attempt>\d{1,9}) head=(?<head>[0-9a-f]{40,64}) says=(?<said>clean|resolved|findings|failure|problem) -->/

/** The hidden line by which a comment is found again: the same for the same key, and inert whatever the key holds. */
export function commentMarker(key: string): string {
  const short = key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex')
  // Two hyphens or a `>` would end the HTML comment.
  const inert = Array.from(new TextEncoder().encode(short), byte => {
    const character = String.fromCharCode(byte)
    return /[A-Za-z0-9._]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  return `<!-- bound-token-check:${inert.join('')} -->`
}

/** The hidden line below the marker. */
export function writtenLine({ run, head, said }: Written): string {
  return `<!-- bound-token-check-run id=${run.id} attempt=${run.attempt} head=${head} says=${said} -->`
}

/** What the second line of a comment records; undefined where it is missing or was changed by hand. */
export function writtenIn(body: string): Written | undefined {
  const { id, attempt, head, said } = WRITTEN.exec(body)?.groups ?? {}
  if (head === undefined || !isSaid(said)) return undefined
  return { run: { id: Number(id), attempt: Number(attempt) }, head, said }
}

const REMEMBERED =
  /^<!-- bound-token-check-suggestions standing=(?<standing>[0-9a-f,]*) declined=(?<declined>[0-9a-f,]*) -->\r?$/m
/** Of a comment; our hidden lines are the first ones. */
const MOST_HIDDEN_LINES = 3

/** The hidden line that records the suggestions; none where there is nothing to record. */
export function rememberedLines({ standing, declined }: Remembered): string[] {
  if (standing.length + declined.length === 0) return []
  return [`<!-- bound-token-check-suggestions standing=${standing.join()} declined=${declined.join()} -->`]
}

/** The suggestions that a comment records; undefined if it records none. */
export function rememberedIn(body: string): Remembered | undefined {
  const hidden = body.split('\n', MOST_HIDDEN_LINES).join('\n')
  const { standing, declined } = REMEMBERED.exec(hidden)?.groups ?? {}
  if (standing === undefined || declined === undefined) return undefined
  const listed = (text: string) => text.split(',').filter(id => id !== '')
  return { standing: listed(standing), declined: listed(declined) }
}

function isSaid(text: string | undefined): text is Said {
  return text !== undefined && ['clean', 'resolved', 'findings', 'failure', 'problem'].includes(text)
}
