import type { Timing } from '../report/progress.ts'
import type { ListedService } from '../stack/service-list.ts'

/** What came of a command that went well. */
export interface Outcome {
  readonly command: string
  readonly configuration: string
  readonly project: string
  readonly where: string
  /** Whether anything on the server was changed. */
  readonly changed: boolean
  /** Number of the release that is live now. */
  readonly release: number | undefined
  /** Number of the release that was live before; undefined when there was none, or it still is. */
  readonly previousRelease?: number | undefined
  /** Number of the release that it is a copy of; undefined for one of its own. */
  readonly copyOf?: number | undefined
  readonly commit: string
  readonly subject: string
  readonly author: string
  /** Addresses of the site; none for a project without a web process. */
  readonly urls: readonly string[]
  readonly services: readonly ListedService[]
  /** Number of the pull request whose preview it is. */
  readonly preview?: number | undefined
  readonly timings: readonly Timing[]
  readonly milliseconds: number
  readonly warnings: readonly string[]
}
