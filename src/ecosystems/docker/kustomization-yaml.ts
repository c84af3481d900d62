/**
 * `kustomization.yaml`: the entries of `images`, which change names and tags of images in the resources, in whatever
 * folder those are, and what it builds on.
 * Specification: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/. Deliberately ignored:
 * entries that change the registry alone, because they keep the tag of the resource; patches, which are read as manifests.
 */

import type { FileFormat } from '../file-format.ts'
import { imageReader, RENAMES_IMAGES } from './images.ts'
import { kubernetesYaml } from './kubernetes-yaml.ts'
import { KUSTOMIZATIONS, kustomizations } from './layers.ts'
import { tagEdit } from './reference.ts'

export const kustomizationYaml: FileFormat = {
  name: 'kustomization.yaml',
  role: { kind: 'manifest', settles: [kubernetesYaml], pinsVersions: true },
  specification: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/',
  names: { exact: KUSTOMIZATIONS },
  read: imageReader(kustomizations),
  prescreen: { always: new RegExp(`${RENAMES_IMAGES.source}|${kustomizations.mark.source}`, 'im') },
  upgrade: tagEdit
}
