import type { ProjectImage, ProjectPlace } from '../catalog/project-type.ts'
import type { Program } from '../catalog/types.ts'
import type { Configuration, ConfiguredProcess } from '../configuration/configuration.ts'
import { commandLine, quote } from '../server/connection/shell-quote.ts'
import { processNames } from './log-pipes.ts'

/** A program as the configuration wants it. */
export interface ProgramStack extends Program {
  /** Number of copies that run side by side. */
  readonly copies: number
  readonly env: Readonly<Record<string, string>>
  /** Seconds that a helper must have run without a stop after the switch. */
  readonly startSeconds: number
}

/**
 * The program of a process: what its type says, and above it what the configuration says. `drainSeconds` is what the web
 * process has to finish requests, unless it says so itself.
 */
export const programStack = (
  { type, settings, common }: ConfiguredProcess,
  place: ProjectPlace,
  drainSeconds: number,
): ProgramStack => {
  const isWeb = type.program(settings, place).web !== undefined
  const stopSeconds = common.stopSeconds ?? (isWeb ? drainSeconds : undefined)
  const program = type.program(settings, place, stopSeconds)
  return {
    ...program,
    env: { ...program.env, ...common.envVariables },
    stopSignal: common.stopSignal ?? program.stopSignal,
    stopSeconds: stopSeconds ?? program.stopSeconds,
    startSeconds: common.startSeconds,
    copies: common.copies,
  }
}

/** Where helpers find themselves in an image that is not made here. */
const unknownPlace: ProjectPlace = { location: '/', venv: '/usr', python: 'image' }

/** The programs of a project in its image. */
export const programStacks = (
  { processes, drainSeconds }: Pick<Configuration['project'], 'processes' | 'drainSeconds'>,
  image: ProjectImage,
): readonly ProgramStack[] =>
  processes.map((process) =>
    programStack(process, image.kind === 'supervised' ? image.place : unknownPlace, drainSeconds),
  )

/** Whether visitors can reach a project: by one of its programs, or by the port of an image that runs by itself. */
export const hasWebProcess = (image: ProjectImage, programs: readonly Pick<ProgramStack, 'web'>[]): boolean =>
  programs.some(({ web }) => web !== undefined) || (image.kind !== 'supervised' && image.port !== undefined)

/**
 * The shell script that supervisor starts for a program, in the code's folder. Its environment stands here and not in
 * supervisor's file, where no value may have a newline, and a percent sign means something. What the entry point tells
 * supervisor is none of the program's business.
 */
export const programScript = (
  { env, command }: Pick<ProgramStack, 'env' | 'command'>,
  location: string,
): string =>
  [
    `cd ${commandLine([location])}`,
    'unset JETEE_START_WEB JETEE_START_HELPERS',
    ...Object.entries(env).map(([name, value]) => `export ${name}=${quote(value)}`),
    `exec ${commandLine(command)}\n`,
  ].join('\n')

/** The names by which supervisorctl knows the processes of a program: `worker`, or `worker:worker-0` and so on. */
export const supervisorNames = ({
  name,
  copies,
}: Pick<ProgramStack, 'name' | 'copies'>): readonly string[] =>
  copies === 1 ? [name] : processNames({ name, copies }).map((process) => `${name}:${process}`)
