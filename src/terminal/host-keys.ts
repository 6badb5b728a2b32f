import { Failure } from '../report/failure.ts'
import {
  algorithmsFor,
  type HostKey,
  type HostKeyJudgement,
  type HostKeyPolicy,
} from '../server/connection/host-key.ts'
import {
  fingerprint,
  knownHostName,
  knownKeys,
  matchHostKey,
  typeOfKey,
} from '../server/connection/known-hosts.ts'
import type { Asker } from './ask.ts'
import { keepHostKey, type PlacedLine, readKnownHostsFiles } from './known-hosts-files.ts'
import type { SshSettings } from './ssh-settings.ts'

/** Who is asked about a host key that is not known, and told that one was kept. */
export interface HostKeyMeans {
  readonly asker: Asker
  readonly note: (text: string) => void
}

/** Decides by the files of known hosts which key a server may show, and asks about one that nobody knows. */
export const knownHostsPolicy = async (
  settings: SshSettings,
  means: HostKeyMeans,
): Promise<HostKeyPolicy> => {
  const lines = await readKnownHostsFiles([...settings.userKnownHosts, ...settings.globalKnownHosts])
  const { hostKeyAlias } = settings
  // OpenSSH looks an alias up without the port.
  const host = hostKeyAlias ?? settings.hostname
  const port = hostKeyAlias === undefined ? settings.port : 22
  return {
    algorithms: algorithmsFor(lines, host, port),
    async judge(key): Promise<HostKeyJudgement> {
      const shown = shownKey(key, host, port)
      switch (matchHostKey(lines, host, port, key)) {
        case 'known':
          return { accepted: true, hostKey: shown }
        case 'revoked':
          return { accepted: false, failure: revoked(shown, host, port) }
        case 'changed':
          return {
            accepted: false,
            failure: changed(shown, host, port, knownKeys(lines, host, port) as readonly PlacedLine[]),
          }
        case 'unknown': {
          const failure = await whyNot(shown, host, port, settings, means.asker)
          if (failure) return { accepted: false, failure }
          const [file] = settings.userKnownHosts
          if (file !== undefined) {
            await keepHostKey(file, { host, port, key, isHashed: settings.hashKnownHosts })
            means.note(
              `The host key of ${host} (${shown.type} ${shown.fingerprint}) is now known, by ${file}`,
            )
          }
          return { accepted: true, hostKey: shown }
        }
      }
    },
  }
}

const shownKey = (key: Buffer, host: string, port: number): HostKey => ({
  type: typeOfKey(key),
  fingerprint: fingerprint(key),
  line: `${knownHostName(host, port)} ${typeOfKey(key)} ${key.toString('base64')}`,
})

/** Why a key that nobody knows is refused; undefined when it is accepted. */
const whyNot = async (
  shown: HostKey,
  host: string,
  port: number,
  { checking, batchMode }: SshSettings,
  asker: Asker,
): Promise<Failure | undefined> => {
  if (checking === 'accept-new' || checking === 'no') return undefined
  if (checking === 'yes') return unknown(shown, host, port, 'StrictHostKeyChecking is `yes`.')
  if (batchMode) return unknown(shown, host, port, 'BatchMode is `yes`, so that nobody is asked.')
  if (!asker.canAsk) return unknown(shown, host, port, 'There is no terminal to ask whether it is right.')
  const question = [
    `The host key of ${host} is not known. It is the ${shown.type} key`,
    `  ${shown.fingerprint}`,
    `Compare it with what \`${onServer(shown.type)}\` prints on the server’s own console.`,
    'Connect, and keep the key as known? (yes/no/fingerprint) ',
  ].join('\n')
  let answer = (await asker.line(question)).trim()
  while (!isAnswer(answer)) answer = (await asker.line('Please type yes, no or the fingerprint: ')).trim()
  if (answer === 'yes' || answer === shown.fingerprint) return undefined
  return unknown(
    shown,
    host,
    port,
    answer === 'no' ? 'You said that it is not right.' : `It is not ${answer}, which you expect.`,
  )
}

const isAnswer = (text: string): boolean => text === 'yes' || text === 'no' || text.startsWith('SHA256:')

const unknown = (shown: HostKey, host: string, port: number, why: string): Failure =>
  new Failure({
    what: `The host key of ${host} is not known`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}, which no file of known hosts has. ${why}`,
    stands: 'Nothing on the server was changed.',
    next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. If it is the same, add this line to ~/.ssh/known_hosts:\n${shown.line}`,
  })

const changed = (shown: HostKey, host: string, port: number, known: readonly PlacedLine[]): Failure =>
  new Failure({
    what: `The host key of ${host} has changed`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}; known is ${known
      .map((line) => `${fingerprint(line.key)} (${line.file}:${line.number})`)
      .join(
        ', ',
      )}. Either the server was reinstalled, or it has another key of another type, or someone stands between it and you.`,
    stands: 'Nothing on the server was changed.',
    next: `Compare the fingerprint with what \`${onServer(shown.type)}\` prints on the server’s own console. Only if it is the same, forget the old key: \`ssh-keygen -R '${knownHostName(host, port)}' -f ${known[0]?.file}\`.`,
  })

const revoked = (shown: HostKey, host: string, port: number): Failure =>
  new Failure({
    what: `The host key of ${host} is revoked`,
    where: `${host}:${port}`,
    why: `The server shows the ${shown.type} key ${shown.fingerprint}, which a \`@revoked\` line of known hosts forbids.`,
    stands: 'Nothing on the server was changed.',
    next: 'Give the server a new host key.',
  })

const onServer = (type: string): string => {
  const name = type === 'ssh-rsa' ? 'rsa' : type.startsWith('ecdsa-') ? 'ecdsa' : 'ed25519'
  return `ssh-keygen -lf /etc/ssh/ssh_host_${name}_key.pub`
}
