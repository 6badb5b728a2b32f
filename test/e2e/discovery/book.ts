import { afterAll, beforeAll } from 'vitest'
import { dockerSnapshot } from '../../world/snapshot.ts'
import { newProject, newSite, type Project, type Site } from '../harness.ts'

/** Name of the project whose names are asked for. */
export const project = 'my-project'

/** Name of the other project on the same server. */
export const stranger = 'containerfile'

/** Two projects on one server, with services. */
export interface Book {
  readonly site: Site
  /** When the last deploy was done, in milliseconds of `Date.now()`. */
  readonly deployed: number
  /** The address of a container in its project's network. */
  address(container: string, ofProject?: string): Promise<string>
  /** Runs a command in the project's container that has tools for names; its output, whatever its status is. */
  inside(command: string): Promise<string>
}

/** Has both projects deployed before the tests of a file, at the same moment, and taken away behind them. */
export const openBook = (debian: 12 | 13): (() => Book) => {
  let site: Site
  let other: Project
  let deployed: number
  beforeAll(async () => {
    site = await newSite({ debian, from: await dockerSnapshot(debian), sample: 'names', env: {} })
    other = await newProject(site.server, site.key, {
      sample: 'containerfile',
      settings: { secondary_services: ['redis'] },
      env: {},
    })
    await Promise.all([site.mustDeploy(), other.mustDeploy({ github: { repository: 'octo-org/other' } })])
    deployed = Date.now()
  })
  afterAll(async () => {
    await site?.[Symbol.asyncDispose]()
    await other?.[Symbol.asyncDispose]()
  })
  return () => ({
    site,
    deployed,
    address: (container, ofProject = project) =>
      site.server.must(
        `docker inspect --format '{{(index .NetworkSettings.Networks "jetee-${ofProject}").IPAddress}}' ${container}`,
      ),
    inside: async (command) =>
      (await site.server.run(`docker exec ${project}-lookup ${command}`)).stdout.trim(),
  })
}

/** The services of the project, with the ports that they are registered with. */
export const ports: Readonly<Record<string, number>> = {
  postgresql: 5432,
  redis: 6379,
  memcached: 11211,
  mysql: 3306,
  page: 8080,
}
