import type { ContainerSpec } from './container.ts'
import { labels } from './layout.ts'

/** Where the containers of a project's network ask for names that Docker does not know. */
export interface Resolver {
  /** Consul's address in that network. */
  readonly consul: string
  /** The host's own resolvers, which are asked for all that Consul does not know, and while it is away. */
  readonly others: readonly string[]
}

/**
 * Has a container ask Consul first. Its address stands in a label and not in the specification, as it is chosen on the
 * server. `ndots:1`, and musl goes through the search domains for a name without a dot.
 */
export const withResolver = (spec: ContainerSpec, resolver: Resolver | undefined): ContainerSpec =>
  resolver === undefined
    ? spec
    : {
        ...spec,
        Labels: { ...spec.Labels, [labels.dns]: resolver.consul },
        HostConfig: {
          ...spec.HostConfig,
          Dns: [resolver.consul, ...resolver.others],
          DnsSearch: ['service.consul'],
          DnsOptions: ['ndots:1'],
        },
      }
