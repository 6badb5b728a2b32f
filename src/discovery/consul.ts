import { consulAddress } from '../plan/consul-address.ts'
import { Failure } from '../report/failure.ts'
import { isAddressTaken } from '../server/addresses.ts'
import { removeContainer, startContainer } from '../server/containers.ts'
import { EngineError } from '../server/engine/client.ts'
import { readEngineFacts } from '../server/engine/facts.ts'
import { ensureImage } from '../server/images.ts'
import { type ActionContext, createNetwork, seenThrough } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import type { ConsulStack } from '../stack/discovery.ts'
import { consulContainer, discoveryNetwork, labels, networkName } from '../stack/layout.ts'
import type { Range } from '../stack/subnet.ts'

/** How often it is looked anew, when another run does the same at the same moment, or somebody takes an address. */
const mostTries = 20

/**
 * Has the server's Consul run as it should, in the networks of all these projects and of those that it was in. May be
 * done by several runs at once: each looks again at what it has come to after whatever another one has crossed.
 */
export const ensureConsul = async (
  context: ActionContext,
  consul: ConsulStack,
  projects: readonly string[],
  taken: readonly Range[],
): Promise<void> => {
  const { session, progress, signal } = context
  await Promise.all([
    ensureImage(context, consul.image),
    createNetwork(context, home, taken),
    runStepScript(session, {
      scripts: ['discovery'],
      title: 'Making the folder of the registrations',
      progress,
      signal,
    }),
  ])
  const whole = seenThrough(context)
  const known: Known = { addresses: new Map(), refused: new Set(), renew: false }
  let crossed: unknown
  for (let tries = 0; tries < mostTries; tries++) {
    try {
      if (await settle(whole, consul, projects.map(networkName), known)) return
    } catch (error) {
      if (!(error instanceof EngineError && error.status < 500)) throw error
      crossed = error
    }
  }
  throw new Failure(
    {
      what: 'Consul does not come to run in the networks of the projects',
      why: crossed instanceof Error ? `The Docker engine says: ${crossed.message}` : undefined,
      next: `On the server, \`docker logs ${consulContainer}\` may say more; then run the job again.`,
    },
    { cause: crossed },
  )
}

const home = { name: discoveryNetwork, bridge: 'jetee-discovery', labels: {}, isInternal: true }

/** What one look has left for the next. */
interface Known {
  /** Addresses that Consul had, by network: a new container is to have them as well. */
  readonly addresses: Map<string, string>
  /** Addresses that the engine has refused. */
  readonly refused: Set<string>
  /** Whether the container has to go, as it cannot start with the addresses that it has. */
  renew: boolean
}

/** Does what is missing; true when nothing is any more. */
const settle = async (
  { session: { engine }, signal }: ActionContext,
  { spec }: ConsulStack,
  networks: readonly string[],
  known: Known,
): Promise<boolean> => {
  const facts = await readEngineFacts(engine)
  const now = facts.containers.find(({ name }) => name === consulContainer)
  for (const [network, address] of Object.entries(now?.addresses ?? {})) {
    if (network !== discoveryNetwork) known.addresses.set(network, address)
  }
  if (!now || known.renew || now.labels[labels.spec] !== spec.Labels[labels.spec]) {
    if (now) await removeContainer(engine, now.id, signal)
    known.renew = false
    await startContainer(engine, consulContainer, spec, signal)
    return false
  }
  if (!now.running) {
    // A network that is gone, or an address in one that is taken, keeps it from starting: a new one joins one by one.
    known.renew = true
    await engine.call({ method: 'POST', path: `/containers/${now.id}/start`, signal })
    known.renew = false
    return false
  }
  const missing = [...new Set([...networks, ...known.addresses.keys()])].filter(
    (name) => now.addresses[name] === undefined && facts.networks.some((network) => network.name === name),
  )
  for (const network of missing) {
    const address = consulAddress(network, facts, known.addresses.get(network), known.refused)
    try {
      await engine.call({
        method: 'POST',
        path: `/networks/${network}/connect`,
        body: { Container: now.id, EndpointConfig: { IPAMConfig: { IPv4Address: address } } },
        signal,
      })
    } catch (error) {
      if (!isAddressTaken(error) || address === undefined) throw error
      known.refused.add(address)
    }
  }
  return missing.length === 0
}

/** Takes Consul out of a project's network, and has it forget the project. */
export const leaveConsul = async ({ session, progress, signal }: ActionContext): Promise<void> => {
  await runStepScript(session, {
    scripts: ['unregister'],
    title: 'Taking the services out of Consul',
    progress,
    signal,
  })
  try {
    await session.engine.call({
      method: 'POST',
      path: `/networks/${networkName(session.project)}/disconnect`,
      body: { Container: consulContainer, Force: true },
      signal,
    })
  } catch (error) {
    // It is not there, or not in this network.
    if (!(error instanceof EngineError && error.status < 500)) throw error
  }
}
