import { isDeepStrictEqual } from 'node:util'
import type { Scope } from '../plan/plan.ts'
import { Failure } from '../report/failure.ts'
import { splitWords } from '../words.ts'

/** A command that changes a server, and what it covers. */
export interface DeployCommand {
  /** Its words, such as `build all`. */
  readonly name: string
  readonly scope: Scope
}

/** The command that reads the deployment file and tells what it says; no server is needed. */
interface CheckCommand {
  readonly name: 'check'
  readonly scope?: undefined
}

export type Command = DeployCommand | CheckCommand

const commands: readonly Command[] = [
  { name: 'build all', scope: { services: true, site: true, release: true } },
  { name: 'build service', scope: { services: true, site: false, release: false } },
  { name: 'build project', scope: { services: false, site: true, release: true } },
  { name: 'update project', scope: { services: false, site: false, release: true } },
  { name: 'check' },
]

/** Reads a command as it would be typed in a terminal: split like words, never by a shell. */
export const parseCommand = (text: string): Command => {
  const words = splitWords(text)
  const command = commands.find(({ name }) => isDeepStrictEqual(name.split(' '), words))
  if (command) return command
  throw new Failure({
    what: `There is no command ${JSON.stringify(text.trim())}`,
    where: 'input command',
    stands: 'Nothing on the server was changed.',
    next: `Use one of: ${commands.map(({ name }) => `\`${name}\``).join(', ')}.`,
  })
}
