/**
 * `values.yaml`: images in the values of Helm charts. One without a tag has that of the chart, by Helm's own convention.
 * Specification: https://helm.sh/docs/chart_template_guide/values_files/. Leaves out on purpose: which values a template uses.
 */

import type { FileFormat } from '../file-format.ts'
import { applicationOf } from './application.ts'
import { readImages } from './images.ts'
import { tagEdit } from './reference.ts'

export const valuesYaml: FileFormat = {
  name: 'values*.yaml',
  role: { kind: 'manifest' },
  specification: 'https://helm.sh/docs/chart_template_guide/values_files/',
  names: { pattern: /(?:^|\/)values[\w.-]*\.ya?ml$/i },
  read: readImages,
  references: (tag, image) => (tag === '' ? applicationOf(image) : undefined),
  upgrade: tagEdit
}
