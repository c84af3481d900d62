/**
 * `Chart.yaml`: the version of the application, which is the tag of its image if the values give none.
 * Specification: https://helm.sh/docs/topics/charts/#the-chartyaml-file. Deliberately ignored: the version of the chart
 * itself, its dependencies, which have a `Chart.yaml` of their own, and its annotations: a list of images there is a copy of
 * what values and templates say, for catalogues (https://artifacthub.io/docs/topics/annotations/helm/).
 */

import { lines, type Placed } from '../../syntax/lines.ts'
import { members } from '../../syntax/tree.ts'
import type { DefinitionEntry, FileFormat, IgnoredEntry } from '../file-format.ts'
import { applicationOf } from './application.ts'
import { scalarOf } from './image-lines.ts'
import { requirementOf } from './reference.ts'
import { valuesYaml } from './values-yaml.ts'

// Without values that are, or may be, on other lines: blocks, aliases, brackets, comments.
const FIELD = /^(?<key>name|appVersion):\s+(?<value>[^\s|>&*!{[#].*)$/
/** A version that a release tool replaces later, as in cert-manager's own chart. */
const PLACEHOLDER = /^v?0\.(?:0\.\d|1\.0)$/
/**
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests; a template does not match.
 */
const TAG = /^\w[\w.-]{0,127}$/
const ANNOTATIONS = /^["']?annotations["']?:/gm
/** A line that ends the block of such a key. */
const NEXT_KEY = /^[^\s#]/gm
/** In characters. No line with a name or a version is longer. */
const LONGEST_LINE = 1_000

export const chartYaml: FileFormat = {
  name: 'Chart.yaml',
  role: { kind: 'manifest' },
  specification: 'https://helm.sh/docs/topics/charts/#the-appversion-field',
  names: { exact: ['Chart.yaml'] },
  read,
  // The key may have escapes.
  prescreen: { always: /appVersion|\\/ },
  definitions: { for: [valuesYaml], reach: 'below', nested: 'charts' },
  sealed: true,
  upgrade: (_name, version) => [
    { edit: `in the values of this chart, set the tag of this image to ${version} or newer` }
  ]
}

async function* read(text: string): AsyncGenerator<DefinitionEntry | IgnoredEntry> {
  for (const {
    0: { length },
    index
  } of text.matchAll(ANNOTATIONS)) {
    NEXT_KEY.lastIndex = index + length
    yield { ignored: 'annotations', at: index, end: NEXT_KEY.exec(text)?.index ?? text.length }
  }
  const plain = plainFields(text)
  const fields = plain.has('name') && plain.has('appVersion') ? plain : new Map([...(await treeFields(text)), ...plain])
  const [name, version] = [fields.get('name'), fields.get('appVersion')]
  if (!name || !version || !TAG.test(version.text) || PLACEHOLDER.test(version.text)) return
  if (!text.startsWith(version.text, version.at)) return
  yield { defines: applicationOf(name.text), requirement: requirementOf(version.text), at: version.at }
}

/** The fields with the key and the value on one line, as in nearly all charts, even in a template that is not YAML. */
function plainFields(text: string): ReadonlyMap<string, Placed> {
  const fields = new Map<string, Placed>()
  for (const line of lines(text)) {
    const { key, value } = (line.text.length <= LONGEST_LINE && FIELD.exec(line.text)?.groups) || {}
    if (key === undefined || value === undefined || fields.has(key)) continue
    fields.set(key, scalarOf(value.trimEnd(), line.at + line.text.length - value.length))
  }
  return fields
}

/** The fields in any YAML notation: quoted keys, values below their keys, flow mappings. */
async function treeFields(text: string): Promise<ReadonlyMap<string, Placed>> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const fields = new Map<string, Placed>()
  for (const { key, value } of members(parseYaml(text).root)) {
    if (value.kind === 'text') fields.set(key, { text: value.value, at: value.at })
    else if (value.kind === 'scalar') fields.set(key, { text: value.text, at: value.at })
  }
  return fields
}
