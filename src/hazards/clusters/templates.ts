/**
 * Clusters that templates of clouds make: CloudFormation, Azure Resource Manager and Bicep.
 * - https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html
 * - https://learn.microsoft.com/azure/templates/microsoft.containerservice/managedclusters
 */

import { defined } from '../../collections.ts'
import { child, type MapNode } from '../../syntax/tree.ts'
import { hasNoGrace } from '../documents/aks.ts'
import { minorOf } from '../documents/kubernetes-version.ts'
import { type Tree, trees, type Value } from '../documents/tree.ts'
import { type ClusterNotation, type ClusterSighting, looksInto } from '../hazard.ts'

const EKS = 'AWS::EKS::Cluster'
const AKS = /^Microsoft\.ContainerService\/managedClusters$/i
/** A parameter of a template of Azure Resource Manager. */
const ARM_PARAMETER = /^\[parameters\('(?<name>[\w-]{1,100})'\)\]$/
/** A resource of Bicep is an object without its type, which stands in front of it. */
const BICEP_TYPE =
  /'Microsoft\.ContainerService\/managedClusters@[^'\n]{1,60}'[ \t]*=[ \t]*(?:if[ \t]*\([^\n]*\)[ \t]*)?$/i
const LONGEST_HEAD = 400
const NAME = /^\w{1,100}$/

function* inCloudFormation(tree: Tree): Generator<ClusterSighting> {
  for (const { map } of tree.spots) {
    if (tree.value(map, 'Type')?.text !== EKS) continue
    const properties = child(map, 'Properties')
    // A short form such as `!Ref Name` is its name, a long one an object.
    const version = tree.value(properties, 'Version') ?? tree.value(properties, 'Version', 'Ref')
    const byDefault = version && tree.value(tree.root, 'Parameters', version.text, 'Default')
    yield { at: tree.at(map.at), platform: 'eks', ...defined({ minor: minorOf(byDefault ?? version) }) }
  }
}

function* inArm(tree: Tree): Generator<ClusterSighting> {
  for (const { map } of tree.spots) {
    if (!AKS.test(tree.value(map, 'type')?.text ?? '') || tree.value(map, 'apiVersion') === undefined) continue
    yield ofAks(tree, map, version => {
      const name = ARM_PARAMETER.exec(version.text)?.groups?.['name']
      return name === undefined ? version : tree.value(tree.root, 'parameters', name, 'defaultValue')
    })
  }
}

function* inBicep(tree: Tree): Generator<ClusterSighting> {
  const { root, file } = tree
  if (root?.kind !== 'map') return
  const at = tree.at(root.at)
  const begin = Math.max(0, at - LONGEST_HEAD)
  if (!BICEP_TYPE.test(file.slice(begin, at))) return
  yield ofAks(tree, root, version => parameterOfBicep(file, version) ?? version)
}

/** The default of a parameter that is a text: `param version string = '1.30'`. */
function parameterOfBicep(file: string, { text }: Value): Value | undefined {
  if (!NAME.test(text)) return undefined
  const match = new RegExp(
    `^[ \\t]*(?:param[ \\t]+${text}[ \\t]+string|var[ \\t]+${text})[ \\t]*=[ \\t]*'([^'\\n]*)'`,
    'm'
  ).exec(file)
  if (!match) return undefined
  const value = match[1] ?? ''
  return { text: value, at: match.index + match[0].length - value.length - 1, isKnown: true }
}

function ofAks(tree: Tree, node: MapNode, resolved: (version: Value) => Value | undefined): ClusterSighting {
  const properties = child(node, 'properties')
  const version = tree.value(properties, 'kubernetesVersion')
  const minor = minorOf(version && resolved(version))
  const issuer = tree.value(properties, 'oidcIssuerProfile', 'enabled')
  const grace = issuer?.text === 'true' && hasNoGrace(minor?.value) ? ({ value: 0, at: issuer.at } as const) : undefined
  return { at: tree.at(node.at), platform: 'aks', ...defined({ minor, grace }) }
}

/** Templates in YAML, JSON and Bicep. */
export const templateNotations: readonly ClusterNotation[] = [
  { name: 'CloudFormation', keywords: [EKS], finders: [looksInto(trees, inCloudFormation)] },
  {
    name: 'Azure Resource Manager',
    keywords: ['Microsoft.ContainerService/managedClusters'],
    finders: [looksInto(trees, inArm), looksInto(trees, inBicep)]
  }
]
