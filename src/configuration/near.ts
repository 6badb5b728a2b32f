/**
 * The candidate that was probably meant by a misspelt word, or by the first word of one alone, such as `python` for
 * `python_version`; undefined when none is near.
 */
export function nearMiss(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  const [nearest] = candidates
    .map((candidate) => ({ candidate, distance: distance(plain(word), plain(candidate)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
  if (nearest) return nearest.candidate
  const [longer, another] = candidates.filter((candidate) => plain(candidate).startsWith(`${plain(word)}_`))
  return another === undefined ? longer : undefined
}

/** Case and the kind of hyphen are the smallest of slips: they count as nothing. */
const plain = (word: string): string => word.toLowerCase().replaceAll('-', '_')

/** Damerau's distance: how many letters to insert, drop, replace, or swap with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        replaced,
        at(last, j) + 1,
        at(row, j - 1) + 1,
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY
