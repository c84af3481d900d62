/** The rule for tokens that a container mounts as one file of a volume. */

import { child, items, type MapNode } from '../syntax/tree.ts'
import { objectName, type Spot, type Tree, trees, type Value } from './documents/tree.ts'
import { SUB_PATH } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const spot of tree.spots) {
    const { map, pod, object } = spot
    if (!pod || object?.isRecord) continue
    for (const mount of items(child(map, 'volumeMounts'))) {
      const file = tree.value(mount, 'subPath') ?? tree.value(mount, 'subPathExpr')
      const volume = tree.value(mount, 'name')
      if (file && volume && holdsToken(file, volume, spot, tree))
        yield { at: file.at, ...(object ? { object: objectName(object) } : {}) }
    }
  }
}

/** Whether a file of a volume is a token, or may be one: an expression is any file. */
function holdsToken(file: Value, volume: Value, { pod }: Spot, tree: Tree): boolean {
  const isExpression = !file.isKnown || file.text.includes('$(')
  return tokenPaths(volume, pod, tree).some(
    path => isExpression || path === file.text || path.startsWith(`${file.text}/`)
  )
}

/** The paths of the tokens in a volume of a pod. */
function tokenPaths(volume: Value, pod: MapNode | undefined, tree: Tree): string[] {
  return items(child(pod, 'volumes'))
    .filter(each => tree.value(each, 'name')?.text === volume.text)
    .flatMap(each => items(child(each, 'projected', 'sources')))
    .flatMap(source => {
      const token = child(source, 'serviceAccountToken')
      return token?.kind === 'map' ? [tree.value(token, 'path')?.text ?? 'token'] : []
    })
}

/** A token that the kubelet does not renew. */
export const tokenViaSubpath: Hazard = {
  rule: {
    id: 'token-via-subpath',
    level: 'error',
    title: 'never renewed',
    meaning: 'A container mounts a projected token by subPath, and the kubelet never renews such a file.',
    why: 'The file keeps the first token, which dies after its lifetime, whatever the client does. The kubelet changes the volume, and a mount by subPath does not follow.',
    fix: 'Mount the whole volume at a directory, without `subPath`, and give the program the path of the file in it.',
    waivable: true,
    answers: ['projected-token'],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [SUB_PATH]
  },
  keywords: ['serviceAccountToken', 'service_account_token'],
  finders: [looksInto(trees, inTree)],
  examples: {
    fires: [
      {
        'pod.yaml':
          'spec:\n  containers:\n    - name: a\n      volumeMounts: [{name: t, mountPath: /t/token, subPath: token}]\n  volumes:\n    - name: t\n      projected: {sources: [{serviceAccountToken: {path: token, audience: vault}}]}\n'
      },
      {
        'pod.yaml':
          'spec:\n  containers:\n    - name: a\n      volumeMounts: [{name: t, mountPath: /t, subPathExpr: $(DIR)}]\n  volumes:\n    - name: t\n      projected: {sources: [{serviceAccountToken: {path: a/token}}]}\n'
      }
    ],
    silent: [
      {
        'pod.yaml':
          'spec:\n  containers:\n    - name: a\n      volumeMounts: [{name: t, mountPath: /ca.crt, subPath: ca.crt}]\n  volumes:\n    - name: t\n      projected: {sources: [{serviceAccountToken: {path: token}}]}\n'
      },
      {
        'pod.yaml':
          'spec:\n  containers:\n    - name: a\n      volumeMounts: [{name: t, mountPath: /t}, {name: u, mountPath: /u, subPath: token}]\n  volumes:\n    - name: t\n      projected: {sources: [{serviceAccountToken: {path: token}}]}\n    - name: u\n      secret: {secretName: u}\n'
      }
    ]
  }
}
