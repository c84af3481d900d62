/** The documents that the rules of hazards cite. */

import type { Evidence } from '../model/verdict.ts'

const documented = (text: string, url: string): Evidence => ({ text, url, proof: 'documented' })
const source = (text: string, url: string): Evidence => ({ text, url, proof: 'source' })

/** Tokens of Secrets never expire. */
export const TOKEN_SECRETS = documented(
  'Kubernetes: manually create a long-lived API token for a ServiceAccount',
  'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#manually-create-an-api-token-for-a-serviceaccount'
)

/** Secrets with tokens are no longer made from 1.24 on, and cleaned up from 1.30 on. */
export const KEP_2799 = documented(
  'KEP-2799: reduction of Secret-based service account tokens',
  'https://github.com/kubernetes/enhancements/tree/beedfa6edb01/keps/sig-auth/2799-reduction-of-secret-based-service-account-token'
)

/** Bound tokens, and which of them are extended. */
export const KEP_1205 = documented(
  'KEP-1205: bound service account tokens',
  'https://github.com/kubernetes/enhancements/tree/a6dd9a270289/keps/sig-auth/1205-bound-service-account-tokens'
)

/** Only tokens of 3607 seconds, bound to a pod, for the API server are extended. */
export const EXTENDED = source(
  'Kubernetes: which tokens are extended',
  'https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/registry/core/serviceaccount/storage/token.go'
)

/** A container that uses a volume by `subPath` does not get its updates. */
export const SUB_PATH = documented(
  'Kubernetes: projected volumes and subPath',
  'https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken'
)

/** The kubelet writes a new token before the old one expires. */
export const PROJECTED = documented(
  'Kubernetes: ServiceAccount token volume projection',
  'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection'
)

/** kubectl finds the token of its pod itself. */
export const KUBECTL_IN_POD = documented(
  'Kubernetes: kubectl in a pod',
  'https://kubernetes.io/docs/reference/kubectl/#in-cluster-authentication-and-namespace-overrides'
)

/** A CNI plugin whose kubeconfig had the value of the token. */
export const CALICO = documented(
  'projectcalico/calico#4857: the token in the kubeconfig of the CNI plugin expires',
  'https://github.com/projectcalico/calico/issues/4857'
)

/** `oc sa get-token` is gone. */
export const OC_GET_TOKEN = documented(
  'migtools/mig-controller#1363: oc sa get-token is removed',
  'https://github.com/migtools/mig-controller/issues/1363'
)

/** Vault from 1.9.3 on uses its own token and reads it again. */
export const VAULT = documented(
  'Vault: Kubernetes auth method, short-lived Kubernetes tokens',
  'https://developer.hashicorp.com/vault/docs/auth/kubernetes#how-to-work-with-short-lived-kubernetes-tokens'
)

/** The attribute of the provider is empty from 1.24 on. */
export const TERRAFORM = documented(
  'Terraform provider for Kubernetes: kubernetes_token_request_v1',
  'https://github.com/hashicorp/terraform-provider-kubernetes/blob/v3.2.1/docs/resources/token_request_v1.md'
)

/** The flags of the API server. */
export const API_SERVER = documented(
  'Kubernetes: kube-apiserver',
  'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'
)

/** Feature gates that were removed. */
export const REMOVED_GATES = documented(
  'Kubernetes: removed feature gates',
  'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed/'
)

/** AKS with the issuer extends no token from 1.30 on. */
export const AKS = documented(
  'AKS: create an OpenID Connect provider',
  'https://learn.microsoft.com/azure/aks/use-oidc-issuer'
)

/** RKE2's CIS profile switches the extension off. */
export const RKE2 = documented('rancher/rke2#9011: the CIS profile', 'https://github.com/rancher/rke2/pull/9011')

/** An external signer limits the lifetime. */
export const KEP_740 = documented(
  'KEP-740: external signing of service account tokens',
  'https://github.com/kubernetes/enhancements/tree/150e0252d993/keps/sig-auth/740-service-account-external-signing'
)

/** The versions of two add-ons. */
export const CCE_ADDONS = documented(
  'Huawei Cloud CCE user guide in Chinese, service account token security improvement',
  'https://support.huaweicloud.com/usermanual-cce/cce_10_0477.html'
)

/** The versions of the add-ons. */
export const EKS_ADDONS = documented(
  'Amazon EKS user guide, Kubernetes service accounts',
  'https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html'
)

/** Files of a token and inline tokens. */
export const PROMETHEUS = documented(
  'Prometheus: credentials_file',
  'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#http_config'
)
