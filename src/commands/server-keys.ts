import { openAsk } from '../github/ask.ts'
import { type DeployKeys, openDeployKeys, whyNot } from '../github/deploy-keys.ts'
import { repositoryOf } from '../github/fetching.ts'
import { keyTitle } from '../source/way.ts'
import type { Invocation } from './invocation.ts'

/** Deploy keys at GitHub as a run may change them; undefined without a token for that. */
export const serverKeys = (
  { apiUrl, deployKeyToken }: Pick<Invocation, 'apiUrl' | 'deployKeyToken'>,
  server: string,
  signal: AbortSignal,
): DeployKeys | undefined =>
  deployKeyToken === ''
    ? undefined
    : openDeployKeys(openAsk({ apiUrl, tokens: [deployKeyToken], signal }), keyTitle(server))

/**
 * Takes a server's key away from its repository at GitHub; gives what is told of it. A removal goes on without: the
 * private half is gone from the server, so that the key opens nothing any more.
 */
export const takeKeyAway = async (
  keys: DeployKeys | undefined,
  folder: string,
  publicKey: string,
  serverUrl: string,
): Promise<string> => {
  const repository = repositoryOf(folder)
  const page = `${serverUrl}/${repository}/settings/keys`
  if (!keys)
    return `Stays: the deploy key at ${page}, as there is no \`deploy-key-token\`; nobody has its private half any more`
  try {
    await keys.remove(repository, publicKey)
    return `Removed: the deploy key of ${repository}`
  } catch (error) {
    return `Stays: the deploy key at ${page}, as ${whyNot(repository, error)}; nobody has its private half any more`
  }
}
