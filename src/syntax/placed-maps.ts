/**
 * The maps of a large text, of which only the places are kept: the tree of a text takes ten times as much memory as the text, and readers
 * look into one package after the other. A map is parsed again each time when somebody looks into it.
 */

import type { MapNode, Member, TreeNode } from './tree.ts'

/** In characters. The trees of shorter texts are kept. */
const LARGE = 1_000_000
/** In characters. Longer maps are kept: to parse them again takes long. */
const LONGEST = 4_000
/** How many maps are kept: those that a reader looks into in turn. */
const MOST_RECENT = 16

/** Makes maps of one text, and parses those that somebody looks into. */
export class PlacedMaps {
  private readonly text: string
  private readonly membersIn: (part: string) => readonly Member[]
  private readonly recent: { readonly map: PlacedMap; readonly members: readonly Member[] }[] = []
  private next = 0

  /** `membersIn` parses a part of the text that is one map and has no fault. */
  constructor(text: string, membersIn: (part: string) => readonly Member[]) {
    this.text = text
    this.membersIn = membersIn
  }

  /** The map from an offset to another one, in place of one that was parsed; undefined if that is to be kept. */
  mapAt(at: number, end: number): MapNode | undefined {
    return end - at <= LONGEST ? new PlacedMap(at, end, this) : undefined
  }

  /** The members of a map that was made here. */
  membersOf(map: PlacedMap): readonly Member[] {
    const known = this.recent.find(each => each.map === map)
    if (known) return known.members
    const members = this.membersIn(this.text.slice(map.at, map.end)).map(member => shifted(member, map.at))
    this.recent[this.next] = { map, members }
    this.next = (this.next + 1) % MOST_RECENT
    return members
  }
}

/** The maps of a text by their places; undefined for a text whose tree is kept. */
export function placedMaps(text: string, membersIn: (part: string) => readonly Member[]): PlacedMaps | undefined {
  return text.length > LARGE ? new PlacedMaps(text, membersIn) : undefined
}

class PlacedMap implements MapNode {
  readonly kind = 'map'
  readonly at: number
  readonly end: number
  private readonly maps: PlacedMaps

  constructor(at: number, end: number, maps: PlacedMaps) {
    this.at = at
    this.end = end
    this.maps = maps
  }

  get members(): readonly Member[] {
    return this.maps.membersOf(this)
  }
}

function shifted({ key, keyAt, value }: Member, by: number): Member {
  return { key, keyAt: keyAt + by, value: shiftedNode(value, by) }
}

/** Not deep: no map that is parsed again is long. */
function shiftedNode(node: TreeNode, by: number): TreeNode {
  const at = node.at + by
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(item => shiftedNode(item, by)), at }
  if (node.kind === 'map') return { kind: 'map', members: node.members.map(member => shifted(member, by)), at }
  return { ...node, at }
}
