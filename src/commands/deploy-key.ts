import { PassThrough } from 'node:stream'
import { whyNot } from '../github/deploy-keys.ts'
import { folderOf, keysPageOf } from '../github/fetching.ts'
import { Failure } from '../report/failure.ts'
import { runStepScript } from '../server/scripts.ts'
import type { ServerKey } from '../source/source.ts'
import { keyTitle, onGithub } from '../source/way.ts'
import type { DeployKeyCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { serverName } from './prepare.ts'
import type { Done } from './run.ts'
import { readKey, serverKeys, takeKeyAway } from './server-keys.ts'
import { openTarget, type Target } from './target.ts'

/**
 * Shows the key by which the server fetches the project's repository, or replaces it: the new one is added at GitHub
 * before the old one goes, on the server and then there.
 */
export const deployKey = async (
  { verb }: DeployKeyCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Done> => {
  const { configuration } = target
  const { serverUrl } = invocation
  const { signal } = observer
  const repository = onGithub({
    repository: configuration.project.repository,
    ownRepository: invocation.repository,
    serverUrl,
  })
  if (repository === undefined)
    throw new Failure({
      what: 'There are deploy keys only for repositories on this GitHub',
      where: 'repository',
      why: `The project’s is ${configuration.project.repository}.`,
    })
  const keys = serverKeys(invocation, serverName(configuration), signal)
  const page = keysPageOf(repository, serverUrl)
  if (invocation.dryRun && verb === 'rotate')
    return {
      kind: 'done',
      changed: false,
      sentence: `Would replace the server’s deploy key for ${repository}`,
    }

  await using server = await openTarget(target, invocation, observer, invocation.lockSeconds)
  const stdin = new PassThrough()
  let old: ServerKey = { publicKey: '', hasWorked: false }
  let next = ''
  const title = verb === 'show' ? 'Show the deploy key' : 'Replace the deploy key'
  const progress = observer.progress.begin(title, 'asked for')
  try {
    await runStepScript(server.session, {
      scripts: ['repository', 'deploy-key'],
      title,
      progress,
      signal,
      args: { NAME: folderOf(repository), VERB: verb },
      stdin,
      onMark(mark, rest) {
        if (mark === 'key') old = readKey(rest)
        if (mark !== 'next') return
        next = rest
        const admitted = keys?.admit(repository, { publicKey: next, hasWorked: false })
        void Promise.resolve(admitted).then((admission) => {
          if (admission?.kind === 'refused')
            stdin.destroy(
              new Failure({
                what: 'The new deploy key was refused',
                where: page,
                why: admission.why,
                stands: 'The server has the key that it had.',
              }),
            )
          else stdin.end('use\n')
        })
      },
    })
    progress.end('done')
  } catch (error) {
    progress.end('failed')
    throw error
  }
  const folder = folderOf(repository)
  const gone = next === '' ? [] : [await takeKeyAway(keys, folder, old, serverUrl)]
  const added = keys
    ? `It is at ${repository} as “${keyTitle(serverName(configuration))}”`
    : `Add it at ${page}, without write access, if it is not there`
  const state =
    verb === 'show' && keys
      ? await keys.has(repository, old.publicKey).then(
          (isThere) => (isThere ? added : `It is not at ${repository} yet: the next deploy adds it`),
          (error: unknown) => `Whether it is at ${page} is not known, as ${whyNot(repository, error)}`,
        )
      : added
  return {
    kind: 'done',
    changed: next !== '',
    sentence:
      verb === 'show'
        ? `The server’s deploy key for ${repository}`
        : `The server has another deploy key for ${repository}`,
    lines: [next || old.publicKey, state, ...gone],
  }
}
