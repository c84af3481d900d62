/** The notations of clusters that are looked for. */

import type { ClusterNotation } from '../hazard.ts'
import { kubespray } from './kubespray.ts'
import { objectNotations } from './objects.ts'
import { rke2 } from './rke2.ts'
import { staticPod } from './static-pod.ts'
import { talos } from './talos.ts'
import { templateNotations } from './templates.ts'
import { terraform } from './terraform.ts'

/** In no particular order: no document is of two. */
export const clusterNotations: readonly ClusterNotation[] = [
  ...objectNotations,
  ...templateNotations,
  kubespray,
  rke2,
  staticPod,
  talos,
  terraform
]
