/** What would stop a plan half-way, for people. */
export interface Problem {
  readonly what: string
  readonly why: string
  readonly next: string
}
