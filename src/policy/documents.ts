/** The vendor documents with minimum versions, which the rows of the policy cite. */

import type { Evidence } from '../model/verdict.ts'
import { VENDOR_DOCUMENT } from '../rules/statements.ts'

/**
 * "ServiceAccount Admission Controller Migration", prerequisites: Go, Python, Java, JavaScript, Ruby, Haskell; not C#.
 */
export const KEP: Evidence = {
  text: 'KEP-1205, list of clients that reload tokens',
  url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/1205-bound-service-account-tokens',
  proof: 'documented'
}

/** The list of the KEP, and C# 7.0.5. */
export const EKS: Evidence = {
  text: 'Amazon EKS user guide, Kubernetes service accounts',
  url: 'https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html',
  proof: 'documented'
}

/** The same seven entries as the EKS user guide. */
export const CCE: Evidence = VENDOR_DOCUMENT
