import { createHash, createHmac } from 'node:crypto'
import { Failure } from '../../report/failure.ts'

/** One line of a known_hosts file that says something. */
export interface KnownHostLine {
  readonly marker: 'revoked' | 'cert-authority' | undefined
  /** The host patterns as written, without hashing undone: `example.com`, `[host]:2222`, `!x`, `|1|…|…`. */
  readonly hosts: readonly string[]
  readonly keyType: string
  readonly key: Buffer
}

/** What a known_hosts file says of a key that a server shows. */
export type HostKeyVerdict = 'known' | 'changed' | 'revoked' | 'unknown'

/** Reads the text of a known_hosts file; comments and empty lines are left out. */
export function parseKnownHosts(text: string): readonly KnownHostLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const trimmed = line.trim()
    return trimmed === '' || trimmed.startsWith('#') ? [] : [parseLine(trimmed, index + 1)]
  })
}

function parseLine(line: string, number: number): KnownHostLine {
  const words = line.split(/\s+/)
  const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined
  if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') {
    throw malformed(number, `\`@${marker}\` is not a marker; there are \`@revoked\` and \`@cert-authority\`.`)
  }
  const [hosts, keyType, base64] = words
  if (hosts === undefined || keyType === undefined || base64 === undefined) {
    throw malformed(number, 'It needs a host, a key type and a key.')
  }
  const key = Buffer.from(base64, 'base64')
  if (typeOfKey(key) !== keyType) {
    throw malformed(number, `Its third word is not a key of the type that its second names.`)
  }
  return { marker, hosts: hosts.split(','), keyType, key }
}

function malformed(number: number, why: string): Failure {
  return new Failure({
    what: `Line ${number} of the known hosts cannot be read`,
    where: `input ssh-known-hosts, line ${number}`,
    why,
    next: 'Write each line as `host type key`, as `ssh-keyscan HOST` prints it.',
  })
}

/** The type that an SSH public key names itself, such as `ssh-ed25519`; empty when the bytes hold no key. */
export function typeOfKey(key: Buffer): string {
  let type: string | undefined
  let at = 0
  while (at + 4 <= key.length) {
    const start = at + 4
    at = start + key.readUInt32BE(at)
    type ??= key.toString('latin1', start, at)
  }
  return at === key.length ? (type ?? '') : ''
}

/** The name under which known_hosts lists a host: bare on port 22, else `[host]:port`. */
export function knownHostName(host: string, port: number): string {
  const name = host.toLowerCase()
  return port === 22 ? name : `[${name}]:${port}`
}

/**
 * What the lines say of the key that a server shows. A line that covers the host with another key means
 * `changed`, of whatever type that key is. As in OpenSSH, a server on another port than 22 is also known by
 * a line with its bare name, when that line has this very key.
 */
export function matchHostKey(
  lines: readonly KnownHostLine[],
  host: string,
  port: number,
  key: Buffer,
): HostKeyVerdict {
  const exact = verdict(covering(lines, host, port), key)
  if (exact !== 'unknown' || port === 22) return exact
  const bare = verdict(covering(lines, host, 22), key)
  return bare === 'changed' ? 'unknown' : bare
}

function verdict(lines: readonly KnownHostLine[], key: Buffer): HostKeyVerdict {
  if (lines.some((line) => line.marker === 'revoked' && line.key.equals(key))) return 'revoked'
  const plain = lines.filter((line) => line.marker === undefined)
  if (plain.some((line) => line.key.equals(key))) return 'known'
  return plain.length > 0 ? 'changed' : 'unknown'
}

/** The keys that the lines list for a host, in their order, leaving out revoked ones and authorities. */
export function knownKeys(
  lines: readonly KnownHostLine[],
  host: string,
  port: number,
): readonly KnownHostLine[] {
  const exact = covering(lines, host, port)
  const found = exact.length > 0 ? exact : covering(lines, host, 22)
  return found.filter((line) => line.marker === undefined)
}

/** The types of {@link knownKeys}, each once. */
export function knownKeyTypes(
  lines: readonly KnownHostLine[],
  host: string,
  port: number,
): readonly string[] {
  return [...new Set(knownKeys(lines, host, port).map((line) => line.keyType))]
}

/** Whether a certificate authority is listed for the host: certificates of hosts are not supported. */
export function hasAuthority(lines: readonly KnownHostLine[], host: string, port: number): boolean {
  return covering(lines, host, port).some((line) => line.marker === 'cert-authority')
}

function covering(lines: readonly KnownHostLine[], host: string, port: number): readonly KnownHostLine[] {
  const name = knownHostName(host, port)
  return lines.filter(({ hosts }) => {
    const negated = hosts.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1), name))
    return !negated && hosts.some((pattern) => matches(pattern, name))
  })
}

function matches(pattern: string, name: string): boolean {
  if (pattern.startsWith('|1|')) {
    const [, , salt = '', hash = ''] = pattern.split('|')
    return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
  }
  const expression = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${expression}$`).test(name)
}

/** The fingerprint of a public key as ssh-keygen prints it: `SHA256:` and base64 without padding. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}
