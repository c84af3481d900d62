/**
 * `*.yaml`: images in Kubernetes manifests and in the templates of Helm charts.
 * Specification: https://kubernetes.io/docs/concepts/containers/images/. Deliberately ignored: references that a
 * template builds from variables alone; workflows of CI services, whose images run outside of clusters; manifests in
 * JSON.
 */

import type { FileFormat } from '../file-format.ts'
import { imageReader, RENAMES_IMAGES } from './images.ts'
import { appliedObjects } from './layers.ts'
import { tagEdit } from './reference.ts'

/** Generated files, and files whose images run outside of clusters. */
const OTHERS =
  /(?:^|\/)\.(?:github|circleci|gitlab)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|azure-pipelines|pnpm-lock)\.ya?ml$/i

export const kubernetesYaml: FileFormat = {
  name: '*.yaml',
  role: { kind: 'manifest' },
  specification: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  names: { extensions: ['.yaml', '.yml'], pattern: /\.ya?ml$/i, except: OTHERS },
  read: imageReader(appliedObjects),
  prescreen: { always: new RegExp(`${RENAMES_IMAGES.source}|${appliedObjects.mark.source}`, 'im') },
  upgrade: tagEdit
}
