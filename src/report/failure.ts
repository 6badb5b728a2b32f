/** What a person must know of a failure, in the order in which they ask. */
export interface FailureDetails {
  /** What failed, as one plain sentence without a full stop. */
  readonly what: string
  /** Where: `deployment.yml:12:7`, `root@host:22`, the name of a step. */
  readonly where?: string | undefined
  /** The place in a release, in one word or two, as hooks are told it: `build`, `task migrate`, `health`. */
  readonly place?: string | undefined
  /** The cause, as one or more sentences. */
  readonly why?: string | undefined
  /** The last lines of what the failing program printed (the renderer shows at most 40). */
  readonly output?: readonly string[] | undefined
  /** What still runs, unharmed. */
  readonly stands?: string | undefined
  /** What to do next. */
  readonly next?: string | undefined
  /** Places in files of the repository to annotate, when the cause stands there. */
  readonly annotations?: readonly Annotation[] | undefined
}

/** A message pinned to a place in a file of the repository; line and column count from 1. */
export interface Annotation {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** The one error type that is meant for people; anything else that is thrown is a defect of the program. */
export class Failure extends Error {
  readonly details: FailureDetails

  constructor(details: FailureDetails, options?: ErrorOptions) {
    super(details.what, options)
    this.name = 'Failure'
    this.details = details
  }
}
