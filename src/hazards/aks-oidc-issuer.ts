/** The rule for AKS clusters with an OIDC issuer, which extend no token. */

import { hasNoGrace } from './documents/aks.ts'
import { minorOf } from './documents/kubernetes-version.ts'
import { everyCommand, type Script, scripts } from './documents/script.ts'
import { type TerraformFile, terraformFiles } from './documents/terraform.ts'
import { type Tree, trees, type Value } from './documents/tree.ts'
import { AKS } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const ASSUMED = 'The file does not name the version of the cluster: every version that AKS supports is 1.30 or newer.'

/** The sighting of an issuer that is on in a cluster of a version; undefined if the version is older. */
function sightingOf(at: number, version: Value | undefined): HazardSighting | undefined {
  const minor = minorOf(version)
  if (!hasNoGrace(minor?.value)) return undefined
  return minor === undefined ? { at, because: `${aksOidcIssuer.rule.meaning} ${ASSUMED}` } : { at }
}

function* inTerraform(file: TerraformFile): Generator<HazardSighting> {
  for (const resource of file.resources) {
    if (resource.block !== 'resource' || resource.type !== 'azurerm_kubernetes_cluster') continue
    const issuer = file.value(resource, 'oidc_issuer_enabled')
    const found =
      issuer?.text === 'true' ? sightingOf(issuer.at, file.value(resource, 'kubernetes_version')) : undefined
    if (found) yield found
  }
}

/** `oidcIssuerProfile` of a template of Azure; a compiled one repeats it, so that the first counts. */
function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const { map } of tree.spots) {
    const issuer = tree.value(map, 'oidcIssuerProfile', 'enabled')
    if (issuer?.text !== 'true') continue
    const found = sightingOf(issuer.at, tree.value(map, 'kubernetesVersion') ?? tree.value(map, 'version'))
    if (found) yield found
    return
  }
}

/** `az aks create --enable-oidc-issuer`. */
function* inScript({ commands }: Script): Generator<HazardSighting> {
  for (const { words } of everyCommand(commands)) {
    const texts = words.map(({ text }) => text)
    const flag = words.find(({ text }) => text === '--enable-oidc-issuer')
    if (!flag || !texts.includes('aks')) continue
    const stated = words.find((_, index) => texts[index - 1] === '--kubernetes-version' || texts[index - 1] === '-k')
    const found = sightingOf(flag.at, stated && { text: stated.text, at: stated.at, isKnown: true })
    if (found) yield found
  }
}

/** A cluster without grace. */
export const aksOidcIssuer: Hazard = {
  rule: {
    id: 'aks-oidc-issuer',
    level: 'notice',
    title: 'no grace',
    meaning:
      'An AKS cluster with an OIDC issuer extends no token from Kubernetes 1.30 on: a client that reads its token once fails after an hour.',
    why: 'The issuer cannot be switched off again, and nothing warns before a client fails.',
    fix: 'Nothing is to be changed here. Mend every client that this report names before the cluster runs 1.30.',
    waivable: true,
    answers: ['extension-ends'],
    harm: 'changes-lifetime',
    endsGraceOf: ['aks'],
    page: 'docs/rules.md',
    evidence: [AKS]
  },
  keywords: ['oidc_issuer_enabled', 'oidcIssuerProfile', 'enable-oidc-issuer'],
  finders: [looksInto(terraformFiles, inTerraform), looksInto(trees, inTree), looksInto(scripts, inScript)],
  examples: {
    fires: [
      { 'a.tf': 'resource "azurerm_kubernetes_cluster" "a" {\n  oidc_issuer_enabled = true\n}\n' },
      { 'a.json': '{"properties": {"kubernetesVersion": "1.31.1", "oidcIssuerProfile": {"enabled": true}}}' },
      {
        'a.bicep':
          "resource a 'Microsoft.ContainerService/managedClusters@2024-09-01' = {\n  properties: {\n    oidcIssuerProfile: {\n      enabled: true\n    }\n  }\n}\n"
      },
      { 'a.sh': 'az aks create -n a --enable-oidc-issuer\n' }
    ],
    silent: [
      { 'a.tf': 'resource "azurerm_kubernetes_cluster" "a" {\n  oidc_issuer_enabled = false\n}\n' },
      {
        'a.tf':
          'variable "v" {\n  default = "1.29"\n}\nresource "azurerm_kubernetes_cluster" "a" {\n  kubernetes_version  = var.v\n  oidc_issuer_enabled = true\n}\n'
      },
      { 'a.sh': 'az aks create -n a --kubernetes-version 1.29.2 --enable-oidc-issuer\n' },
      { 'a.json': '{"properties": {"oidcIssuerProfile": {"enabled": false}}}' }
    ]
  }
}
