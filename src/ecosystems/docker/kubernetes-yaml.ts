/**
 * `*.yaml`: images in Kubernetes manifests, in the values of Helm charts and in their templates.
 * Specification: https://kubernetes.io/docs/concepts/containers/images/ and https://helm.sh/docs/chart_best_practices/values/.
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
