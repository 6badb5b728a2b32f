import type { Program, ProjectPlace } from '../catalog/types.ts'
import type { ConfiguredProcess } from '../configuration/configuration.ts'

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
  const program = type.program(settings, place)
  return {
    ...program,
    env: { ...program.env, ...common.envVariables },
    stopSignal: common.stopSignal ?? program.stopSignal,
    stopSeconds: common.stopSeconds ?? program.stopSeconds,
    copies: common.copies,
  }
}
