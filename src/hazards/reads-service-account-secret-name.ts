/** The rule for commands that ask a service account for the name of its Secret. */

import { offsetIn } from '../syntax/assembled.ts'
import { askedBy, askingLists } from './documents/kubectl.ts'
import { type Command, pipedFrom, type Script, scripts, type Text } from './documents/script.ts'
import { secretNamesIn } from './documents/secret-name-in-code.ts'
import { isSearch } from './documents/secret-search.ts'
import { sourceCode } from './documents/source-code.ts'
import { KEP_2799 } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

/** The first Secret of a service account, in JSONPath, Go templates and jq. */
const SECRET_OF_ACCOUNT =
  /(?:\$?\.|\b)secrets\[(?:\d+|\*)?\]\s*(?:\??\.name|\.?\[["']name["']\])|index \.secrets \d+|range \.secrets|\.secrets\s*\|\s*\.\[\d*\]\s*\.name|\.secrets\[\]?\s*\|\s*\.name/
/** It is told whether there is one. */
const GUARDED = /\/\/|\blength\b|\blen\b|\bif\b/

/** The lines of a service account with the names of its Secrets. */
const OF_TOKEN = /(?:^|\W)(?:[tT]okens?|Mountable secrets)-?(?:[^\w-]|$)/

function* inScript(script: Script): Generator<HazardSighting> {
  for (const commands of askingLists(script.commands)) {
    for (const [index, command] of commands.entries()) {
      if (askedBy(command) !== 'service-account') continue
      const readers = pipedFrom(commands, index)
      const named = [command, ...readers].flatMap(({ words }) => words).filter(asksForSecret)
      const [searched] = named.length > 0 ? [] : searchedIn(readers)
      for (const { written } of named) yield { at: offsetIn(written, SECRET_OF_ACCOUNT.exec(written.text)?.index ?? 0) }
      if (searched) yield { at: searched.at }
    }
  }
}

function asksForSecret({ written }: Text): boolean {
  return SECRET_OF_ACCOUNT.test(written.text) && !GUARDED.test(written.text)
}

/** The words by which filters find the token among what is shown of a service account. */
function searchedIn(readers: readonly Command[]): Text[] {
  return readers
    .filter(isSearch)
    .flatMap(({ words }) => words.slice(1).filter(({ written }) => OF_TOKEN.test(written.text)))
}

/** The name of a Secret that is not there. */
export const readsServiceAccountSecretName: Hazard = {
  rule: {
    id: 'reads-service-account-secret-name',
    level: 'warning',
    title: 'asks for a Secret',
    meaning: 'A command takes the first Secret that a service account lists. From Kubernetes 1.24 on none is listed.',
    why: 'The name is empty then, and a command such as "kubectl get secret $(…)" shows all Secrets of the namespace instead of one.',
    fix: 'Request a token in place of the two commands: `kubectl create token NAME -n NAMESPACE --duration=1h`.',
    waivable: true,
    answers: ['no-automatic-secret'],
    harm: 'needs-secret',
    page: 'docs/rules.md',
    evidence: [KEP_2799]
  },
  keywords: [
    /\bsecrets\[/,
    /(?:index|range) \.secrets/,
    /\.secrets\s*\|/,
    /\b(?:describe|get)\b[^\n]{0,80}\b(?:sa|serviceaccounts?)\b/
  ],
  finders: [
    looksInto(scripts, inScript),
    looksInto(sourceCode, secretNamesIn, [
      /\b(?:secrets|Secrets|getSecrets\(\))(?:\?\.)?(?:\[|\.(?:get|first|First|iter)\b)/,
      /\.secrets\[/
    ])
  ],
  examples: {
    fires: [
      { 'a.sh': "kubectl get secret $(kubectl get sa a -o jsonpath='{.secrets[0].name}')\n" },
      { 'a.sh': `A=$(kubectl get serviceaccount/a -o jsonpath="{.secrets[*]['name']}")\n` },
      { 'a.sh': "kubectl get sa a -o json | jq -r '.secrets[0].name'\n" },
      { 'a.sh': "kubectl describe secret $(kubectl describe sa a -n b | grep Token | awk '{print $2}')\n" },
      { 'a.sh': "kubectl describe serviceaccount a | sed -n 's/^Tokens: *//p'\n" },
      { 'a.sh': "kubectl get sa a -o yaml | awk '/-token-/ {print $3}'\n" },
      { Makefile: "t:\n\t@kubectl get secret $$(kubectl get sa $(A) -o go-template='{{(index .secrets 0).name}}')\n" },
      {
        'a.sh':
          "T=$(kubectl create token a)\nC=$(kubectl get secret $(kubectl get sa a -o jsonpath='{.secrets[0].name}') -o jsonpath='{.data.ca\\.crt}')\n"
      },
      { 'ci.yml': "script:\n  - kubectl get sa a -o jsonpath='{.secrets[0].name}'\n" },
      {
        'a.py':
          'def f(api):\n    sa = api.read_namespaced_service_account("a", "b")\n    return api.read_namespaced_secret(sa.secrets[0].name, "b")\n'
      },
      { 'a.go': 'package a\n\nfunc f(sa *corev1.ServiceAccount) string {\n\treturn sa.Secrets[0].Name\n}\n' },
      {
        'a.go':
          'package a\n\nfunc f(sa *corev1.ServiceAccount) (string, error) {\n\tif len(sa.Secrets) == 0 {\n\t\treturn "", fmt.Errorf("no secret of %s", sa.Name)\n\t}\n\treturn client.Secrets(ns).Get(sa.Secrets[0].Name)\n}\n'
      },
      {
        'a.py':
          'def f(sa):\n    if not sa.secrets:\n        raise RuntimeError("none")\n    return sa.secrets[0].name\n'
      },
      { 'a.ts': "const sa = await api.readNamespacedServiceAccount('a', 'b')\nconst name = sa.body.secrets[0].name\n" },
      {
        'A.java': 'class A {\n  String f(V1ServiceAccount sa) {\n    return sa.getSecrets().get(0).getName();\n  }\n}\n'
      },
      { 'A.kt': 'fun f(sa: V1ServiceAccount) = sa.secrets[0].name\n' },
      { 'a.rb': "sa = client.get_service_account('a', 'b')\nname = sa.secrets[0].name\n" },
      { 'A.cs': 'class A {\n  string F(V1ServiceAccount sa) {\n    return sa.Secrets[0].Name;\n  }\n}\n' },
      { 'a.rs': 'fn f(service_account: ServiceAccount) -> String {\n    service_account.secrets[0].name.clone()\n}\n' },
      { 'a.py': 'out = check_output(["kubectl", "get", "sa", name, "-o", "jsonpath={.secrets[0].name}"])\n' }
    ],
    silent: [
      { 'a.sh': "kubectl get sa a -o json | jq -r '.secrets[0].name // empty'\n" },
      { 'a.sh': 'kubectl get sa -o name | grep token-reader\n' },
      { 'a.sh': "helm get values a -o json | jq '.secrets[0].name'\n" },
      {
        'a.sh':
          "T=$(kubectl create token a || kubectl get secret $(kubectl get sa a -o jsonpath='{.secrets[0].name}') -o jsonpath='{.data.token}')\n"
      },
      { 'a.sh': "# kubectl get sa a -o jsonpath='{.secrets[0].name}'\n" },
      { 'a.sh': "kubectl get sa a -o jsonpath='{.imagePullSecrets[0].name}'\n" },
      {
        'a.go':
          'package a\n\nfunc f(sa *corev1.ServiceAccount) string {\n\tif len(sa.Secrets) > 0 {\n\t\treturn sa.Secrets[0].Name\n\t}\n\treturn ""\n}\n'
      },
      {
        'a.go':
          'package a\n\nfunc f(sa *corev1.ServiceAccount) (string, error) {\n\tif len(sa.Secrets) == 0 {\n\t\treturn makeToken(sa)\n\t}\n\treturn sa.Secrets[0].Name, nil\n}\n'
      },
      {
        'a.go':
          'package a\n\nfunc f(sa *corev1.ServiceAccount) (string, error) {\n\tmake(&corev1.Secret{Type: corev1.SecretTypeServiceAccountToken})\n\tif len(sa.Secrets) == 0 {\n\t\treturn "", errors.New("none")\n\t}\n\treturn sa.Secrets[0].Name, nil\n}\n'
      },
      { 'a.ts': 'const name = values.secrets[0].name\n' },
      { 'a.ts': 'function f(sa: V1ServiceAccount) {\n  return sa.secrets?.[0]?.name\n}\n' },
      { 'a.py': 'def f(sa):\n    return sa.secrets[0].name if sa.secrets else None\n' }
    ]
  }
}
