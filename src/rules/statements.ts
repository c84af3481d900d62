/**
 * The statements of the vendor documents, and the rules that answer each. A rule names its statements itself; `explain` and
 * docs/rules.md show the table that follows.
 */

import { CCE_ADDONS } from '../hazards/evidence.ts'
import type { Rule, StatementId } from '../model/rule.ts'
import type { Evidence } from '../model/verdict.ts'

/** A page of the user guide of CCE, with the minimum versions of seven clients. */
export const VENDOR_DOCUMENT: Evidence = {
  text: 'Huawei Cloud CCE user guide, service account token security improvement',
  url: 'https://support.huaweicloud.com/intl/en-us/usermanual-cce/cce_10_0477.html',
  proof: 'documented'
}

/** What a vendor document states, in our words. */
export interface Statement {
  readonly id: StatementId
  readonly text: string
  /** How its rules answer it, where their own words do not say so. */
  readonly how?: string
  /** The documents that make it. */
  readonly documents: readonly Evidence[]
}

/** A statement with its rules. Without a statement: the rules that are beyond all of them. */
export interface AnsweredStatement {
  readonly statement?: Statement
  readonly rules: readonly Rule[]
}

/** The same page in Chinese alone names add-ons. */
const CHINESE = CCE_ADDONS
const BOTH = [VENDOR_DOCUMENT, CHINESE]

const STATEMENTS: Readonly<Record<StatementId, Omit<Statement, 'id'>>> = {
  'secret-as-token': {
    text: 'Below 1.21 a pod gets its token from a mounted Secret of its service account. This token never expires; from 1.21 on this way is discouraged.',
    documents: BOTH
  },
  'no-automatic-secret': {
    text: 'From 1.25 on, which is the first version of CCE after 1.23, the cluster no longer makes a Secret with a token for each service account.',
    documents: BOTH
  },
  'projected-token': {
    text: 'From 1.21 on a pod gets its token through a projected volume. It is valid for about an hour, the kubelet renews it in its file, and it ends with the pod.',
    documents: BOTH
  },
  'bound-by-default': {
    text: 'The feature BoundServiceAccountTokenVolume, which mounts these tokens, is on by default from 1.21 on.',
    documents: BOTH
  },
  'extension-ends': {
    text: 'The API server extends these tokens to a year. Then the requests of clients that do not reload them are refused.',
    documents: BOTH
  },
  'client-minimum': {
    text: 'Clients in seven languages reload the token, each from a stated version on.',
    documents: BOTH
  },
  'permanent-token': {
    text: 'A permanent token can still be made by hand in a Secret; a token that expires is advised.',
    documents: BOTH
  },
  'addon-minimum': {
    text: 'The add-on prometheus up to 2.23.34 and the add-on npd up to 1.15.0 are to be upgraded.',
    documents: [CHINESE]
  },
  'stale-metric': {
    text: 'A metric of the API server that is above zero, serviceaccount_stale_tokens_total, shows that an old client is in use.',
    documents: BOTH
  },
  'client-go-skew': {
    text: 'client-go must not be more than two versions behind the cluster: at least 1.19 for a cluster of 1.23.',
    documents: BOTH
  },
  'from-1-21': {
    text: 'The check applies to clusters from 1.21 on.',
    how: 'Below it the findings of these rules are notices, and so are those of all hazards, if a setting says which version the cluster has.',
    documents: BOTH
  },
  kep: {
    text: 'The enhancement proposal of Kubernetes, KEP-1205, has the details.',
    how: 'Findings of this rule cite the proposal beside the vendor documents.',
    documents: BOTH
  }
}

/** The statements in their order, each with those of some rules that answer it; last, the rules that are beyond them. */
export function byStatement(rules: readonly Rule[]): readonly AnsweredStatement[] {
  const answered = Object.entries(STATEMENTS).map(([name, statement]) => {
    const id = name as StatementId
    return { statement: { id, ...statement }, rules: rules.filter(({ answers }) => answers.includes(id)) }
  })
  return [...answered, { rules: rules.filter(({ answers }) => answers.length === 0) }].filter(
    group => group.rules.length > 0
  )
}
