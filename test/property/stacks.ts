import type { Configuration, DeploymentFile } from '../../src/configuration/configuration.ts'
import { selectConfiguration } from '../../src/configuration/select.ts'
import type { Dependencies } from '../../src/source/dependencies.ts'
import { type EntranceStack, entranceStack } from '../../src/stack/entrance.ts'
import { type FrontStack, frontStack } from '../../src/stack/front.ts'
import { type ReleaseStack, releaseStack } from '../../src/stack/release.ts'
import { doorConf, type ReleaseContainer, releaseContainers } from '../../src/stack/release-containers.ts'
import { type ServiceStack, serviceStacks } from '../../src/stack/services.ts'
import { type SiteStack, siteStack } from '../../src/stack/site.ts'

/** Everything that a configuration becomes before a server is asked. */
export interface Stacks {
  readonly configuration: Configuration
  readonly services: readonly ServiceStack[]
  readonly release: ReleaseStack
  readonly containers: readonly ReleaseContainer[]
  /** nginx's configuration in front of a release that speaks TCP. */
  readonly door: string | undefined
  readonly site: SiteStack
  readonly entrance: EntranceStack
  readonly front: FrontStack
}

/** A password with characters that a careless writer of an address or a file trips over. */
const password = `p%4:@/?#'"$w`

/** An address of the project's network. */
const address = '10.213.0.7'

/** What becomes of every configuration of a file. */
export const stacksOf = (deployment: DeploymentFile): readonly Stacks[] =>
  Object.keys(deployment.configurations).map((name) => stackOf(deployment, name))

function stackOf(deployment: DeploymentFile, name: string): Stacks {
  const configuration = selectConfiguration(deployment, name, { repository: 'acme/guest-book' })
  const { project } = configuration
  const passwords = Object.fromEntries(configuration.services.map((service) => [service.name, password]))
  const services = serviceStacks(configuration, passwords, 'key')
  const release = releaseStack({
    configuration,
    services,
    secrets: Object.fromEntries(project.secrets.map((secret) => [secret.name, `${secret.from}\n"`])),
    key: 'key',
    tree: 'a'.repeat(40),
    dependencies: dependenciesOf(configuration),
  })
  const files = { static: true, media: true, socketFolder: release.socketFolder }
  return {
    configuration,
    services,
    release,
    containers: releaseContainers(configuration, release, { number: 7, commit: 'c'.repeat(40), address }),
    door: release.port === undefined ? undefined : doorConf(address, release.port),
    site: siteStack(configuration, true, files),
    entrance: entranceStack(configuration, files),
    front: frontStack(true),
  }
}

/** Each tool in turn, with the file that the configuration names for pip. */
function dependenciesOf({ name, project }: Configuration): Dependencies {
  const requirements = String(project.settings.requirements ?? 'requirements.txt')
  const choices: readonly Dependencies[] = [
    { tool: undefined, files: [] },
    { tool: 'pip', files: [requirements, 'requirements/base.txt'] },
    { tool: 'pyproject', files: ['pyproject.toml'] },
    { tool: 'uv', files: ['uv.lock', 'pyproject.toml'] },
    { tool: 'poetry', files: ['poetry.lock', 'pyproject.toml'] },
    { tool: 'pipenv', files: ['Pipfile.lock', 'Pipfile'] },
  ]
  return choices[name.length % choices.length]!
}
