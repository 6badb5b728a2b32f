import { Failure } from '../../report/failure.ts'
import type { PublicHalf } from './login.ts'

/** What is known when a handshake fails. */
export interface FailedHandshake {
  readonly host: string
  readonly port: number
  readonly username: string
  /** The keys that were tried, in their order. */
  readonly tried: readonly PublicHalf[]
  /** The first bytes that the server sent, as text. */
  readonly greeting: string
  /** What the server shows before login, if it does. */
  readonly banner: string
  /** The ways to authenticate that the server still offered after it refused the key; undefined before. */
  readonly methods: readonly string[] | undefined
  /** Whether the server accepted the key but wants more. */
  readonly partial: boolean
}

/** Turns what ssh2 reports of a failed handshake into a failure that says which hop failed and what to do. */
export function handshakeFailure(error: Error & { level?: string }, known: FailedHandshake): Failure {
  const { host, port, greeting, banner } = known
  const output = banner.trim() === '' ? undefined : banner.trim().split(/\r?\n/)
  const failure = (what: string, why: string, next: string): Failure =>
    new Failure({ what, where: `${known.username}@${host}:${port}`, why, output, next }, { cause: error })

  if (error.level === 'client-authentication') return refusedKey(known, failure)
  if (greeting !== '' && !/^SSH-/m.test(greeting)) {
    const line = greeting
      .split(/\r?\n/)[0]
      ?.replace(/[^\x20-\x7e]/g, '.')
      .slice(0, 200)
    if (/MaxStartups|Not allowed at this time/.test(greeting)) return busy(known, failure, line)
    return failure(
      `What listens on port ${port} of ${host} is not an SSH server`,
      `It begins with “${line}”.`,
      'Check `port`: it is the port of sshd, usually 22.',
    )
  }
  if (greeting === '' && error.level !== 'client-timeout') return busy(known, failure, undefined)
  if (error.level === 'client-timeout') {
    return greeting === ''
      ? failure(
          `${host} accepts connections on port ${port} but says nothing`,
          'No SSH greeting came. The port may belong to another program, or the server is overloaded.',
          'Check `port`, and whether the server has memory and processor time left.',
        )
      : failure(
          `The SSH handshake with ${host} did not finish in time`,
          'The server began it and then fell silent.',
          'Check whether the server is overloaded; try again.',
        )
  }
  if (/no matching/.test(error.message)) {
    return failure(
      `No common algorithm with the SSH server of ${host}`,
      `${error.message}.`,
      'Update the server’s OpenSSH, or allow one of the usual algorithms in its sshd_config.',
    )
  }
  return failure(
    `The SSH handshake with ${host} failed`,
    error.message === 'No response from server' ? 'The server broke it off.' : `${error.message}.`,
    'Try again; `journalctl -u ssh` on the server says more.',
  )
}

type Fail = (what: string, why: string, next: string) => Failure

function busy({ host }: FailedHandshake, failure: Fail, line: string | undefined): Failure {
  return failure(
    `${host} closed the connection before the SSH handshake`,
    line === undefined
      ? 'It sent nothing: sshd has too many unfinished logins at once (MaxStartups), or it or fail2ban blocks this address.'
      : `It said “${line}”.`,
    'Try again in a minute; see `journalctl -u ssh` and `fail2ban-client status sshd` on the server.',
  )
}

function refusedKey(known: FailedHandshake, failure: Fail): Failure {
  const { host, username, tried, methods, partial } = known
  if (partial) {
    return failure(
      `${host} wants more than a key from ${username}`,
      `The key was accepted, then the server asked for ${methods?.join(' or ') ?? 'another factor'}.`,
      `Let ${username} log in by key alone (AuthenticationMethods in sshd_config).`,
    )
  }
  if (methods !== undefined && !methods.includes('publickey')) {
    return failure(
      `${host} does not let ${username} log in by key`,
      `The server offers only ${methods.join(', ') || 'nothing'}.`,
      'Set `PubkeyAuthentication yes` in /etc/ssh/sshd_config on the server (`PermitRootLogin prohibit-password` for root) and reload sshd.',
    )
  }
  const [key] = tried
  if (!key) {
    return failure(
      `There is no key to log in to ${host} with`,
      'Neither an agent nor a file offers one.',
      'Add a key to ssh-agent (`ssh-add`), or name its file: `-i FILE`, or `IdentityFile` in ~/.ssh/config.',
    )
  }
  const home = username === 'root' ? '/root' : `~${username}`
  const root = username === 'root' ? ' For root, also check that PermitRootLogin is not `no`.' : ''
  const place = `${home}/.ssh/authorized_keys on the server; the file and its folder must belong to ${username} and be writable for nobody else.${root}`
  if (tried.length === 1) {
    return failure(
      `${host} refuses the key for ${username}`,
      `The server does not accept the key ${key.fingerprint} for this user.`,
      `Add this line to ${place} The line:\n${key.publicLine}`,
    )
  }
  const many =
    tried.length > 5 ? ' A server hears no more than six, unless its MaxAuthTries says otherwise.' : ''
  return failure(
    `${host} refuses all ${tried.length} keys for ${username}`,
    `The server accepts none of ${tried.map(({ fingerprint, name }) => `${fingerprint} (${name})`).join(', ')}.${many}`,
    `Name the key that it knows by \`-i FILE\`, with \`IdentitiesOnly yes\` in ~/.ssh/config where there are many. Or add a line for one to ${place} Such as:\n${key.publicLine}`,
  )
}
