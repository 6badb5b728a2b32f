import { readReleases } from '../releases/read.ts'
import { releasesSummary, releasesText } from '../releases/text.ts'
import type { ReleasesCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { StatusResult } from './status.ts'
import { connectTo, type Target } from './target.ts'

/** Lists the releases that a server keeps, and those of the last that failed. */
export const releases = async (
  command: ReleasesCommand,
  target: Target,
  observer: Observer,
): Promise<StatusResult> => {
  await using connection = await connectTo(target, observer)
  const { releases: found, now } = await readReleases(connection, target.configuration, observer.signal)
  const lines = command.json
    ? JSON.stringify(found, undefined, 2)
    : releasesText(found, now * 1000).join('\n')
  observer.console.output.write(`${lines}\n`)
  return { exitCode: 0, summary: releasesSummary(found, now * 1000) }
}
