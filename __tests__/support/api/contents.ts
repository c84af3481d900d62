/** The contents of the served repository, through the real client. */

import { openClient } from '../../../src/github/client.ts'
import { openContents } from '../../../src/github/contents.ts'
import { type Event, eventOf } from '../../../src/github/event.ts'
import { RETRY_POLICY, sender } from '../../../src/github/requests.ts'
import type { Contents } from '../../../src/workspaces/github-tree.ts'
import { stoppedClock } from '../clock.ts'
import type { StandIn } from './server.ts'

/** The event of a run in `acme/shop` on a stand-in. */
export function eventFor(api: StandIn): Event {
  const environment = {
    GITHUB_API_URL: api.url,
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: '1'.repeat(40)
  }
  return eventOf(environment, {})
}

/** Opens the contents of `acme/shop` on a stand-in, as one run of the Action does. */
export async function contentsOf(api: StandIn): Promise<Contents> {
  const event = eventFor(api)
  const clock = stoppedClock()
  const client = await openClient(api.token, event)
  return openContents(client, { event, sender: sender(RETRY_POLICY, clock), now: clock.now })
}
