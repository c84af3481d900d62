/**
 * `values.yaml`: images in the values of Helm charts. One without a tag has that of the chart, by Helm's own convention.
 * Specification: https://helm.sh/docs/chart_template_guide/values_files/. Leaves out on purpose: which values a template uses.
 */

import { baseName, type FileFormat } from '../ecosystem.ts'
import { applicationOf } from './chart-yaml.ts'
import { readImages } from './images.ts'
import { tagEdit } from './reference.ts'

const NAME = /^values[\w.-]*\.ya?ml$/i

export const valuesYaml: FileFormat = {
  name: 'values*.yaml',
  origin: 'manifest',
  specification: 'https://helm.sh/docs/chart_template_guide/values_files/',
  claims: path => NAME.test(baseName(path)),
  read: readImages,
  refersTo: (tag, image) => (tag === '' ? applicationOf(image) : undefined),
  upgrade: tagEdit
}
