import { firewallScript, openWarning } from '../stack/firewall.ts'
import { nginxImage } from '../stack/front.ts'
import type { ActionContext } from './provision.ts'
import { runStepScript } from './scripts.ts'

/** Keeps the networks of all projects on the server apart, now and after each boot. */
export const keepApart = async ({ session, progress, signal }: ActionContext): Promise<void> => {
  const marks: string[] = []
  const output = await runStepScript(session, {
    scripts: ['isolation'],
    title: 'Keeping the projects’ networks apart',
    progress,
    signal,
    args: { FIREWALL: firewallScript(), HELPER_IMAGE: nginxImage },
    onMark: (mark) => marks.push(mark),
  })
  // The server may be one that has no say over its kernel; the site is not to wait for that.
  if (marks.includes('open'))
    progress.warn(
      openWarning(`the rules could not be loaded (${output.slice(-1).join('') || 'no reason given'})`),
    )
  else if (marks.includes('volatile'))
    progress.note('The server has no systemd: after a reboot, the rules are gone until the next run')
}
