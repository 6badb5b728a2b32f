import type { Configuration, DeploymentFile } from '../../src/configuration/configuration.ts'
import { selectConfiguration } from '../../src/configuration/select.ts'
import { type FrontStack, frontStack } from '../../src/stack/front.ts'
import { type ReleaseStack, releaseSpec, releaseStack } from '../../src/stack/release.ts'
import { type ServiceStack, serviceStacks } from '../../src/stack/services.ts'
import { type SiteStack, siteStack } from '../../src/stack/site.ts'

/** Everything that a configuration becomes before a server is asked. */
export interface Stacks {
  readonly configuration: Configuration
  readonly services: readonly ServiceStack[]
  readonly release: ReleaseStack
  readonly site: SiteStack
  readonly front: FrontStack
}

/** A password with characters that a careless writer of an address or a file trips over. */
export const password = `p%4:@/?#'"$w`

/** What becomes of every configuration of a file. */
export const stacksOf = (deployment: DeploymentFile): readonly Stacks[] =>
  Object.keys(deployment.configurations).map((name) => stackOf(deployment, name))

function stackOf(deployment: DeploymentFile, name: string): Stacks {
  const configuration = selectConfiguration(deployment, name, { repository: 'acme/guest-book' })
  const passwords = Object.fromEntries(configuration.services.map((service) => [service.name, password]))
  const services = serviceStacks(configuration, passwords)
  const release = releaseStack({
    configuration,
    services,
    secrets: Object.fromEntries(
      configuration.project.secrets.map((secret) => [secret.name, `${secret.from}\n"`]),
    ),
    key: 'key',
    tree: 'a'.repeat(40),
    requirementFiles: ['requirements.txt'],
  })
  releaseSpec({ configuration }, release, 7, 'c'.repeat(40))
  const site = siteStack(configuration, true)
  return { configuration, services, release, site, front: frontStack(true) }
}
