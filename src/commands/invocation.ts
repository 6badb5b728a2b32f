import type { Trigger } from '../configuration/choose.ts'
import type { ConnectOptions } from '../server/connection/connection.ts'
import type { HostKeyPins } from '../server/connection/host-key.ts'
import type { Command } from './command.ts'

/** Where a server is, as far as the deployment file says it; what is undefined there has its default. */
export interface ServerAddress {
  readonly hostname: string
  readonly port: number | undefined
  readonly username: string | undefined
}

/** A run of a workflow. */
export interface WorkflowRun {
  /** GitHub's number of it; a later run has a higher one. */
  readonly id: number
  /** 1, and one more each time that somebody runs it again. */
  readonly attempt: number
}

/** What was asked for, by whatever door. */
export interface Invocation {
  readonly command: Command
  /** Whether to tell what would be changed, and to change nothing. */
  readonly dryRun: boolean
  /** Name of the configuration; undefined to let the branch or tag decide. */
  readonly configuration: string | undefined
  /** Number of the pull request whose preview is meant; undefined for the configuration itself. */
  readonly preview: number | undefined
  /** What the run was started by, and for. */
  readonly trigger: Trigger
  /** Path of the deployment file from the workspace; undefined to look for it in the usual places. */
  readonly configFile: string | undefined
  readonly workspace: string
  readonly privateKey: string
  readonly passphrase: string | undefined
  readonly pins: HostKeyPins
  /** Finds the way to a server as OpenSSH would, from a terminal; without it, key and pins above are the way. */
  readonly reach?: (server: ServerAddress) => Promise<ConnectOptions>
  /** `owner/name` of the repository that the run belongs to. */
  readonly repository: string
  /** Address of GitHub. */
  readonly serverUrl: string
  /** Address of GitHub's API. */
  readonly apiUrl: string
  /** Token for fetching, and for telling GitHub of the run; empty for none. */
  readonly token: string
  /** Token that may write deploy keys; empty for none. */
  readonly deployKeyToken: string
  /** Who started the run. */
  readonly actor: string
  /** Address of the run, empty outside GitHub. */
  readonly runUrl: string
  /** Which run of the repository's workflows it is; undefined outside GitHub. */
  readonly run: WorkflowRun | undefined
  /** Seconds to wait for another run that holds the project's lock; 0 to fail at once. */
  readonly lockSeconds: number
  /** Environment of the step, from which `secrets` are taken. */
  readonly env: Readonly<Record<string, string | undefined>>
}
