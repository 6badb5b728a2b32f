import { createHmac, randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  type KnownHostLine,
  knownHostName,
  parseKnownHosts,
  typeOfKey,
} from '../server/connection/known-hosts.ts'

/** A line of a known_hosts file, and where it stands. */
export interface PlacedLine extends KnownHostLine {
  readonly file: string
  readonly number: number
}

/** Reads known_hosts files as OpenSSH does: a file that is not there and a line that cannot be read say nothing. */
export const readKnownHostsFiles = async (files: readonly string[]): Promise<readonly PlacedLine[]> => {
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(file, 'utf8').catch(() => '') })),
  )
  return texts.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      try {
        return parseKnownHosts(line).map((known) => ({ ...known, file, number: index + 1 }))
      } catch {
        return []
      }
    }),
  )
}

/** Keeps a server's key in a known_hosts file, with the server's name hashed if that is wished. */
export const keepHostKey = async (
  file: string,
  { host, port, key, isHashed }: { host: string; port: number; key: Buffer; isHashed: boolean },
): Promise<void> => {
  const name = knownHostName(host, port)
  const line = `${isHashed ? hashed(name) : name} ${typeOfKey(key)} ${key.toString('base64')}\n`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const before = await readFile(file, 'utf8').catch(() => '')
  await appendFile(file, before === '' || before.endsWith('\n') ? line : `\n${line}`, { mode: 0o600 })
}

const hashed = (name: string): string => {
  const salt = randomBytes(20)
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`
}
