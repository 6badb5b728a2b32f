import type { LogsCommand } from '../commands/command.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { nearMiss } from '../configuration/near.ts'
import { Failure } from '../report/failure.ts'
import { processNames } from '../stack/log-pipes.ts'
import { programStacks } from '../stack/program.ts'
import { allNames, siteNames } from '../stack/site-names.ts'
import { readSince, type Since } from './since.ts'

/** Which logs are asked for. */
export interface LogRequest {
  readonly project: string
  /** What they are of: the project's releases, its site, or a secondary service of that name. */
  readonly of:
    | { readonly kind: 'project' }
    | { readonly kind: 'site' }
    | { readonly kind: 'service'; readonly name: string }
  /** The processes and tasks that are wanted; undefined for all. */
  readonly names: readonly string[] | undefined
  /** Every name that is to be expected, for the width of their column. */
  readonly expected: readonly string[]
  /** Whether one container runs all processes, and its lines say which one they come from. */
  readonly isSupervised: boolean
  /** The names of the site's servers, by which nginx's errors tell whose they are. */
  readonly hosts: readonly string[]
  readonly since: Since | undefined
  /** The last lines of each that are wanted; undefined for all. */
  readonly lines: number | undefined
}

/** What prints what no process of a release does: supervisor, or the command of an image of the project's own. */
const containerName = 'app'

/** Reads a command; a name that the configuration does not have is a Failure. */
export const logRequest = (
  { of, since, lines }: LogsCommand,
  { configuration, file }: { readonly configuration: Configuration; readonly file: string },
): LogRequest => {
  const { project, primary, projectName, serverNames, site } = configuration
  const image = project.type.image(project.settings, primary.baseImage)
  const programs = programStacks(project, image)
  const tasks = [
    ...image.tasks,
    ...project.releaseTasks.beforeSwitch,
    ...project.releaseTasks.afterSwitch,
  ].map(({ name }) => name)
  const own = [...programs.flatMap(processNames), ...tasks, containerName]
  const services = configuration.services.map(({ name }) => name)
  const common = {
    project: projectName,
    isSupervised: image.kind === 'supervised',
    hosts: allNames(siteNames(serverNames, site.redirectWww)),
    since: since === undefined ? undefined : readSince(since),
    lines,
  }
  if (of === undefined) return { ...common, of: { kind: 'project' }, names: undefined, expected: own }
  const names = namesOf(of, programs, own)
  if (names)
    return { ...common, of: { kind: 'project' }, names, expected: own.filter((name) => names.includes(name)) }
  if (services.includes(of))
    return { ...common, of: { kind: 'service', name: of }, names: undefined, expected: [of] }
  if (of === 'site') return { ...common, of: { kind: 'site' }, names: undefined, expected: [of] }
  const all = [
    ...new Set([...programs.map(({ name }) => name), ...tasks, containerName, ...services, 'site']),
  ]
  const near = nearMiss(of, all)
  throw new Failure({
    what: `There is no process or service ${JSON.stringify(of)}`,
    where: `${file}, configuration ${configuration.name}`,
    why: `There are: ${all.join(', ')}.`,
    next: near === undefined ? 'Name one of them, or none for all processes.' : `Did you mean \`${near}\`?`,
  })
}

/** Copies that a process may have. */
const mostCopies = 64

/**
 * The names that a word stands for: a process by itself and all its copies, of earlier releases too, a single copy, or a
 * task; undefined when it is none.
 */
const namesOf = (
  word: string,
  programs: readonly { readonly name: string }[],
  own: readonly string[],
): readonly string[] | undefined => {
  if (programs.some(({ name }) => name === word)) {
    const others = programs.map(({ name }) => name).filter((name) => name !== word)
    const copies = processNames({ name: word, copies: mostCopies })
    return [word, ...copies.filter((name) => !others.includes(name))]
  }
  return own.includes(word) ? [word] : undefined
}
