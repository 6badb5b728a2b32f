import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../report/failure.ts'
import type { ContainerSpec } from '../stack/container.ts'
import { labels } from '../stack/layout.ts'
import { type Engine, EngineError } from './engine/client.ts'

/** Every label of ours, empty: what an image's own labels say must not count for a container. */
const noLabels = Object.fromEntries(Object.values(labels).map((key) => [key, '']))

/** Creates a container. Another one of this name that is not ours is an error. */
export const createContainer = async (
  engine: Engine,
  name: string,
  spec: ContainerSpec,
  signal: AbortSignal,
): Promise<void> => {
  const body: ContainerSpec = { ...spec, Labels: { ...noLabels, ...spec.Labels } }
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted()
    try {
      // Seen through to its end: the engine would go on without us, and what clears up would not find the container yet.
      await engine.call({ method: 'POST', path: '/containers/create', query: { name }, body })
      return
    } catch (cause) {
      if (!(cause instanceof EngineError && cause.status === 409)) throw cause
      const found = await labelsOf(engine, name)
      if (found && isShared(spec) && found[labels.spec] === spec.Labels[labels.spec]) return
      // The name is taken before the container can be seen, and for a moment after it has gone.
      if (found || tries === mostTries) throw nameTaken(name, cause)
      await sleep(pause)
    }
  }
}

/** How often, and how many milliseconds apart, a name that nobody has is tried. */
const mostTries = 100
const pause = 100

/** Whether projects share a container: another run may make just the same at the same moment. */
const isShared = ({ Labels }: ContainerSpec): boolean => Labels[labels.project] === undefined

/** The labels of a container; undefined when there is none of this name. */
const labelsOf = async (engine: Engine, name: string): Promise<ContainerSpec['Labels'] | undefined> => {
  try {
    const { Config } = await engine.call<{ readonly Config: Pick<ContainerSpec, 'Labels'> }>({
      method: 'GET',
      path: `/containers/${name}/json`,
    })
    return Config.Labels
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined
    throw error
  }
}

const nameTaken = (name: string, cause: Error): Failure =>
  new Failure(
    {
      what: `The container ${name} cannot be created`,
      why: `Another container on the server has this name, and it was not made by this deployer: ${cause.message}`,
      next: `Rename or remove the other container (\`docker rename ${name} …\`), or choose another \`project_name\`.`,
    },
    { cause },
  )

/** Creates a container and starts it. */
export const startContainer = async (
  engine: Engine,
  name: string,
  spec: ContainerSpec,
  signal: AbortSignal,
): Promise<void> => {
  await createContainer(engine, name, spec, signal)
  await engine.call({ method: 'POST', path: `/containers/${name}/start`, signal })
}

/** Removes a container of ours; its volumes stay. It gets its own time to stop first. */
export const removeContainer = async (engine: Engine, name: string, signal: AbortSignal): Promise<void> => {
  for (const call of [
    { method: 'POST', path: `/containers/${name}/stop`, deadlineSeconds: 180, signal },
    { method: 'DELETE', path: `/containers/${name}`, query: { force: '1' }, signal },
  ] as const) {
    try {
      await engine.call(call)
    } catch (error) {
      if (!(error instanceof EngineError && error.status === 404)) throw error
    }
  }
}
