/** Container images, as the files that start or build containers name them. */

import type { Ecosystem } from '../ecosystem.ts'
import { chartYaml } from './chart-yaml.ts'
import { composeYaml } from './compose-yaml.ts'
import { dockerfileImages } from './dockerfile-images.ts'
import { kubernetesYaml } from './kubernetes-yaml.ts'
import { kustomizationYaml } from './kustomization-yaml.ts'
import { namesBehind } from './mirrors.ts'
import { imageModuleBazel } from './module-bazel.ts'
import { imagePurls } from './purl.ts'
import { repositoryOf } from './reference.ts'
import { valuesYaml } from './values-yaml.ts'

/** In the order in which they claim a path: any other YAML file may belong to Kubernetes or Helm. */
export const docker: Ecosystem = {
  id: 'docker',
  title: 'Container images',
  formats: [dockerfileImages, imageModuleBazel, composeYaml, kustomizationYaml, chartYaml, valuesYaml, kubernetesYaml],
  usualManifest: dockerfileImages,
  versions: async () => (await import('./version.ts')).imageTags,
  purl: imagePurls,
  canonicalName: repositoryOf,
  namesBehind,
  needle: name => name,
  holders: { one: 'container image', many: 'container images' }
}
