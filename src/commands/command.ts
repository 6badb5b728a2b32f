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

/** A command that looks inside of a server. */
export type LookCommand = SshCommand | RunCommand | LogsCommand | StatusCommand

export type Command = DeployCommand | CheckCommand | LookCommand
