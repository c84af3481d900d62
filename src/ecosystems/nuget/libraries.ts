/** The block `libraries` that restored and built projects have: keys such as `Name/1.0.0`, each with its type. */

import { type Member, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry } from '../ecosystem.ts'

const KEY = /^(?<name>[^/]+)\/(?<version>[^/]+)$/

/** The packages among the members; projects, and files beside the packages, are none. `isDirect` gets names in lower case. */
export function* packagesIn(libraries: readonly Member[], isDirect?: (name: string) => boolean): Generator<Entry> {
  for (const { key, keyAt, value } of libraries) {
    const type = textOf(value, 'type')?.value
    if (type !== undefined && type !== 'package') continue
    const { name, version } = KEY.exec(key)?.groups ?? {}
    if (type === undefined || name === undefined || version === undefined) {
      yield { gap: 'expected a library with its version and type', text: `${key} ${wordOf(value)}`, at: keyAt }
    } else {
      yield {
        name,
        requirement: { kind: 'version', text: version },
        at: keyAt + name.length + 1,
        ...(isDirect ? { direct: isDirect(name.toLowerCase()) } : {})
      }
    }
  }
}

function wordOf(node: TreeNode): string {
  return node.kind === 'text' ? node.value : ''
}
