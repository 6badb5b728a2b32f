import { openAsk } from '../github/ask.ts'
import { type DeployKeys, openDeployKeys, whyNot } from '../github/deploy-keys.ts'
import { repositoryOf } from '../github/fetching.ts'
import type { ServerKey } from '../source/source.ts'
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
  { publicKey, hasWorked }: ServerKey,
  serverUrl: string,
): Promise<string> => {
  const repository = repositoryOf(folder)
  const page = `${serverUrl}/${repository}/settings/keys`
  // A key that never opened the repository is there only if somebody has added it, and that is not known here.
  const stays = (why: string) =>
    hasWorked
      ? `Stays: the deploy key at ${page}, as ${why}; nobody has its private half any more`
      : `Not asked for at GitHub, as ${why}: the server’s deploy key for ${repository}, which was never used. If somebody has added it, it is at ${page}`
  if (!keys) return stays('there is no `deploy-key-token`')
  try {
    return (await keys.remove(repository, publicKey))
      ? `Removed: the deploy key of ${repository}`
      : `Not at GitHub: the deploy key that the server had for ${repository}`
  } catch (error) {
    return stays(whyNot(repository, error))
  }
}

/** Reads a key that the server shows (`tell_key` in `repository.sh`): the repository's folder, `new` or `worked`, the key. */
export const readKey = (rest: string): ServerKey => {
  const [, state, ...words] = rest.split(' ')
  return { publicKey: words.join(' '), hasWorked: state === 'worked' }
}
