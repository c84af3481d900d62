/**
 * Which images the fields of one mapping name: a whole reference, or one whose registry, repository, tag and digest
 * stand in fields of their own. Charts and operators have no common schema; the names of the fields are those of
 * https://helm.sh/docs/chart_best_practices/pods/#images and of widely used charts, in any spelling of upper case and
 * with or without `-` and `_`.
 */

import type { Placed } from '../../syntax/lines.ts'
import type { GapEntry, PackageEntry } from '../file-format.ts'
import { readReference, repositoryOf, requirementOf, tagIn } from './reference.ts'

/** A scalar of a file. */
export interface Scalar extends Placed {
  /**
   * Set where the file does not write the text in one piece, because of escapes or line ends: the offset of a part of
   * it, or undefined where the file does not write that in one piece either.
   */
  readonly find?: (part: string) => number | undefined
}

/** The fields of one mapping that are about an image, by their keys as `fieldName` returns them. */
export interface Mapping {
  /** The key whose value this mapping is, or whose sequence it is in, as it is written. */
  readonly parent: string
  readonly fields: ReadonlyMap<string, Scalar>
  /** The key of the mapping around the parent: in the values of a chart it may be the name of another chart. */
  readonly outer?: string
}

/** What is read of a mapping. */
export type ImageEntry = PackageEntry | GapEntry

const SEPARATORS = /[_.-]/g
const FIELD = /(?:image|repository|repo|tag|digest|sha|sha256|name|version|registry|hub|value|default)$/
const IMAGE = /image$/i
const IMAGES = /images$/i
const REPOSITORY = /^(?<base>.*?)(?:repository|repo)$/
const IMAGE_NAME = /^(?<prefix>.*?)imagename$/
/** Beside it Prometheus and Alertmanager have their version: https://prometheus-operator.dev/docs/api-reference/api/. */
const BASE_IMAGE = 'baseimage'
/** The reference of an argument such as `--reloader-image=quay.io/coreos/x:v1`. */
const FLAG = /^--?[\w.-]+=(?<reference>[^\s=]+)$/
const VERSION_TAG = /:v?\d+\.[^/]*$/
/** https://helm.sh/docs/chart_best_practices/conventions/#chart-names */
const CHART = /^[a-z][a-z0-9-]{0,62}$/
/** The fields that name an image, whatever is called `name` beside them. */
const OTHER_NAMES = ['repository', 'repo', 'image', 'imagename']
/** The fields that name an image. */
const NAMES = ['name', ...OTHER_NAMES]
/** A tag that is one variable, of a release that may stand behind a `v`. */
const VARIABLE = /^v?\{\{\s{0,9}(?<name>[A-Za-z_]\w{0,200})\s{0,9}\}\}$/
/** In characters; registries accept far less. */
const LONGEST_REFERENCE = 2_000
/** Words of a template or a schema that are no value. */
const EMPTY = /^(?:null|~|)$/i

/** The name of a field: `imageTag`, `image-tag` and `IMAGE_TAG` are one. Undefined for a field about no image. */
export function fieldName(key: string): string | undefined {
  const name = key.toLowerCase().replace(SEPARATORS, '')
  return FIELD.test(name) ? name : undefined
}

/** Whether a key is that of an image: `image`, `baseImage`, `SIDECAR_IMAGE`. */
export function isImageKey(key: string): boolean {
  return IMAGE.test(key)
}

/** Whether the texts in the list or mapping of a key are references: `images`. */
export function isImagesKey(key: string): boolean {
  return IMAGES.test(key)
}

/** The images that one mapping names. */
export function* imagesOf(mapping: Mapping): Generator<ImageEntry> {
  const { fields, parent } = mapping
  yield* imageOfChart(mapping)
  for (const [name, value] of fields) {
    if (IMAGE.test(name)) yield* imageOf(name, value, mapping)
    const prefix = IMAGE_NAME.exec(name)?.groups?.['prefix']
    if (prefix !== undefined) yield* imageOfName(prefix, value, mapping)
    const base = REPOSITORY.exec(name)?.groups?.['base']
    if (base !== undefined) yield* imageOfRepository(base, value, mapping)
  }
  const name = fields.get('name')
  if (isImagesKey(parent)) yield* changedImage(fields)
  else if (name && isImageKey(parent) && !isLabel(fields)) {
    yield* imageIn(name, fields, tagOf(fields, ''))
  }
  const value = fields.get('value') ?? fields.get('default')
  if (name && value && isImageKey(name.text)) yield* wholeReference(value)
}

