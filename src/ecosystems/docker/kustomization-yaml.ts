/**
 * `kustomization.yaml`: the entries of `images`, which change names and tags of images in the resources
 * beside and below it.
 * Specification: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/. Leaves out on purpose:
 * entries that change the name alone, for they keep the tag of the resource; patches are read as the manifests they are; resources that
 * it takes from other folders.
 */

import { baseName, type FileFormat } from '../ecosystem.ts'
import { readImages } from './images.ts'
import { tagEdit } from './reference.ts'

const NAMES = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])

export const kustomizationYaml: FileFormat = {
  name: 'kustomization.yaml',
  origin: 'manifest',
  specification: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/',
  claims: path => NAMES.has(baseName(path)),
  read: readImages,
  answers: ['*.yaml'],
  central: true,
  upgrade: tagEdit
}
