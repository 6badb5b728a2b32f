import { Readable } from 'node:stream'
import { pack as openPack } from 'tar-stream'
import { networkName } from '../stack/layout.ts'
import type { ServiceStack, VolumeStack } from '../stack/services.ts'
import { chooseAddress } from '../stack/subnet.ts'
import { removeContainer, startContainer } from './containers.ts'
import { ensureImage } from './images.ts'
import type { ActionContext } from './provision.ts'
import { runStepScript } from './scripts.ts'
import { tryPassword } from './service-password.ts'

/** The addresses in a project's network, as one run gives them out. */
export interface AddressBook {
  /** The subnet of the project's network. */
  readonly subnet: string
  /** Addresses by container's name; those that the run gives out are added. */
  readonly taken: Map<string, string>
}

/** Creates a secondary service's container, or a new one in its place on the same volume, and waits until it answers. */
export const createService = async (
  context: ActionContext,
  service: ServiceStack,
  exists: boolean,
  addresses: () => Promise<AddressBook>,
): Promise<void> => {
  const { session, progress, signal } = context
  const [book] = await Promise.all([
    addresses(),
    // The volumes say which version's data they hold: not before it is sure that there is such an image.
    ensureImage(context, service.image).then(() => createVolumes(context, service.volumes)),
    Object.keys(service.files).length > 0 &&
      runStepScript(session, {
        scripts: ['secret-files'],
        title: `Writing the files of ${service.name}`,
        progress,
        signal,
        args: {
          SERVICE: service.name,
          MODE: service.fileMode,
          LOGIN: service.container.login ? 'yes' : '',
        },
        stdin: tarOf(service.files),
      }),
  ])
  if (exists) await removeContainer(session.engine, service.containerName, signal)
  const address =
    book.taken.get(service.containerName) ?? chooseAddress(book.subnet, [...book.taken.values()])
  book.taken.set(service.containerName, address)
  await startContainer(
    session.engine,
    service.containerName,
    {
      ...service.spec,
      NetworkingConfig: {
        EndpointsConfig: { [networkName(session.project)]: { IPAMConfig: { IPv4Address: address } } },
      },
    },
    signal,
  )
  await waitUntilReady(context, service)
  await tryPassword(context, service)
}

/** Starts a secondary service whose container is there, unless it runs, and waits until it answers. */
export const startService = async (context: ActionContext, service: ServiceStack): Promise<void> => {
  const { session, signal } = context
  await session.engine.call({ method: 'POST', path: `/containers/${service.containerName}/start`, signal })
  await waitUntilReady(context, service)
  await tryPassword(context, service)
}

/** Creates volumes with their labels; one that is there already stays as it is. */
export const createVolumes = async (
  { session, signal }: ActionContext,
  volumes: readonly VolumeStack[],
): Promise<void> => {
  await Promise.all(
    volumes.map(({ name, labels }) =>
      session.engine.call({
        method: 'POST',
        path: '/volumes/create',
        body: { Name: name, Labels: labels },
        signal,
      }),
    ),
  )
}

const waitUntilReady = async (
  { session, progress, signal }: ActionContext,
  { name, containerName, image, readiness, readySeconds }: ServiceStack,
): Promise<void> => {
  await runStepScript(session, {
    scripts: ['service-ready'],
    title: `Waiting for ${name}`,
    progress,
    signal,
    args: {
      CONTAINER: containerName,
      DEADLINE: String(readySeconds),
      PORT: readiness.kind === 'port' ? String(readiness.port) : '',
    },
    words: readiness.kind === 'probe' ? readiness.command : [],
    failure: () => ({
      what: `${name} ${readiness.kind === 'running' ? 'does not keep running' : 'does not answer'}`,
      why:
        readiness.kind === 'running'
          ? `The container ${containerName} was started from ${image}, but it stopped.`
          : `The container ${containerName} was started from ${image}, but it did not ${readiness.kind === 'port' ? `take connections on port ${readiness.port}` : 'answer'} within ${readySeconds} s, or stopped.`,
      next: `Its log is above; on the server, \`docker logs ${containerName}\` shows all of it.`,
    }),
  })
}

/** A tar of small files in one folder. */
export const tarOf = (files: Readonly<Record<string, string>>): Readable => {
  const pack = openPack()
  for (const [name, content] of Object.entries(files)) pack.entry({ name, mtime: new Date(0) }, content)
  pack.finalize()
  return Readable.from(pack)
}
