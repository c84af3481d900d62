/** The rules for what the cluster shows: counters of its API server, its audit log, and its version. */

import type { Rule } from '../model/rule.ts'

const PAGE = 'docs/rules.md'

/** A counter of stale tokens is above zero. */
export const staleTokensMetric: Rule = {
  id: 'stale-tokens-metric',
  level: 'error',
  title: 'stale tokens are in use',
  meaning:
    'The API server has accepted tokens that are more than an hour old: serviceaccount_stale_tokens_total is above zero.',
  why: 'Only the grace of the cluster keeps the clients alive that send these tokens. Their requests are refused when it ends, or as soon as the extension of tokens is switched off.',
  fix: 'Find the clients in the audit log, by the annotation authentication.k8s.io/stale-token, and upgrade them. A restart of their pods gives them a new token, and with it a new grace.',
  waivable: false,
  answers: ['stale-metric'],
  page: PAGE
}

/** A counter of permanent tokens is above zero. */
export const legacyTokensMetric: Rule = {
  id: 'legacy-tokens-metric',
  level: 'warning',
  title: 'permanent tokens are in use',
  meaning:
    'The API server has seen permanent tokens out of Secrets: one of its counters of legacy tokens is above zero.',
  why: 'Such a token never expires, so whoever copies it keeps it. From 1.29 on, the cluster revokes tokens of Secrets that it made itself and that nobody used for a year.',
  fix: 'Find who sends them in the audit log, by the annotation authentication.k8s.io/legacy-token. Use the token that the kubelet mounts, or `kubectl create token` for one that expires. Only tokens that a person made for a reason may stay.',
  waivable: false,
  answers: ['stale-metric'],
  page: PAGE
}

/** The audit log shows a stale token. */
export const staleTokenAudit: Rule = {
  id: 'stale-token-audit',
  level: 'error',
  title: 'sends a stale token',
  meaning: 'The audit log shows requests with a token that is more than an hour old.',
  why: 'The client does not reload its token. Its requests are refused when the grace of the cluster ends, or as soon as the extension of tokens is switched off.',
  fix: 'Upgrade the client of this service account; the user agent tells which one it is. A restart of the pod gives it a new token, and with it a new grace.',
  waivable: false,
  answers: ['stale-metric'],
  page: PAGE
}

/** The audit log shows a permanent token. */
export const legacyTokenAudit: Rule = {
  id: 'legacy-token-audit',
  level: 'warning',
  title: 'sends a permanent token',
  meaning: 'The audit log shows requests with a permanent token out of a Secret.',
  why: 'Such a token never expires, so whoever copies it keeps it. Tokens of Secrets that the cluster made itself are revoked after a year without use, from 1.29 on.',
  fix: 'Use the token that the kubelet mounts, or `kubectl create token` outside of the cluster. Then delete the Secret.',
  waivable: false,
  answers: [],
  page: PAGE
}

/** client-go is behind the cluster. */
export const clientGoBehindCluster: Rule = {
  id: 'client-go-behind-cluster',
  level: 'warning',
  title: 'is behind the cluster',
  meaning: 'The version of client-go is further behind the cluster than the documents of CCE advise.',
  why: 'It is advice of a vendor, not a limit of Kubernetes: the documents of CCE ask for client-go at most two of its releases behind, at least 1.19 for a cluster of 1.23. It is an error where the cluster shows that stale tokens are in use.',
  fix: 'Upgrade k8s.io/client-go, and k8s.io/api and k8s.io/apimachinery with it, to the version that the report names.',
  waivable: false,
  answers: ['client-go-skew'],
  page: PAGE
}
