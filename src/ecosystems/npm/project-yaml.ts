/** The frame of the readers of `pnpm-workspace.yaml` and `.yarnrc.yml`. Loads the YAML parser on demand. */

import type { TreeNode } from '../../syntax/tree.ts'
import type { Entry } from '../file-format.ts'

const NUMBER = /^\d/

/** Reads a YAML file with the entries of its tree. Gaps are dropped if a syntax error cuts the tree off. */
export async function* readProjectYaml(
  text: string,
  entries: (root: TreeNode) => Iterable<Entry>
): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const entry of entries(numbersAsText(root))) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}

/** The tree with each number as text: `react: 18` is the range 18. Aliases may make a tree large, never deep. */
function numbersAsText(node: TreeNode): TreeNode {
  switch (node.kind) {
    case 'text':
      return node
    case 'scalar':
      return NUMBER.test(node.text) ? { kind: 'text', value: node.text, at: node.at } : node
    case 'list':
      return { ...node, items: node.items.map(numbersAsText) }
    case 'map':
      return { ...node, members: node.members.map(member => ({ ...member, value: numbersAsText(member.value) })) }
  }
}
