/** What the language lacks on Node 20: grouping, remembering results, objects without their undefined members. */

/** `T` without the members that may be undefined, which become optional. */
type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}

/** The object without its undefined members: an optional property is absent, never undefined. */
export function defined<T extends object>(object: T): Defined<T> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(object)) if (value !== undefined) kept[key] = value
  return kept as Defined<T>
}

/** The items by their keys, in their order; `Map.groupBy` exists from Node 21 on. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The same function, which remembers the result of its last argument: for many questions in turn about one large text. */
export function rememberingLast<Argument, Result>(
  compute: (argument: Argument) => Result
): (argument: Argument) => Result {
  let last: { readonly argument: Argument; readonly result: Result } | undefined
  return argument => {
    if (!last || last.argument !== argument) last = { argument, result: compute(argument) }
    return last.result
  }
}

/** The same function, run once for each key. `keyOf` gives the key of an argument; the argument itself unless given. */
export function memoised<Argument, Result>(
  compute: (argument: Argument) => Result,
  keyOf: (argument: Argument) => unknown = argument => argument
): (argument: Argument) => Result {
  const known = new Map<unknown, { readonly result: Result }>()
  return argument => {
    const key = keyOf(argument)
    const before = known.get(key) ?? { result: compute(argument) }
    known.set(key, before)
    return before.result
  }
}
