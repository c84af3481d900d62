/**
 * Files that change what other files say when those are built: a kustomization gives its resources other images. One of
 * several layers may change what another one has changed: the outermost decides.
 */

import { groupBy, memoised } from '../../collections.ts'
import { comparePlaces } from '../../model/place.ts'
import type { Layer, Mention } from './mention.ts'

/** Layers on one another. Real ones stay far below; what comes after changes nothing. */
const MOST_LAYERS = 50
/** Changes of one name into another within a layer. */
const MOST_CHANGES = 100
/** Layers on one file. */
const MOST_BESIDE = 1_000

/** A package as a file writes it. */
interface Written {
  readonly path: string
  readonly name: string
  readonly depth: number
}

/**
 * Makes the function that returns the dependency that takes the place of another one wherever its file is built; none if
 * its file is also built without a change, or not built by others at all.
 */
export function layerFinder(
  mentions: readonly Mention[],
  layers: readonly Layer[]
): (asked: Mention) => Mention | undefined {
  if (layers.length === 0) return () => undefined
  const changing = mentions.filter(({ changes }) => changes).toSorted((a, b) => comparePlaces(a.place, b.place))
  if (changing.length === 0) return () => undefined
  const changes = groupBy(changing, ({ place, changes: change }) => keyOf(place.path, change?.layer, change?.name))
  const byResource = groupBy(
    layers.flatMap(layer => layer.on.map(resource => ({ resource, layer }))),
    ({ resource }) => resource
  )
  /** The change behind another one in its layer, of what that has made of the name. */
  const nextOf = memoised((change: Mention) =>
    firstBehind(change, changes.get(keyOf(change.place.path, change.changes?.layer, change.written)) ?? [])
  )
  const active = new Set<string>()
  const outermost = memoised((written: Written): Mention | undefined => {
    // Layers in a circle are an error of whoever builds them.
    const key = writtenKey(written)
    if (active.has(key)) return undefined
    active.add(key)
    const found = changed(written)
    active.delete(key)
    return found
  }, writtenKey)
  return asked => {
    const found = changeOf(asked)
    // In a circle of layers none is the outermost: what settles another one must stand for itself.
    return found && changeOf(found) === undefined ? found : undefined
  }

  function changeOf(asked: Mention): Mention | undefined {
    const { place, changes: own, written } = asked
    const later = own && lastFrom(nextOf(asked))
    // What an object of a delivery tool changes is changed by nothing else.
    if (own && own.layer !== 0) return later
    const found = outermost({ path: place.path, name: later?.written ?? written, depth: 0 }) ?? later
    return found === asked ? undefined : found
  }

  /** The last change of a layer, from the first one on: each applies to what those above it in the file have made of the name. */
  function lastFrom(first: Mention | undefined): Mention | undefined {
    let last = first
    for (let count = 1; last && count < MOST_CHANGES; count++) {
      const next = nextOf(last)
      if (!next) break
      last = next
    }
    return last
  }

  function changed({ path, name, depth }: Written): Mention | undefined {
    if (depth >= MOST_LAYERS) return undefined
    let first: Mention | undefined
    for (const { layer } of byResource.get(path)?.slice(0, MOST_BESIDE) ?? []) {
      const own = lastFrom(changes.get(keyOf(layer.path, layer.layer, name))?.[0])
      const above =
        layer.layer === 0 ? outermost({ path: layer.path, name: own?.written ?? name, depth: depth + 1 }) : own
      const found = above ?? own
      if (!found) return undefined
      first ??= found
    }
    return first
  }
}

/** The first of some mentions, in the order of their places, that stands behind another one. */
function firstBehind(before: Mention, ordered: readonly Mention[]): Mention | undefined {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const other = ordered[middle]
    if (other && comparePlaces(before.place, other.place) >= 0) low = middle + 1
    else high = middle
  }
  return ordered[low]
}

function writtenKey({ path, name }: Written): string {
  return JSON.stringify([path, name])
}

function keyOf(path: string, layer: number | undefined, name: string | undefined): string {
  return JSON.stringify([path, layer, name])
}
