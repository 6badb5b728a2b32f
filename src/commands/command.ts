import { isDeepStrictEqual } from 'node:util'
import type { Scope } from '../plan/plan.ts'
import { Failure } from '../report/failure.ts'
import { splitWords } from '../words.ts'

/** A command that changes a server, or tells what it would change, and what it covers. */
export interface DeployCommand {
  /** Its words, such as `build all`; without the word `plan`. */
  readonly name: string
  readonly scope: Scope
  /** Whether it only tells what it would change. */
  readonly isPlan: boolean
}

/** The command that reads the deployment file and tells what it says; no server is needed. */
interface CheckCommand {
  readonly name: 'check'
  readonly scope?: undefined
}

export type Command = DeployCommand | CheckCommand

const commands: readonly (Omit<DeployCommand, 'isPlan'> | CheckCommand)[] = [
  { name: 'build all', scope: { services: true, site: true, release: true } },
  { name: 'build service', scope: { services: true, site: false, release: false } },
  { name: 'build project', scope: { services: false, site: true, release: true } },
  { name: 'update project', scope: { services: false, site: false, release: true } },
  { name: 'check' },
]

/**
 * Reads a command as it would be typed in a terminal: split like words, never by a shell. `plan` goes before a command,
 * or stands for `plan build all`.
 */
export const parseCommand = (text: string): Command => {
  const words = splitWords(text) ?? []
  const isPlan = words[0] === 'plan'
  const asked = isDeepStrictEqual(words, ['plan']) ? ['build', 'all'] : words.slice(isPlan ? 1 : 0)
  const command = commands.find(({ name }) => isDeepStrictEqual(name.split(' '), asked))
  if (command?.scope) return { ...command, isPlan }
  if (command && !isPlan) return command
  throw new Failure({
    what: `There is no command ${JSON.stringify(text.trim())}`,
    where: 'input command',
    stands: 'Nothing on the server was changed.',
    next: `Use one of: ${commands.map(({ name }) => `\`${name}\``).join(', ')}; \`plan\` before one of the first ${commands.length - 1} tells what it would change.`,
  })
}
