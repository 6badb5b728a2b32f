/** A value that a step changes, for people: `image`, `env LOG_LEVEL`, `Dockerfile line 3`. */
export interface Field {
  readonly name: string
  /** What it is now; null when there is none. A secret is three stars. */
  readonly old: string | null
  /** What it is to be; null when it goes. */
  readonly new: string | null
}

/** Something that is made anew. */
export const added = (name: string, value: string): Field => ({ name, old: null, new: value })

/** A container that is there and is started. */
export const started: Field = { name: 'state', old: 'stopped', new: 'running' }
