import type { Field } from './field.ts'

/** What differs between two texts, line by line: a field for each run of lines that were replaced, taken or added. */
export const lineFields = (name: string, old: string, now: string): readonly Field[] => {
  const a = old.split('\n')
  const b = now.split('\n')
  const common = commonLengths(a, b)
  const fields: Field[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
      continue
    }
    const from = { i, j }
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j === b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) i++
      else j++
    }
    fields.push({
      name: `${name} line ${from.j + 1}`,
      old: block(a.slice(from.i, i)),
      new: block(b.slice(from.j, j)),
    })
  }
  return fields
}

const block = (lines: readonly string[]): string | null => (lines.length === 0 ? null : lines.join('\n'))

type Lengths = readonly (readonly number[])[]

const at = (lengths: Lengths, i: number, j: number): number => lengths[i]?.[j] ?? 0

/** Lengths of the longest common subsequence of what follows each pair of lines. */
const commonLengths = (a: readonly string[], b: readonly string[]): Lengths => {
  const lengths: number[][] = Array.from({ length: a.length + 1 }, () => [])
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? []
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}
