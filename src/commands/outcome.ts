import type { Change } from '../plan/diff.ts'
import type { RunningContainer } from '../report/containers.ts'
import type { Timing } from '../report/progress.ts'
import type { ListedService } from '../stack/service-list.ts'

/** What came of a command that went well. */
export interface Outcome {
  readonly command: string
  readonly configuration: string
  readonly project: string
  /** Environment of GitHub that it is recorded under. */
  readonly environment: string
  readonly where: string
  /** Who started the run. */
  readonly actor: string
  /** Address of the commit's repository at GitHub; undefined for one that is elsewhere. */
  readonly repositoryUrl?: string | undefined
  /** Whether anything on the server was changed. */
  readonly changed: boolean
  /** Number of the release that is live now. */
  readonly release: number | undefined
  /** Number of the release that was live before; undefined when there was none, or it still is. */
  readonly previousRelease?: number | undefined
  /** Number of the release that it is a copy of; undefined for one of its own. */
  readonly copyOf?: number | undefined
  readonly commit: string
  /** Full name of the commit that was live before; undefined when nothing was. */
  readonly previousCommit?: string | undefined
  readonly subject: string
  readonly author: string
  /** Addresses of the site; none for a project without a web process. */
  readonly urls: readonly string[]
  readonly services: readonly ListedService[]
  /** The project's containers, and those that it shares, as the run leaves them. */
  readonly containers: readonly RunningContainer[]
  /** What the steps have changed, field by field; a secret is three stars. */
  readonly changes: readonly Change[]
  /** Number of the pull request whose preview it is. */
  readonly preview?: number | undefined
  readonly timings: readonly Timing[]
  readonly milliseconds: number
  readonly warnings: readonly string[]
}
