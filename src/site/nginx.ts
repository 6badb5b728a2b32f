import { removeContainer, startContainer } from '../server/containers.ts'
import { ensureImage } from '../server/images.ts'
import { type ActionContext, seenThrough } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import type { FrontStack } from '../stack/front.ts'
import { nginxContainer } from '../stack/layout.ts'
import type { SiteStack } from '../stack/site.ts'

/** Starts the server's nginx, or a new one in its place; or has the one that runs load its configuration. */
export const startNginx = async (
  context: ActionContext,
  front: FrontStack,
  now: 'missing' | 'other' | 'loads',
): Promise<void> => {
  const { session, progress, signal } = context
  await Promise.all([
    ensureImage(context, front.image),
    runStepScript(session, {
      scripts: ['nginx-conf'],
      title: 'Writing the configuration of nginx',
      progress,
      signal,
      args: { NGINX_CONF: front.conf, NGINX: now === 'loads' ? nginxContainer : '' },
      failure: () =>
        now === 'loads'
          ? {
              what: 'nginx refused its configuration',
              stands: 'nginx goes on with the one that it had.',
              next: `On the server, \`docker logs ${nginxContainer}\` may say more. A site that somebody has put into nginx/sites by hand may be the cause.`,
            }
          : {},
    }),
  ])
  if (now === 'loads') return
  const whole = seenThrough(context)
  if (now === 'other') await removeContainer(session.engine, nginxContainer, whole.signal)
  await startContainer(session.engine, nginxContainer, front.spec, whole.signal)
}

/** Puts the project's site into nginx; undefined takes it out. */
export const setUpSite = async (
  { session, progress, signal }: ActionContext,
  site: SiteStack | undefined,
): Promise<void> => {
  await runStepScript(session, {
    scripts: ['site'],
    title: site ? 'Setting up the site' : 'Taking the site out of nginx',
    progress,
    signal,
    args: { SITE: site?.conf ?? '', VISITORS: site?.visitors ?? '' },
    failure: () => ({
      what: 'nginx refused the site',
      stands: 'nginx goes on with the sites that it had.',
      next: `On the server, \`docker logs ${nginxContainer}\` may say more.`,
    }),
  })
}
