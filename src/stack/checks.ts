import type { ServiceCheck } from '../catalog/types.ts'

/** A service whose health Consul is to ask for. */
export interface CheckedService {
  /** Its name in discovery, such as `shop-postgresql`. */
  readonly name: string
  readonly check: ServiceCheck | undefined
  /** TCP port that it listens on; undefined when it has none. */
  readonly port: number | undefined
}

/** The JSON of Consul's check for a service; undefined for one that has nothing to ask. */
export const checkDefinition = ({ name, port }: CheckedService, address: string): unknown =>
  port === undefined
    ? undefined
    : {
        id: `${name} tcp`,
        name: `${name} takes connections`,
        tcp: `${address}:${port}`,
        interval: '1s',
        timeout: '2s',
      }
