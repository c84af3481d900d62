/** The rule for the name of the Secret of a service account in Terraform. */

import { attributesOf, type TerraformFile, terraformFiles } from './documents/terraform.ts'
import { TERRAFORM } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const ACCOUNT = String.raw`kubernetes_(?:default_)?service_account(?:_v1)?\.[\w.[\]*"-]{1,200}?`
/** Directly, by the variable of a `for` over service accounts, or as the first Secret that a data source lists. */
const OF_ACCOUNT = new RegExp(
  String.raw`\b${ACCOUNT}\.(?<direct>default_secret_name)\b|\bfor\b[^\n]{0,200}\bin\s+(?:data\.)?${ACCOUNT}\s[\s\S]{0,500}?\.(?<each>default_secret_name)\b|\bdata\.${ACCOUNT}\.(?<listed>secret(?:\[0\]|\.0)\.name)\b`,
  'gd'
)

function* inTerraform({ body, file }: TerraformFile): Generator<HazardSighting> {
  for (const { value, written } of attributesOf(body)) {
    const begin = file.indexOf(written, Math.max(0, value.at - 1))
    const seen = new Set<string>()
    for (const { 0: found, indices } of written.matchAll(OF_ACCOUNT)) {
      const { direct, each, listed } = indices?.groups ?? {}
      const [at] = direct ?? each ?? listed ?? []
      // One account in an attribute is one place to change, however often it is written.
      if (at !== undefined && !seen.has(found)) yield { at: begin + at }
      seen.add(found)
    }
  }
}

/** A Secret that is not there. */
export const terraformDefaultSecretName: Hazard = {
  rule: {
    id: 'terraform-default-secret-name',
    level: 'warning',
    title: 'asks for a Secret',
    meaning: 'A configuration uses default_secret_name of a service account. It is empty from Kubernetes 1.24 on.',
    why: 'No Secret is made for a service account any more: the name is empty, the data source behind it fails, and the plan stops.',
    fix: 'Request a token with the ephemeral resource kubernetes_token_request_v1 (or the resource of that name, whose token is in the state).',
    waivable: true,
    answers: ['no-automatic-secret'],
    harm: 'needs-secret',
    page: 'docs/rules.md',
    evidence: [TERRAFORM]
  },
  keywords: ['default_secret_name', /service_account(?:_v1)?\.[\w.[\]*"-]{1,200}\.secret\b/],
  finders: [looksInto(terraformFiles, inTerraform)],
  examples: {
    fires: [
      {
        'a.tf':
          'data "kubernetes_secret" "a" {\n  metadata {\n    name = kubernetes_service_account.a.default_secret_name\n  }\n}\n'
      },
      { 'a.tf': 'output "a" {\n  value = "${kubernetes_service_account_v1.a[0].default_secret_name}"\n}\n' },
      {
        'a.tf':
          'data "kubernetes_secret" "a" {\n  metadata {\n    name = data.kubernetes_service_account_v1.a-b.secret[0].name\n  }\n}\n'
      },
      { 'a.tf': 'output "a" {\n  value = kubernetes_service_account.nginx-ingress.default_secret_name\n}\n' },
      { 'a.tf': 'locals {\n  a = [for k, s in kubernetes_service_account.all : s.default_secret_name]\n}\n' }
    ],
    silent: [
      { 'a.tf': 'module "a" {\n  s = module.redis.default_secret_name\n}\n' },
      { 'a.tf': 'output "a" {\n  value = kubernetes_service_account.a.secret[0].name\n}\n' },
      { 'a.tf': 'output "a" {\n  value = kubernetes_service_account.a.metadata[0].name # default_secret_name\n}\n' }
    ]
  }
}
