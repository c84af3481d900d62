/** The rule for Secrets with a token that never expires. */

import { child, items } from '../syntax/tree.ts'
import { sourceCode } from './documents/source-code.ts'
import { TOKEN_SECRET, tokenSecret } from './documents/token-secret.ts'
import { TOKEN_SECRET_CONSTANT, tokenSecretsIn } from './documents/token-secret-in-code.ts'
import { objectName, type Tree, trees } from './documents/tree.ts'
import { TOKEN_SECRETS } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto, type StatedFact } from './hazard.ts'

/** Secrets of that type, and generators of Kustomize that make one. */
function* inTree(tree: Tree): Generator<HazardSighting | StatedFact> {
  for (const { map, object, path } of tree.spots) {
    const isGenerator = path.at(-2) === 'secretGenerator'
    if (!isGenerator && (object?.node !== map || object.kind !== 'Secret' || object.isRecord)) continue
    const type = tree.value(map, 'type')
    if (type?.text !== TOKEN_SECRET) continue
    const name = isGenerator ? tree.value(map, 'name') : object?.name
    yield { at: type.at, object: object?.node === map ? objectName(object) : `Secret/${name?.text ?? ''}` }
    if (name) yield { at: type.at, fact: tokenSecret(name.text, object?.namespace) }
  }
  yield* inPatches(tree)
  yield* inPulumi(tree)
}

/** A resource of Pulumi in YAML: its type is that of the class, and that of the Secret is a property. */
function* inPulumi(tree: Tree): Generator<HazardSighting> {
  for (const { map, path } of tree.spots) {
    const type = tree.value(map, 'properties', 'type')
    if (tree.value(map, 'type')?.text === 'kubernetes:core/v1:Secret' && type?.text === TOKEN_SECRET)
      yield { at: type.at, object: path.at(-1) ?? '' }
  }
}

/** A patch of Kustomize that makes a Secret one of that type: `path: /type`. */
function* inPatches(tree: Tree): Generator<HazardSighting> {
  for (const operation of items(child(tree.root))) {
    const value = tree.value(operation, 'value')
    if (tree.value(operation, 'path')?.text === '/type' && value?.text === TOKEN_SECRET) yield { at: value.at }
  }
}

