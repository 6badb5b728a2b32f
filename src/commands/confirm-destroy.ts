import { createInterface } from 'node:readline/promises'
import { Failure } from '../report/failure.ts'
import type { DestroyCommand } from './command.ts'
import type { Observer } from './deploy.ts'

const untouched = 'Nothing on the server was changed.'

/** Refuses a name that is not the project's: it is given to be sure which project is meant. */
export const expectName = (given: string, project: string): void => {
  if (given === project) return
  throw new Failure({
    what: `The project is not ${JSON.stringify(given)}`,
    why: `The configuration’s project is ${project}, and a removal wants its name to be sure.`,
    stands: untouched,
    next: `If ${project} is meant, write \`--confirm ${project}\`; if not, choose another configuration (\`-n\`).`,
  })
}

/** Has whoever sits before a terminal type the project's name; where nobody does, the line has to say it. */
export const confirmDestroy = async (
  { volumes }: DestroyCommand,
  project: string,
  lines: readonly string[],
  { console: { input, errors, isTerminal }, signal }: Pick<Observer, 'console' | 'signal'>,
): Promise<void> => {
  if (!isTerminal) {
    throw new Failure({
      what: `The removal of ${project} is not confirmed`,
      why: lines.join('\n'),
      stands: untouched,
      next: `To remove it, write \`destroy${volumes ? ' --volumes' : ''} --confirm ${project}\`.`,
    })
  }
  errors.write(`${lines.join('\n')}\n`)
  const asking = createInterface({ input, output: errors, terminal: true, historySize: 0 })
  asking.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const ended = Promise.withResolvers<string>()
  asking.once('close', () => ended.resolve(''))
  try {
    const question = asking.question(`Type the project’s name to remove it (${project}): `, { signal })
    expectName((await Promise.race([question, ended.promise])).trim(), project)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    asking.close()
  }
}
