import type { Facts } from '../plan/plan.ts'
import { goingLines, remainsOf } from '../plan/remains.ts'
import { Failure } from '../report/failure.ts'
import { runStepScript } from '../server/scripts.ts'
import { removalNews } from './announce.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { removeProject } from './removal.ts'
import type { Removal } from './removals.ts'
import type { Done } from './run.ts'
import { newerRelease, superseded } from './superseded.ts'
import { openTarget, readTarget, type Target } from './target.ts'

/** A preview that is to go. */
export interface PreviewRemoval {
  /** The preview, or as much of it as its removal needs: its project's name and number, and the way to its server. */
  readonly target: Target
  /** Number of the pull request. */
  readonly number: number
  /** Why, as a phrase. */
  readonly because: string
  /**
   * Whether an event of the pull request, or of its branch, asks for it: then a newer run's preview stays, and an older run, which may still
   * wait, does not bring it up again.
   */
  readonly isEvent: boolean
  /**
   * Asked once nobody else is at work on the preview: why it stays after all, as a phrase, or undefined when it goes. What
   * was seen of it may be long ago by then.
   */
  readonly whyStays?: ((host: Facts['host']) => Promise<string | undefined>) | undefined
}

/** Takes a preview down, with its data. It waits for whoever is at work on it. */
export const removePreview = async (
  removal: PreviewRemoval,
  invocation: Invocation,
  observer: Observer,
): Promise<Done> => {
  const { target, number, because, isEvent, whyStays } = removal
  const { projectName } = target.configuration
  if (invocation.dryRun) return wouldRemove(removal, observer)
  const news = removalNews('preview remove', target)
  observer.announce?.(news)
  await using server = await openTarget(target, invocation, observer, invocation.lockSeconds)
  const { facts, session } = server
  expectPreview(facts, target, invocation, session.where)
  const newer = isEvent ? newerRelease(invocation.run, facts.host) : undefined
  if (newer) return superseded(newer, invocation)
  const stays = await whyStays?.(facts.host)
  if (stays !== undefined) {
    const { current, sequence } = facts.host
    const result: Done = {
      kind: 'done',
      sentence: `The preview of pull request ${number} stays on ${session.where}: ${stays}`,
      changed: false,
      release: current ?? sequence,
    }
    observer.told?.(news, result)
    return result
  }
  const remains = remainsOf(projectName, [], facts)
  const { run } = invocation
  const lines = await removeProject(
    server,
    {
      configuration: target.configuration,
      remains,
      volumes: true,
      ...(isEvent && run && { first: [noteRemoval(run.id)] }),
      again: `run the job again, or \`preview remove ${number}\`: it goes on where this one stopped.`,
    },
    invocation,
    observer,
  )
  observer.stage('ended')
  const wasThere = remains.isThere || remains.hasData
  const result: Done = {
    kind: 'done',
    sentence: wasThere
      ? `Removed the preview of pull request ${number} from ${session.where}: ${because}`
      : `There is no preview of pull request ${number} on ${session.where}: nothing was removed`,
    lines: wasThere ? lines.filter((line) => line.startsWith('Removed: ') || line.includes('image')) : [],
    changed: wasThere,
  }
  observer.told?.(news, result)
  return result
}

/** What a removal would do, without the lock. */
const wouldRemove = async (
  { target, number, because }: PreviewRemoval,
  observer: Observer,
): Promise<Done> => {
  const { facts, where } = await readTarget(target, observer, async () => undefined)
  const remains = remainsOf(target.configuration.projectName, [], facts)
  const isThere = remains.isThere || remains.hasData
  return {
    kind: 'done',
    sentence: isThere
      ? `Would remove the preview of pull request ${number} from ${where}: ${because}; nothing was changed`
      : `There is no preview of pull request ${number} on ${where}`,
    lines: isThere ? goingLines(remains, true).map((line) => `Goes: ${line}`) : [],
    changed: false,
  }
}

/** Has an older run that waits for the lock find that nobody wants its preview any more. */
const noteRemoval = (run: number): Removal => ({
  title: 'Note that the preview is taken down',
  reason: 'an older run may still wait to bring it up',
  run: async ({ session, progress, signal }) => {
    await runStepScript(session, {
      scripts: ['gone'],
      title: 'Noting the removal',
      progress,
      signal,
      args: { RUN: String(run) },
    })
  },
})

/** Refuses a project that is somebody else's, or no preview. */
const expectPreview = (
  { host: { owner } }: Facts,
  { configuration: { projectName } }: Target,
  { repository }: Invocation,
  where: string,
): void => {
  if (!owner || (owner.repository === repository && owner.preview)) return
  throw new Failure({
    what: `The project ${projectName} on the server is no preview of this repository`,
    where,
    why: `It belongs to ${owner.repository}, configuration ${owner.configuration}; this is ${repository}.`,
    stands: 'Nothing on the server was changed.',
    next: 'If another project is meant, correct `project_name`.',
  })
}
