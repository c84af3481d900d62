/** The rule for tokens that Vault is given to ask the API server with. */

import { type Script, scripts } from './documents/script.ts'
import { type TerraformFile, terraformFiles } from './documents/terraform.ts'
import { offsetOf, type TokenFlow, tokenFlows } from './documents/token-flow.ts'
import { NAMES_TOKEN_FOLDER } from './documents/token-path.ts'
import { tokenUses } from './documents/token-use.ts'
import { type Tree, trees } from './documents/tree.ts'
import { VAULT } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'
import { isServiceAccountToken } from './inline-bearer-token.ts'

function* inScript(script: Script): Generator<HazardSighting> {
  for (const { keeper, at } of tokenUses(script)) if (keeper === 'reviewer') yield { at, level: 'error' }
}

function* inFlow({ source, kept }: TokenFlow): Generator<HazardSighting> {
  for (const { keeper, at } of kept) if (keeper === 'reviewer') yield { at: offsetOf(source, at), level: 'error' }
}

/** The configuration of Vault in YAML, with the token or an expression that reads it. */
function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const { map } of tree.spots) {
    const token = tree.value(map, 'token_reviewer_jwt')
    if (token && (isServiceAccountToken(token) || token.text.includes(`${NAMES_TOKEN_FOLDER}/token`)))
      yield { at: token.at }
  }
}

/** The resource of Terraform with a token that it reads from a Secret or a file. What a module is given is the matter of whoever gives it. */
function* inTerraform(file: TerraformFile): Generator<HazardSighting> {
  for (const { type, body, name } of file.resources) {
    if (type !== 'vault_kubernetes_auth_backend_config') continue
    const token = body.attributes.find(each => each.name === 'token_reviewer_jwt')
    if (token && FROM_SECRET.test(file.written(token))) yield { at: token.value.at, object: `${type}.${name}` }
  }
}

const FROM_SECRET =
  /\bkubernetes_secret(?:_v1)?\.|\bkubernetes_token_request(?:_v1)?\.|\bfile\([^\n]{0,200}serviceaccount\/token/

/** Vault holds a token. */
export const vaultReviewerToken: Hazard = {
  rule: {
    id: 'vault-reviewer-token',
    level: 'warning',
    title: 'token in Vault',
    meaning: 'Vault is given the token of a service account as token_reviewer_jwt, and keeps it.',
    why: 'When the token expires, or the pod that it belongs to is gone, Vault cannot check any login, and every workload that logs in with its service account is refused.',
    fix: 'Remove `token_reviewer_jwt`. Vault from 1.9.3 on, in a pod, uses its own token and reads it again. Outside of a cluster, let Vault check tokens with the JWT method and the keys of the issuer.',
    waivable: true,
    answers: ['projected-token'],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [VAULT]
  },
  keywords: ['token_reviewer_jwt', 'tokenReviewerJwt', 'TokenReviewerJWT'],
  finders: [
    looksInto(scripts, inScript),
    looksInto(trees, inTree),
    looksInto(terraformFiles, inTerraform),
    looksInto(tokenFlows, inFlow)
  ],
  examples: {
    fires: [
      {
        'init.sh':
          'vault write auth/kubernetes/config \\\n  token_reviewer_jwt="$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)"\n'
      },
      {
        'init.sh':
          'vault write auth/kubernetes/config token_reviewer_jwt=@/run/secrets/kubernetes.io/serviceaccount/token\n'
      },
      {
        'init.sh':
          'T=$(cat /run/secrets/kubernetes.io/serviceaccount/token)\nvault write auth/k/config token_reviewer_jwt="$T"\n'
      },
      { 'init.sh': 'vault write auth/k/config token_reviewer_jwt="$(kubectl create token vault)"\n' },
      {
        'init.sh': `kubectl exec vault-0 -- /bin/sh -c 'vault write auth/k/config \\\n  token_reviewer_jwt="$(cat /run/secrets/kubernetes.io/serviceaccount/token)"'\n`
      },
      {
        'init.sh':
          'T="$(kubectl exec vault-0 -- cat /run/secrets/kubernetes.io/serviceaccount/token)"\nkubectl exec vault-0 -- vault write auth/k/config token_reviewer_jwt="$T"\n'
      },
      {
        'a.tf':
          'resource "vault_kubernetes_auth_backend_config" "a" {\n  token_reviewer_jwt = data.kubernetes_secret.a.data["token"]\n}\n'
      },
      {
        'a.tf':
          'locals {\n  jwt = base64decode(data.kubernetes_secret_v1.a.data["token"])\n}\nresource "vault_kubernetes_auth_backend_config" "a" {\n  token_reviewer_jwt = local.jwt\n}\n'
      },
      {
        'vault.yaml':
          'auth:\n  - config:\n      token_reviewer_jwt: ${ file `/var/run/secrets/kubernetes.io/serviceaccount/token` }\n'
      },
      {
        'a.py': `client.auth.kubernetes.configure(kubernetes_host=HOST, token_reviewer_jwt=open("/var/run/secrets/kubernetes.io/serviceaccount/token").read())\n`
      },
      {
        'a.go': `package a\n\nfunc f() {\n\tt, _ := os.ReadFile("/var/run/secrets/kubernetes.io/serviceaccount/token")\n\twrite(map[string]interface{}{"token_reviewer_jwt": string(t)})\n}\n`
      },
      {
        'a.js': `const jwt = fs.readFileSync('/var/run/secrets/kubernetes.io/serviceaccount/token', 'utf8');\nvault.write('auth/kubernetes/config', { token_reviewer_jwt: jwt });\n`
      }
    ],
    silent: [
      { 'a.tf': 'resource "vault_kubernetes_auth_backend_config" "a" {\n  token_reviewer_jwt = var.jwt\n}\n' },
      { 'init.sh': 'vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc\n' },
      { 'init.sh': 'vault write auth/k/config token_reviewer_jwt="$(kubectl create token vault --duration=8760h)"\n' },
      { 'init.sh': 'vault write auth/k/config token_reviewer_jwt="$REVIEWER"\n' },
      {
        'init.sh': `kubectl exec vault-0 -- sh -c 'vault read auth/k/config | grep token_reviewer_jwt; cat /run/secrets/kubernetes.io/serviceaccount/token'\n`
      },
      {
        'a.py': `client.auth.kubernetes.login(role="a", jwt=open("/var/run/secrets/kubernetes.io/serviceaccount/token").read())\n`
      },
      { 'a.go': 'package a\n\nfunc f(jwt string) {\n\twrite(map[string]interface{}{"token_reviewer_jwt": jwt})\n}\n' }
    ]
  }
}
