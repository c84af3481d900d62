/** What the pages of a run link to: places, the commits and the run that they are about, and what explains them. */

import { defined } from '../collections.ts'
import type { Comparison } from '../model/comparison.ts'
import { addressOf, type Repository, relativeAddress } from '../reporters/address.ts'
import { helpAt } from '../reporters/help.ts'
import type { Commit, Help, Origin, PageOptions } from '../reporters/page/options.ts'
import type { Environment, Event } from './event.ts'

/** What links are made of. */
export interface LinkSource {
  readonly environment: Environment
  readonly event: Event
  /** When the page is made, in milliseconds since 1970. */
  readonly now: number
}

const OWNER_AND_NAME = /^[^/\s]+\/[^/\s]+$/

/** The links of a page about what was compared with a base, or with nothing. */
export function pageLinks({ environment, event, now }: LinkSource, comparison?: Comparison): PageOptions {
  const base = comparison?.kind === 'compared' ? comparison.base.id : undefined
  const { runUrl } = event
  return {
    link: linkOf(event, base),
    origin: originOf(event, base, now),
    ...defined({
      help: helpOf(environment, event),
      elsewhere: runUrl === undefined ? undefined : { name: 'the job summary', url: runUrl }
    })
  }
}

/** The commit that the result is about. */
export function headOf({ serverUrl, owner, repository, sha }: Event): Repository {
  return { server: serverUrl, name: `${owner}/${repository}`, commit: sha }
}

/** The addresses of places at the head, and at the base if there is one; none for evidence from outside of the repository. */
function linkOf(event: Event, baseId: string | undefined): PageOptions['link'] {
  const repository = headOf(event)
  const head = addressOf(repository)
  const base = baseId === undefined ? undefined : addressOf({ ...repository, commit: baseId })
  return (place, side) => {
    if (place.isOutside) return undefined
    return side === 'head' ? head(place) : base?.(place)
  }
}

function originOf(event: Event, baseId: string | undefined, now: number): Origin {
  const { serverUrl, owner, repository, sha, runUrl } = event
  const commit = (id: string): Commit => ({ id, url: `${serverUrl}/${owner}/${repository}/commit/${id}` })
  return {
    commit: commit(sha),
    at: new Date(now).toISOString(),
    ...defined({ base: baseId === undefined ? undefined : commit(baseId), run: runUrl })
  }
}

/**
 * The documents of the Action as it runs; undefined for an Action of the checked out repository, which has no version.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 */
function helpOf(environment: Environment, { serverUrl }: Event): Help | undefined {
  const repository = environment['GITHUB_ACTION_REPOSITORY'] ?? ''
  const ref = environment['GITHUB_ACTION_REF'] ?? ''
  if (!OWNER_AND_NAME.test(repository) || ref === '') return undefined
  return helpAt(`${serverUrl}/${relativeAddress(repository)}/blob/${relativeAddress(ref)}`)
}
