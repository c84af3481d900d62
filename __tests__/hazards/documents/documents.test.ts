/** What hazards know of one kind of document: objects and pods of trees, values of Terraform, commands of scripts. */

import { describe, expect, test } from '@jest/globals'
import { atMost, below } from '../../../src/hazards/documents/addon-versions.ts'
import { type FlagSet, flagSets } from '../../../src/hazards/documents/flags.ts'
import { programOf, readScript, type Setting } from '../../../src/hazards/documents/script.ts'
import { TerraformFile } from '../../../src/hazards/documents/terraform.ts'
import { tokenUses } from '../../../src/hazards/documents/token-use.ts'
import { Tree } from '../../../src/hazards/documents/tree.ts'
import { isUnbounded } from '../../../src/hazards/documents/unbounded.ts'
import { compareReleases } from '../../../src/hazards/documents/version.ts'
import { yamlFiles } from '../../../src/hazards/files/yaml.ts'
import { standing } from '../../../src/syntax/assembled.ts'
import { parseHcl } from '../../../src/syntax/hcl.ts'
import { withoutExpressions } from '../../../src/syntax/template.ts'
import { parseYaml } from '../../../src/syntax/yaml.ts'

const treeOf = (text: string) => {
  const parsed = withoutExpressions(text)
  return new Tree(parseYaml(parsed).root, standing(parsed, 0), text)
}
const scriptOf = (text: string, setting: Setting = 'file') => readScript(standing(text, 0), { setting }).script

describe('trees', () => {
  test('a mapping knows the object and the pod around it', () => {
    const tree = treeOf(
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: b}\nspec:\n  template:\n    spec:\n      containers:\n        - name: c\n'
    )
    const spot = tree.spots.at(-1)
    expect(spot?.path).toEqual(['spec', 'template', 'spec', 'containers', '[]'])
    expect(spot?.object).toMatchObject({ kind: 'Deployment', name: { text: 'a' }, namespace: 'b', isRecord: false })
    expect(tree.value(spot?.pod?.members[0]?.value)).toBeUndefined()
    expect(spot?.pod?.members.map(({ key }) => key)).toEqual(['containers'])
  })

  test('a value that a template computes is the text of the file, and not known', () => {
    const text = 'name: {{ include "a" . }}-b\nport: {{ .Values.port }}\nplain: c\n'
    const tree = treeOf(text)
    expect(tree.value(tree.root, 'name')).toEqual({ text: '{{ include "a" . }}-b', at: 6, isKnown: false })
    expect(tree.value(tree.root, 'plain')).toEqual({ text: 'c', at: text.length - 2, isKnown: true })
    expect(tree.value(tree.root, 'absent')).toBeUndefined()
  })

  test('what a server returned is a record', () => {
    const [object] = treeOf('apiVersion: v1\nkind: Pod\nmetadata: {uid: a}\n').objects()
    expect(object?.isRecord).toBe(true)
  })
})

describe('values of Terraform', () => {
  const valuesIn = (text: string, name: string) => {
    const file = new TerraformFile(parseHcl(text).body, text)
    const [resource] = file.resources.filter(({ block }) => block === 'resource')
    return resource && file.values(resource, name).map(value => (value.isKnown ? value.text : `?${value.text}`))
  }
  const resource = (value: string, more = '') => `resource "a" "b" {\n  ${more}\n  v = ${value}\n}\n`

  test.each([
    [resource('"1"'), ['1']],
    [resource('true'), ['true']],
    [`${resource('local.x')}locals {\n  x = "2"\n}\n`, ['2']],
    [`${resource('"${local.x.y}"')}locals {\n  x = { y = "2" }\n}\n`, ['2']],
    [`${resource('var.x')}variable "x" {\n  default = "3"\n}\n`, ['3']],
    [resource('var.x'), ['?var.x']],
    [`${resource('data.c.d.v')}data "c" "d" {\n  v = "4"\n}\n`, ['4']],
    [resource('each.value.w', 'for_each = { p = { w = "5" }, q = {} }'), ['5', '?']],
    [resource('each.key', 'for_each = local.m').concat('locals {\n  m = { p = 1, q = 2 }\n}\n'), ['p', 'q']],
    [`${resource('local.x')}locals {\n  x = local.x\n}\n`, ['?local.x']],
    [resource('f("a")'), []]
  ])('%j is %j', (text, expected) => {
    expect(valuesIn(text, 'v')).toEqual(expected)
  })

  test('a resource of Kubernetes is a tree like a manifest', () => {
    const text =
      'resource "kubernetes_pod_v1" "a" {\n  spec {\n    container {\n      env {\n        name = "b"\n      }\n    }\n    dynamic "volume" {\n      content {\n        secret {\n          secret_name = "c"\n        }\n      }\n    }\n  }\n}\n'
    const [tree] = new TerraformFile(parseHcl(text).body, text).trees()
    const spot = tree?.spots.find(({ path }) => path.join('.') === 'spec.volumes.[].secret')
    expect(spot && tree?.value(spot.map, 'secretName')).toEqual({ text: 'c', at: text.indexOf('c"\n'), isKnown: true })
    expect(spot?.object?.kind).toBe('Pod')
  })
})

