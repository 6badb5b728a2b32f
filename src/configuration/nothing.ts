/** Patterns of a configuration's branches and tags. */
export interface Patterns {
  readonly configuration: string
  readonly branches: readonly string[]
}

/** Nothing is to be done. */
export interface Nothing {
  readonly kind: 'nothing'
  /** Why, as a phrase. */
  readonly because: string
  /** How a person gets what they may have expected, as a sentence. */
  readonly next?: string
  /** What would have matched; empty where that is not the reason. */
  readonly patterns: readonly Patterns[]
}

/** Nothing is to be done, for another reason than that no pattern matches. */
export const nothing = (because: string, next?: string): Nothing => ({
  kind: 'nothing',
  because,
  ...(next !== undefined && { next }),
  patterns: [],
})
