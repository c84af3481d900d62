/**
 * `compose.yaml`, `docker-compose.yml`: the images of the services.
 * Specification: https://github.com/compose-spec/compose-spec/blob/main/spec.md#image. Leaves out on purpose: files that
 * `extends` and `include` name, which are read for themselves.
 */

import { baseName, type FileFormat } from '../ecosystem.ts'
import { readImages } from './images.ts'
import { tagEdit } from './reference.ts'

const NAME = /^(?:docker-)?compose[\w.-]*\.ya?ml$/i

export const composeYaml: FileFormat = {
  name: 'compose.yaml',
  origin: 'manifest',
  specification: 'https://github.com/compose-spec/compose-spec/blob/main/spec.md#image',
  claims: path => NAME.test(baseName(path)),
  read: readImages,
  outsideClusters:
    'Compose starts it outside of clusters, where there is no service-account token: this matters only if the same image runs in a cluster too.',
  upgrade: tagEdit
}
