import type { FailureDetails } from '../report/failure.ts'
import { startContainer } from '../server/containers.ts'
import { runStepScript } from '../server/scripts.ts'
import { releaseContainer } from '../stack/layout.ts'
import { type ReleaseStack, releaseSpec } from '../stack/release.ts'
import { literalName, siteNames } from '../stack/site-names.ts'
import { type ReleaseContext, stillServes } from './release.ts'

/** Starts the candidate beside the live release, runs its tasks, and waits until its web process is healthy. */
export const startCandidate = async (
  context: ReleaseContext,
  release: ReleaseStack,
  number: number,
): Promise<void> => {
  const { session, progress, signal, configuration, source, current } = context
  const { path, deadlineSeconds } = configuration.project.healthCheck
  const container = releaseContainer(configuration.projectName, number)
  await startContainer(
    session.engine,
    container,
    releaseSpec(context, release, number, source.commit),
    signal,
  )

  let failed: readonly string[] = []
  let status = '000'
  const body: string[] = []
  await runStepScript(session, {
    scripts: ['start'],
    title: `Starting release ${number}`,
    progress,
    signal,
    deadlineMs: 3_600_000,
    args: {
      RELEASE: String(number),
      CONTAINER: container,
      HOST: release.hasWeb
        ? literalName(siteNames(configuration.serverNames, configuration.site.redirectWww))
        : '',
      HEALTH_PATH: path,
      DEADLINE: String(deadlineSeconds),
    },
    words: release.tasks,
    onMark(mark, rest) {
      if (mark === 'failed') failed = rest.split(' ')
      if (mark === 'status') status = rest
      if (mark === 'body') body.push(rest)
    },
    failure: (output): Partial<FailureDetails> => {
      const [place, task, code] = failed
      const stands = stillServes(current)
      if (place === 'task') {
        return {
          what: `The release task ${task} failed`,
          where: `release ${number}, commit ${source.commit.slice(0, 12)}`,
          why: `It ended with status ${code}. Its last lines are below.`,
          stands,
          next: 'Correct the cause, push, and run again. What the task had done to the database by then stays done.',
        }
      }
      if (place === 'health') {
        return {
          what: 'The web process never became healthy',
          where: `release ${number}, commit ${source.commit.slice(0, 12)}, path ${path}`,
          why:
            status === '000'
              ? `It did not answer within ${deadlineSeconds} s, or stopped. Its log is below.`
              : `It answered with status ${status} where 200 to 399 is healthy. The answer’s body and the log are below.`,
          output: answerAndLog(body, output),
          stands,
          next: 'See the log for the cause; the page to ask for is `health_check.path` of the project.',
        }
      }
      return { what: `The container of release ${number} did not start`, stands }
    },
  })
}

/** The first lines of an answer, and as many of the log's last ones as are shown with them. */
const answerAndLog = (body: readonly string[], log: readonly string[]): readonly string[] => {
  if (body.length === 0) return log.slice(-40)
  const answer = ['The answer:', ...body.slice(0, 10), '', 'The log:']
  return [...answer, ...log.slice(answer.length - 40)]
}
