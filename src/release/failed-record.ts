/** What is kept of a release that was removed before it went live, as `failed.json`. */
export interface FailedRecord {
  /** How it came to its end; the next run finds those that were interrupted. */
  readonly outcome: 'failed' | 'cancelled' | 'interrupted'
  /** When, ISO 8601, UTC; undefined for an interrupted one, as are the commit, its subject and its author. */
  readonly time?: string
  readonly commit?: string
  readonly subject?: string
  readonly author?: string
  /** What failed, as one sentence; undefined for one that did not fail by itself. */
  readonly what?: string
  /** The place in the release, such as `health`. */
  readonly place?: string | undefined
}
