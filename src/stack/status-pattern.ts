/** A range of HTTP statuses, both ends included; empty where it ends before it begins. */
export interface StatusRange {
  readonly from: number
  readonly to: number
}

/** A regular expression for the statuses of a range: `^(?:2[0-9][0-9]|300|301)$` is 200 to 301. None fits an empty one. */
export const statusPattern = ({ from, to }: StatusRange): string => {
  const parts = [1, 2, 3, 4, 5].flatMap((hundred) => ofHundred(hundred, from, to))
  return parts.length > 0 ? `^(?:${parts.join('|')})$` : ''
}

const ofHundred = (hundred: number, from: number, to: number): readonly string[] => {
  const [first, last] = [hundred * 100, hundred * 100 + 99]
  if (from <= first && to >= last) return [`${hundred}[0-9][0-9]`]
  const [low, high] = [Math.max(from, first), Math.min(to, last)]
  return Array.from({ length: high - low + 1 }, (_, index) => String(low + index))
}
