/** The clusters that files make: what the scan finds in the notation of each tool, and where. */

import { describe, expect, test } from '@jest/globals'
import { fileNameIndex } from '../../../src/ecosystems/file-names.ts'
import { hazardCatalogue } from '../../../src/hazards/index.ts'
import type { PlacedFact } from '../../../src/model/cluster.ts'
import { hazardDetectors } from '../../../src/scan/hazards.ts'
import { scan } from '../../../src/scan/scan.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'
import { mutationsOf } from '../../support/mutations.ts'

/** The clusters of a file as `notation:line platform 1.minor@line grace 0@line`. */
async function clustersOf(path: string, text: string): Promise<string[]> {
  const { clusters = [] } = await scan(memoryWorkspace({ [path]: text }), { minimum: 'documented' })
  const at = (name: string, fact: PlacedFact<number> | undefined) =>
    fact ? [`${name}${fact.value}@${fact.place.line}`] : []
  return clusters.map(({ notation, place, platform, minor, grace }) =>
    [`${notation}:${place.line}`, ...(platform ? [platform] : []), ...at('1.', minor), ...at('grace ', grace)].join(' ')
  )
}

const object = (apiVersion: string, kind: string, rest: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\n${rest}`
const kubeadmOf = (rest: string) => object('kubeadm.k8s.io/v1beta4', 'ClusterConfiguration', rest)
const OFF = 'service-account-extend-token-expiration'

const EKS_TEMPLATE = (version: string) =>
  `Parameters:\n  Version:\n    Type: String\n    Default: '1.29'\nResources:\n  A:\n    Type: AWS::EKS::Cluster\n    Properties:\n      Version: ${version}\n`
const BICEP = (version: string, head = '') =>
  `${head}resource a 'Microsoft.ContainerService/managedClusters@2024-09-01' = {\n  properties: {\n    kubernetesVersion: ${version}\n    oidcIssuerProfile: {\n      enabled: true\n    }\n  }\n}\n`
const ARM = (version: string) =>
  `{\n "parameters": {"v": {"type": "string", "defaultValue": "1.30.4"}},\n "resources": [\n  {"type": "Microsoft.ContainerService/managedClusters", "apiVersion": "2024-09-01",\n   "properties": {"kubernetesVersion": "${version}"}}]}`
const API_SERVER = (image: string, rest = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: kube-apiserver\n  namespace: kube-system\nspec:\n  containers:\n    - name: kube-apiserver\n      image: ${image}\n${rest}`

const FOUND: readonly (readonly [name: string, path: string, text: string, expected: readonly string[]])[] = [
  ['CloudFormation', 'a.yaml', EKS_TEMPLATE('"1.28"'), ['CloudFormation:7 eks 1.28@9']],
  ['CloudFormation, a parameter', 'a.yaml', EKS_TEMPLATE('!Ref Version'), ['CloudFormation:7 eks 1.29@4']],
  ['CloudFormation, the long form', 'a.yaml', EKS_TEMPLATE('{Ref: Version}'), ['CloudFormation:7 eks 1.29@4']],
  ['CloudFormation, computed', 'a.yaml', EKS_TEMPLATE('!Sub "${A}.${B}"'), ['CloudFormation:7 eks']],
  ['Bicep', 'a.bicep', BICEP("'1.31.2'"), ['Azure Resource Manager:1 aks 1.31@3 grace 0@5']],
  ['Bicep, old', 'a.bicep', BICEP("'1.29'"), ['Azure Resource Manager:1 aks 1.29@3']],
  [
    'Bicep, a parameter',
    'a.bicep',
    BICEP('version', "param version string = '1.29.7'\n"),
    ['Azure Resource Manager:2 aks 1.29@1']
  ],
  [
    'Bicep, a parameter without a default',
    'a.bicep',
    BICEP('version', 'param version string\n'),
    ['Azure Resource Manager:2 aks grace 0@6']
  ],
  ['Azure Resource Manager', 'a.json', ARM('1.28.3'), ['Azure Resource Manager:4 aks 1.28@5']],
  ['Azure Resource Manager, a parameter', 'a.json', ARM("[parameters('v')]"), ['Azure Resource Manager:4 aks 1.30@2']],
  [
    'Kubespray',
    'inventory/shop/group_vars/k8s_cluster/k8s-cluster.yml',
    `kube_version: v1.28.6\nkube_network_plugin: calico\nkube_apiserver_extra_args:\n  ${OFF}: "false"\n`,
    ['Kubespray:1 upstream 1.28@1 grace 0@4']
  ],
  [
    'a static pod',
    'manifests/kube-apiserver.yaml',
    API_SERVER(
      'registry.k8s.io/kube-apiserver:v1.27.3',
      `      command:\n        - kube-apiserver\n        - --${OFF}=false\n`
    ),
    ['a static pod:1 upstream 1.27@9 grace 0@12']
  ],
  ['kubeadm', 'kubeadm.yaml', kubeadmOf('kubernetesVersion: v1.28.3\n'), ['kubeadm:1 upstream 1.28@3']],
  ['kubeadm, a label', 'a.yaml', kubeadmOf('kubernetesVersion: stable-1.29\n'), ['kubeadm:1 upstream 1.29@3']],
  ['kubeadm, the newest', 'a.yaml', kubeadmOf('kubernetesVersion: stable\n'), ['kubeadm:1 upstream']],
  ['kubeadm without a version', 'a.yaml', kubeadmOf('clusterName: shop\n'), ['kubeadm:1 upstream']],
  [
    'kubeadm v1beta3: flags are a mapping',
    'a.yaml',
    object(
      'kubeadm.k8s.io/v1beta3',
      'ClusterConfiguration',
      `kubernetesVersion: 1.27.0\napiServer:\n  extraArgs:\n    ${OFF}: "false"\n`
    ),
    ['kubeadm:1 upstream 1.27@3 grace 0@6']
  ],
  [
    'kubeadm v1beta4: flags are a list',
    'a.yaml',
    kubeadmOf(`apiServer:\n  extraArgs:\n    - name: ${OFF}\n      value: "false"\n`),
    ['kubeadm:1 upstream grace 0@6']
  ],
  ['kubeadm, on', 'a.yaml', kubeadmOf(`apiServer:\n  extraArgs:\n    ${OFF}: "true"\n`), ['kubeadm:1 upstream']],
  [
    'kubeadm, a template that tells versions apart',
    'a.yaml.tpl',
    kubeadmOf('{{- if .old }}\nkubernetesVersion: 1.17.11\n{{- else }}\nkubernetesVersion: 1.18.8\n{{- end }}\n'),
    ['kubeadm:1 upstream']
  ],
  ['kubeadm, a template', 'a.yaml.j2', kubeadmOf('kubernetesVersion: v{{ version }}\n'), ['kubeadm:1 upstream']],
  [
    'a here-document',
    'up.sh',
    `cat <<EOF | kubeadm init --config /dev/stdin\n${kubeadmOf('kubernetesVersion: v1.28.3\n')}EOF\n`,
    ['kubeadm:2 upstream 1.28@4']
  ],
  [
    'eksctl',
    'eks.yaml',
    object('eksctl.io/v1alpha5', 'ClusterConfig', 'metadata:\n  name: shop\n  version: "1.28"\n'),
    ['eksctl:1 eks 1.28@5']
  ],
  [
    'Cluster API, a topology',
    'a.yaml',
    object('cluster.x-k8s.io/v1beta1', 'Cluster', 'spec:\n  topology:\n    class: a\n    version: v1.29.0\n'),
    ['Cluster API:1 1.29@6']
  ],
  [
    'Cluster API, a cluster and its control plane',
    'a.yaml',
    `${object('cluster.x-k8s.io/v1beta1', 'Cluster', 'spec:\n  controlPlaneRef: {name: a}\n')}---\n${object(
      'controlplane.cluster.x-k8s.io/v1beta1',
      'KubeadmControlPlane',
      `spec:\n  version: v1.29.0\n  kubeadmConfigSpec:\n    clusterConfiguration:\n      apiServer:\n        extraArgs: {${OFF}: "false"}\n`
    )}`,
    ['Cluster API:6 upstream 1.29@9 grace 0@13']
  ],
  [
    'Cluster API, EKS',
    'a.yaml',
    object('controlplane.cluster.x-k8s.io/v1beta2', 'AWSManagedControlPlane', 'spec:\n  version: "v1.30"\n'),
    ['Cluster API:1 eks 1.30@4']
  ],
  [
    'Cluster API, AKS with an issuer',
    'a.yaml',
    object(
      'infrastructure.cluster.x-k8s.io/v1beta1',
      'AzureManagedControlPlane',
      'spec:\n  version: v1.31.2\n  oidcIssuerProfile: {enabled: true}\n'
    ),
    ['Cluster API:1 aks 1.31@4 grace 0@5']
  ],
  [
    'Cluster API, RKE2 with the CIS profile',
    'a.yaml',
    object(
      'controlplane.cluster.x-k8s.io/v1beta1',
      'RKE2ControlPlane',
      'spec:\n  version: v1.30.4+rke2r1\n  agentConfig:\n    cisProfile: cis\n'
    ),
    ['Cluster API:1 rke2 1.30@4 grace 0@6']
  ],
  [
    'kOps',
    'a.yaml',
    object('kops.k8s.io/v1alpha2', 'Cluster', 'spec:\n  kubernetesVersion: 1.27.4\n'),
    ['kOps:1 upstream 1.27@4']
  ],
  [
    'Gardener',
    'shoot.yaml',
    object(
      'core.gardener.cloud/v1beta1',
      'Shoot',
      'spec:\n  kubernetes:\n    version: 1.31.2\n    kubeAPIServer:\n      serviceAccountConfig: {extendTokenExpiration: false}\n'
    ),
    ['Gardener:1 upstream 1.31@5 grace 0@7']
  ],
  [
    'Rancher',
    'a.yaml',
    object('provisioning.cattle.io/v1', 'Cluster', 'spec:\n  kubernetesVersion: v1.30.4+k3s1\n'),
    ['Rancher:1 k3s 1.30@4']
  ],
  ['RKE2', 'config.yaml', 'token: a\nprofile: cis\n', ['RKE2:2 rke2 grace 0@2']],
  [
    'RKE2, where a flag beats the profile',
    'config.yaml',
    `profile: cis\nkube-apiserver-arg: [${OFF}=true]\n`,
    ['RKE2:1 rke2']
  ],
  [
    'Talos',
    'controlplane.yaml',
    `version: v1alpha1\nmachine:\n  type: controlplane\ncluster:\n  apiServer:\n    image: registry.k8s.io/kube-apiserver:v1.31.1@sha256:00\n    extraArgs:\n      ${OFF}: "false"\n`,
    ['Talos:6 upstream 1.31@6 grace 0@8']
  ],
  [
    'Talos, a document for each part',
    'controlplane.yaml',
    object('v1alpha1', 'KubeAPIServerConfig', 'image: registry.k8s.io/kube-apiserver:v1.36.4\n'),
    ['Talos:3 upstream 1.36@3']
  ],
  ['talhelper', 'talconfig.yaml', 'talosVersion: v1.8.0\nkubernetesVersion: v1.31.1\n', ['Talos:2 upstream 1.31@2']],
  [
    'Terraform, by way of a local',
    'eks.tf',
    'locals {\n  v = "1.29"\n}\nresource "aws_eks_cluster" "a" {\n  version = local.v\n}\n',
    ['Terraform:4 eks 1.29@2']
  ],
  [
    'Terraform, one for each element',
    'eks.tf',
    'resource "aws_eks_cluster" "a" {\n  for_each = { a = { v = "1.28" }, b = { v = "1.29" } }\n  version = each.value.v\n}\n',
    ['Terraform:1 eks 1.28@2', 'Terraform:1 eks 1.29@2']
  ],
  [
    'Terraform, a variable of another file',
    'eks.tf',
    'resource "aws_eks_cluster" "a" {\n  version = var.v\n}\n',
    ['Terraform:1 eks']
  ],
  [
    'GKE',
    'a.tf',
    'resource "google_container_cluster" "a" {\n  min_master_version = "1.29.3-gke.100"\n}\n',
    ['Terraform:1 gke 1.29@2']
  ],
  [
    'AKS',
    'a.tf',
    'resource "azurerm_kubernetes_cluster" "a" {\n  kubernetes_version = "1.29.2"\n  oidc_issuer_enabled = true\n}\n',
    ['Terraform:1 aks 1.29@2']
  ],
  [
    'AKS without grace',
    'a.tf',
    'resource "azurerm_kubernetes_cluster" "a" {\n  kubernetes_version = "1.30"\n  oidc_issuer_enabled = true\n}\n',
    ['Terraform:1 aks 1.30@2 grace 0@3']
  ],
  ...['huaweicloud_cce_cluster', 'opentelekomcloud_cce_cluster_v3', 'flexibleengine_cce_cluster_v3'].map(
    type =>
      [
        type,
        'cce.tofu',
        `resource "${type}" "a" {\n  cluster_version = "v1.23"\n}\n`,
        ['Terraform:1 cce 1.23@2']
      ] as const
  ),
  ...(['cluster_version', 'kubernetes_version'] as const).map(
    name =>
      [
        `the module for EKS, ${name}`,
        'eks.tf',
        `module "eks" {\n  source = "terraform-aws-modules/eks/aws"\n  version = "~> 20.0"\n  ${name} = "1.30"\n}\n`,
        ['Terraform:1 eks 1.30@4']
      ] as const
  )
]

const NOT_FOUND: readonly (readonly [name: string, path: string, text: string])[] = [
  ['a version of Kubernetes in variables of no known tool', 'vars.yml', 'kube_version: v1.28.6\n'],
  [
    'the defaults of Kubespray, which are computed',
    'a.yml',
    'kube_version: "{{ checksums[0] }}"\nkube_network_plugin: calico\n'
  ],
  ['the defaults of a role', 'roles/a/defaults/main.yml', 'kube_version: v1.28.6\nkube_network_plugin: calico\n'],
  [
    'an API server of another namespace',
    'a.yaml',
    API_SERVER('a/kube-apiserver:v1.27.3').replace('kube-system', 'virtual-cluster')
  ],
  ['an API server without a version', 'a.yaml', API_SERVER('a/kube-apiserver:latest')],
  ['what a server returned', 'a.yaml', `${API_SERVER('a/kube-apiserver:v1.27.3')}status:\n  phase: Running\n`],
  ['a node group of CloudFormation', 'a.yaml', EKS_TEMPLATE('"1.28"').replace('::Cluster', '::Nodegroup')],
  ['another resource of Bicep', 'a.bicep', BICEP("'1.31.2'").replace('managedClusters', 'fleets')],
  ['a cluster elsewhere', 'a.tf', 'data "aws_eks_cluster" "a" {\n  name = "shop"\n}\n'],
  [
    'a module inside of that for EKS',
    'a.tf',
    'module "k" {\n  source = "terraform-aws-modules/eks/aws//modules/karpenter"\n}\n'
  ],
  [
    'what kind makes for a test',
    'cluster.yaml',
    `${object('kind.x-k8s.io/v1alpha4', 'Cluster', 'kubeadmConfigPatches:\n  - |\n')}    kind: ClusterConfiguration\n    apiVersion: kubeadm.k8s.io/v1beta3\n    kubernetesVersion: v1.20.0\n`
  ],
  [
    'what a server returned',
    'dump.yaml',
    object('core.gardener.cloud/v1beta1', 'Shoot', 'metadata: {uid: a}\nspec: {kubernetes: {version: 1.20.1}}\n')
  ],
  ['another group', 'a.yaml', object('example.org/eksctl.io/v1', 'ClusterConfig', 'metadata: {version: "1.20"}\n')],
  ['a node', 'a.yaml', object('kubeadm.k8s.io/v1beta4', 'JoinConfiguration', 'nodeRegistration: {name: a}\n')],
  ['a patch of Talos', 'patch.yaml', `cluster:\n  apiServer:\n    extraArgs: {${OFF}: "false"}\n`],
  ...[
    'examples/a.yaml',
    '_examples/a.yaml',
    'test-infra/a.yaml',
    '.github/a.yaml',
    'hack/e2e/a.yaml',
    'docs/a.yaml'
  ].map(path => [`a cluster in ${path}`, path, kubeadmOf('kubernetesVersion: v1.20.0\n')] as const)
]

describe('a cluster is found with its places', () => {
  test.each(FOUND)('%s', async (_, path, text, expected) => {
    expect(await clustersOf(path, text)).toEqual(expected)
  })
})

describe('a version in another file of Terraform', () => {
  const MAIN = 'resource "aws_eks_cluster" "a" {\n  version = var.cluster_version\n}\n'
  const AKS =
    'resource "azurerm_kubernetes_cluster" "a" {\n  kubernetes_version  = "${var.cluster_version}"\n  oidc_issuer_enabled = true\n}\n'
  const DEFAULT = 'variable "cluster_version" {\n  default = "1.28"\n}\n'
  const GIVEN = 'region          = "a"\ncluster_version = "1.29"\n'

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a default', { 'a/main.tf': MAIN, 'a/variables.tf': DEFAULT }, 'eks 1.28@a/variables.tf:2'],
    [
      'values that are always read',
      { 'main.tf': MAIN, 'v.tf': DEFAULT, 'terraform.tfvars': GIVEN },
      'eks 1.29@terraform.tfvars:2'
    ],
    ['values that somebody names', { 'main.tf': MAIN, 'v.tf': DEFAULT, 'prod.tfvars': GIVEN }, 'eks'],
    ['a default of another folder', { 'a/main.tf': MAIN, 'b/v.tf': DEFAULT }, 'eks'],
    ['the default of a module that others call', { 'modules/a/main.tf': MAIN, 'modules/a/v.tf': DEFAULT }, 'eks'],
    ['a default that decides about the issuer', { 'main.tf': AKS, 'v.tf': DEFAULT }, 'aks 1.28@v.tf:2'],
    ['no default', { 'main.tf': MAIN, 'v.tf': 'variable "cluster_version" {}\n' }, 'eks']
  ])('%s', async (_, files, expected) => {
    const { clusters = [] } = await scan(memoryWorkspace(files), { minimum: 'documented' })
    const shown = clusters.map(({ platform, minor, grace }) =>
      [platform, minor && `1.${minor.value}@${minor.place.path}:${minor.place.line}`, grace && 'grace']
        .filter(Boolean)
        .join(' ')
    )
    expect(shown).toEqual([expected])
    expect(Object.keys(clusters[0] ?? {})).not.toContain('versionOf')
  })
})

describe('no cluster of the repository', () => {
  test.each(NOT_FOUND)('%s', async (_, path, text) => {
    expect(await clustersOf(path, text)).toEqual([])
  })
})

test('every mutation ends, and a torn end loses nothing of what came before', async () => {
  const detectorsOf = fileNameIndex(hazardDetectors(hazardCatalogue))
  for (const [, path, text, expected] of FOUND) {
    const [detector] = detectorsOf(path)
    for (const mutated of mutationsOf(text, 0)) await detector?.detect(mutated.text)
    if (path.endsWith('.yaml')) expect(await clustersOf(path, `${text}\n{{ [ "\n`)).toEqual(expected)
  }
})

test('every notation is found here', async () => {
  const names = new Set(FOUND.flatMap(([, , , expected]) => expected.map(text => text.split(':')[0])))
  expect([...names].sort()).toEqual((hazardCatalogue.clusters ?? []).map(({ name }) => name).sort())
})
