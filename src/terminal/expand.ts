import { hostname, userInfo } from 'node:os'
import type { Variables } from './env-file.ts'

/** What the tokens of OpenSSH's settings stand for. */
export interface Tokens {
  readonly home: string
  /** The server's name, as it is connected to. */
  readonly host: string
  /** The server's name, as it was given. */
  readonly alias: string
  readonly port: number
  readonly user: string
  readonly hostKeyAlias: string | undefined
  readonly env: Variables
}

/** A path or command of ssh_config with its tokens (`%h`), variables (`${HOME}`) and leading `~/` replaced. */
export const expand = (text: string, tokens: Tokens): string => {
  const { home, host, alias, port, user, hostKeyAlias, env } = tokens
  const { username, uid } = userInfo()
  const values: Readonly<Record<string, string>> = {
    '%': '%',
    d: home,
    h: host,
    i: String(uid),
    k: hostKeyAlias ?? host,
    l: hostname(),
    L: hostname().split('.')[0] ?? '',
    n: alias,
    p: String(port),
    r: user,
    u: username,
  }
  return text
    .replace(/^~(?=\/|$)/, () => home)
    .replaceAll(/%(.)|\$\{(\w+)\}/g, (whole, token?: string, name?: string) =>
      name === undefined ? (values[token ?? ''] ?? whole) : (env[name] ?? ''),
    )
}
