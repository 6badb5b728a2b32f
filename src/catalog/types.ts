import type { z } from 'zod'
import type { ProjectPlace } from './project-type.ts'

/**
 * The kinds of entries that the catalogue holds. An entry is one file in `services/`, `projects/` or
 * `processes/`; `npm run generate` collects them into `index.ts`. Entries are pure: settings in, data out.
 */

/** What every entry of the catalogue has. */
export interface Entry<Schema extends z.ZodObject> {
  /** The word for it in the deployment file, such as `postgresql`. */
  readonly type: string
  /**
   * The settings of its own that it takes, with defaults, as a strict zod object with a description. The keys that
   * all entries of its kind have are added to these.
   */
  readonly schema: Schema
}

/** A secondary service: one container beside the project's. */
export interface ServiceType<Schema extends z.ZodObject = z.ZodObject> extends Entry<Schema> {
  /** Keys that every service has, and without which this one cannot be, with what they mean here. */
  readonly required?: Readonly<Record<string, string>>
  /**
   * Variables that `env_variables` may not set, as its names, passwords and the place of its data are settled here;
   * those that differ by `_FILE` alone are meant too.
   */
  readonly reservedVariables?: readonly string[]
  /** What keeps its password, once it runs. */
  readonly password: PasswordKeeper
  /** Describes the container for these settings; the keys that every service has are applied to it afterwards. */
  container(settings: z.output<Schema>, identity: ServiceIdentity, given: ServiceGiven): ServiceContainer
  /** What is wrong with settings that are right by themselves, as a phrase behind the entry; undefined when nothing is. */
  mistake?(settings: z.output<Schema>, given: ServiceGiven): string | undefined
  /**
   * Why the data that version `from` has written is of no use to version `to`, and what to do about it; undefined
   * when it goes on with it by itself. Versions are what `dataVersion` of the container says, of the same kind and
   * with a number both.
   */
  dataClash?(from: DataVersion, to: DataVersion, identity: ServiceIdentity): DataClash | undefined
  /**
   * What to do, as sentences with commands for a shell on the server, when `login` has failed; `said` is what it and
   * the service's log have said by then. No command has the password among its arguments.
   */
  wayIn?(identity: ServiceIdentity, running: RunningData, said: readonly string[]): string
}

/**
 * What keeps a service's password: its data, from the moment that it was made; its container, which is given it at
 * each start; nothing, as it has none.
 */
export type PasswordKeeper = 'data' | 'container' | 'nothing'

/** What the keys that every service has say, where a type has to know it. */
export interface ServiceGiven {
  /** Image in place of the type's own. */
  readonly image: string | undefined
  /** Bytes of memory that the container may use. */
  readonly memoryBytes: number | undefined
}

/** The kind and version of data in a volume. */
export interface DataVersion {
  /** What has written it, such as `mariadb`. */
  readonly kind: string
  /** Its version, from the greatest part on: `[8, 4]`; a tag such as `8` leaves the rest open. */
  readonly numbers: readonly number[]
}

/** What runs on a service's data. */
export interface RunningData {
  /** Its image. */
  readonly image: string
  /** Kind of the data, such as `mariadb`. */
  readonly kind: string | undefined
}

/** Why a service would not start on the data that it finds, for people. */
export interface DataClash {
  readonly why: string
  readonly next: string
}

/** Who a secondary service is, on its server. */
export interface ServiceIdentity {
  /** The project's name, which prefixes every name on the server. */
  readonly project: string
  /** The service's name in the configuration: `container_name`, or its type. */
  readonly name: string
  /** The DNS name by which the project reaches it: `<project>-<name>`. */
  readonly host: string
  /**
   * Its password: one that was generated on the server's first build (letters, digits, `-` and `_`), or the given one
   * (printable ASCII without blanks, quotes and backslashes); empty for a type without.
   */
  readonly password: string
}

