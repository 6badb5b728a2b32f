import { Failure } from '../report/failure.ts'

/** From when on: an age in seconds, which the server subtracts from its own clock, or a time. */
export type Since =
  | { readonly kind: 'age'; readonly seconds: number }
  /** RFC 3339 in UTC, to the second, without a zone: `2026-11-22T18:00:00`. */
  | { readonly kind: 'time'; readonly utc: string }

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

/** Reads an age (`10m`, `2h30m`, `3d`) or a time (`2026-11-22`, `2026-11-22T18:00`, with a zone or in the local one). */
export const readSince = (text: string): Since => {
  if (/^(?:\d{1,9}[smhdw])+$/.test(text)) {
    const seconds = [...text.matchAll(/(\d+)([smhdw])/g)]
      .map(([, count, unit]) => Number(count) * (units[unit ?? ''] ?? 0))
      .reduce((sum, part) => sum + part, 0)
    if (seconds < 100 * 365 * 86_400) return { kind: 'age', seconds }
  }
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text)
  if (isDate || /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)) {
    const time = new Date(isDate ? `${text}T00:00` : text.replace(' ', 'T'))
    if (!Number.isNaN(time.getTime())) return { kind: 'time', utc: time.toISOString().slice(0, 19) }
  }
  throw new Failure({
    what: `${JSON.stringify(text)} is neither an age nor a time`,
    where: '--since',
    next: 'Write an age, such as 10m, 2h30m or 3d, or a time, such as 2026-11-22 or 2026-11-22T18:00:00Z.',
  })
}
