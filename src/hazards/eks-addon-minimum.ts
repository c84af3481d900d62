/** The rule for add-ons of EKS below the versions that AWS names. */

import { below } from './documents/addon-versions.ts'
import { eksAddonsIn, eksAddonsOf, moduleAddonsOf } from './documents/addons.ts'
import { eksAddonsInCode, NAMES_ADDON } from './documents/addons-in-code.ts'
import { sourceCode } from './documents/source-code.ts'
import { terraformFiles } from './documents/terraform.ts'
import { trees } from './documents/tree.ts'
import { EKS_ADDONS } from './evidence.ts'
import { type Hazard, looksInto } from './hazard.ts'

/** The first versions that reload. kube-proxy has to be "current", which no file can say. */
const limit = below({ 'vpc-cni': '1.8.0', coredns: '1.8.4' })

/** An add-on that cannot reload. */
export const eksAddonMinimum: Hazard = {
  rule: {
    id: 'eks-addon-minimum',
    level: 'error',
    title: 'add-on cannot reload',
    meaning:
      'An add-on of EKS is older than the first version that AWS names as able to reload: vpc-cni 1.8.0, coredns 1.8.4.',
    why: 'The network plugin or the name server of the cluster is refused by the API server when its token expires, after 90 days.',
    fix: 'Upgrade the add-on to the version that is the default for the version of the cluster: `aws eks describe-addon-versions --addon-name NAME --kubernetes-version VERSION` shows it.',
    waivable: true,
    answers: [],
    harm: 'old-add-on',
    page: 'docs/rules.md',
    evidence: [EKS_ADDONS]
  },
  keywords: ['AWS::EKS::Addon', 'addonVersion', 'eksctl.io'],
  finders: [
    looksInto(terraformFiles, file => limit(eksAddonsOf(file)), ['aws_eks_addon']),
    looksInto(terraformFiles, file => limit(moduleAddonsOf(file)), ['addon_version']),
    looksInto(trees, tree => limit(eksAddonsIn(tree))),
    looksInto(sourceCode, source => limit(eksAddonsInCode(source)), [NAMES_ADDON])
  ],
  examples: {
    fires: [
      {
        'cluster.ts':
          'new CfnAddon(this, "cni", {\n  clusterName: name,\n  addonName: "vpc-cni",\n  addonVersion: "v1.7.5-eksbuild.2",\n});\n'
      },
      {
        'addons.ts':
          'export class Cni extends CoreAddOn {\n  constructor(version?: string) {\n    super({\n      addOnName: "vpc-cni",\n      version: version ?? "v1.7.5-eksbuild.2",\n    });\n  }\n}\n'
      },
      {
        'addons.ts':
          'class Cni {\n  version: string;\n  constructor(version?: string) {\n    this.version = version ?? "v1.7.5-eksbuild.2";\n  }\n  deploy(stack: Stack) {\n    new CfnAddon(stack, "cni", { addonName: "vpc-cni", addonVersion: this.version });\n  }\n}\n'
      },
      {
        'stack.py':
          'VERSION = "v1.8.3-eksbuild.1"\n\neks.CfnAddon(self, "dns", addon_name="coredns", addon_version=VERSION)\n'
      },
      {
        'main.go':
          'package a\n\nfunc f() {\n\tawseks.NewCfnAddon(s, jsii.String("cni"), &awseks.CfnAddonProps{\n\t\tAddonName:    jsii.String("vpc-cni"),\n\t\tAddonVersion: jsii.String("v1.7.5-eksbuild.1"),\n\t})\n}\n'
      },
      {
        'Stack.java':
          'class A {\n  void f() {\n    CfnAddon.Builder.create(this, "cni").addonName("vpc-cni").addonVersion("v1.7.5-eksbuild.1").build();\n  }\n}\n'
      },
      {
        'Stack.cs':
          'class A {\n  void F() {\n    new CfnAddon(this, "cni", new CfnAddonProps { AddonName = "vpc-cni", AddonVersion = "v1.7.5-eksbuild.1" });\n  }\n}\n'
      },
      {
        'a.tf':
          'resource "aws_eks_addon" "a" {\n  addon_name    = "vpc-cni"\n  addon_version = "v1.7.5-eksbuild.1"\n}\n'
      },
      {
        'a.tf':
          'module "eks" {\n  cni_config = {\n    addon_name    = "vpc-cni"\n    addon_version = "v1.7.5-eksbuild.2"\n  }\n}\n'
      },
      { 'a.tfvars': 'cluster_addons = {\n  vpc-cni = { addon_version = "v1.7.5-eksbuild.1" }\n}\n' },
      { 'a.tf': 'module "eks" {\n  addons = {\n    coredns = { addon_version = "v1.8.3-eksbuild.1" }\n  }\n}\n' },
      {
        'a.yaml':
          'apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\naddons:\n  - name: vpc-cni\n    version: 1.7.5\n'
      },
      {
        'a.yaml':
          'Resources:\n  A:\n    Type: AWS::EKS::Addon\n    Properties:\n      AddonName: coredns\n      AddonVersion: v1.8.0-eksbuild.1\n'
      },
      {
        'Pulumi.yaml':
          'resources:\n  a:\n    type: aws:eks:Addon\n    properties: {addonName: vpc-cni, addonVersion: v1.7.5-eksbuild.1}\n'
      }
    ],
    silent: [
      {
        'cluster.ts':
          'new CfnAddon(this, "cni", { addonName: "vpc-cni", addonVersion: "v1.12.0-eksbuild.1" });\nnew CfnAddon(this, "csi", { addonName: "aws-ebs-csi-driver", addonVersion: "v1.5.2-eksbuild.1" });\n'
      },
      {
        'cluster.ts':
          'new CfnAddon(this, "cni", { addonName: "vpc-cni", addonVersion: props.version });\nconst old = "v1.7.5-eksbuild.1";\n'
      },
      { 'list.py': 'eks.describe_addon_versions(addonName="vpc-cni", kubernetesVersion="1.7.5")\n' },
      { 'a.tfvars': 'addons = [\n  {\n    addon_name    = "vpc-cni"\n    addon_version = null\n  }\n]\n' },
      { 'a.tfvars': 'cluster_addons = {\n  aws-efs-csi-driver = { addon_version = "v1.7.5-eksbuild.2" }\n}\n' },
      {
        'a.tf':
          'resource "aws_eks_addon" "a" {\n  addon_name    = "vpc-cni"\n  addon_version = "v1.18.1-eksbuild.3"\n}\n'
      },
      { 'a.tf': 'resource "aws_eks_addon" "a" {\n  addon_name = "coredns"\n}\n' },
      {
        'a.yaml':
          'apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\naddons:\n  - name: kube-proxy\n    version: latest\n  - name: vpc-cni\n'
      }
    ]
  }
}
