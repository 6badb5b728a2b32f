import { openApi } from '../github/api.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'

/**
 * Why somebody may not have a stranger's code run on the server, as a phrase; undefined when they may write to the
 * repository. Who cannot be asked for may not.
 */
export const whyNoWriter = async (
  login: string,
  { apiUrl, token, repository }: Invocation,
  { progress, signal }: Pick<Observer, 'progress' | 'signal'>,
): Promise<string | undefined> => {
  if (token === '')
    return `without a \`token\`, GitHub cannot be asked whether ${login} may write to the repository`
  const api = openApi({ apiUrl, token, repository, warn: progress.warn, signal })
  const permission = await api.attempt(
    { what: `ask whether ${login} may write to the repository`, permission: 'contents: read' },
    async (octokit) => {
      const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
        ...api.repo,
        username: login,
      })
      return data.permission
    },
  )
  if (permission === undefined) return `GitHub does not say whether ${login} may write to the repository`
  // Whoever maintains has the permission to write, too.
  return permission === 'admin' || permission === 'write'
    ? undefined
    : `${login}, who set the label, may not write to the repository`
}