/**
 * The image of a chart below another one, of which the values change the tag alone: it is called like its chart.
 * https://helm.sh/docs/chart_template_guide/subcharts_and_globals/#overriding-values-from-a-parent-chart
 */
function* imageOfChart({ fields, parent, outer = '' }: Mapping): Generator<ImageEntry> {
  if (parent !== 'image' || !CHART.test(outer) || NAMES.some(name => fields.has(name))) return
  const tag = given(fields.get('tag'))
  const beside = tag && tagIn(tag)
  if (beside) yield placed({ name: outer, requirement: requirementOf(beside.text), at: beside.at }, tag)
}

/** The image of a text that is a reference with a tag, or an argument with one: an element of `images` or `args`. */
export function* wholeReference(value: Scalar): Generator<ImageEntry> {
  const reference = FLAG.exec(value.text.slice(0, LONGEST_REFERENCE))?.groups?.['reference'] ?? lastName(value.text)
  const start = value.text.length - reference.length
  if (!reference.includes(':') && !reference.includes('@')) return
  const find = value.find
  yield* entryOf(find ? { text: reference, at: value.at, find } : { text: reference, at: value.at + start }, undefined)
}

/** The image of an argument of a container, which must say a version: arguments hold addresses with ports as well. */
export function* argument(value: Scalar): Generator<ImageEntry> {
  const { text } = value
  // What the pattern of a tag begins with may come again and again.
  const end = text.slice(-LONGEST_REFERENCE)
  if (FLAG.test(text.slice(0, LONGEST_REFERENCE)) && VERSION_TAG.test(end)) yield* wholeReference(value)
}

/** `old=new:tag`, as Argo CD writes an image of kustomize: https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/. */
function lastName(text: string): string {
  return text.slice(text.indexOf('=') + 1)
}

/** An image under a key that ends in `image`: its tag may be in a field whose name begins like the key. */
function* imageOf(key: string, value: Scalar, { fields }: Mapping): Generator<ImageEntry> {
  const base = key.slice(0, -'image'.length)
  const isOnly = Array.from(fields.keys()).filter(name => IMAGE.test(name)).length === 1
  const own = tagOf(fields, key) ?? (base === '' ? undefined : tagOf(fields, base))
  const tag = own ?? (isOnly || key === 'image' ? tagOf(fields, '', key === BASE_IMAGE) : undefined)
  const repository = key === 'image' && !value.text.includes('/') ? fields.get('repository') : undefined
  yield* imageIn(value, fields, tag, repository)
}

/** An image under a key that ends in `imageName`. Without a tag it may be the name of anything that has an image. */
function* imageOfName(prefix: string, value: Scalar, { fields }: Mapping): Generator<ImageEntry> {
  const tag = tagOf(fields, `${prefix}image`) ?? tagOf(fields, prefix)
  if (tag) yield* imageIn(value, fields, tag)
  else yield* wholeReference(value)
}

/**
 * An image under the key `repository` or one that ends so. Many files use that key: alone it names an image only inside
 * of an image.
 */
function* imageOfRepository(base: string, value: Scalar, { fields, parent }: Mapping): Generator<ImageEntry> {
  const isImage = base === '' ? isImageKey(parent) : IMAGE.test(base)
  const plain = base.replace(IMAGE, '')
  const tag = tagOf(fields, base, base === '' && isImage) ?? (plain === base ? undefined : tagOf(fields, plain))
  // The image beside it has it before its name.
  if (base === '' && fields.has('image') && !fields.get('image')?.text.includes('/')) return
  if (isImage || tag) yield* imageIn(value, fields, tag)
}

/** Whether the name in a mapping is only what its author calls the image, because another field names that. */
function isLabel(fields: ReadonlyMap<string, Scalar>): boolean {
  return OTHER_NAMES.some(name => fields.has(name))
}

