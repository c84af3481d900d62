/**
 * `kustomization.yaml`: the entries of `images`, which change names and tags of images in the resources beside and
 * below it.
 * Specification: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/. Deliberately ignored:
 * entries that change the name alone, because they keep the tag of the resource; patches, which are read as manifests;
 * resources in other folders.
 */

import type { FileFormat } from '../file-format.ts'
import { readImages } from './images.ts'
import { kubernetesYaml } from './kubernetes-yaml.ts'
import { tagEdit } from './reference.ts'

export const kustomizationYaml: FileFormat = {
  name: 'kustomization.yaml',
  role: { kind: 'manifest', settles: [kubernetesYaml], pinsVersions: true },
  specification: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/',
  names: { exact: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] },
  read: readImages,
  upgrade: tagEdit
}