/** A Secret with a token of a service account. */
export const manualTokenSecret: Hazard = {
  rule: {
    id: 'manual-token-secret',
    level: 'warning',
    title: 'permanent token',
    meaning: 'A Secret of the type kubernetes.io/service-account-token holds a token that never expires.',
    why: 'Whoever reads the Secret, a backup of it or an old copy can use the token until the Secret or its service account is deleted. No cluster rotates it.',
    fix: 'Remove the Secret. In a pod, use the token that Kubernetes mounts; elsewhere, request one that expires: `kubectl create token NAME --duration=1h`, or the OIDC identity of the CI service. If a system outside of the cluster can hold nothing but a permanent token, rotate it by hand.',
    waivable: true,
    answers: ['permanent-token'],
    harm: 'permanent-token',
    page: 'docs/rules.md',
    evidence: [TOKEN_SECRETS]
  },
  keywords: [TOKEN_SECRET],
  finders: [looksInto(trees, inTree), looksInto(sourceCode, tokenSecretsIn, [TOKEN_SECRET, TOKEN_SECRET_CONSTANT])],
  examples: {
    fires: [
      {
        'apply.py':
          'def manifest(name):\n    return f"""\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: {name}\n  namespace: {NAMESPACE}\ntype: kubernetes.io/service-account-token\n"""\n'
      },
      {
        'apply.ts':
          'const manifest = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}-${kind}\ntype: kubernetes.io/service-account-token\n`\n'
      },
      {
        'template.go':
          'package a\n\nconst manifest = `\napiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Name }}\ntype: kubernetes.io/service-account-token\n`\n'
      },
      {
        'make.py':
          'secret = client.V1Secret(metadata=client.V1ObjectMeta(name=name), type="kubernetes.io/service-account-token")\n'
      },
      {
        'make.py':
          'secret = client.V1Secret()\nsecret.metadata = client.V1ObjectMeta(name=name)\nsecret.type = "kubernetes.io/service-account-token"\n'
      },
      { 'make.py': 'body = {"kind": "Secret"}\nbody["type"] = "kubernetes.io/service-account-token"\n' },
      {
        'make.go':
          'package a\n\nfunc f() {\n\ts := &corev1.Secret{\n\t\tObjectMeta: metav1.ObjectMeta{Name: n},\n\t\tType:       corev1.SecretTypeServiceAccountToken,\n\t}\n\tcreate(s)\n}\n'
      },
      {
        'Make.java':
          'class A {\n  void f() {\n    new SecretBuilder().withNewMetadata().withName(n).endMetadata().withType("kubernetes.io/service-account-token").build();\n  }\n}\n'
      },
      {
        'templates/_secrets.tpl':
          '{{- define "a.secret" }}\n---\napiVersion: v1\nkind: Secret\ntype: kubernetes.io/service-account-token\nmetadata:\n  name: {{ .Values.name }}\n{{- end -}}\n'
      },
      {
        'index.ts':
          'new Secret(this, "a", {\n  metadata: { name: "a" },\n  type: "kubernetes.io/service-account-token",\n})\n'
      },
      {
        'secret.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata:\n  name: ci\n  annotations:\n    kubernetes.io/service-account.name: ci\ntype: kubernetes.io/service-account-token\n'
      },
      {
        'list.json':
          '{"kind": "List", "items": [{"apiVersion": "v1", "kind": "Secret", "type": "kubernetes.io/service-account-token"}]}'
      },
      {
        'kustomization.yaml': 'secretGenerator:\n  - name: ci\n    type: kubernetes.io/service-account-token\n'
      },
      {
        'Pulumi.yaml':
          'resources:\n  key:\n    type: kubernetes:core/v1:Secret\n    properties: {type: kubernetes.io/service-account-token}\n'
      },
      {
        'make.sh':
          'kubectl apply -f - <<EOF\napiVersion: v1\nkind: Secret\nmetadata: {name: "$1"}\ntype: kubernetes.io/service-account-token\nEOF\n'
      },
      {
        'make.ps1':
          '$yaml = @"\r\napiVersion: v1\r\nkind: Secret\r\ntype: kubernetes.io/service-account-token\r\n"@\r\nkubectl apply -f $file\r\n'
      },
      {
        'playbook.yml':
          '- hosts: all\n  tasks:\n    - kubernetes.core.k8s:\n        definition:\n          apiVersion: v1\n          kind: Secret\n          type: kubernetes.io/service-account-token\n'
      }
    ],
    silent: [
      {
        'find.go':
          'package a\n\nfunc f(s corev1.Secret) bool {\n\tif s.Type != corev1.SecretTypeServiceAccountToken {\n\t\treturn false\n\t}\n\treturn is(s, corev1.SecretTypeServiceAccountToken)\n}\n'
      },
      {
        'find.py':
          'def f(s):\n    """\n    kind: Secret\n    type: kubernetes.io/service-account-token\n    """\n    ok = s.type == "kubernetes.io/service-account-token"\n    return ok\n'
      },
      {
        'find.py':
          'FIELDS = """\ntype=kubernetes.io/service-account-token\n"""\nTOKEN_TYPE = "kubernetes.io/service-account-token"\n'
      },
      { 'list.ts': 'const some = all.filter(s => s.type === "kubernetes.io/service-account-token")\n' },
      { 'types.js': 'const types = [{ label: "Token", value: "kubernetes.io/service-account-token" }]\n' },
      { 'secret.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: ci}\ntype: Opaque\n' },
      { 'old.yaml': 'a: b\n# kind: Secret\n# type: kubernetes.io/service-account-token\n' },
      { 'count.sh': 'kubectl get secrets -o json | jq \'select(.type == "kubernetes.io/service-account-token")\'\n' },
      {
        'policy.yaml': 'apiVersion: x/v1\nkind: Policy\nspec:\n  match: {type: kubernetes.io/service-account-token}\n'
      },
      {
        'docs/secret.yaml': 'apiVersion: v1\nkind: Secret\ntype: kubernetes.io/service-account-token\n'
      }
    ]
  }
}
