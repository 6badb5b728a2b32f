import { PassThrough } from 'node:stream'
import type { Facts } from '../plan/plan.ts'
import { nginxRuns } from '../server/engine/facts.ts'
import { keepApart } from '../server/isolation.ts'
import { settleTimer } from '../server/preview-timer.ts'
import type { ActionContext } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import { setUpSite } from '../site/nginx.ts'
import type { ServerKey } from '../source/source.ts'
import { nginxImage } from '../stack/front.ts'
import { removalScripts } from '../stack/removal-scripts.ts'
import { readKey } from './server-keys.ts'

/** A part of a project's removal. */
export interface Removal {
  readonly title: string
  readonly reason: string
  readonly run: (context: ActionContext) => Promise<void>
}

/** What a removal is told. */
interface RemovalOptions {
  /** Whether data goes as well. */
  readonly volumes: boolean
  /** Whether passwords stay although volumes go. */
  readonly keepsPasswords: boolean
  /** Whether there is anything; where there is not, only the lock that was taken for it goes again. */
  readonly isThere: boolean
  /** For the server's own log: a line of JSON. */
  readonly audit: string
  /** Hears what could not be removed: an image that somebody else uses. */
  readonly onStays: (what: string) => void
  /** Takes a repository's deploy key away at GitHub, when the server has no more use for it. */
  readonly takeKeyAway: (folder: string, key: ServerKey) => Promise<void>
}

/** Milliseconds for containers to stop: requests and jobs under way get their time to end. */
const stopping = 1_800_000

/**
 * The removal of a project in parts, one after the other. Each may be interrupted and done again, and what is left at
 * any point is seen by the next run: as a removal to be completed, or as a project to be built.
 */
export const removals = ({ host, engine }: Facts, options: RemovalOptions): readonly Removal[] => {
  const args = { VOLUMES: options.volumes ? 'yes' : '', HELPER_IMAGE: nginxImage }
  const script =
    (title: string, scripts: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    async ({ session, progress, signal }: ActionContext) => {
      await runStepScript(session, {
        scripts,
        title,
        progress,
        signal,
        deadlineMs: stopping,
        args: { ...args, ...more },
        onMark: (mark, rest) => mark === 'stays' && options.onStays(rest),
      })
    }
  const files: Removal = {
    title: options.volumes ? 'Remove data and files' : 'Remove files',
    reason: options.volumes ? '--volumes' : 'data stays',
    run: script('Removing files', removalScripts.files, {
      KEEP: !options.volumes || options.keepsPasswords ? 'yes' : '',
      AUDIT: options.isThere ? options.audit : '',
    }),
  }
  if (!options.isThere) return [files]
  return [
    ...(nginxRuns(engine)
      ? [
          {
            title: 'Take the site out of nginx',
            reason: 'visitors come first',
            run: (context: ActionContext) => setUpSite(context, undefined),
          },
        ]
      : []),
    ...(host.hasDocker
      ? [
          {
            title: 'Stop and remove the containers',
            reason: 'requests and jobs under way come to their end',
            run: script('Removing the containers', removalScripts.containers),
          },
        ]
      : []),
    {
      title: 'Take the project out of Consul',
      reason: 'nobody asks for it any more',
      run: script('Taking the project out of Consul', removalScripts.discovery),
    },
    {
      title: 'Remove releases and network',
      reason: 'nothing runs in them any more',
      run: script('Removing releases and network', removalScripts.releases),
    },
    ...(host.hasDocker && host.firewall
      ? [{ title: 'Remove the network’s rules', reason: 'the network is gone', run: keepApart }]
      : []),
    ...(host.owner?.preview && host.previewTimer !== undefined
      ? [
          {
            title: 'See whether any preview is left',
            reason: 'the server looks each hour whether one’s time is over',
            run: (context: ActionContext) => settleTimer(context, { expire: '', isGoing: true }),
          },
        ]
      : []),
    ...(host.repositories.length > 0
      ? [
          {
            title: 'Give up the repository',
            reason: 'nothing is fetched any more',
            run: (context: ActionContext) => forget(context, options),
          },
        ]
      : []),
    files,
  ]
}

/** Removes the repositories that no other project of the server uses, with their keys. */
const forget = async (
  { session, progress, signal }: ActionContext,
  { takeKeyAway }: RemovalOptions,
): Promise<void> => {
  const stdin = new PassThrough()
  let key: ServerKey = { publicKey: '', hasWorked: false }
  await runStepScript(session, {
    scripts: ['repository', 'forget'],
    title: 'Giving up the repository',
    progress,
    signal,
    stdin,
    onMark(mark, rest) {
      if (mark === 'key') key = readKey(rest)
      if (mark === 'forget') void takeKeyAway(rest, key).then(() => stdin.write('gone\n'))
    },
  })
}
