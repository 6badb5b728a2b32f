import type { Progress } from '../report/progress.ts'
import type { HostFacts } from '../server/facts.ts'
import type { Session } from '../server/session.ts'

/**
 * Writes down that a run has found the live release as it should be, when it is newer than the one that stands there: an
 * older run that still waits has been overtaken by it. `run` is GitHub's number of the run.
 */
export const confirmLive = async (
  session: Session,
  { current, releases }: Pick<HostFacts, 'current' | 'releases'>,
  run: number | undefined,
  progress: Pick<Progress, 'warn'>,
): Promise<void> => {
  const live = releases.find(({ number }) => number === current)
  if (!live?.record || run === undefined || run <= (live.record.run ?? 0)) return
  const { code, stderr } = await session.run(['confirm'], {
    title: 'Confirming the release',
    args: { RELEASE: String(live.number), RECORD: JSON.stringify({ ...live.record, run }) },
  })
  if (code !== 0) progress.warn(`An older run that still waits may deploy after this one: ${stderr.trim()}`)
}
