/** What came of a load. */
export interface Counts {
  /** Whole answers, as they were expected. */
  readonly ok: number
  /** Requests without an answer, or with a wrong one, by kind. */
  readonly failed: Readonly<Record<string, number>>
  /** Answers that broke off, by kind. */
  readonly truncated: Readonly<Record<string, number>>
  /** Tries on kept connections that the server had closed before a byte of the request was written. */
  readonly unsent: number
  /** Whole answers by the release that gave them. */
  readonly byRelease: Readonly<Record<string, number>>
  /** WebSockets that were opened, that ended with a close frame of the server's, and by kind those that ended otherwise. */
  readonly webSockets: {
    readonly opened: number
    readonly closed: number
    readonly cut: Readonly<Record<string, number>>
  }
  /** Milliseconds until the end of an answer, slow ones left out: half of all took less than `p50`. */
  readonly latency: Readonly<Record<'p50' | 'p95' | 'p99' | 'max', number>>
  /** Requests a second, from the first to the last. */
  readonly rate: number
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

/** How many visitors noticed something. */
export const losses = ({ failed, truncated, webSockets }: Counts): number =>
  sum(failed) + sum(truncated) + sum(webSockets.cut)

/** Adds one to a kind. */
export const add = (counts: Record<string, number>, kind: string): void => {
  counts[kind] = (counts[kind] ?? 0) + 1
}

/** The percentiles of some durations, in whole milliseconds. */
export const percentiles = (durations: readonly number[]): Counts['latency'] => {
  const sorted = [...durations].sort((a, b) => a - b)
  const at = (part: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}
