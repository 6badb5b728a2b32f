import type { ProjectPlace } from '../catalog/project-type.ts'
import type { Program } from '../catalog/types.ts'
import type { ConfiguredProcess } from '../configuration/configuration.ts'
import { commandLine, quote } from '../server/connection/shell-quote.ts'
import { processNames } from './log-pipes.ts'

/** A program as the configuration wants it. */
export interface ProgramStack extends Program {
  /** Number of copies that run side by side. */
  readonly copies: number
  readonly env: Readonly<Record<string, string>>
}

/** The program of a process: what its type says, and above it what the configuration says. */
export const programStack = (
  { type, settings, common }: ConfiguredProcess,
  place: ProjectPlace,
): ProgramStack => {
  const program = type.program(settings, place, common.stopSeconds)
  return {
    ...program,
    env: { ...program.env, ...common.envVariables },
    stopSignal: common.stopSignal ?? program.stopSignal,
    stopSeconds: common.stopSeconds ?? program.stopSeconds,
    copies: common.copies,
  }
}

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
