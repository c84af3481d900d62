/** What the documents of each platform say of its clusters: the time of grace, and the releases that it offers. */

import type { Platform } from '../settings/choices.ts'

/** What a platform calls itself, and how long its clusters accept a token after it was issued. */
export interface PlatformFacts {
  readonly title: string
  /** The days on a cluster of a minor version; undefined where they depend on more than that. */
  grace(minor: number | undefined): number | undefined
  /** Whether the platform upgrades a cluster whose version it no longer supports, so that an old version in a file is not that of the cluster. */
  readonly raisesVersions?: true
  /** What to know where the days are not known, as a sentence. */
  readonly note?: string
}

/** The API server's own default, `--service-account-extend-token-expiration`: 31,536,000 seconds. */
const YEAR = 365

const aYear = () => YEAR

/** From this minor version on the API server of AKS does not extend tokens where the issuer for OIDC is enabled. */
const AKS_WITHOUT_GRACE = 30

/**
 * The platforms.
 * - CCE: https://support.huaweicloud.com/intl/en-us/usermanual-cce/cce_10_0477.html
 * - EKS: 7,776,000 seconds, https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html
 * - AKS: https://learn.microsoft.com/azure/aks/use-oidc-issuer
 * - ACK: https://www.alibabacloud.com/help/en/ack/product-overview/solution-to-serviceaccount-token-expiration-after-upgrading-122-version
 * - TKE: https://cloud.tencent.com/document/product/457/106362
 * - Versions: EKS and GKE upgrade control planes by themselves, https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html and
 *   https://cloud.google.com/kubernetes-engine/versioning#auto-upgrades-end-of-support
 * - The others keep the default of Kubernetes: https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/1205-bound-service-account-tokens
 */
export const PLATFORM_FACTS: Readonly<Record<Platform, PlatformFacts>> = {
  cce: { title: 'CCE', grace: aYear },
  eks: { title: 'EKS', grace: () => 90, raisesVersions: true },
  aks: {
    title: 'AKS',
    grace: minor => (minor !== undefined && minor < AKS_WITHOUT_GRACE ? YEAR : undefined),
    note: 'AKS grants no grace from 1.30 on where the OIDC issuer is enabled, and a year elsewhere: state the grace.'
  },
  gke: { title: 'GKE', grace: aYear, raisesVersions: true },
  ack: { title: 'ACK', grace: aYear },
  tke: { title: 'TKE', grace: aYear },
  openshift: { title: 'OpenShift', grace: aYear },
  rke2: { title: 'RKE2', grace: aYear },
  k3s: { title: 'K3s', grace: aYear },
  upstream: { title: 'Kubernetes', grace: aYear }
}

/**
 * The minor versions of Kubernetes that CCE has offered, in their order.
 * https://docs.otc.t-systems.com/cloud-container-engine/umn/product_bulletin/kubernetes_version_policy.html
 */
export const CCE_RELEASES: readonly number[] = [9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 28, 29, 30, 31, 32, 33, 34]
