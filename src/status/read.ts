import type { Configuration } from '../configuration/configuration.ts'
import type { Connection } from '../server/connection/connection.ts'
import { refusal } from '../server/lock.ts'
import { startReading } from '../server/look.ts'
import { readToEnd } from '../server/read-to-end.ts'
import { wordLines } from '../server/word-lines.ts'
import { entranceContainer, serviceContainer } from '../stack/layout.ts'
import { dnsQuestion } from '../stack/registration.ts'
import { literalName, siteNames } from '../stack/site-names.ts'
import { parseStatus, type StatusFacts } from './facts.ts'

/** Reads how a server is, by one script that asks everything side by side. */
export const readStatus = async (
  connection: Connection,
  { projectName: project, serverNames, site, project: { healthCheck }, services, discovery }: Configuration,
  hasWeb: boolean,
  signal: AbortSignal,
): Promise<StatusFacts> => {
  const names =
    discovery === 'consul'
      ? [
          ...services.map(({ name }) => serviceContainer(project, name)),
          ...(hasWeb ? [entranceContainer(project)] : []),
        ]
      : []
  const channel = await startReading(
    connection,
    project,
    ['disk', 'status'],
    {
      HOST: hasWeb ? literalName(siteNames(serverNames, site.redirectWww)) : '',
      SITE_PATH: healthCheck.path,
      NAMES: names.join(' '),
      QUESTIONS: names.map((name) => dnsQuestion(`${name}.service.consul`)).join(' '),
    },
    signal,
  )
  const { output, errors, code } = await readToEnd(channel)
  const facts = code === 0 ? parseStatus(output) : undefined
  if (facts) return facts
  throw refusal(connection, code, wordLines(output).first('denied'), errors)
}
