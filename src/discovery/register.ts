import type { ActionContext } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import { type RegisteredService, type RegistrationPart, registration } from '../stack/registration.ts'

/**
 * Tells Consul of a part of the project's services, and waits until it knows them; those that it knew under this part
 * and that are no longer among them, it forgets.
 */
export const register = async (
  { session, progress, signal }: ActionContext,
  part: RegistrationPart,
  services: readonly RegisteredService[],
): Promise<void> => {
  const { text, question } = registration(session.project, part, services)
  await runStepScript(session, {
    scripts: ['register'],
    title: 'Registering in Consul',
    progress,
    signal,
    args: { PART: part, REGISTRATION: text, QUESTION: question },
    failure: () => ({
      what: 'Consul does not take the project’s services',
      why: 'It did not answer for them within 60 s. Its log is below.',
      stands: 'The services run, and have their plain names; only what Consul says of them is older.',
      next: 'See the log for the cause, then run the job again.',
    }),
  })
}
