import type { FirewallNetwork } from '../server/facts.ts'
import { firewallScript, openWarning } from '../stack/firewall.ts'
import { sha256 } from '../stack/front.ts'
import { bridgeName, networkName } from '../stack/layout.ts'
import { compare } from './compare.ts'
import { added, type Field } from './field.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Step } from './steps.ts'

/** What is to be done to keep the networks of projects apart. */

/**
 * The step that loads the rules between all projects' networks; none when the kernel has them, and none without iptables,
 * which Docker's own packages bring along.
 */
export const isolationSteps = (
  { project, preview }: Pick<DesiredState, 'project' | 'preview'>,
  facts: Facts,
): readonly Step[] => {
  const reason = whyAnew(project, preview !== undefined, facts)
  if (reason === undefined) return []
  return [
    {
      id: 'isolation',
      title: 'Keep the projects’ networks apart',
      reason,
      after: ['docker', 'folders', 'network'],
      action: { kind: 'isolation' },
    },
  ]
}

const whyAnew = (project: string, isPreview: boolean, { host, engine }: Facts): string | undefined => {
  const { firewall } = host
  if (host.hasDocker && !host.hasIptables) return undefined
  if (!engine.networks.some(({ name }) => name === networkName(project)))
    return 'the project’s network is a new one'
  if (!firewall) return 'nothing does so yet'
  if (firewall.hash !== sha256(firewallScript())) return 'its rules have changed'
  const known = firewall.networks.find(({ bridge }) => bridge === bridgeName(project))
  if (known && known.isPreview !== isPreview) return 'a preview does not reach what a project does'
  const lines = (networks: readonly NetworkOfProject[]): string =>
    networks
      .map(({ bridge, subnet }) => `${bridge} ${subnet}`)
      .sort()
      .join()
  if (lines(firewall.networks) !== lines(networksOf({ engine }))) return 'networks came or went'
  return firewall.loaded ? undefined : 'its rules are not loaded'
}

/** A network, whatever it is for. */
type NetworkOfProject = Pick<FirewallNetwork, 'bridge' | 'subnet'>

/** The networks of all projects, as the rules name them. */
const networksOf = ({ engine }: Pick<Facts, 'engine'>): readonly NetworkOfProject[] =>
  engine.networks.flatMap(({ project, bridge, subnets }) =>
    project !== undefined && bridge?.startsWith('jt-') ? subnets.map((subnet) => ({ bridge, subnet })) : [],
  )

/** What the step would change: the networks that the rules know, or else the rules themselves. */
export const isolationFields = (
  { project, preview }: Pick<DesiredState, 'project' | 'preview'>,
  facts: Facts,
): readonly Field[] => {
  const isPreview = preview !== undefined
  const { firewall } = facts.host
  const byBridge = (networks: readonly NetworkOfProject[]) =>
    Object.fromEntries(networks.map(({ bridge, subnet }) => [`network ${bridge}`, subnet]))
  const known = networksOf(facts)
  const fields = compare(byBridge(firewall?.networks ?? []), byBridge(known))
  const bridge = bridgeName(project)
  const own = known.some((network) => network.bridge === bridge)
  const all = [...fields, ...(own ? [] : [added(`network ${bridge}`, 'kept from the others')])]
  if (all.length > 0) return all
  const fenced = firewall?.networks.find((network) => network.bridge === bridge)
  if (fenced && fenced.isPreview !== isPreview)
    return [{ name: `network ${bridge}`, old: ofWhat(fenced.isPreview), new: ofWhat(isPreview) }]
  return firewall?.hash === sha256(firewallScript())
    ? [{ name: 'state', old: 'not loaded', new: 'loaded' }]
    : [{ name: 'made by', old: 'another version of the deployer', new: 'this version' }]
}

const ofWhat = (isPreview: boolean): string => (isPreview ? 'a preview’s' : 'a project’s')

/** What a person is to know of a server that cannot keep the networks apart. */
export const isolationWarnings = ({ host }: Facts): readonly string[] =>
  host.hasDocker && !host.hasIptables ? [openWarning('there is no iptables')] : []
