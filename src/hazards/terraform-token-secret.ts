/** The rule for Secrets with a token that never expires, as resources of Terraform. */

import { type TerraformFile, terraformFiles } from './documents/terraform.ts'
import { TOKEN_SECRET, tokenSecret } from './documents/token-secret.ts'
import { TERRAFORM, TOKEN_SECRETS } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto, type StatedFact } from './hazard.ts'

const SECRET = /^kubernetes_secret(?:_v1)?$/

function* inTerraform(file: TerraformFile): Generator<HazardSighting | StatedFact> {
  for (const resource of file.resources) {
    if (resource.block !== 'resource' || !SECRET.test(resource.type)) continue
    const type = file.value(resource, 'type')
    if (type?.text !== TOKEN_SECRET) continue
    yield { at: type.at, object: `${resource.type}.${resource.name}` }
    const metadata = resource.body.blocks.find(block => block.type === 'metadata')
    const name = metadata && file.value(metadata, 'name')
    const namespace = metadata && file.value(metadata, 'namespace')
    if (name?.isKnown)
      yield { at: type.at, fact: tokenSecret(name.text, namespace?.isKnown ? namespace.text : undefined) }
  }
}

/** A Secret with a token. */
export const terraformTokenSecret: Hazard = {
  rule: {
    id: 'terraform-token-secret',
    level: 'warning',
    title: 'permanent token',
    meaning: 'A resource makes a Secret with a token that never expires, and the state file holds that token.',
    why: 'Whoever reads the state, a backup of it or the Secret can use the token until the Secret or its service account is deleted. No cluster rotates it.',
    fix: 'Remove the resource. Use the ephemeral resource kubernetes_token_request_v1, which requests a token that expires and is not in the state; or the OIDC identity of the system that needs access.',
    waivable: true,
    answers: ['permanent-token'],
    harm: 'permanent-token',
    page: 'docs/rules.md',
    evidence: [TERRAFORM, TOKEN_SECRETS]
  },
  keywords: [TOKEN_SECRET],
  finders: [looksInto(terraformFiles, inTerraform)],
  examples: {
    fires: [
      { 'a.tf': 'resource "kubernetes_secret" "a" {\n  type = "kubernetes.io/service-account-token"\n}\n' },
      {
        'a.tf':
          'locals {\n  t = "kubernetes.io/service-account-token"\n}\nresource "kubernetes_secret_v1" "a" {\n  type = local.t\n}\n'
      }
    ],
    silent: [
      {
        'a.tf': 'resource "kubernetes_secret_v1" "a" {\n  type = "Opaque"\n}\n# kubernetes.io/service-account-token\n'
      },
      { 'a.tf': '# resource "kubernetes_secret" "a" {\n#   type = "kubernetes.io/service-account-token"\n# }\n' },
      { 'a.tf': 'variable "type" {\n  description = "kubernetes.io/service-account-token"\n}\n' }
    ]
  }
}
