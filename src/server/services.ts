import { Readable } from 'node:stream'
import { pack as openPack } from 'tar-stream'
import { networkName } from '../stack/layout.ts'
import { withResolver } from '../stack/resolver.ts'
import type { ServiceStack, VolumeStack } from '../stack/services.ts'
import { type AddressBook, giveAddress, isAddressTaken } from './addresses.ts'
import { removeContainer, startContainer } from './containers.ts'
import { ensureImage } from './images.ts'
import { type ActionContext, seenThrough } from './provision.ts'
import { runStepScript } from './scripts.ts'
import { tryPassword } from './service-password.ts'

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
  if (exists) {
    const whole = seenThrough(context)
    await removeContainer(session.engine, service.containerName, whole.signal)
    await startAtAddress(whole, service, book)
  } else await startAtAddress(context, service, book)
  await waitUntilReady(context, service)
  await tryPassword(context, service)
}

/** Creates a container at its address, or at another one as often as somebody else has been faster. */
export const startAtAddress = async (
  { session: { engine, project }, progress, signal }: ActionContext,
  { containerName, spec }: Pick<ServiceStack, 'containerName' | 'spec'>,
  book: AddressBook,
): Promise<void> => {
  for (;;) {
    const address = giveAddress(book, containerName)
    const endpoint = { IPAMConfig: { IPv4Address: address } }
    const placed = { ...spec, NetworkingConfig: { EndpointsConfig: { [networkName(project)]: endpoint } } }
    try {
      await startContainer(engine, containerName, withResolver(placed, book.resolver), signal)
      return
    } catch (error) {
      if (!isAddressTaken(error)) throw error
      progress.note(`Another container has the address ${address}`)
      book.foreign.add(address)
      await removeContainer(engine, containerName, signal)
    }
  }
}

/**
 * Starts a secondary service whose container is there, unless it runs, and waits until it answers; where its address is
 * gone, in a new one.
 */
export const startService = async (
  context: ActionContext,
  service: ServiceStack,
  addresses: () => Promise<AddressBook>,
): Promise<void> => {
  const { session, signal } = context
  try {
    await session.engine.call({ method: 'POST', path: `/containers/${service.containerName}/start`, signal })
  } catch (error) {
    if (!isAddressTaken(error)) throw error
    return createService(context, service, true, addresses)
  }
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

/** Waits until a service answers that was started. */
export const waitUntilReady = async (
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