describe('scripts', () => {
  test('words have the values of constants, and substitutions their commands', () => {
    const { commands } = scriptOf('A=/x\nB=$(cat $A/y)\necho "$A/z$B"')
    expect(commands[1]?.assignments[0]?.value.substitutions[0]?.[0]?.words.map(({ text }) => text)).toEqual([
      'cat',
      '/x/y'
    ])
    expect(commands[2]?.words.map(({ text }) => text)).toEqual(['echo', '/x/z$B'])
  })

  test('a program is behind those that run another one', () => {
    expect(scriptOf('sudo /usr/bin/env kubectl get a').commands.map(programOf)).toEqual(['kubectl'])
  })

  test('a fault keeps the commands before it', () => {
    const { script, fault } = readScript(standing('a\nb "', 0), { setting: 'file' })
    expect(script.commands.map(programOf)).toEqual(['a'])
    expect(fault?.at).toBe(4)
  })

  test.each([
    ['while true; do a; done', true],
    ['while :; do a; done', true],
    ['while sleep 5; do a; done', true],
    ['for ((;;)); do a; done', true],
    ['until [ -f /stop ]; do a; done', true],
    ['tail -f x | while read -r l; do a; done', true],
    ['while true; do a && break; done', false],
    ['while [ "$n" -lt 3 ]; do a; done', false],
    ['until curl x; do a; done', false],
    ['for ((i=0; i<3; i++)); do a; done', false],
    ['for i in 1 2; do a; done', false],
    ['cat x | while read -r l; do a; done', false]
  ])('the loop of %j has no end: %j', (text, expected) => {
    const script = scriptOf(text)
    const loop = script.commands.findLast(({ loops }) => loops.length > 0)?.loops[0]
    expect(loop && isUnbounded(loop, script)).toBe(expected)
  })

  const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'
  test.each<readonly [string, Setting, readonly string[]]>([
    [`T=$(cat ${TOKEN}); curl "$T"`, 'file', []],
    [`T=$(cat ${TOKEN}); while true; do curl "$T"; done`, 'file', ['loop']],
    [`read -r T < ${TOKEN}; while true; do curl "$T"; done`, 'file', ['loop']],
    [`while true; do curl "$(cat ${TOKEN})"; done`, 'file', []],
    [`export T=$(cat ${TOKEN}); exec curl`, 'file', []],
    [`T=$(cat ${TOKEN}); export T; exec /server`, 'file', ['program']],
    [`T=$(cat ${TOKEN}) /server &`, 'file', ['program']],
    [`export T=$(cat ${TOKEN}); /server`, 'image', ['program']],
    [`cp ${TOKEN} /x`, 'file', ['file']],
    [`cat ${TOKEN} | tee /x`, 'file', []],
    [`echo "$(cat ${TOKEN})" > /x`, 'file', ['file']],
    [`cat ${TOKEN} > /dev/stdout`, 'file', []],
    [`T=$(cat ${TOKEN}); oc login --token="$T"; echo "$T" > /x`, 'file', ['kubeconfig']],
    [`T=$(kubectl exec a -- cat ${TOKEN}); exec /server "$T"`, 'file', []],
    [`T=$(cat ${TOKEN}); T=none; exec /server "$T"`, 'file', []]
  ])('%j in a %s keeps the token in %j', (text, setting, expected) => {
    expect(tokenUses(scriptOf(text, setting)).map(({ keeper }) => keeper)).toEqual(expected)
  })
})

test('flags have the version that the file names', async () => {
  const text = 'kubernetesVersion: v1.29.4\nextraArgs:\n  feature-gates: A=false\n'
  const { documents } = await yamlFiles.read(text, () => true)
  const set = documents.find(({ kind }) => kind === flagSets)?.document as FlagSet
  expect(set).toEqual({ flags: [{ name: 'feature-gates', value: 'A=false', at: text.indexOf('A=') }], minor: 29 })
})

test.each([
  ['1.8.0', 'v1.8.0', 0],
  ['v1.7.5-eksbuild.1', '1.8.0', -1],
  ['1.10', '1.9.9', 1],
  ['2.23.34', '2.23.34', 0],
  ['latest', '1.0', undefined],
  ['1.8.x', '1.8', undefined]
])('%s and %s', (a, b, expected) => {
  const difference = compareReleases(a, b)
  expect(difference && Math.sign(difference)).toBe(expected)
})

test('an add-on that is not known is not reported', () => {
  const addon = (version: string, isKnown = true) => [
    { name: { text: 'a', at: 0, isKnown: true }, version: { text: version, at: 7, isKnown } }
  ]
  expect([...atMost('a', '1.5.0')(addon('1.5.0'))]).toEqual([{ at: 7, object: 'a' }])
  expect([...atMost('b', '1.5.0')(addon('1.5.0'))]).toEqual([])
  expect([...below({ a: '1.5.0' })(addon('1.4.9'))]).toEqual([{ at: 7, object: 'a' }])
  expect([...below({ a: '1.5.0' })(addon('1.5.0'))]).toEqual([])
  expect([...below({ a: '1.5.0' })(addon('var.v', false))]).toEqual([])
})
