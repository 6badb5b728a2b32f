import type { ServiceCheck } from '../catalog/types.ts'

/** A service whose health Consul is to ask for. */
export interface CheckedService {
  /** Its name in discovery, such as `shop-postgresql`. */
  readonly name: string
  readonly check: ServiceCheck | undefined
  /** TCP port that it listens on; undefined when it has none. */
  readonly port: number | undefined
}

/**
 * How often Consul asks, behind the end of the last answer, and for how long it waits. With the moment that it takes to
 * tell its DNS, a service that hangs is found within 4 s, and one that is well again within 2 s.
 */
const often = { interval: '1s', timeout: '2s' } as const

/** A question by HTTP goes all the way to the project's code, and is asked more seldom. */
const seldom = { interval: '2s', timeout: '2s' } as const

/**
 * The JSON of Consul's check for a service; undefined for one that has nothing to ask. Until it has passed for the first
 * time, Consul takes the service for sick and does not give it out. Only fields that Consul has had since 1.0 are in it.
 */
export const checkDefinition = (
  { name, check, port }: CheckedService,
  address: string,
): Readonly<Record<string, unknown>> | undefined => {
  if (port === undefined) return undefined
  const id = `${name} health`
  switch (check?.kind) {
    case 'exchange':
      return { id, name: `${name} answers`, args: exchangeCommand(check, address, port), ...often }
    case 'http':
      return {
        id,
        name: `${name} answers`,
        http: `http://${address}:${check.port ?? port}${check.path}`,
        ...seldom,
      }
    case undefined:
      return { id, name: `${name} takes connections`, tcp: `${address}:${port}`, ...often }
  }
}

/**
 * Has nc run the exchange with the connection as standard input and output, as then it ends with the answer, and keeps
 * the connection open until then. For Consul, status 1 would be a warning, with which the service is still given out.
 */
const connect = 'nc "$@" || exit 2'

/**
 * Sends the question and reads once, for a service that keeps the connection has sent its whole answer by then. Of that,
 * only printable characters and newlines are looked at: a shell's variable holds no zeros.
 */
const exchange = `printf %b "$1"
answer=$(dd bs=512 count=1 2>/dev/null | tr -cd '\\n -~')
shift
for pattern; do
  case $answer in $pattern) exit 0 ;; esac
done
exit 2`

/**
 * The command, run in Consul's container by its busybox, that asks a service at an address and a port: status 0 when its
 * answer is one of those that are wanted. It waits for as long as the service does: Consul ends it.
 */
export const exchangeCommand = (
  { send, expect }: Extract<ServiceCheck, { readonly kind: 'exchange' }>,
  address: string,
  port: number,
): readonly string[] => [
  ...['sh', '-c', connect, 'sh', address, String(port)],
  ...['-e', 'sh', '-c', exchange, 'sh', send, ...expect],
]
