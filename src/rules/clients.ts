/** The rules for clients: one for each verdict except `reloads`. */

import type { Rule } from '../model/rule.ts'
import type { Verdict, VerdictKind } from '../model/verdict.ts'

/** The reason for the whole check, for readers who first see it in a pull request. */
export const WHY =
  'A bound service-account token expires after about an hour, and the kubelet writes a new one to its file before that. A client that read the file once gets 401 responses as soon as the cluster stops accepting the old token.'

const PAGE = 'docs/rules.md'

/** The token is read once. */
export const clientCannotReload: Rule = {
  id: 'client-cannot-reload',
  level: 'error',
  title: 'cannot reload',
  meaning:
    'The client reads the service-account token once and keeps it; when that token expires, the API server answers 401.',
  why: `${WHY} From then on every request of the workload fails until it is restarted.`,
  fix: 'Upgrade the client to the version that the report names. Where no release reloads the token, the report names another client or describes how to create the client again before the token expires.',
  waivable: true,
  answers: ['client-minimum', 'from-1-21'],
  page: PAGE
}

/** No token is sent. */
export const clientSendsNoToken: Rule = {
  id: 'client-sends-no-token',
  level: 'error',
  title: 'sends no token',
  meaning: 'The client sends no credentials at all from inside a cluster, so every request is refused.',
  why: 'Every request of the workload is refused, from the first one on and in every cluster.',
  fix: 'Upgrade to the next release that sends the token; the report names it.',
  waivable: true,
  answers: [],
  page: PAGE
}

/** The vendor documents name a newer version. */
export const clientBelowMinimum: Rule = {
  id: 'client-below-minimum',
  level: 'error',
  title: 'below minimum',
  meaning: 'The version is below the minimum in the vendor documents, although its code reloads the token.',
  why: 'The vendor supports only the versions that its documents name, and a check of the cluster against these documents rejects this one.',
  fix: 'Upgrade the client to the documented minimum. If only the observed behaviour should count, set "minimum: observed": this rule is then a notice.',
  waivable: true,
  answers: ['client-minimum', 'from-1-21', 'kep'],
  page: PAGE
}

/** The token is read again, but late or under conditions. */
export const clientReloadsLate: Rule = {
  id: 'client-reloads-late',
  level: 'warning',
  title: 'reloads late',
  meaning: 'The client reads the token again only after a 401, after some minutes, or with an option set.',
  why: 'Requests can fail around each rotation of the token. Where reloading depends on an option, a program that does not set it keeps the first token.',
  fix: 'Upgrade the client to the version that the report names, or check that the program retries requests after a 401 and sets the option.',
  waivable: true,
  answers: ['client-minimum', 'from-1-21'],
  page: PAGE
}

/** The client cannot be judged. */
export const clientUnknown: Rule = {
  id: 'client-unknown',
  level: 'warning',
  title: 'unknown',
  meaning: 'It cannot be determined from this file whether the client reloads the token.',
  why: 'A client that cannot be judged may be one that fails. The report gives the reason: an open range, a fork, a source that is not a registry, or a variable.',
  fix: 'Commit a lockfile, raise the lower bound, or state the version at the place that the report names. Describe a fork of your own under "clients" in the configuration.',
  waivable: true,
  answers: ['client-minimum', 'from-1-21'],
  page: PAGE
}

/** The rule that a verdict breaks: none for `reloads`, and none for a package without a token loader. */
export function ruleBrokenBy({ kind, reason }: Pick<Verdict, 'kind' | 'reason'>): Rule | undefined {
  return reason === 'no-loader' ? undefined : CLIENT_RULES[kind]
}

/** Whether a rule is about clients, so that its waivers name a package. */
export function isOfClients(rule: Rule): boolean {
  return Object.values(CLIENT_RULES).includes(rule)
}

/** The rule that each verdict breaks; none for `reloads`. */
export const CLIENT_RULES: Readonly<Record<VerdictKind, Rule | undefined>> = {
  reloads: undefined,
  'cannot-reload': clientCannotReload,
  'sends-no-token': clientSendsNoToken,
  'below-minimum': clientBelowMinimum,
  'reloads-late': clientReloadsLate,
  unknown: clientUnknown
}
