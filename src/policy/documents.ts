/** The vendor documents with minimum versions, which the rows of the policy cite. */

import type { Evidence } from '../model/verdict.ts'
import { VENDOR_DOCUMENT } from '../rules/statements.ts'

/**
 * "ServiceAccount Admission Controller Migration", prerequisites: Go, Python, Java, JavaScript, Ruby, Haskell; not C#.
 */
export const KEP: Evidence = {
  text: 'KEP-1205, list of clients that reload tokens',
  url: 'https://github.com/kubernetes/enhancements/tree/a6dd9a270289/keps/sig-auth/1205-bound-service-account-tokens',
  proof: 'documented'
}

/** The list of the KEP, and C# 7.0.5. */
export const EKS: Evidence = {
  text: 'Amazon EKS user guide, Kubernetes service accounts',
  url: 'https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html',
  proof: 'documented'
}

/** "client-go version v11.0.0+ and v0.15.0+ reload tokens automatically". */
export const CHANGELOG: Evidence = {
  text: 'Kubernetes, CHANGELOG-1.21',
  url: 'https://github.com/kubernetes/kubernetes/blob/78fc8e44052f/CHANGELOG/CHANGELOG-1.21.md',
  proof: 'documented'
}

/** The two versions of the changelog. */
export const ACK: Evidence = {
  text: 'Alibaba Cloud ACK, ServiceAccount token expiration in Kubernetes 1.22',
  url: 'https://www.alibabacloud.com/help/en/ack/product-overview/solution-to-serviceaccount-token-expiration-after-upgrading-122-version',
  proof: 'documented'
}

/** The two versions of the changelog. */
export const TKE: Evidence = {
  text: 'Tencent Cloud TKE, ServiceAccount token expiration',
  url: 'https://cloud.tencent.com/document/product/457/106362',
  proof: 'documented'
}

/** The same seven entries as the EKS user guide. */
export const CCE: Evidence = VENDOR_DOCUMENT
