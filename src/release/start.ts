import type { HealthCheck } from '../configuration/configuration.ts'
import type { FailureDetails } from '../report/failure.ts'
import { type AddressBook, giveAddress } from '../server/addresses.ts'
import { createContainer } from '../server/containers.ts'
import { ensureImage } from '../server/images.ts'
import { runStepScript } from '../server/scripts.ts'
import { createVolumes } from '../server/services.ts'
import { namedVolumes } from '../stack/container.ts'
import { nginxImage } from '../stack/front.ts'
import { labels, releaseContainer } from '../stack/layout.ts'
import type { ReleaseStack } from '../stack/release.ts'
import { doorConf, type ReleaseContainer, releaseContainers } from '../stack/release-containers.ts'
import { literalName, siteNames } from '../stack/site-names.ts'
import { releaseTimes } from '../stack/times.ts'
import { type ReleaseContext, stillServes, taskFailure, taskMs } from './release.ts'

/** Starts the candidate beside the live release, runs its tasks, and waits until its web process is healthy. */
export const startCandidate = async (
  context: ReleaseContext,
  release: ReleaseStack,
  number: number,
  addresses: () => Promise<AddressBook>,
): Promise<void> => {
  const { session, signal, configuration, source } = context
  const book = await addresses()
  // The main container of one that listens on a port: its door knows it by that, and Docker gives it to nobody else.
  const address =
    release.port === undefined
      ? undefined
      : giveAddress(book, releaseContainer(configuration.projectName, number))
  const containers = releaseContainers(configuration, release, {
    number,
    commit: source.commit,
    address,
    resolver: book.resolver,
  })
  await createVolumes(
    context,
    namedVolumes(session.project, configuration.primary.volumes).map((name) => ({
      name,
      labels: { [labels.project]: session.project },
    })),
  )
  if (release.port !== undefined) await ensureImage(context, nginxImage)
  await Promise.all(containers.map(({ name, spec }) => createContainer(session.engine, name, spec, signal)))
  await runStart(context, release, {
    number,
    containers,
    address,
    isCopy: false,
    healthCheck: configuration.project.healthCheck,
  })
}

/** A candidate whose containers have been created. */
interface Created {
  readonly number: number
  readonly containers: readonly ReleaseContainer[]
  /** The fixed address of the container that serves on a port; undefined where it needs none. */
  readonly address: string | undefined
  /** Whether it is a copy of another release, which has its static files and starts its web process by itself. */
  readonly isCopy: boolean
  readonly healthCheck: HealthCheck
  /** Hears when commands can run in its container. */
  readonly onStarted?: () => void
}

/** Starts a candidate's containers, runs its tasks, and waits until its web process is healthy. */
export const runStart = async (
  context: ReleaseContext,
  release: ReleaseStack,
  { number, containers, address, isCopy, healthCheck, onStarted }: Created,
): Promise<void> => {
  const { session, progress, signal, configuration, source, current } = context
  const { path, status: healthy, intervalSeconds, deadlineSeconds } = healthCheck
  const { image } = release
  const host = release.hasWeb
    ? literalName(siteNames(configuration.serverNames, configuration.site.redirectWww))
    : ''
  let failed: readonly string[] = []
  let status = '000'
  const body: string[] = []
  await runStepScript(session, {
    scripts: ['release', 'start'],
    title: `Starting release ${number}`,
    progress,
    signal,
    deadlineMs: 3_600_000 + taskMs(release.tasks.before),
    args: {
      RELEASE: String(number),
      CONTAINERS: JSON.stringify(containers),
      STATIC: isCopy || image.kind === 'supervised' ? '' : (image.staticLocation ?? ''),
      MEDIA: isCopy || image.kind === 'supervised' ? '' : (image.mediaLocation ?? ''),
      DOOR: release.port === undefined || address === undefined ? '' : doorConf(address, release.port),
      TIMES: releaseTimes(release, { drainSeconds: configuration.project.drainSeconds, host, path }),
      HOST: host,
      SOCKET_FOLDER: release.socketFolder,
      HEALTH_PATH: path,
      STATUS_FROM: String(healthy.from),
      STATUS_TO: String(healthy.to),
      INTERVAL: String(intervalSeconds),
      DEADLINE: String(deadlineSeconds),
    },
    words: release.tasks.before.map(({ name }) => name),
    onMark(mark, rest) {
      if (mark === 'started') onStarted?.()
      if (mark === 'failed') failed = rest.split(' ')
      if (mark === 'status') status = rest
      if (mark === 'body') body.push(rest)
    },
    failure: (output): Partial<FailureDetails> => {
      const [place, folder] = failed
      const stands = stillServes(current)
      if (place === 'task') return { ...taskFailure(context, number, failed), stands }
      if (place === 'static') {
        return {
          what: `There are no static files at ${folder} in the image of release ${number}`,
          place: 'static files',
          why: 'The deployment file names this folder as `static_location`.',
          stands,
          next: 'Correct `static_location`, or leave it out where the project serves its static files itself.',
        }
      }
      if (place === 'health') {
        return {
          what: 'The web process never became healthy',
          place: 'health',
          where: `release ${number}, commit ${source.commit.slice(0, 12)}, path ${path}`,
          why:
            status === '000'
              ? `It did not answer within ${deadlineSeconds} s, or stopped.${release.port === undefined ? '' : ` It is asked on port ${release.port}, at the container’s own address.`} Its log is below.`
              : `It answered with status ${status} where ${range(healthy)} is healthy. The answer’s body and the log are below.`,
          output: answerAndLog(body, output),
          stands,
          next: 'See the log for the cause; the page to ask for is `health_check.path` of the project.',
        }
      }
      return { what: `The container of release ${number} did not start`, stands }
    },
  })
}

/** A range of statuses in words. */
const range = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? String(from) : `${from} to ${to}`

/** The first lines of an answer, and as many of the log's last ones as are shown with them. */
const answerAndLog = (body: readonly string[], log: readonly string[]): readonly string[] => {
  if (body.length === 0) return log.slice(-40)
  const answer = ['The answer:', ...body.slice(0, 10), '', 'The log:']
  return [...answer, ...log.slice(answer.length - 40)]
}
