import { entranceHealthPort, entrancePort } from './entrance.ts'
import { entranceContainer } from './layout.ts'
import type { RegisteredService } from './registration.ts'

/**
 * A project's primary service, for Consul: its entrance, at this address. The entrance's own health says how the release
 * behind it is. None without an address.
 */
export const registeredPrimary = (
  project: string,
  address: string | undefined,
): readonly RegisteredService[] =>
  address === undefined
    ? []
    : [
        {
          name: entranceContainer(project),
          address,
          port: entrancePort,
          check: { kind: 'http', path: '/', port: entranceHealthPort },
        },
      ]
