/**
 * `*.yaml`: images in Kubernetes manifests and in the templates of Helm charts.
 * Specification: https://kubernetes.io/docs/concepts/containers/images/.
 * Leaves out on purpose: what a template puts together from variables alone; workflows of CI services, whose images run
 * in no cluster; manifests in JSON.
 */

import { baseName, type FileFormat } from '../ecosystem.ts'
import { readImages } from './images.ts'
import { tagEdit } from './reference.ts'

const YAML = /\.ya?ml$/i
/** What machines write, and what runs outside of clusters. */
const OTHERS =
  /(?:^|\/)\.(?:github|circleci|gitlab)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|azure-pipelines|pnpm-lock)\.ya?ml$/i

export const kubernetesYaml: FileFormat = {
  name: '*.yaml',
  origin: 'manifest',
  specification: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  claims: path => YAML.test(baseName(path)) && !OTHERS.test(path),
  read: readImages,
  upgrade: tagEdit
}
