import { Failure } from '../../report/failure.ts'
import {
  fingerprint,
  hasAuthority,
  type KnownHostLine,
  knownHostName,
  knownKeys,
  knownKeyTypes,
  matchHostKey,
  parseKnownHosts,
  typeOfKey,
} from './known-hosts.ts'

/** What to do with the key of a server that nothing pins. */
export type HostKeyChecking = 'strict' | 'accept-new'

/** What the user says about the server's host key. */
export interface HostKeyPins {
  /** Text of a known_hosts file. */
  readonly knownHosts?: string | undefined
  /** One or more fingerprints, separated by white space or commas. */
  readonly fingerprint?: string | undefined
  readonly checking: HostKeyChecking
}

/** The key that a server showed and that was accepted. */
export interface HostKey {
  readonly type: string
  readonly fingerprint: string
  /** The known_hosts line that pins it. */
  readonly line: string
  /** For the log, when the key was trusted unpinned. */
  readonly notice?: string
}

/** What {@link HostKeyPolicy.judge} says of a key. */
export type HostKeyJudgement =
  | { readonly accepted: true; readonly hostKey: HostKey }
  | { readonly accepted: false; readonly failure: Failure }

/** Which host key a server may show. */
export interface HostKeyPolicy {
  /** Signature algorithms to ask the server for, those of pinned keys first. */
  readonly algorithms: readonly string[]
  judge(key: Buffer): HostKeyJudgement | Promise<HostKeyJudgement>
}

/** A policy that needs nobody to answer. */
interface PinnedPolicy extends HostKeyPolicy {
  judge(key: Buffer): HostKeyJudgement
}

const algorithms = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
] as const

/** Reads the input `ssh-host-key-checking`; empty means `strict`. */
export function readHostKeyChecking(text: string): HostKeyChecking {
  const value = text.trim()
  if (value === '' || value === 'strict') return 'strict'
  if (value === 'accept-new') return 'accept-new'
  throw new Failure({
    what: `“${value}” is not a way of host key checking`,
    where: 'input ssh-host-key-checking',
    next: 'Write `strict` (only a pinned server) or `accept-new` (also a server that nothing pins). There is no way to accept a key that differs from its pin.',
  })
}

/**
 * Decides which key the server may show. The strict reading holds: each given pin that covers the host must
 * match, so a fingerprint does not excuse a differing known_hosts line, nor the other way round. Fingerprints
 * cover every host, and one of several suffices. Throws when a pin cannot be read.
 */
export function hostKeyPolicy(pins: HostKeyPins, host: string, port: number): PinnedPolicy {
  const lines = parseKnownHosts(pins.knownHosts ?? '')
  const fingerprints = readFingerprints(pins.fingerprint ?? '')
  return {
    algorithms: algorithmsFor(lines, host, port),
    judge: (key) => judge({ lines, fingerprints, checking: pins.checking, host, port }, key),
  }
}

/** Signature algorithms to ask a server for, those of the keys that the lines list for it first. */
export function algorithmsFor(
  lines: readonly KnownHostLine[],
  host: string,
  port: number,
): readonly string[] {
  const types = knownKeyTypes(lines, host, port)
  const isKnown = (algorithm: string): boolean =>
    types.includes(algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm)
  return [...algorithms.filter(isKnown), ...algorithms.filter((algorithm) => !isKnown(algorithm))]
}

function readFingerprints(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const hash = word.replace(/^SHA256:/i, '').replace(/=+$/, '')
      if (/^[A-Za-z0-9+/]{43}$/.test(hash)) return `SHA256:${hash}`
      throw new Failure({
        what: `“${word}” is not a fingerprint of a host key`,
        where: 'input ssh-host-fingerprint',
        why: 'It needs `SHA256:` and 43 characters of base64.',
        next: 'Run `ssh-keygen -l -E sha256 -f /etc/ssh/ssh_host_ed25519_key.pub` on the server and copy the second word.',
      })
    })
}

interface Situation {
  readonly lines: readonly KnownHostLine[]
  readonly fingerprints: readonly string[]
  readonly checking: HostKeyChecking
  readonly host: string
  readonly port: number
}

function judge(situation: Situation, key: Buffer): HostKeyJudgement {
  const { lines, fingerprints, checking, host, port } = situation
  const shown: HostKey = {
    type: typeOfKey(key),
    fingerprint: fingerprint(key),
    line: `${knownHostName(host, port)} ${typeOfKey(key)} ${key.toString('base64')}`,
  }
  const byLines = matchHostKey(lines, host, port, key)
  if (byLines === 'revoked') return refused(revoked(situation, shown))
  if (byLines === 'changed') {
    const pinned = knownKeys(lines, host, port).map((line) => `${fingerprint(line.key)} (${line.keyType})`)
    return refused(changed(situation, shown, pinned, 'ssh-known-hosts'))
  }
  if (fingerprints.length > 0 && !fingerprints.includes(shown.fingerprint)) {
    return refused(changed(situation, shown, fingerprints, 'ssh-host-fingerprint'))
  }
  if (byLines === 'known' || fingerprints.length > 0) return { accepted: true, hostKey: shown }
  if (checking === 'strict') return refused(unknown(situation, shown))
  const notice = `The host key of ${host} is not pinned; trusted ${shown.type} ${shown.fingerprint}. To pin it, set \`ssh-known-hosts\` to: ${shown.line}`
  return { accepted: true, hostKey: { ...shown, notice } }
}

function refused(failure: Failure): HostKeyJudgement {
  return { accepted: false, failure }
}

function unknown({ lines, host, port }: Situation, shown: HostKey): Failure {
  const others =
    lines.length > 0 ? ` None of the lines in \`ssh-known-hosts\` is for ${knownHostName(host, port)}.` : ''
  const authority = hasAuthority(lines, host, port)
    ? ' There is a `@cert-authority` line for it, but host certificates are not supported: pin the key itself.'
    : ''
  return new Failure({
    what: `The host key of ${host} is not known`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}, and nothing pins it.${others}${authority}`,
    next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. If it is the same, set the input \`ssh-known-hosts\` to this line:\n${shown.line}`,
  })
}

function changed(
  { host, port }: Situation,
  shown: HostKey,
  pinned: readonly string[],
  input: string,
): Failure {
  return new Failure({
    what: `The host key of ${host} is not the pinned one`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}; \`${input}\` pins ${pinned.join(', ')}. Either the server was reinstalled, or it has another key of another type, or someone stands between it and you.`,
    next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. Only if it is the same, replace the pin by this line in \`ssh-known-hosts\`:\n${shown.line}`,
  })
}

function revoked({ host, port }: Situation, shown: HostKey): Failure {
  return new Failure({
    what: `The host key of ${host} is revoked`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}, which a \`@revoked\` line in \`ssh-known-hosts\` forbids.`,
    next: 'Give the server a new host key, and pin that.',
  })
}

function onServer(type: string): string {
  const file = type === 'ssh-rsa' ? 'rsa' : type.startsWith('ecdsa-') ? 'ecdsa' : 'ed25519'
  return `ssh-keygen -lf /etc/ssh/ssh_host_${file}_key.pub`
}
