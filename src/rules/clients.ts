/** The rules that a client can break: one for each verdict but the good one. */

import type { Rule } from '../model/rule.ts'
import type { VerdictKind } from '../model/verdict.ts'

/** Why the whole matters, for somebody who meets the tool in a pull request. */
export const WHY =
  'A bound service-account token lives for about an hour and is then replaced in its file. A client that read it once gets 401 as soon as the cluster stops accepting the old one.'

const PAGE = 'docs/rules.md'

/** The token is read once. */
export const clientCannotReload: Rule = {
  id: 'client-cannot-reload',
  level: 'error',
  title: 'cannot reload',
  meaning:
    'The client reads the service-account token once and keeps it; when that token ends, the API server answers 401.',
  why: `${WHY} From then on every request of the workload fails, until it is started again.`,
  fix: 'Bring the client to the version that the report names. Where no release reloads the token, the report names another client or says how to make the client again before the token ends.',
  waivable: true,
  page: PAGE
}

/** No token is sent. */
export const clientSendsNoToken: Rule = {
  id: 'client-sends-no-token',
  level: 'error',
  title: 'sends no token',
  meaning: 'The client sends no credentials at all from inside a cluster, so every request is refused.',
  why: 'The workload is refused from its first request on, in every cluster and at once.',
  fix: 'Leave this release for the next one that sends the token: the report names it.',
  waivable: true,
  page: PAGE
}

/** The vendor documents name a newer version. */
export const clientBelowMinimum: Rule = {
  id: 'client-below-minimum',
  level: 'error',
  title: 'below minimum',
  meaning: 'The version is below the lowest one that the vendor documents name, although its code reloads the token.',
  why: 'The vendor answers only for the versions that its documents name, and whoever checks a cluster by these documents stops at this one.',
  fix: 'Bring the client to the documented minimum. Where only what the code does shall count, set "minimum: observed": then this rule is a notice.',
  waivable: true,
  page: PAGE
}

/** The token is read again, but late or under conditions. */
export const clientReloadsLate: Rule = {
  id: 'client-reloads-late',
  level: 'warning',
  title: 'reloads late',
  meaning: 'The client reads the token again only after a 401, after some minutes, or with an option set.',
  why: 'Requests can fail around each change of the token. Where an option decides, a program that does not set it keeps the first token for good.',
  fix: 'Bring the client to the version that the report names, or check that the program repeats requests after a 401 and sets the option.',
  waivable: true,
  page: PAGE
}

/** The client cannot be judged. */
export const clientUnknown: Rule = {
  id: 'client-unknown',
  level: 'warning',
  title: 'unknown',
  meaning: 'Whether the client reloads the token cannot be told from this file.',
  why: 'A client that cannot be judged may be one that breaks. The report gives the reason: an open range, a fork, a source that is no registry, a variable.',
  fix: 'Commit a lockfile, raise the lower bound, or state the version where the report says. Say what a fork of your own does under "clients" in the configuration.',
  waivable: true,
  page: PAGE
}

/** The rule that each verdict breaks; none for the good one. */
export const CLIENT_RULES: Readonly<Record<VerdictKind, Rule | undefined>> = {
  reloads: undefined,
  'cannot-reload': clientCannotReload,
  'sends-no-token': clientSendsNoToken,
  'below-minimum': clientBelowMinimum,
  'reloads-late': clientReloadsLate,
  unknown: clientUnknown
}
