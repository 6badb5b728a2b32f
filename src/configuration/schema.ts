import { z } from 'zod'
import { serviceTypes } from '../catalog/index.ts'
import { branchPattern, environmentName } from './branches.ts'
import type { ConfigurationSettings, ConfiguredService } from './configuration.ts'
import { isEntryOf, listEntry } from './entries.ts'
import {
  asServerName,
  configurationName,
  host,
  loginName,
  projectName,
  serverName,
  wholeNumber,
} from './fields.ts'
import { projectSchema } from './project.ts'
import { checkAgainstEarlier, withoutTwins } from './unique.ts'

const secondaryService = listEntry(
  serviceTypes,
  (type, settings): ConfiguredService => ({ name: type.type, type, settings }),
)

const configuration = z
  .strictObject({
    extends: z
      .string()
      .optional()
      .describe('Configuration of this file that this one is based on; what it says itself comes on top.')
      .meta({ examples: ['Staging'] }),
    hostname: host
      .describe('DNS name or IP address of the server.')
      .meta({ examples: ['staging.example.com'] }),
    port: wholeNumber(1, 65535)
      .default(22)
      .describe('Port of the server’s SSH daemon.')
      .meta({ examples: [2222] }),
    username: loginName
      .default('root')
      .describe('Login on the server: root, a user with sudo, or a member of the group docker.')
      .meta({ examples: ['deploy'] }),
    server_names: withoutTwins(z.array(serverName).min(1))
      .optional()
      .describe('Names under which the site answers; by default the hostname.')
      .meta({ examples: [['example.com', 'www.example.com']] }),
    project_name: projectName
      .optional()
      .describe('Name of everything on the server; by default the repository’s, made safe.')
      .meta({ examples: ['guestbook'] }),
    branches: withoutTwins(z.array(branchPattern))
      .default([])
      .describe(
        'Branches and tags that are deployed by this configuration, by name or glob: `*` stops at a slash, `**` does not.',
      )
      .meta({ examples: [['main', 'release/**']] }),
    environment: environmentName
      .optional()
      .describe(
        'Environment of GitHub that deployments are recorded under; by default the configuration’s name.',
      )
      .meta({ examples: ['production'] }),
    primary_service: z
      .strictObject({ project: projectSchema })
      .describe('The container that runs the project.'),
    secondary_services: checkAgainstEarlier(z.array(secondaryService), serviceClash)
      .default([])
      .describe('Databases, caches and the like, each in a container of its own.')
      .meta({ examples: [['postgresql', { redis: { version: 8 } }]] }),
  })
  .transform(
    (target): ConfigurationSettings => ({
      hostname: target.hostname,
      port: target.port,
      username: target.username,
      serverNames: target.server_names ?? [asServerName(target.hostname)],
      projectName: target.project_name,
      branches: target.branches,
      environment: target.environment,
      project: target.primary_service.project,
      services: target.secondary_services,
    }),
  )
  .describe('One target: a server, and what runs there.')

/**
 * The deployment file: the one source of what it may say. The catalogue's entries are found in it by
 * themselves; its output is ready for the rest of the program.
 */
export const deploymentSchema = z
  .strictObject({
    configurations: z
      .record(configurationName, configuration)
      .refine((all) => Object.keys(all).length > 0, 'must hold at least one configuration')
      .describe('The targets by name, such as `Staging` and `Production`.'),
  })
  .describe('A deployment file.')

/** What is wrong with a secondary service, given those before it. */
function serviceClash(item: unknown, earlier: readonly unknown[]): string | undefined {
  if (!isService(item)) return undefined
  return earlier.some((other) => isService(other) && other.name === item.name)
    ? `has the name \`${item.name}\`, which another service has`
    : undefined
}

const isService = (item: unknown): item is ConfiguredService => isEntryOf(serviceTypes, item)
