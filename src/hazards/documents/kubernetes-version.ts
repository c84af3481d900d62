/** Versions of Kubernetes, as the configurations of clusters write them. */

import type { ValueAt } from '../hazard.ts'
import type { Value } from './tree.ts'

/**
 * `1.29`, `v1.29.3`, `v1.29.3+rke2r1`, `1.29.3-gke.100`, and the labels of kubeadm, `stable-1.29`
 * (https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-init/). A version without a minor one, such as `latest`, says nothing.
 */
const VERSION = /^(?:v|(?:ci\/)?(?:stable|latest)-)?1\.(?<minor>\d{1,2})(?:[.+-][\w.+-]{0,60})?$/

/** The minor version of a value; undefined where it is computed, or is none. */
export function minorOf(value: Value | undefined): ValueAt<number> | undefined {
  const minor = value?.isKnown ? VERSION.exec(value.text)?.groups?.['minor'] : undefined
  return value && minor !== undefined ? { value: Number(minor), at: value.at } : undefined
}
