/** Opens the client of GitHub's API. */

import type { Event } from './event.ts'

/** The client of one run. */
export type Client = ReturnType<typeof import('@actions/github')['getOctokit']>

/** Opens the client for the server of the event. */
export async function openClient(token: string, event: Event): Promise<Client> {
  // On demand: it reads the event's payload while it loads and would throw on one that is no JSON.
  const { getOctokit } = await import('@actions/github')
  const quiet = () => undefined
  return getOctokit(token, {
    baseUrl: event.apiUrl,
    // The client would print deprecations past the log's protection against workflow commands.
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet }
  })
}
