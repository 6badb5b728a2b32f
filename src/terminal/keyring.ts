import { Failure } from '../report/failure.ts'
import type { Keyring, OfferedKey } from '../server/connection/login.ts'
import { agentKeys } from './agent.ts'
import type { Asker } from './ask.ts'
import { type IdentityFile, readIdentityFile } from './identity-file.ts'
import type { SshSettings } from './ssh-settings.ts'

/** What keys are asked with, and told to. */
export interface KeyringMeans {
  readonly asker: Asker
  readonly note: (text: string) => void
  /** Key files that must be there, as somebody named them. */
  readonly identities: readonly string[]
}

/**
 * The keys for a server in OpenSSH's order: those that an agent holds and a file names, what else the agent holds, then
 * the files. With `IdentitiesOnly`, only keys that a file names.
 */
export const readKeyring = async (
  { agent, identitiesOnly, identityFiles }: SshSettings,
  { asker, note, identities }: KeyringMeans,
): Promise<Keyring> => {
  const [held, read] = await Promise.all([
    agent === undefined ? [] : agentKeys(agent),
    readFiles(identityFiles, identities, asker, note),
  ])
  const isNamed = (key: OfferedKey) => read.some((file) => file.key.fingerprint === key.fingerprint)
  const isHeld = ({ key }: IdentityFile) => held.some(({ fingerprint }) => fingerprint === key.fingerprint)
  const files = read.filter((file) => {
    if (isHeld(file)) return false
    if (!file.isEncrypted || asker.canAsk) return true
    note(`${file.path} is left out: it has a passphrase, and there is no terminal to ask for it`)
    return false
  })
  return {
    keys: [
      ...held.filter(isNamed),
      ...(identitiesOnly ? [] : held.filter((key) => !isNamed(key))),
      ...files.map(({ key }) => key),
    ],
  }
}

/** Reads key files one after the other, as each may ask; one that nobody named by hand may be missing or unusable. */
const readFiles = async (
  paths: readonly string[],
  named: readonly string[],
  asker: Asker,
  note: (text: string) => void,
): Promise<readonly IdentityFile[]> => {
  const files: IdentityFile[] = []
  for (const path of new Set(paths)) {
    try {
      const file = await readIdentityFile(path, asker)
      if (file) files.push(file)
      else if (named.includes(path)) throw missing(path)
    } catch (error) {
      if (!(error instanceof Failure) || named.includes(path)) throw error
      note(`${path} is left out: ${error.details.why ?? error.message}`)
    }
  }
  return files
}

const missing = (path: string): Failure =>
  new Failure({
    what: 'There is no such private key',
    where: path,
    stands: 'Nothing on the server was changed.',
    next: 'Give `-i` the file of a private key.',
  })
