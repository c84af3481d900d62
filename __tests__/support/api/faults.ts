/** The ways in which a request to the stand-in for GitHub fails. */

import type { ServerResponse } from 'node:http'

/** How requests of one operation fail. */
export interface Refusal {
  readonly status?: number
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The number of requests that fail; all of them unless set. */
  readonly times?: number
  /**
   * `answer` (the default): the request has no effect. `afterwards`: it takes effect, and the answer is a failure.
   * `graphql`: status 200 with an error of the type `message`, as GraphQL answers.
   * `page`: HTML with status 200, as a proxy sends it, or with another one. `moved`: a redirect to the same at another
   * address. `loop`: a redirect to itself. `silence`: no answer. `hang-up`: the connection breaks.
   * These take effect, and of the answer only one half comes: `truncated`, as if it were the whole; `stall`, and nothing
   * after it; `cut`, and the connection breaks.
   */
  readonly way?:
    | 'answer'
    | 'afterwards'
    | 'graphql'
    | 'page'
    | 'moved'
    | 'loop'
    | 'silence'
    | 'hang-up'
    | 'truncated'
    | 'stall'
    | 'cut'
}

/** The path below which the stand-in serves what moved. */
export const MOVED = '/moved'

/** How long the client has to read the beginning of an answer before its time ends, in milliseconds. */
const READING_TIME = 100

/** Fails without looking at the request; returns the status, or undefined where the request is to be looked at. */
export function misbehave(
  { way, status = 200 }: Refusal,
  response: ServerResponse,
  { location, onSilence }: { readonly location: string; readonly onSilence: () => void }
): number | undefined {
  switch (way) {
    case 'silence':
      onSilence()
      return 0
    case 'hang-up':
      response.destroy()
      return 0
    case 'page':
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Please sign in to the proxy</html>')
      return status
    case 'moved':
      response.writeHead(307, { location: `${MOVED}${location}` }).end()
      return 307
    case 'loop':
      response.writeHead(307, { location }).end()
      return 307
    default:
      return undefined
  }
}

/** Sends the half of an answer; returns whether that is the way of this refusal. */
export function sendHalf({ way }: Refusal, response: ServerResponse, text: string, onSilence: () => void): boolean {
  if (way !== 'truncated' && way !== 'stall' && way !== 'cut') return false
  const half = text.slice(0, text.length >> 1)
  const type = { 'content-type': 'application/json; charset=utf-8' }
  if (way === 'truncated') {
    response.writeHead(200, type).end(half)
    return true
  }
  response.writeHead(200, { ...type, 'content-length': String(Buffer.byteLength(text)) })
  response.write(half)
  setTimeout(way === 'cut' ? () => response.destroy() : onSilence, READING_TIME)
  return true
}
