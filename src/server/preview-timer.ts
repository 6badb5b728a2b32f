import { nginxImage } from '../stack/front.ts'
import type { ActionContext } from './provision.ts'
import { runStepScript } from './scripts.ts'

/** What the timer is settled for. */
interface TimerRequest {
  /** Text of the script that it calls; empty to leave that as it is. */
  readonly expire: string
  /** Whether the session's project is about to go, and does not count any more. */
  readonly isGoing: boolean
}

/** Has the server's timer be there as long as there are previews, and no longer. */
export const settleTimer = async (
  { session, progress, signal }: ActionContext,
  { expire, isGoing }: TimerRequest,
): Promise<void> => {
  const marks: string[] = []
  await runStepScript(session, {
    scripts: ['preview-timer'],
    title: 'Setting the timer of the previews',
    progress,
    signal,
    args: { EXPIRE: expire, GOING: isGoing ? session.project : '', HELPER_IMAGE: nginxImage },
    onMark: (mark) => marks.push(mark),
  })
  if (marks.includes('volatile'))
    progress.note(
      'The server has no systemd that could remove previews when their time is over: `preview sync` does it',
    )
}
