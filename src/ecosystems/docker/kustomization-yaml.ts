/**
 * `kustomization.yaml`: the entries of `images`, which change names and tags of images in the resources
 * beside and below it.
 * Specification: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/. Leaves out on purpose:
 * entries that change the name alone, for they keep the tag of the resource; patches are read as the manifests they are; resources that
 * it takes from other folders.
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
