import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Failure } from '../report/failure.ts'
import type { Variables } from './env-file.ts'
import { expand } from './expand.ts'

/** What OpenSSH's settings say of one server. Paths are absolute. */
export interface SshSettings {
  /** Name or address to connect to. */
  readonly hostname: string
  /** The name as it was given. */
  readonly alias: string
  readonly port: number
  readonly user: string
  readonly identityFiles: readonly string[]
  /** Socket of the agent; undefined for none. */
  readonly agent: string | undefined
  /** Whether only keys of `identityFiles` are offered. */
  readonly identitiesOnly: boolean
  /** Files of known hosts; a new one goes into the first. */
  readonly userKnownHosts: readonly string[]
  readonly globalKnownHosts: readonly string[]
  readonly hashKnownHosts: boolean
  readonly hostKeyAlias: string | undefined
  /** What becomes of an unknown host key: `yes` refuses it, `ask` asks, the others keep it. */
  readonly checking: 'yes' | 'ask' | 'accept-new' | 'no'
  /** Whether nobody is to be asked anything. */
  readonly batchMode: boolean
  readonly proxyJump: string | undefined
  readonly proxyCommand: string | undefined
  readonly connectTimeoutMs: number | undefined
}

/** A server whose settings are looked up; what is undefined is for the settings to say. */
export interface SshRequest {
  readonly host: string
  readonly port: number | undefined
  readonly user: string | undefined
  /** The user when neither the request nor the settings name one; without it, the one who runs this. */
  readonly fallbackUser?: string | undefined
  /** Key files of the command's line, before all others. */
  readonly identities?: readonly string[] | undefined
}

/**
 * Looks up a server in OpenSSH's settings, by OpenSSH's own reading of them (`ssh -G`): Include, Match and whatever comes
 * next. Without an ssh on this machine there are only its defaults.
 */
export const readSshSettings = async (request: SshRequest, env: Variables): Promise<SshSettings> =>
  parseSshSettings(await askSsh(request, homeOf(env)), request, env)

/** Reads what `ssh -G` has printed; an empty text gives OpenSSH's defaults. */
export const parseSshSettings = (text: string, request: SshRequest, env: Variables): SshSettings => {
  const home = homeOf(env)
  const values = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [, key = '', value = ''] = /^(\S+) (.*)$/.exec(line) ?? []
    values.set(key, [...(values.get(key) ?? []), value])
  }
  const one = (key: string): string | undefined => {
    const value = values.get(key)?.[0]
    return value === 'none' ? undefined : value
  }
  const isOn = (key: string): boolean => ['yes', 'true'].includes(one(key) ?? '')
  const tokens = {
    home,
    host: one('hostname') ?? request.host,
    alias: request.host,
    port: Number(one('port') ?? request.port ?? 22),
    user: one('user') ?? request.user ?? request.fallbackUser ?? env.USER ?? 'root',
    hostKeyAlias: one('hostkeyalias'),
    env,
  }
  const paths = (given: readonly string[]) =>
    given.filter((path) => path !== '' && path !== 'none').map((path) => expand(path, tokens))
  const words = (key: string, usual: readonly string[]) => paths(one(key)?.split(' ') ?? usual)
  const usualKeys = ['rsa', 'ecdsa', 'ed25519'].map((type) => join(home, '.ssh', `id_${type}`))
  const timeout = Number(one('connecttimeout') ?? 0)
  return {
    hostname: tokens.host,
    alias: request.host,
    port: tokens.port,
    user: tokens.user,
    identityFiles: paths(values.get('identityfile') ?? [...(request.identities ?? []), ...usualKeys]),
    agent: agentOf(values.get('identityagent')?.[0], env, (path) => expand(path, tokens)),
    identitiesOnly: isOn('identitiesonly'),
    userKnownHosts: words('userknownhostsfile', [join(home, '.ssh', 'known_hosts')]),
    globalKnownHosts: words('globalknownhostsfile', ['/etc/ssh/ssh_known_hosts']),
    hashKnownHosts: isOn('hashknownhosts'),
    hostKeyAlias: tokens.hostKeyAlias,
    checking: checkingOf(one('stricthostkeychecking')),
    batchMode: isOn('batchmode'),
    proxyJump: one('proxyjump'),
    proxyCommand: one('proxycommand') && expand(one('proxycommand') ?? '', tokens),
    connectTimeoutMs: timeout > 0 ? timeout * 1000 : undefined,
  }
}

/** The folder that `~` stands for. */
const homeOf = ({ HOME }: Variables): string => HOME || homedir()

/** `IdentityAgent`: a path, a variable, `SSH_AUTH_SOCK` or `none`. */
const agentOf = (
  given: string | undefined,
  env: Variables,
  path: (text: string) => string,
): string | undefined => {
  if (given === 'none') return undefined
  const found =
    given === undefined || given === 'SSH_AUTH_SOCK'
      ? env.SSH_AUTH_SOCK
      : given.startsWith('$')
        ? env[given.replaceAll(/[${}]/g, '')]
        : path(given)
  return found || undefined
}

const checkingOf = (text: string | undefined): SshSettings['checking'] => {
  switch (text) {
    case 'yes':
    case 'true':
      return 'yes'
    case 'no':
    case 'off':
    case 'false':
      return 'no'
    case 'accept-new':
      return 'accept-new'
    default:
      return 'ask'
  }
}

/** What `ssh -G` prints; empty where there is no ssh. */
const askSsh = async (
  { host, port, user, fallbackUser, identities = [] }: SshRequest,
  home: string,
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'jetee-ssh-'))
  try {
    // Settings that come last count only where nothing before them does: so the user is told apart from a default.
    const file = join(folder, 'config')
    const ssh = join(home, '.ssh')
    await writeFile(
      file,
      [
        `Include "${ssh}/config"`,
        'Include /etc/ssh/ssh_config',
        'Host *',
        ...(fallbackUser === undefined ? [] : [`  User ${fallbackUser}`]),
        `  UserKnownHostsFile "${ssh}/known_hosts" "${ssh}/known_hosts2"`,
        '',
      ].join('\n'),
    )
    const options = [
      ...(port === undefined ? [] : ['-p', String(port)]),
      ...(user === undefined ? [] : ['-l', user]),
      ...identities.flatMap((identity) => ['-i', identity]),
    ]
    return (await promisify(execFile)('ssh', ['-G', '-F', file, ...options, '--', host])).stdout
  } catch (cause) {
    const { code, stderr } = cause as NodeJS.ErrnoException & { readonly stderr?: string }
    if (code === 'ENOENT') return ''
    throw new Failure(
      {
        what: `OpenSSH’s settings for ${host} cannot be read`,
        where: '~/.ssh/config',
        why: 'ssh itself says:',
        output: (stderr ?? String(cause)).trim().split('\n'),
        stands: 'Nothing on the server was changed.',
        next: `See to it that \`ssh -G ${host}\` works.`,
      },
      { cause },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
