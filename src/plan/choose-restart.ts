import type { Configuration } from '../configuration/configuration.ts'
import { nearMiss } from '../configuration/near.ts'
import { Failure } from '../report/failure.ts'
import { helperContainer } from '../stack/layout.ts'
import { processNames } from '../stack/log-pipes.ts'
import { type ProgramStack, supervisorNames } from '../stack/program.ts'
import type { ReleaseParts } from '../stack/release.ts'

/** Something that can be restarted by its name. */
export type RestartTarget =
  | {
      readonly kind: 'helper'
      readonly name: string
      /** Whether supervisor runs it; otherwise it has containers of its own. */
      readonly isSupervised: boolean
      /** Its processes under supervisor, or its containers. */
      readonly units: readonly string[]
    }
  | { readonly kind: 'service'; readonly name: string }

/**
 * What names stand for: a helper of the live release, with all its copies or one of them, or a secondary service;
 * `parts` are what that release was made from.
 */
export const restartTargets = (
  names: readonly string[],
  { configuration, file }: { readonly configuration: Configuration; readonly file: string },
  parts: ReleaseParts | undefined,
  live: number,
  where: string,
): readonly RestartTarget[] => {
  const isSupervised = parts?.image.kind === 'supervised'
  const programs = parts?.programs ?? []
  const helpers = new Map(
    programs
      .filter(({ web }) => !web)
      .flatMap((program): readonly (readonly [string, readonly string[]])[] => {
        const units = unitsOf(configuration.projectName, program, isSupervised, live)
        const copies =
          program.copies === 1
            ? []
            : processNames(program).map((copy, index) => [copy, units.slice(index, index + 1)] as const)
        return [[program.name, units], ...copies]
      }),
  )
  const services = configuration.services.map(({ name }) => name)
  return [...new Set(names)].map((name): RestartTarget => {
    const units = helpers.get(name)
    if (units) return { kind: 'helper', name, isSupervised, units }
    if (services.includes(name)) return { kind: 'service', name }
    throw unknownName(name, {
      programs,
      helpers: [...helpers.keys()],
      services,
      live,
      where,
      file,
      configuration,
    })
  })
}

const unitsOf = (
  project: string,
  program: ProgramStack,
  isSupervised: boolean,
  live: number,
): readonly string[] =>
  isSupervised
    ? supervisorNames(program)
    : Array.from({ length: program.copies }, (_, index) =>
        helperContainer(project, program.name, live, program.copies === 1 ? undefined : index + 1),
      )

const unknownName = (
  name: string,
  there: {
    readonly programs: readonly ProgramStack[]
    readonly helpers: readonly string[]
    readonly services: readonly string[]
    readonly live: number
    readonly where: string
    readonly file: string
    readonly configuration: Configuration
  },
): Failure => {
  const stands = 'Nothing on the server was changed.'
  if (there.programs.some((program) => program.web && program.name === name)) {
    return new Failure({
      what: `${name} is the web process, which is not restarted by itself`,
      where: there.where,
      why: 'Visitors would wait meanwhile.',
      stands,
      next: '`restart` without a name starts the whole release anew, without a gap.',
    })
  }
  const all = [...there.helpers, ...there.services]
  const near = nearMiss(name, all)
  return new Failure({
    what: `There is no helper or service ${JSON.stringify(name)}`,
    where: `release ${there.live} on ${there.where}; ${there.file}, configuration ${there.configuration.name}`,
    why: all.length === 0 ? 'There are none.' : `There are: ${all.join(', ')}.`,
    stands,
    next:
      near === undefined ? 'Name one of them, or none for the whole release.' : `Did you mean \`${near}\`?`,
  })
}
