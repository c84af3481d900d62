/**
 * `values.yaml`: images in the values of Helm charts. By Helm's convention, an image without a tag has the chart's
 * `appVersion` as its tag.
 * Specification: https://helm.sh/docs/chart_template_guide/values_files/. Deliberately ignored: which values the
 * templates use.
 */

import type { FileFormat } from '../file-format.ts'
import { applicationOf } from './application.ts'
import { imageReader, RENAMES_IMAGES } from './images.ts'
import { tagEdit } from './reference.ts'

export const valuesYaml: FileFormat = {
  name: 'values*.yaml',
  role: { kind: 'manifest' },
  specification: 'https://helm.sh/docs/chart_template_guide/values_files/',
  names: { extensions: ['.yaml', '.yml'], pattern: /(?:^|\/)values[\w.-]*\.ya?ml$/i },
  read: imageReader(),
  prescreen: { always: RENAMES_IMAGES },
  references: (tag, image) => (tag === '' ? applicationOf(image) : undefined),
  upgrade: tagEdit
}
