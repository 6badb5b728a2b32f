import type { ReleaseCopy } from '../plan/copy-steps.ts'
import { Failure } from '../report/failure.ts'
import { type AddressBook, giveAddress } from '../server/addresses.ts'
import { createContainer } from '../server/containers.ts'
import { ensureImage } from '../server/images.ts'
import { runStepScript } from '../server/scripts.ts'
import { createVolumes } from '../server/services.ts'
import type { Session } from '../server/session.ts'
import { namedVolumes } from '../stack/container.ts'
import type { KeptRelease } from '../stack/kept-release.ts'
import { labels, releaseContainer, releaseImage } from '../stack/layout.ts'
import type { ReleaseParts } from '../stack/release.ts'
import type { ReleaseContainer } from '../stack/release-containers.ts'
import { renumber } from '../stack/renumber.ts'
import { type ReleaseContext, stillServes } from './release.ts'
import { runStart } from './start.ts'

/** Reads what the server keeps of a release; one that cannot be copied is a Failure. */
export const readKept = async (session: Session, from: number): Promise<KeptRelease> => {
  const found = new Map<string, string>()
  const { code, stderr } = await session.run(['kept'], {
    title: `Reading release ${from}`,
    args: { FROM: String(from) },
    onLine(line) {
      const [, word, text = ''] = /^@jetee (\w+)(?: (.*))?$/.exec(line) ?? []
      if (word) found.set(word, Buffer.from(text, 'base64').toString())
    },
  })
  const missing = Object.entries({
    parts: 'the record of what it was made from',
    containers: 'the record of its containers',
    helpers: 'the list of its helpers',
    static: 'its static files',
    image: 'its image',
  }).flatMap(([word, what]) => (found.has(word) ? [] : [what]))
  if (code !== 0 || missing.length > 0) {
    throw new Failure({
      what: `Release ${from} is not whole on the server any more`,
      where: session.where,
      why:
        code === 0
          ? `Missing: ${missing.join(', ')}. Somebody removed that, or the release is from an earlier version of the deployer, which did not keep it.`
          : stderr.trim(),
      stands: 'Nothing on the server was changed.',
      next: 'Choose another release, or deploy its commit again.',
    })
  }
  return {
    parts: JSON.parse(found.get('parts') ?? '') as ReleaseParts,
    containers: JSON.parse(found.get('containers') ?? '') as readonly ReleaseContainer[],
    helpers: (found.get('helpers') ?? '').split('\n').filter(Boolean),
  }
}

/** Makes a copy's folder, its image and its static files. */
export const copyRelease = async (
  { session, progress, signal, current }: ReleaseContext,
  { number, from, record, release }: ReleaseCopy,
): Promise<void> => {
  await runStepScript(session, {
    scripts: ['release', 'copy'],
    title: `Copying release ${from}`,
    progress,
    signal,
    args: {
      RELEASE: String(number),
      FROM: String(from),
      RECORD: JSON.stringify(record),
      SOCKET_FOLDER: release.socketFolder,
    },
    failure: () => ({ what: `Release ${from} could not be copied`, stands: stillServes(current) }),
  })
}

/** Seconds between two questions for the health of a copy: what it is made of has been healthy before. */
const interval = 0.1

/**
 * Starts a copy beside the live release and waits until its web process is healthy; side by side with that, its code is
 * asked which of the database's migrations it does not know.
 */
export const startCopy = async (
  context: ReleaseContext,
  copy: ReleaseCopy,
  addresses: () => Promise<AddressBook>,
): Promise<void> => {
  const { session, configuration } = context
  const { number, from, kept, release } = copy
  const project = configuration.projectName
  const book = await addresses()
  const address =
    release.port === undefined ? undefined : giveAddress(book, releaseContainer(project, number))
  const containers = renumber(
    { containers: kept.containers, programs: kept.parts.programs },
    {
      project,
      from,
      to: number,
      address,
      resolver: book.resolver,
    },
  )
  const others = new Set(containers.map(({ spec }) => spec.Image))
  others.delete(releaseImage(project, number))
  await Promise.all([
    createVolumes(
      context,
      namedVolumes(project, kept.parts.volumes).map((name) => ({
        name,
        labels: { [labels.project]: project },
      })),
    ),
    ...[...others].map((image) => ensureImage(context, image)),
  ])
  await Promise.all(
    containers.map(({ name, spec }) => createContainer(session.engine, name, spec, context.signal)),
  )

  const failed = new AbortController()
  const signal = AbortSignal.any([context.signal, failed.signal])
  const own = { ...context, signal }
  let asking = Promise.resolve()
  // The first that fails ends the other, and is what is told.
  const ends = (error: unknown): never => {
    failed.abort(error)
    throw failed.signal.reason
  }
  const starting = runStart(own, release, {
    number,
    containers,
    address,
    isCopy: true,
    healthCheck: {
      ...copy.healthCheck,
      intervalSeconds: Math.min(interval, copy.healthCheck.intervalSeconds),
    },
    onStarted() {
      asking = askMigrations(own, copy).catch(ends)
      // It is waited for below, once the release has started.
      asking.catch(() => {})
    },
  }).catch(ends)
  await starting.finally(() => asking)
}

/** Has a copy's code say which migrations it does not know; any is a Failure. */
const askMigrations = async (
  { session, progress, signal, current }: ReleaseContext,
  { number, from, migrations }: ReleaseCopy,
): Promise<void> => {
  if (!migrations) return
  const unknown: string[] = []
  const force = `\`rollback ${from} --despite-migrations\``
  const stands = stillServes(current)
  await runStepScript(session, {
    scripts: ['release', 'migrations'],
    title: `Asking release ${from} for the migrations that it does not know`,
    progress,
    signal,
    args: { RELEASE: String(number), LOCATION: migrations.location },
    words: migrations.command,
    onMark(mark, rest) {
      if (mark === 'migration') unknown.push(rest)
    },
    failure: (_, code) => ({
      what: `Release ${from} could not be asked which migrations it does not know`,
      why: `Its code was asked beside the database, and ended with status ${code}. Its last lines are below.`,
      stands,
      next: `If the database is away, bring it back first. ${force} goes back without asking.`,
    }),
  })
  if (unknown.length === 0) return
  throw new Failure({
    what: `The database has migrations that release ${from} does not know`,
    where: session.where,
    why: unknown.join(', '),
    stands,
    next: `If release ${from} works with the database as it is: ${force}. Else undo them first with the code that knows them: \`jetee run -- python manage.py migrate APP MIGRATION\`.`,
  })
}
