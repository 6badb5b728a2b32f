import { ensureConsul, leaveConsul } from '../discovery/consul.ts'
import { register } from '../discovery/register.ts'
import type { Action } from '../plan/steps.ts'
import { type BuildContext, makeImage } from '../release/image.ts'
import { startCandidate } from '../release/start.ts'
import { switchRelease, tidyUp } from '../release/switch.ts'
import { type AddressBook, ownAddresses, readAddresses } from '../server/addresses.ts'
import type { EngineFacts } from '../server/engine/facts.ts'
import { keepApart } from '../server/isolation.ts'
import { settleTimer } from '../server/preview-timer.ts'
import {
  type Credentials,
  createNetwork,
  makeFolders,
  projectNetwork,
  setUpDocker,
} from '../server/provision.ts'
import { createService, startService } from '../server/services.ts'
import { setUpEntrance } from '../site/entrance.ts'
import { setUpSite, startNginx } from '../site/nginx.ts'
import { entranceContainer } from '../stack/layout.ts'
import { registeredPrimary } from '../stack/primary-registration.ts'
import { registeredServices } from '../stack/registration.ts'
import type { ServiceStack } from '../stack/services.ts'

/** What the actions of a plan need. */
export type PerformContext = BuildContext & {
  readonly credentials: Credentials
  readonly engineFacts: EngineFacts
  /** All secondary services of the project. */
  readonly services: readonly ServiceStack[]
}

/** Does what a step of a plan says. */
export const perform = (action: Action, context: PerformContext): Promise<void> => {
  switch (action.kind) {
    case 'tidy':
      return tidyUp(context, action)
    case 'docker':
      return setUpDocker(context, action.daemonJson)
    case 'folders':
      return makeFolders(context, action.owner, context.credentials, context.configuration.preview?.most)
    case 'expiry':
      return settleTimer(context, { expire: action.script, isGoing: false })
    case 'network':
      return createNetwork(context, projectNetwork(context.session.project), action.taken)
    case 'discovery':
      return ensureConsul(context, action.consul, action.projects, action.taken)
    case 'register':
      return registerServices(context)
    case 'register-primary':
      return registerPrimary(context, action.isThere)
    case 'leave-discovery':
      return leaveConsul(context)
    case 'isolation':
      return keepApart(context)
    case 'nginx':
      return startNginx(context, action.front, action.now)
    case 'service':
      return follow(
        context,
        action.service,
        createService(context, action.service, action.exists, () => addressBook(context)),
      )
    case 'start-service':
      return follow(
        context,
        action.service,
        startService(context, action.service, () => addressBook(context)),
      )
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

/** Has Consul know the project's services at the addresses that they have by now. */
const registerServices = async (context: PerformContext): Promise<void> => {
  const { taken } = await addressBook(context)
  await register(
    context,
    'services',
    registeredServices(context.services, (container) => taken.get(container)),
  )
}

/** Has Consul know the project's primary service at the address that its entrance has by now, or no longer know it. */
const registerPrimary = async (context: PerformContext, isThere: boolean): Promise<void> => {
  const { project } = context.session
  const { taken } = await addressBook(context)
  const address = isThere ? taken.get(entranceContainer(project)) : undefined
  await register(context, 'primary', registeredPrimary(project, address))
}

/** Waits until something is done to a service; where that had to take it to another address, Consul hears of it. */
const follow = async (
  context: PerformContext,
  { containerName }: ServiceStack,
  done: Promise<void>,
): Promise<void> => {
  const { configuration, engineFacts, session } = context
  await done
  if (configuration.discovery === 'docker') return
  const before = ownAddresses(session.project, engineFacts).get(containerName)
  const now = known.get(engineFacts)?.get(containerName)
  if (before !== undefined && now !== undefined && now !== before) await registerServices(context)
}

const known = new WeakMap<EngineFacts, Map<string, string>>()

/**
 * The addresses of the project's network, once that is there: what the run gives out is kept, and what others have is
 * read anew, as a build lies in between.
 */
export const addressBook = ({
  engineFacts,
  session: { engine, project, facts },
  configuration,
  signal,
}: Pick<PerformContext, 'engineFacts' | 'session' | 'configuration' | 'signal'>): Promise<AddressBook> => {
  const taken = known.get(engineFacts) ?? ownAddresses(project, engineFacts)
  known.set(engineFacts, taken)
  const resolvers = configuration.discovery === 'consul' ? facts.resolvers : undefined
  return readAddresses(engine, project, taken, resolvers, signal)
}
