import type { Configuration } from '../configuration/configuration.ts'
import { Failure } from '../report/failure.ts'
import type { Connection } from '../server/connection/connection.ts'
import { readRefusal } from '../server/interactive-marks.ts'
import { refusal } from '../server/lock.ts'

/** What a script that finds a container, or the live release, said instead. */
interface Said {
  readonly status: number
  readonly output: string
  readonly errors: string
}

/** Why nothing could be opened inside of the server, for people. */
export const insideFailure = (
  { status, output, errors }: Said,
  connection: Connection,
  { projectName, name }: Pick<Configuration, 'projectName' | 'name'>,
): Failure => {
  const { where } = connection
  const [reason, first = '', second = ''] = readRefusal(output) ?? []
  const lines = `${output}\n${errors}`
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '' && !line.startsWith('@jetee'))
  switch (reason) {
    case 'rights':
      return refusal(connection, status, first, errors)
    case 'release':
      return new Failure({
        what: `No release of ${projectName} is live on the server`,
        where,
        why: 'It was never deployed there, or its first deploy did not come to its end.',
        next: 'Deploy it: `build all`.',
      })
    case 'container':
      return new Failure({
        what: `There is no container ${first} of the project on the server`,
        where,
        output: lines,
        next: 'Deploy the configuration as it is: `build all`.',
      })
    case 'running':
      return new Failure({
        what: `The container ${first} does not run`,
        where,
        why: `Its state is “${second}”.`,
        next: `\`docker logs ${first}\` on the server tells what it said last; a deploy starts it again.`,
      })
    case 'configuration':
      return new Failure({
        what: `The project ${projectName} on the server is not of the configuration ${name}`,
        where,
        why: `It was deployed by the configuration ${first}.`,
        next: `Name that one: \`-n ${first}\`.`,
      })
    default:
      return new Failure({
        what: 'Nothing could be started on the server',
        where,
        why: `What was to start it ended with status ${status}.`,
        output: lines,
        next: 'An image without a shell (`sh`) can be entered by no shell; `run` starts its own programs in a container of their own.',
      })
  }
}
