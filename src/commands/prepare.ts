import type { DesiredState, Facts } from '../plan/plan.ts'
import { type Credentials, completeCredentials } from '../server/provision.ts'
import { requirementFiles } from '../source/requirements.ts'
import { resolveSource } from '../source/resolve.ts'
import type { Source } from '../source/source.ts'
import { frontStack } from '../stack/front.ts'
import { releaseStack } from '../stack/release.ts'
import { serviceStacks } from '../stack/services.ts'
import { siteStack } from '../stack/site.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { readSecrets } from './secrets.ts'
import type { Target } from './target.ts'

/** What a command works with that is known before the server is asked. */
export interface Prepared {
  readonly target: Target
  readonly invocation: Invocation
  readonly source: Source
  /** Values of the project's `secrets`; masked. */
  readonly secrets: Readonly<Record<string, string>>
  /** Requirements file and the files that it includes, from the root of the repository; empty for none. */
  readonly requirements: readonly string[]
}

/** Reads secrets and commit; `name` is the command's, for the log. */
export const prepare = async (
  name: string,
  target: Target,
  invocation: Invocation,
  { progress, mask }: Pick<Observer, 'progress' | 'mask'>,
): Promise<Prepared> => {
  const { configuration } = target
  const secrets = readSecrets(configuration, invocation.env, target.file)
  for (const secret of Object.values(secrets)) mask(secret)
  progress.note(
    `${name}: ${configuration.name} of ${invocation.repository} to ${configuration.username}@${configuration.hostname}:${configuration.port}`,
  )
  const source = await resolveSource({
    ...invocation,
    repository: configuration.project.repository,
    ref: configuration.project.ref,
    ownRepository: invocation.repository,
  })
  const image = configuration.project.type.image(configuration.project.settings)
  const requirements = await requirementFiles(source, image.requirements)
  progress.note(`Commit ${source.commit.slice(0, 12)}: ${source.subject}`)
  return { target, invocation, source, secrets, requirements }
}

/** What the server should be, by what was prepared and what the server has; new passwords are made, and masked. */
export const desiredState = (
  { target: { configuration }, invocation, source, secrets, requirements }: Prepared,
  { host }: Facts,
  mask: Observer['mask'],
): { readonly desired: DesiredState; readonly credentials: Credentials } => {
  const credentials = completeCredentials(
    host,
    configuration.services.map(({ name }) => name),
  )
  for (const password of Object.values(credentials.passwords)) mask(password)
  const services = serviceStacks(configuration, credentials.passwords)
  const release = releaseStack({
    configuration,
    services,
    secrets,
    key: credentials.key,
    tree: source.tree,
    requirementFiles: requirements,
  })
  return {
    credentials,
    desired: {
      project: configuration.projectName,
      owner: { repository: invocation.repository, configuration: configuration.name },
      front: frontStack(host.hasIpv6),
      services,
      site: release.hasWeb ? siteStack(configuration, host.hasIpv6) : undefined,
      release,
    },
  }
}