/** What runs for a secondary service, as plain data. */
export interface ServiceContainer {
  /** Image with its tag, such as `postgres:17`. */
  readonly image: string
  /** Replaces the image's entry point. */
  readonly entrypoint?: readonly string[]
  /** Arguments of the entry point. */
  readonly command?: readonly string[]
  /** Environment of the container; never a secret, which belongs into `secretFiles`. */
  readonly env: Readonly<Record<string, string>>
  /** Files mounted read-only, by their path in the container. */
  readonly secretFiles: Readonly<Record<string, string>>
  /**
   * Mode of those files: 0600, for root, unless the image reads them when it is root no longer. Their folder on the
   * server is closed to others in any case.
   */
  readonly secretMode?: '0600' | '0644'
  /** Where the data lies in the container: a named volume is mounted there. Undefined when it keeps none. */
  readonly dataPath?: string
  /** Folders that the image declares as volumes without keeping anything there: each container would leave one. */
  readonly emptyPaths?: readonly string[]
  /** The data that it writes: a label keeps it for the next upgrade. */
  readonly dataVersion?: DataVersion
  /** TCP port that it listens on; undefined when it has none. */
  readonly port?: number
  /**
   * A command, run in the container, that succeeds once the service answers in its own protocol. Without one, it is
   * ready when its port takes connections; without a port, when it runs.
   */
  readonly probe?: readonly string[]
  /**
   * How discovery asks for its health, from another container and without its password. By default it is healthy when
   * its port takes connections, which those of a paused container do as well.
   */
  readonly check?: ServiceCheck
  /**
   * A command, run in the container, that succeeds when its own password opens its data. For services that keep the
   * password with their data: a volume that comes from elsewhere has another one.
   */
  readonly login?: readonly string[]
  /** Seconds that it gets until it is ready, 120 by default. */
  readonly readySeconds?: number
  /** Seconds that it gets to stop before it is killed. */
  readonly stopSeconds: number
  /** The environment that it gives to the project's processes. */
  readonly projectEnv: Readonly<Record<string, string>>
  /** The address for `DATABASE_URL`, where the service is an SQL database. */
  readonly databaseUrl?: string
}

/** A question to a service, in its own protocol, that every one that works answers. */
export type ServiceCheck =
  /**
   * Bytes are sent over TCP, and an answer comes. `send` is what `printf %b` of a POSIX shell makes them of: other bytes
   * than text stand as `\\0` and three octal digits. `expect` are patterns of a shell: what is printable in the first
   * 512 bytes of the answer, with its newlines, fits one of them.
   */
  | { readonly kind: 'exchange'; readonly send: string; readonly expect: readonly string[] }
  /** A path is asked for by HTTP, at the service's own port or another one; a status below 300 is healthy. */
  | { readonly kind: 'http'; readonly path: string; readonly port?: number }

/** A process that supervisor runs in the primary service. */
export interface ProcessType<Schema extends z.ZodObject = z.ZodObject> extends Entry<Schema> {
  /** It is always the web process of its project. */
  readonly isWeb?: true
  /** Whether it can be the command of a container of its own, in an image that is not made here. */
  readonly standalone?: true
  /**
   * Describes the program for these settings. `stopSeconds` is what the file gives it to finish its work, which its
   * command may have to know; undefined for the program's own default.
   */
  program(settings: z.output<Schema>, place: ProjectPlace, stopSeconds?: number): Program
}

/** Signals that a process may be asked to stop with. */
export const stopSignals = ['TERM', 'INT', 'QUIT', 'HUP', 'USR1', 'USR2'] as const

/** A signal that a process may be asked to stop with. */
export type StopSignal = (typeof stopSignals)[number]

/** How a web process takes its requests: from a listening socket that is its standard input, or on a TCP port. */
export type WebListener = { readonly kind: 'socket' } | { readonly kind: 'port'; readonly port: number }

/** Folder that a program finds as it was left by the release before, and may write to. */
export const stateFolder = '/var/lib/jetee-state'

/** A program under supervisor, as plain data. */
export interface Program {
  /** Its name among the project's processes. */
  readonly name: string
  /** The command, word for word; no shell reads it. */
  readonly command: readonly string[]
  /** How it takes requests; undefined for a helper. */
  readonly web?: WebListener
  /** Environment of its own, beside the project's. */
  readonly env?: Readonly<Record<string, string>>
  /** User that runs it: `app` unless it has to become others itself, as cron does. */
  readonly user?: 'app' | 'root'
  /** Files that it needs, by their path under /etc/jetee in the container. */
  readonly files?: Readonly<Record<string, string>>
  /** Why it cannot run in several copies, as a phrase behind its name; undefined when it can. */
  readonly single?: string
  /** Whether it writes to `stateFolder`, which outlives releases. */
  readonly keepsState?: boolean
  /** Signal that asks it to stop. */
  readonly stopSignal: StopSignal
  /** Seconds that it gets to stop before it is killed. */
  readonly stopSeconds: number
  /** Debian packages that it needs in the image. */
  readonly aptPackages: readonly string[]
  /** Python packages that it needs in the virtual environment, for pip. */
  readonly pipPackages?: readonly string[]
}
