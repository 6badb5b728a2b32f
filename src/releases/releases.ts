/** The releases of a project, as `jetee releases --json` prints them; docs/releases.md describes each field. */
export interface Releases {
  readonly project: string
  readonly configuration: string
  /** `user@host:port`. */
  readonly where: string
  /** Who holds the project's lock, as they say of themselves; null when it is free. */
  readonly lockHolder: string | null
  /** The newest first. */
  readonly releases: readonly ReleaseEntry[]
}

/** A release that the server keeps, or one of the last three that failed. */
export interface ReleaseEntry {
  readonly number: number
  readonly state: ReleaseState
  /** Number of the release that it is a copy of, by `rollback` or `restart`; null for one that was built. */
  readonly copyOf: number | null
  /** What it was made from; null where that is not known (yet), as are subject, author and created. */
  readonly commit: string | null
  readonly subject: string | null
  readonly author: string | null
  /** When it was made, or failed; RFC 3339. */
  readonly created: string | null
  /** Size of its image with all of its layers, which it shares with others; null when there is none. */
  readonly imageBytes: number | null
  /** What failed; null for a release that did not. */
  readonly failure: { readonly what: string; readonly place: string | null } | null
}

/**
 * `live`: visitors reach it; `good`: kept, and `rollback` can go there; `candidate`: another run makes it now;
 * `interrupted`: no run is there that would go on with it; `failed` and `cancelled`: gone, but for record and logs.
 */
export type ReleaseState = 'live' | 'good' | 'candidate' | 'interrupted' | 'failed' | 'cancelled'
