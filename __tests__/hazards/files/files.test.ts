/** Each kind of file: the same hazard in it, at its line. */

import { expect, test } from '@jest/globals'
import { scan } from '../../../src/scan/scan.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'
const LOGIN = `oc login --token=$(cat ${TOKEN})`
const SECRET = 'apiVersion: v1\nkind: Secret\ntype: kubernetes.io/service-account-token\n'
const indented = (text: string) => text.replace(/^(?=.)/gm, '    ')

const found = async (files: Readonly<Record<string, string>>) => {
  const { findings, coverage } = await scan(memoryWorkspace(files), { minimum: 'documented' })
  return {
    coverage,
    places: findings.map(({ rule, place }) => `${rule?.id} ${place.path}:${place.line}:${place.column}`)
  }
}

test.each([
  ['a.sh', `\n${LOGIN}\n`, 'kubeconfig-static-token', '2:10'],
  ['bin/a', `#!/bin/sh\n${LOGIN}\n`, 'kubeconfig-static-token', '2:10'],
  ['Makefile', `a:\n\t@${LOGIN.replaceAll('$', '$$$$')}\n\n`, 'kubeconfig-static-token', '2:12'],
  ['b.mk', `a:\n\tb \\\n\t&& ${LOGIN.replaceAll('$', '$$$$')}`, 'kubeconfig-static-token', '3:14'],
  ['Jenkinsfile', `node {\n  sh '${LOGIN}'\n}\n`, 'kubeconfig-static-token', '2:16'],
  ['a.groovy', `sh(script: """\n${LOGIN}\n""")\n`, 'kubeconfig-static-token', '2:10'],
  ['Dockerfile', `FROM a\nCMD ["sh", "-c", "${LOGIN}"]\n`, 'kubeconfig-static-token', '2:28'],
  ['x.dockerfile', `FROM a\nENTRYPOINT ${LOGIN}\n`, 'kubeconfig-static-token', '2:21'],
  ['.gitlab-ci.yml', `a:\n  script:\n    - ${LOGIN}\n`, 'kubeconfig-static-token', '3:16'],
  [
    'a.tf',
    `resource "a" "b" {\n  user_data = <<-E\n    #!/bin/sh\n    ${LOGIN}\n  E\n}\n`,
    'kubeconfig-static-token',
    '4:14'
  ],
  ['a.py', `T = (\n    open("${TOKEN}").read()\n)\n`, 'token-read-once-in-code', '2:5'],
  ['a.mjs', `export const token = readFileSync('${TOKEN}')\n`, 'token-read-once-in-code', '1:22'],
  ['a.cts', `export const token = readFileSync('${TOKEN}')\n`, 'token-read-once-in-code', '1:22'],
  ['a.go', `package a\n\nvar t, _ = os.ReadFile("${TOKEN}")\n`, 'token-read-once-in-code', '3:12'],
  ['A.java', `class A {\n  String t = Files.readString(Path.of("${TOKEN}"));\n}\n`, 'token-read-once-in-code', '2:14'],
  ['a.kt', `val t = File("${TOKEN}").readText()\n\nfun f() = t\n`, 'token-read-once-in-code', '1:9'],
  ['a.rb', `def t\n  @t ||= File.read('${TOKEN}')\nend\n`, 'token-read-once-in-code', '2:10'],
  ['A.cs', `class A {\n  string t = File.ReadAllText("${TOKEN}");\n}\n`, 'token-read-once-in-code', '2:14'],
  [
    'a.rs',
    `static T: LazyLock<String> = LazyLock::new(|| fs::read_to_string("${TOKEN}").unwrap());\n`,
    'token-read-once-in-code',
    '1:47'
  ],
  ['a.yaml', SECRET, 'manual-token-secret', '3:7'],
  ['a.yaml.j2', `{% if a %}\n${SECRET}{% endif %}\n`, 'manual-token-secret', '4:7'],
  [
    'a.json',
    JSON.stringify({ apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/service-account-token' }),
    'manual-token-secret',
    '1:44'
  ],
  ['b.sh', `kubectl apply -f - <<E\n${SECRET}E\n`, 'manual-token-secret', '4:7'],
  [
    'b.tf',
    `resource "kubectl_manifest" "a" {\n  yaml_body = <<-E\n${indented(SECRET)}  E\n}\n`,
    'manual-token-secret',
    '5:11'
  ],
  [
    'c.tf',
    'resource "x" "a" {\n  m = yamlencode({ apiVersion = "v1", kind = "Secret", type = "kubernetes.io/service-account-token" })\n}\n',
    'manual-token-secret',
    '2:64'
  ],
  ['a.ps1', `$a = @"\n${SECRET}"@\n`, 'manual-token-secret', '4:7'],
  [
    'app.yaml',
    `kind: Application\nspec:\n  source:\n    helm:\n      values: |\n${indented(indented(SECRET))}`,
    'manual-token-secret',
    '8:15'
  ],
  [
    'a.conf',
    'apiVersion: v1\nkind: Config\nusers:\n- user: {token: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6Y2k6ZGVwbG95In0.AAAA}\n',
    'inline-bearer-token',
    '4:17'
  ],
  [
    'a.service',
    '[Service]\nExecStart=/bin/kube-apiserver --service-account-extend-token-expiration=false\n',
    'token-extension-disabled',
    '2:33'
  ]
])('%s', async (path, text, rule, at) => {
  expect((await found({ [path]: text })).places).toEqual([`${rule} ${path}:${at}`])
})

test('what cannot be parsed is counted, and what is before it is kept', async () => {
  const { coverage, places } = await found({
    'a.yaml': `${SECRET}---\n# kubernetes.io/serviceaccount\na: [\n`,
    'b.yaml': 'a: [\n'
  })
  expect(places).toEqual(['manual-token-secret a.yaml:3:7'])
  // Nothing in the second file names a hazard, so that it is not parsed.
  expect(coverage.hazards).toEqual({ searched: 2, notScanned: 0, unexamined: 1 })
})

test.each([
  'tests/a.yaml',
  'docs/a.yaml',
  'charts/crds/a.yaml',
  'vendor/a.yaml',
  'pkg/testdata/a.yaml',
  'a.golden.yaml'
])('nothing is looked for in %s, and it is counted', async path => {
  const { coverage, places } = await found({ [path]: SECRET })
  expect(places).toEqual([])
  expect(coverage.hazards).toEqual({ searched: 0, notScanned: 1, unexamined: 0 })
})

test('one place has one finding, of the most telling rule', async () => {
  const script = `T=$(cat ${TOKEN})\nvault write auth/k/config token_reviewer_jwt="$T"\nwhile true; do curl "$T"; done\n`
  expect((await found({ 'a.sh': script })).places).toEqual(['vault-reviewer-token a.sh:2:27'])
})
