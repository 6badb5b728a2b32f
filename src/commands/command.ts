import type { Scope } from '../plan/plan.ts'

/** A command that changes a server, or tells what it would change, and what it covers. */
export interface DeployCommand {
  readonly kind: 'deploy'
  /** Its words, such as `build all`; without the word `plan`. */
  readonly name: string
  readonly scope: Scope
  /** Whether it only tells what it would change. */
  readonly isPlan: boolean
}

/** Reads the deployment file and tells what it says; no server is needed. */
export interface CheckCommand {
  readonly kind: 'check'
}

/** A shell, or a command, in a container that runs. */
export interface SshCommand {
  readonly kind: 'ssh'
  /** A secondary service; undefined for the primary one. */
  readonly service: string | undefined
  /** The command, word for word; empty for a shell. */
  readonly words: readonly string[]
}

/** A command in a container of its own, made from the release that is live. */
export interface RunCommand {
  readonly kind: 'run'
  /** The command, word for word; at least one word. */
  readonly words: readonly string[]
}

/** What processes and services have printed. */
export interface LogsCommand {
  readonly kind: 'logs'
  /** A process or a service; undefined for all processes of the project. */
  readonly of: string | undefined
  /** Whether to go on with what they print from now on. */
  readonly follow: boolean
  /** From when on: a time (RFC 3339) or an age (`10m`, `2h30m`, `3d`); undefined for the beginning. */
  readonly since: string | undefined
  /** The last lines that are shown of each; undefined for all. */
  readonly lines: number | undefined
  /** Whether each line has its time. */
  readonly timestamps: boolean
}

/** What runs on the server, and how it is. */
export interface StatusCommand {
  readonly kind: 'status'
  /** Whether it is told as JSON. */
  readonly json: boolean
}

/** The releases that the server keeps. */
export interface ReleasesCommand {
  readonly kind: 'releases'
  /** Whether they are told as JSON. */
  readonly json: boolean
}

/** Brings an earlier release back, as it was: its image, its settings, its secrets. */
export interface RollbackCommand {
  readonly kind: 'rollback'
  /** A release's number, its commit (7 digits or more) or a tag; undefined for the last good one before that which is live. */
  readonly to: string | undefined
  /** Whether to go on when the database has migrations that the release does not know. */
  readonly despiteMigrations: boolean
}

/** Starts the live release anew, without a gap for visitors; or some processes or services. */
export interface RestartCommand {
  readonly kind: 'restart'
  /** Helpers of the project, or secondary services; empty for the whole release. */
  readonly names: readonly string[]
}

/** Shows visitors a page in place of the site, or the site again. */
export interface MaintenanceCommand {
  readonly kind: 'maintenance'
  readonly on: boolean
}

/** Removes the project from the server. */
export interface DestroyCommand {
  readonly kind: 'destroy'
  /** Whether its data goes as well: the volumes of its services and the uploaded files. */
  readonly volumes: boolean
  /** The project's name, given as a confirmation; undefined to be asked for it, where there is a terminal. */
  readonly confirm: string | undefined
}

/** The previews of pull requests. */
export interface PreviewsCommand {
  readonly kind: 'previews'
  /** `list` shows them, `sync` removes those whose pull request is no longer open, `remove` removes one. */
  readonly verb: 'list' | 'sync' | 'remove'
  /** Number of the pull request whose preview is removed. */
  readonly number: number | undefined
  /** Whether the list is told as JSON. */
  readonly json: boolean
}

/** The key by which a server fetches a repository. */
export interface DeployKeyCommand {
  readonly kind: 'deploy-key'
  /** `show` tells its public half, `rotate` replaces it. */
  readonly verb: 'show' | 'rotate'
}

/** A command that looks inside of a server. */
export type LookCommand = SshCommand | RunCommand | LogsCommand | StatusCommand | ReleasesCommand

/** A command that changes what is on a server without a commit. */
export type ChangeCommand = RollbackCommand | RestartCommand | MaintenanceCommand | DestroyCommand

export type Command =
  | DeployCommand
  | CheckCommand
  | LookCommand
  | ChangeCommand
  | PreviewsCommand
  | DeployKeyCommand
