import type { ParsedKey } from 'ssh2'
import { fingerprint } from '../server/connection/known-hosts.ts'
import type { OfferedKey } from '../server/connection/login.ts'

/** The keys that an ssh-agent holds, in its order; none where it does not answer. */
export const agentKeys = async (socket: string): Promise<readonly OfferedKey[]> => {
  const { default: ssh2 } = await import('ssh2')
  const agent = new ssh2.OpenSSHAgent(socket)
  const { promise, resolve } = Promise.withResolvers<readonly OfferedKey[]>()
  agent.getIdentities((error, keys = []) => {
    if (error) return resolve([])
    resolve(
      (keys as readonly ParsedKey[]).map((publicKey): OfferedKey => {
        const blob = publicKey.getPublicSSH()
        return {
          name: `ssh-agent: ${publicKey.comment}`,
          publicKey,
          publicLine: `${publicKey.type} ${blob.toString('base64')}`,
          fingerprint: fingerprint(blob),
          sign: (data, hash) =>
            new Promise((done, fail) => {
              agent.sign(publicKey, data, { ...(hash && { hash }) }, (refusal, signature) =>
                signature ? done(signature) : fail(refusal ?? new Error('The agent did not sign')),
              )
            }),
        }
      }),
    )
  })
  return promise
}
