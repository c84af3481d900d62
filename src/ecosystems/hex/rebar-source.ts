/** The sources of packages in `rebar.config` and `rebar.lock`; https://rebar3.org/docs/configuration/dependencies/. */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { type Group, onlyText } from '../../syntax/brackets.ts'
import type { PlacedRequirement } from '../file-format.ts'
import { onlyGroup, onlyName } from './erlang.ts'

const VERSION_CONTROL = new Set(['git', 'git_subdir', 'hg'])

/** The source of `{git, "url", {tag, "1.0"}}` and its other forms; undefined for any other tuple. */
export function rebarSource({ slots }: Group): PlacedRequirement | undefined {
  const [kind, url, which] = [onlyName(slots[0]), onlyText(slots[1]), slots[2]]
  if (!kind || !VERSION_CONTROL.has(kind.value) || !url) return undefined
  const [word, value] = onlyGroup(which)?.slots ?? []
  const commit = onlyText(which) ?? onlyText(value)
  const isBranch = onlyName(word)?.value === 'branch'
  const facts = { url: url.value, ...(commit ? { [isBranch ? 'branch' : 'revision']: commit.value } : {}) }
  const changed = commit ?? url
  return { requirement: sourceRequirement(changed.value, defined(facts)), at: changed.at }
}
