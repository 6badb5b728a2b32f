import { type Engine, EngineError } from '../server/engine/client.ts'
import { labels, nginxContainer, serviceContainer } from '../stack/layout.ts'
import { readFrames } from './frames.ts'
import type { LogLine } from './line.ts'
import { attribute, type FollowedContainer, nameInRelease } from './names.ts'
import type { LogRequest } from './request.ts'

/** Seconds that a stream may stay open: 24 days, as many as a timer takes. */
const forever = 2_000_000

/** A container as the engine's list and its events tell of it. */
interface Told {
  readonly id: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

/**
 * Follows the logs of all containers that a request is about from a time on, in seconds since 1970; of those as well that
 * start later, and of those that start again. Gives each line to `tell`, and asks for no more before it is taken. Ends
 * only by the signal, or when the engine does.
 */
export const followLogs = async (
  engine: Engine,
  request: LogRequest,
  since: number,
  tell: (line: LogLine) => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  /** Of each container that is being followed: whether it has started again meanwhile. */
  const active = new Map<string, { again: boolean }>()
  /** Time of the last line of each container. */
  const last = new Map<string, string>()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})

  const followOnce = async (container: FollowedContainer): Promise<void> => {
    const seen = last.get(container.id) ?? ''
    const body = await engine.read({
      method: 'GET',
      path: `/containers/${container.id}/logs`,
      query: {
        follow: '1',
        stdout: '1',
        stderr: '1',
        timestamps: '1',
        since: seen ? unixTime(seen) : String(since),
      },
      deadlineSeconds: forever,
      signal,
    })
    for await (const { time, text } of readFrames(body)) {
      // A container that has started again repeats its last lines.
      if (time <= seen) continue
      last.set(container.id, time)
      const line = attribute(container, text, request)
      if (line) await tell({ ...line, time, release: container.release })
    }
  }

  const follow = (told: Told): void => {
    const container = followed(told, request)
    if (!container) return
    const running = active.get(container.id)
    if (running) {
      running.again = true
      return
    }
    const state = { again: true }
    active.set(container.id, state)
    const run = async (): Promise<void> => {
      while (state.again) {
        state.again = false
        await followOnce(container)
      }
    }
    run()
      .catch((error: unknown) => {
        // One that is removed meanwhile has no log any more.
        if (!(error instanceof EngineError)) failed.reject(error)
      })
      .finally(() => active.delete(container.id))
  }

  // Events first: what starts while the list is read is told by both.
  const events = engine.stream(
    {
      method: 'GET',
      path: '/events',
      query: {
        since: String(since),
        filters: JSON.stringify({ type: ['container'], event: ['start'], ...which(request) }),
      },
      deadlineSeconds: forever,
      signal,
    },
    (event) => {
      const { ID, Attributes } = event.Actor as { ID: string; Attributes: Record<string, string> }
      follow({ id: ID, name: Attributes.name ?? '', labels: Attributes })
    },
  )
  const listed = await engine.call<
    readonly { Id: string; Names: readonly string[]; Labels: Readonly<Record<string, string>> }[]
  >({
    method: 'GET',
    path: '/containers/json',
    query: { all: '1', filters: JSON.stringify(which(request, 'name')) },
    signal,
  })
  for (const { Id, Names, Labels } of listed)
    follow({ id: Id, name: (Names[0] ?? '').replace(/^\//, ''), labels: Labels })
  await Promise.race([events, failed.promise])
}

/** The engine's filter for the containers of a request; its list and its events know names by different words. */
const which = (
  { of, project }: LogRequest,
  nameKey: 'name' | 'container' = 'container',
): Readonly<Record<string, readonly string[]>> => {
  switch (of.kind) {
    case 'project':
      return { label: [`${labels.project}=${project}`] }
    case 'site':
      return { [nameKey]: [nginxContainer] }
    case 'service':
      return { [nameKey]: [serviceContainer(project, of.name)] }
  }
}

/** What is to be followed of a container; undefined when it is not what the request is about. */
const followed = ({ id, name, labels: own }: Told, request: LogRequest): FollowedContainer | undefined => {
  const { of, project, isSupervised } = request
  switch (of.kind) {
    case 'project': {
      const release = Number(own[labels.release])
      const inRelease = release > 0 ? nameInRelease(name, project, release) : undefined
      return inRelease === undefined
        ? undefined
        : { id, release, name: inRelease, isNamed: isSupervised && inRelease === 'app' }
    }
    case 'site':
      return name === nginxContainer ? { id, release: 0, name: 'site', isNamed: false } : undefined
    case 'service':
      return name === serviceContainer(project, of.name)
        ? { id, release: 0, name: of.name, isNamed: false }
        : undefined
  }
}

/** A time of a log as the engine takes it: seconds since 1970, with nanoseconds. */
const unixTime = (time: string): string =>
  `${Math.floor(Date.parse(`${time.slice(0, 19)}Z`) / 1000)}.${time.slice(20, 29)}`
