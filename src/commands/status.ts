import { hasWebProcess, programStacks } from '../stack/program.ts'
import { judge } from '../status/judge.ts'
import { readStatus } from '../status/read.ts'
import { exitCodes } from '../status/status.ts'
import { statusSummary, statusText } from '../status/text.ts'
import type { StatusCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import { connectTo, type Target } from './target.ts'

/** What a look at a server came to. */
export interface StatusResult {
  /** For monitoring: 0 all is well, 1 something is wrong, 2 nothing is deployed yet. */
  readonly exitCode: number
  /** The same as Markdown. */
  readonly summary: string
}

/** Shows what runs on the server, and how it is. */
export const status = async (
  command: StatusCommand,
  target: Target,
  observer: Observer,
): Promise<StatusResult> => {
  const { configuration } = target
  const { project, primary } = configuration
  const image = project.type.image(project.settings, primary.baseImage)
  const hasWeb = hasWebProcess(image, programStacks(project, image))
  await using connection = await connectTo(target, observer)
  const facts = await readStatus(connection, configuration, hasWeb, observer.signal)
  const found = judge(configuration, hasWeb, connection.where, facts)
  const now = facts.now * 1000
  const text = command.json ? JSON.stringify(found, undefined, 2) : statusText(found, now).join('\n')
  observer.console.output.write(`${text}\n`)
  return { exitCode: exitCodes[found.state], summary: statusSummary(found, now) }
}
