import { readTemplate, renderTemplate } from '../templates.ts'
import type { ProgramStack } from './program.ts'

/** How the lines of a supervised container's log get the names of those who print them. */

/** Folder in the container with a named pipe for each process and each task. */
const logs = '/run/jetee-logs'

/** The files for it, beside those of supervisor's own, which know its folder as well. */
export const logFiles = (): Readonly<Record<string, string>> => ({
  'log.py': readTemplate('log.py'),
  'named.sh': renderTemplate('named.sh', { logs }),
  'run-task.sh': renderTemplate('run-task.sh', { logs }),
})

/** What the text of the entry point is told of it. */
export const logPipes = (
  programs: readonly Pick<ProgramStack, 'name' | 'copies'>[],
  tasks: readonly { readonly name: string }[],
): { readonly logs: string; readonly names: readonly string[] } => ({
  logs,
  names: [...new Set([...programs.flatMap(processNames), ...tasks.map(({ name }) => name)])],
})

/** The names of a program's processes in logs and states: its own, or those of its copies, such as `celery-0`. */
export const processNames = ({ name, copies }: Pick<ProgramStack, 'name' | 'copies'>): readonly string[] =>
  copies === 1 ? [name] : Array.from({ length: copies }, (_, copy) => `${name}-${copy}`)
