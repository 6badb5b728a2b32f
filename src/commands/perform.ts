import type { Action } from '../plan/steps.ts'
import { makeImage } from '../release/image.ts'
import type { ReleaseContext } from '../release/release.ts'
import { startCandidate } from '../release/start.ts'
import { switchRelease, tidyUp } from '../release/switch.ts'
import type { EngineFacts } from '../server/engine/facts.ts'
import { keepApart } from '../server/isolation.ts'
import { type Credentials, createNetwork, makeFolders, setUpDocker } from '../server/provision.ts'
import { type AddressBook, createService, startService } from '../server/services.ts'
import { setUpEntrance } from '../site/entrance.ts'
import { setUpSite, startNginx } from '../site/nginx.ts'
import { networkName } from '../stack/layout.ts'

/** What the actions of a plan need. */
export type PerformContext = ReleaseContext & {
  readonly credentials: Credentials
  readonly engineFacts: EngineFacts
}

/** Does what a step of a plan says. */
export const perform = (action: Action, context: PerformContext): Promise<void> => {
  switch (action.kind) {
    case 'tidy':
      return tidyUp(context, action.live)
    case 'docker':
      return setUpDocker(context, action.daemonJson)
    case 'folders':
      return makeFolders(context, action.owner, context.credentials)
    case 'network':
      return createNetwork(context, action.taken)
    case 'isolation':
      return keepApart(context)
    case 'nginx':
      return startNginx(context, action.front, action.exists)
    case 'service':
      return createService(context, action.service, action.exists, () => addressBook(context))
    case 'start-service':
      return startService(context, action.service)
    case 'site':
      return setUpSite(context, action.site)
    case 'entrance':
      return setUpEntrance(context, action.entrance, action.now, () => addressBook(context))
    case 'image':
      return makeImage(context, action.release, action.number)
    case 'start':
      return startCandidate(context, action.release, action.number, () => addressBook(context))
    case 'switch':
      return switchRelease(context, action.release, action.number)
  }
}

const books = new WeakMap<EngineFacts, Promise<AddressBook>>()

/** The addresses of the project's network, read once in a run, when the network is there. */
const addressBook = ({ engineFacts, session, signal }: PerformContext): Promise<AddressBook> => {
  const known = books.get(engineFacts)
  if (known) return known
  const name = networkName(session.project)
  const read = async (): Promise<AddressBook> => {
    const network = await session.engine.call<{
      readonly IPAM: { readonly Config: readonly { readonly Subnet: string }[] }
    }>({ method: 'GET', path: `/networks/${name}`, signal })
    const taken = engineFacts.containers.flatMap((container): readonly [string, string][] => {
      const address = container.addresses[name]
      return address ? [[container.name, address]] : []
    })
    return { subnet: network.IPAM.Config[0]?.Subnet ?? '', taken: new Map(taken) }
  }
  const book = read()
  books.set(engineFacts, book)
  return book
}
