/** Clusters that Terraform and OpenTofu make: resources of the providers, and the module for EKS. A data source is of a cluster elsewhere. */

import { defined } from '../../collections.ts'
import type { Platform } from '../../settings/choices.ts'
import { hasNoGrace } from '../documents/aks.ts'
import { minorOf } from '../documents/kubernetes-version.ts'
import { type Resource, type TerraformFile, terraformFiles } from '../documents/terraform.ts'
import { type ClusterNotation, type ClusterSighting, looksInto, type ValueAt } from '../hazard.ts'

/** What makes a cluster. */
interface Maker {
  readonly platform: Platform
  /** The arguments with the version of Kubernetes; the first that is there counts. */
  readonly version: readonly string[]
}

/**
 * Resources by their type.
 * - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster
 * - https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster
 * - https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster
 * - https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/cce_cluster
 * - https://registry.terraform.io/providers/opentelekomcloud/opentelekomcloud/latest/docs/resources/cce_cluster_v3
 * - https://registry.terraform.io/providers/FlexibleEngineCloud/flexibleengine/latest/docs/resources/cce_cluster_v3
 */
const RESOURCES: Readonly<Record<string, Maker>> = {
  aws_eks_cluster: { platform: 'eks', version: ['version'] },
  google_container_cluster: { platform: 'gke', version: ['min_master_version'] },
  azurerm_kubernetes_cluster: { platform: 'aks', version: ['kubernetes_version'] },
  huaweicloud_cce_cluster: { platform: 'cce', version: ['cluster_version'] },
  opentelekomcloud_cce_cluster_v3: { platform: 'cce', version: ['cluster_version'] },
  flexibleengine_cce_cluster_v3: { platform: 'cce', version: ['cluster_version'] }
}
/** The module, not one of those inside of it; from version 21 on without a prefix: https://github.com/terraform-aws-modules/terraform-aws-eks. */
const EKS_MODULE =
  /^(?:[\w.-]+\/)?terraform-aws-modules\/eks\/aws$|github\.com[/:]terraform-aws-modules\/terraform-aws-eks(?:\.git)?(?:\?|$)/
const MODULE: Maker = { platform: 'eks', version: ['cluster_version', 'kubernetes_version'] }

/** A variable of the module: its value is in another file of the folder. */
const VARIABLE = /^(?:\$\{\s*)?var\.(?<name>[\w-]{1,100})(?:\s*\})?$/
/** The name of a variable that may have a version of Kubernetes. */
const OF_VERSION = /version/i

function* inFile(file: TerraformFile): Generator<ClusterSighting> {
  yield* definitionsIn(file)
  for (const resource of file.resources) {
    const maker = makerOf(resource, file)
    if (!maker) continue
    const { platform } = maker
    const versions = maker.version.map(name => file.values(resource, name)).find(values => values.length > 0) ?? []
    // One cluster for each element of `for_each`.
    for (const version of versions.length > 0 ? versions : [undefined]) {
      const minor = minorOf(version)
      const grace = platform === 'aks' ? graceOf(resource, file, minor?.value) : undefined
      const versionOf = version?.isKnown === false ? VARIABLE.exec(version.text)?.groups?.['name'] : undefined
      yield { at: resource.at, platform, ...defined({ minor, grace, versionOf }) }
    }
  }
}

/** The versions in the defaults of variables, and in a file of values: `*.tfvars`. */
function* definitionsIn(file: TerraformFile): Generator<ClusterSighting> {
  for (const { type, labels, at, body } of file.body.blocks) {
    const [name = ''] = labels
    const minor = type === 'variable' && OF_VERSION.test(name) ? minorOf(file.value({ body }, 'default')) : undefined
    if (minor) yield { at, minor, defines: name }
  }
  for (const { name, value, at } of file.body.attributes) {
    const minor = OF_VERSION.test(name) ? minorOf(file.resolve(value, file.body)) : undefined
    if (minor) yield { at, minor, defines: name }
  }
}

function makerOf(resource: Resource, file: TerraformFile): Maker | undefined {
  const { block, type } = resource
  if (block === 'resource') return RESOURCES[type]
  const source = block === 'module' ? file.value(resource, 'source') : undefined
  return source?.isKnown && EKS_MODULE.test(source.text) ? MODULE : undefined
}

function graceOf(resource: Resource, file: TerraformFile, minor: number | undefined): ValueAt<0> | undefined {
  const issuer = file.value(resource, 'oidc_issuer_enabled')
  return issuer?.text === 'true' && hasNoGrace(minor) ? { value: 0, at: issuer.at } : undefined
}

/** Files of Terraform; the version may be in a variable that another file of the folder defines. */
export const terraform: ClusterNotation = {
  name: 'Terraform',
  keywords: [
    /"(?:aws_eks|google_container|azurerm_kubernetes|\w{1,40}_cce)_cluster/,
    /terraform-aws-(?:modules\/)?eks\b/,
    // The default of a variable, and its value in a file of values.
    /\bvariable\s+"[\w-]*[vV]ersion[\w-]*"/,
    /version[ \t]+=[ \t]+"1\.\d\d/
  ],
  finders: [looksInto(terraformFiles, inFile)]
}
