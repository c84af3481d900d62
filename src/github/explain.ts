/** What a failed request means for the reader: the cause, the remedy, and who can apply it. */

import type { Event } from './event.ts'
import type { Failure } from './requests.ts'

/** Who asks, as far as a remedy depends on it. */
export interface Asking extends Pick<Event, 'apiUrl' | 'dependabot' | 'pullRequest'> {
  /** Whether it is the command line that reads many repositories, not a job about its own. */
  readonly isFleet?: true
  /** Whether another repository is asked for than the one that the run is about. */
  readonly isElsewhere?: true
}

/**
 * Describes a failure in plain text: its cause and the remedy. Contains nothing of the server's text. `permission` is
 * the one that the request needs, such as `checks: write`.
 */
export function explain(failure: Failure, permission: string, event: Asking): string {
  const code = failure.status === undefined ? '' : ` (${failure.status})`
  const again = event.isFleet ? 'the next run tries it again' : 'run the job again'
  switch (failure.kind) {
    case 'credentials':
      return event.isFleet
        ? `GitHub refused the token${code}: give a valid one in GITHUB_TOKEN`
        : `GitHub refused the token${code}: give a valid one in the input "token", or leave the input out`
    case 'permission':
      return `the token lacks the permission \`${permission}\`${code}: ${remedy(event)}`
    case 'not-found':
      return `it is gone, or the token may not see it without the permission \`${permission}\`${code}: ${remedy(event)}`
    case 'policy':
      return `a rule of the organisation refuses the token${code}: an owner of the organisation can allow it`
    case 'app-only':
      return `only tokens of GitHub Apps may do this${code}: leave the input "token" out and give the job the permission \`${permission}\``
    case 'locked':
      return `the conversation is locked${code}: a maintainer can unlock it`
    case 'archived':
      return `the repository is archived${code} and takes nothing new`
    case 'no-commit':
      return `the commit is no longer in the repository${code}: the run of a newer one reports it`
    case 'rate-limit':
      return `GitHub's rate limit is used up${code}: ${again}${failure.wait === undefined ? ' later' : ` in ${Math.ceil(failure.wait / 1000)} seconds`}`
    case 'content':
      return `GitHub refused the content${code}: please report this as a bug of the action`
    case 'server':
      return `GitHub failed${code}: ${again}`
    case 'timeout':
      return `GitHub did not answer in time: ${again}`
    case 'no-time':
      return `earlier requests to GitHub took all the time that ${event.isFleet ? 'one repository has' : 'the action allows'}: ${again}`
    case 'unreadable':
      return `${event.apiUrl} gave an answer that is none of GitHub's API: check the network and the proxy`
    case 'unreachable':
      return `${event.apiUrl} cannot be reached: check the network and the proxy`
    case 'untrusted':
      return `the connection to ${event.apiUrl} cannot be secured: check its address and the certificates that Node.js trusts (NODE_EXTRA_CA_CERTS)`
    case 'redirects':
      return `${event.apiUrl} redirects without end: check the network and the proxy`
    case 'other':
      return failure.status === undefined
        ? 'an unexpected error: please report this as a bug of the action'
        : `GitHub answered ${failure.status}: ${again}`
  }
}

/**
 * Whether the token of this run is read-only whatever the workflow says, so that whoever reads the log of the pull
 * request cannot mend a missing permission there.
 */
export function isReadOnly({ dependabot, pullRequest }: Event): boolean {
  return dependabot || pullRequest?.fork === true
}

function remedy({ dependabot, pullRequest, isFleet, isElsewhere }: Asking): string {
  if (isElsewhere && isFleet) return 'set GITHUB_TOKEN to a token that may read that repository'
  if (isElsewhere)
    return 'the token of a job reads its own repository and public ones, so give another one in the input "token"'
  if (isFleet) return 'install the GitHub App there, or give a token that may read it'
  if (dependabot) {
    return 'runs that Dependabot causes get a read-only token; a maintainer can add it under "permissions:" of the job'
  }
  if (pullRequest?.fork) {
    return 'runs for pull requests from forks get a read-only token; a maintainer can allow more in the settings of the repository, its author cannot'
  }
  return 'add it under "permissions:" of the job'
}
