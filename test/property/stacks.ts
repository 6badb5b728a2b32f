import type { Configuration, DeploymentFile } from '../../src/configuration/configuration.ts'
import { selectConfiguration } from '../../src/configuration/select.ts'
import { type FrontStack, frontStack } from '../../src/stack/front.ts'
import { type ReleaseStack, releaseStack } from '../../src/stack/release.ts'
import { releaseContainers } from '../../src/stack/release-containers.ts'
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
    dependencies: { tool: 'pip', files: ['requirements.txt'] },
  })
  releaseContainers(configuration, release, { number: 7, commit: 'c'.repeat(40), address: '10.213.0.9' })
  const site = siteStack(configuration, true, {
    static: release.image.staticLocation !== undefined,
    media: release.image.mediaLocation !== undefined,
  })
  return { configuration, services, release, site, front: frontStack(true) }
}
