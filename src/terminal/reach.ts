import type { Invocation } from '../commands/invocation.ts'
import { Failure } from '../report/failure.ts'
import type { ConnectOptions } from '../server/connection/connection.ts'
import type { Asker } from './ask.ts'
import type { Variables } from './env-file.ts'
import { knownHostsPolicy } from './host-keys.ts'
import { readKeyring } from './keyring.ts'
import { readSshSettings, type SshRequest } from './ssh-settings.ts'
import { wayByCommand, wayThrough } from './ways.ts'

/** What the way to a server is found with. */
export interface ReachMeans {
  readonly asker: Asker
  readonly note: (text: string) => void
  readonly env: Variables
  /** Key files of the command's line (`-i`), absolute. */
  readonly identities: readonly string[]
}

/** How long a handshake may take, in milliseconds, in which somebody may have to answer: as long as sshd waits. */
const patienceMs = 120_000

/** Jump hosts that may stand behind each other. */
const mostJumps = 8

/**
 * Finds the way to a server as `ssh HOSTNAME` would: by ~/.ssh/config, keys, agent, known hosts and jump hosts. What the
 * deployment file says of port and user counts like `-p` and `-l`; where neither says a user, it is root.
 */
export const reachBy =
  (means: ReachMeans): NonNullable<Invocation['reach']> =>
  ({ hostname, port, username }) =>
    wayTo(
      { host: hostname, port, user: username, fallbackUser: 'root', identities: means.identities },
      means,
      mostJumps,
    )

/** The way to one server; `through` are jump hosts that stand before it, instead of those of its own settings. */
const wayTo = async (
  request: SshRequest,
  means: ReachMeans,
  jumpsLeft: number,
  through?: readonly string[],
): Promise<ConnectOptions> => {
  const { asker, note, env } = means
  const settings = await readSshSettings(request, env)
  const { hostname, port, user, proxyJump, proxyCommand, connectTimeoutMs } = settings
  const silent = settings.batchMode ? { ...asker, canAsk: false } : asker
  const [login, hostKeys] = await Promise.all([
    readKeyring(settings, { asker: silent, note, identities: request.identities ?? [] }),
    knownHostsPolicy(settings, { asker, note }),
  ])
  const jumps = through ?? proxyJump?.split(',') ?? []
  const last = jumps.at(-1)
  if (last !== undefined && jumpsLeft === 0) throw tooManyJumps(request.host)
  const before = jumps.slice(0, -1)
  const jump =
    last === undefined
      ? undefined
      : await wayTo(readHop(last), means, jumpsLeft - 1, before.length > 0 ? before : undefined)
  return {
    host: hostname,
    port,
    username: user,
    login,
    hostKeys,
    handshakeTimeoutMs: asker.canAsk ? patienceMs : 20_000,
    ...(connectTimeoutMs !== undefined && { tcpTimeoutMs: connectTimeoutMs }),
    open: jump
      ? wayThrough(jump, hostname, port)
      : proxyCommand !== undefined
        ? wayByCommand(proxyCommand)
        : undefined,
  }
}

/** Reads a jump host: `[user@]host[:port]` or `ssh://[user@]host[:port]`, an IPv6 address in brackets. */
export const readHop = (text: string): SshRequest => {
  const plain = text.trim().replace(/^ssh:\/\/([^/]*)\/?$/, '$1')
  const [, user, bracketed, name, port] = /^(?:(.*)@)?(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(plain) ?? []
  const host = bracketed ?? name
  if (host === undefined)
    throw new Failure({
      what: `${JSON.stringify(text)} is not a jump host`,
      where: '~/.ssh/config, ProxyJump',
      stands: 'Nothing on the server was changed.',
      next: 'Write it as `user@host:port`, where user and port may be left out.',
    })
  return { host, user, port: port === undefined ? undefined : Number(port) }
}

const tooManyJumps = (host: string): Failure =>
  new Failure({
    what: `There are more than ${mostJumps} jump hosts on the way`,
    where: '~/.ssh/config, ProxyJump',
    why: `The last of them is before ${host}; perhaps two of them name each other.`,
    stands: 'Nothing on the server was changed.',
  })
