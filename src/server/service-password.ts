import type { ServiceStack } from '../stack/services.ts'
import type { ActionContext } from './provision.ts'
import { runStepScript } from './scripts.ts'

/**
 * Tries whether a service's password opens its data, where the data keeps one: a volume that comes from elsewhere, or is
 * older than the password, has another. The server keeps a given password from then on.
 */
export const tryPassword = async (
  { session, progress, signal }: ActionContext,
  { name, containerName, image, container, type, identity, hasGivenPassword }: ServiceStack,
): Promise<void> => {
  const isKept = !hasGivenPassword || session.facts.passwords[name] === identity.password
  if (!container.login && isKept) return
  await runStepScript(session, {
    scripts: ['service-login'],
    title: `Trying the password of ${name}`,
    progress,
    signal,
    args: { CONTAINER: containerName, SERVICE: name },
    words: container.login ?? [],
    stdin: Buffer.from(`${identity.password}\n`),
    failure: (output) => ({
      what: `The password of ${name} does not open its data`,
      why: `The data is older than the password, or comes from elsewhere: it has another user or another password. ${containerName} runs, but refuses the login.`,
      stands:
        session.facts.current === undefined
          ? 'The data was not touched.'
          : `The data was not touched, and release ${session.facts.current} goes on as before.`,
      next: [
        `If you know the data’s own password, give it by \`password: VARIABLE\` in the entry of ${name}.`,
        type.wayIn?.(identity, { image, kind: container.dataVersion?.kind }, output),
      ].join(' '),
    }),
  })
}
