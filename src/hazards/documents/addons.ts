/** Add-ons of Huawei Cloud CCE and of EKS, wherever a file names one with its version. */

import type { HclExpression } from '../../syntax/hcl.ts'
import { child, items } from '../../syntax/tree.ts'
import type { Resource, TerraformFile } from './terraform.ts'
import type { Tree, Value } from './tree.ts'

/** An add-on and its version; the two are of one element. */
export interface Addon {
  readonly name: Value
  readonly version: Value
}

/** The attributes of a resource with the name and the version of an add-on. */
type Attributes = readonly [name: string, version: string]

/**
 * Resources and data sources of the providers of Huawei Cloud, Open Telekom Cloud, Flexible Engine and SberCloud. A resource that takes its values from
 * a data source is resolved by way of it, so that the data sources are not looked at themselves.
 */
const CCE: Readonly<Record<string, Attributes>> = {
  huaweicloud_cce_addon: ['template_name', 'version'],
  huaweicloud_cce_autopilot_addon: ['addon_template_name', 'version'],
  hcs_cce_addon: ['template_name', 'version'],
  sbercloud_cce_addon: ['template_name', 'version'],
  opentelekomcloud_cce_addon_v3: ['template_name', 'template_version'],
  flexibleengine_cce_addon_v3: ['template_name', 'version']
}
const UPGRADES = 'huaweicloud_cce_cluster_upgrade'
const EKS: Attributes = ['addon_name', 'addon_version']
/** The arguments of https://github.com/terraform-aws-modules/terraform-aws-eks with add-ons by their names. */
const MODULE_ARGUMENTS = new Set(['cluster_addons', 'addons'])
const CLOUDFORMATION = 'AWS::EKS::Addon'

/** The add-ons of CCE in a file of Terraform. */
export function* cceAddonsOf(file: TerraformFile): Generator<Addon> {
  for (const resource of file.resources) {
    if (resource.block !== 'resource') continue
    const attributes = CCE[resource.type]
    if (attributes) yield* addonsOf(file, resource, attributes)
    if (resource.type !== UPGRADES) continue
    for (const block of resource.body.blocks)
      if (block.type === 'addons') yield* addonsOf(file, block, ['addon_template_name', 'version'])
  }
}

/** The add-ons of EKS in a file of Terraform. */
export function* eksAddonsOf(file: TerraformFile): Generator<Addon> {
  for (const resource of file.resources)
    if (resource.block === 'resource' && resource.type === 'aws_eks_addon') yield* addonsOf(file, resource, EKS)
}

/** The names and versions of a resource: one pair for each element of its `for_each`. */
function* addonsOf(
  file: TerraformFile,
  { body }: Pick<Resource, 'body'>,
  [name, version]: Attributes
): Generator<Addon> {
  const names = file.values({ body }, name)
  const versions = file.values({ body }, version)
  for (let index = 0; index < Math.max(names.length, versions.length); index++) {
    const own = names[names.length === 1 ? 0 : index]
    const of = versions[versions.length === 1 ? 0 : index]
    if (own && of) yield { name: own, version: of }
  }
}

/**
 * The add-ons of modules, in their arguments or in the values of variables that are given to them: by their names, as the module of EKS
 * takes them, `cluster_addons = {coredns = {addon_version = "…"}}`, or as objects with the names of the resource's attributes.
 */
export function* moduleAddonsOf(file: TerraformFile): Generator<Addon> {
  const bodies = file.resources.flatMap(({ block, body }) => (block === 'module' ? [body] : []))
  for (const body of [...bodies, file.body]) {
    for (const { name: argument, value } of body.attributes) {
      for (const object of objectsIn(value)) {
        const [name, version] = EKS.map(key => object.members.find(member => member.key === key))
        yield* pair(name && file.resolve(name.value, body), version && file.resolve(version.value, body))
      }
      if (!MODULE_ARGUMENTS.has(argument) || value.kind !== 'object') continue
      for (const { key, at, value: addon } of value.members) {
        const version =
          addon.kind === 'object' ? addon.members.find(member => member.key === 'addon_version') : undefined
        const resolved = version && file.resolve(version.value, body)
        if (resolved) yield { name: { text: key, at, isKnown: true }, version: resolved }
      }
    }
  }
}

type HclObject = Extract<HclExpression, { kind: 'object' }>

/** The objects in an expression, and it itself. */
function* objectsIn(value: HclExpression): Generator<HclObject> {
  if (value.kind === 'list') for (const item of value.items) yield* objectsIn(item)
  if (value.kind !== 'object') return
  yield value
  for (const member of value.members) yield* objectsIn(member.value)
}

/** The add-ons of CCE in a document: a request to its API, or the annotation of a cluster. */
export function* cceAddonsIn(tree: Tree): Generator<Addon> {
  for (const { map } of tree.spots) yield* pair(tree.value(map, 'addonTemplateName'), tree.value(map, 'version'))
}

/** The add-ons of EKS in a document of eksctl, CloudFormation, Pulumi, Crossplane or ACK. */
export function* eksAddonsIn(tree: Tree): Generator<Addon> {
  for (const { map, object } of tree.spots) {
    if (tree.value(map, 'Type')?.text === CLOUDFORMATION) {
      const properties = child(map, 'Properties')
      yield* pair(tree.value(properties, 'AddonName'), tree.value(properties, 'AddonVersion'))
    }
    const version = tree.value(map, 'addonVersion')
    yield* pair(
      tree.value(map, 'addonName') ?? (object?.kind === 'Addon' ? tree.value(map, 'name') : undefined),
      version
    )
    if (object?.node === map && object.kind === 'ClusterConfig')
      for (const item of items(child(map, 'addons'))) yield* pair(tree.value(item, 'name'), tree.value(item, 'version'))
  }
}

function* pair(name: Value | undefined, version: Value | undefined): Generator<Addon> {
  if (name && version) yield { name, version }
}