/** An entry of the `images` of a kustomization, or of another list with a name and a tag. */
function* changedImage(fields: ReadonlyMap<string, Scalar>): Generator<ImageEntry> {
  if (isLabel(fields)) return
  const old = fields.get('name')
  const name = given(fields.get('newname')) ?? old
  const tag = given(fields.get('newtag')) ?? tagOf(fields, '')
  if (!name || !(tag || isRenamed(old, name))) return
  for (const entry of imageIn(name, fields, tag)) yield old ? changing(entry, old.text) : entry
}

/** Whether another image takes the place of one, and not the same from another registry. */
function isRenamed(old: Scalar | undefined, name: Scalar): boolean {
  return old !== undefined && repositoryOf(old.text) !== repositoryOf(name.text)
}

/** The entry with what it changes; which layer its document is, its reader knows. */
function changing(entry: ImageEntry, name: string): ImageEntry {
  return 'gap' in entry ? entry : { ...entry, changes: { name, layer: 0 } }
}

/** An element of a list of images, as Argo CD writes an image of kustomize: `old=new:tag`, or `name:tag`. */
export function* listedImage(value: Scalar): Generator<ImageEntry> {
  const equals = value.text.indexOf('=')
  for (const entry of wholeReference(value)) {
    yield 'gap' in entry ? entry : changing(entry, equals < 0 ? entry.name : value.text.slice(0, equals))
  }
}

/** The field with the tag of an image whose fields begin with `base`; else that with its digest. */
function tagOf(fields: ReadonlyMap<string, Scalar>, base: string, orVersion = false): Scalar | undefined {
  const names = [
    'tag',
    ...(base === '' ? ['imagetag'] : []),
    ...(orVersion ? ['version'] : []),
    'digest',
    'sha256',
    'sha'
  ]
  for (const name of names) {
    const field = given(fields.get(`${base}${name}`))
    if (field) return definitionOf(field, fields)
  }
  return undefined
}

/**
 * The field that gives a tag its value, where the tag is a variable of Ansible that the same mapping defines; else the
 * tag. https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html#referencing-simple-variables
 */
function definitionOf(tag: Scalar, fields: ReadonlyMap<string, Scalar>): Scalar {
  const name = VARIABLE.exec(tag.text)?.groups?.['name'] ?? ''
  const value = given(fields.get(fieldName(name) ?? ''))
  return value && !value.text.includes('{{') ? value : tag
}

function given(field: Scalar | undefined): Scalar | undefined {
  return field && !EMPTY.test(field.text) ? field : undefined
}

/** The image of a name, which fields beside it may complete by a registry before it and a tag. */
function* imageIn(
  value: Scalar,
  fields: ReadonlyMap<string, Scalar>,
  tag: Scalar | undefined,
  before: Scalar | undefined = fields.get('registry') ?? fields.get('hub')
): Generator<ImageEntry> {
  for (const entry of entryOf(value, tag)) {
    const prefix = given(before)?.text.replace(/\/+$/, '') ?? ''
    // An image without a tag is reported by its name alone.
    const isWhole = prefix === '' || 'gap' in entry || entry.requirement.kind === 'none' || entry.name.includes(prefix)
    const named = isWhole ? undefined : readReference(`${prefix}/${entry.name}`, 0)
    yield named && !('gap' in entry) ? { ...entry, name: named.name } : entry
  }
}

function* entryOf(value: Scalar, tag: Scalar | undefined): Generator<ImageEntry> {
  if (value.text.length > LONGEST_REFERENCE) {
    yield { gap: `image reference longer than ${LONGEST_REFERENCE} characters`, text: value.text, at: value.at }
    return
  }
  const entry = readReference(value.text, value.at)
  if (!entry) return
  const own = placed(entry, value)
  const beside = entry.requirement.kind === 'none' && tag ? tagIn(tag) : undefined
  if (!beside || !tag || 'gap' in own) yield own
  else {
    const { name } = entry
    const tagged = { name, requirement: requirementOf(beside.text), at: beside.at, usedAt: own.at }
    yield placed(tagged, tag)
  }
}

/** The entry at the offset of its requirement, or a gap where the file does not write that in one piece. */
function placed(entry: PackageEntry, { text, at, find }: Scalar): ImageEntry {
  if (!find) return entry
  const { requirement, name } = entry
  const found = find(requirement.kind === 'none' ? name : requirement.text)
  if (found !== undefined) return { ...entry, at: found }
  return { gap: 'image reference with escapes or across several lines', text, at }
}
