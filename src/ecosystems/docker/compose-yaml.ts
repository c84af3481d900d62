/**
 * `compose.yaml`, `docker-compose.yml`: the images of the services.
 * Specification: https://github.com/compose-spec/compose-spec/blob/main/spec.md#image. Deliberately ignored: `extends`
 * and `include`, whose files are read on their own.
 */

import type { FileFormat } from '../file-format.ts'
import { imageReader, RENAMES_IMAGES } from './images.ts'
import { tagEdit } from './reference.ts'

export const composeYaml: FileFormat = {
  name: 'compose.yaml',
  role: {
    kind: 'manifest',
    note: 'Compose runs it outside a cluster, without a service-account token: this matters only if the same image also runs in a cluster.'
  },
  specification: 'https://github.com/compose-spec/compose-spec/blob/main/spec.md#image',
  names: { extensions: ['.yaml', '.yml'], pattern: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/i },
  read: imageReader(),
  prescreen: { always: RENAMES_IMAGES },
  upgrade: tagEdit
}
