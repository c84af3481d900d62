/** What the versions of AKS do with the extension of tokens: https://learn.microsoft.com/azure/aks/use-oidc-issuer. */

/** The minor version of Kubernetes from which on AKS extends no token of a cluster with an issuer for OIDC. */
const WITHOUT_GRACE = 30

/** Whether a cluster with an issuer extends no token. Without a version it is a supported one, and all of these are new enough. */
export function hasNoGrace(minor: number | undefined): boolean {
  return minor === undefined || minor >= WITHOUT_GRACE
}
