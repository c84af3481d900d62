/** Versions of add-ons: numbers with dots, whatever is behind them. */

/** `v1.8.7-eksbuild.3`: what is behind the numbers says nothing of the release of the add-on. */
const NUMBERS = /^v?(?<numbers>\d{1,6}(?:\.\d{1,6}){1,3})(?![\w.])/

/** Negative if the first version is lower, positive if it is higher, 0 if both are equal; undefined if one is none. */
export function compareReleases(a: string, b: string): number | undefined {
  const left = numbersOf(a)
  const right = numbersOf(b)
  if (!left || !right) return undefined
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function numbersOf(version: string): number[] | undefined {
  return NUMBERS.exec(version)?.groups?.['numbers']?.split('.').map(Number)
}
