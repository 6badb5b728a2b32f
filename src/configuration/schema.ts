import { z } from 'zod'
import { imageReference, variableName } from '../catalog/fields.ts'
import { projectTypes } from '../catalog/index.ts'
import { branchPattern, environmentName } from './branches.ts'
import type { ConfigurationSettings } from './configuration.ts'
import { limitFields, limitsOf, volumesField } from './container-fields.ts'
import {
  asServerName,
  configurationName,
  host,
  loginName,
  projectName,
  serverName,
  variableValue,
  wholeNumber,
} from './fields.ts'
import { hooks } from './hooks.ts'
import { previewsSchema } from './previews.ts'
import { mistakesWithoutType, projectSchema } from './project.ts'
import { checkBaseImage } from './project-checks.ts'
import { secondaryServices } from './services.ts'
import { siteSchema } from './site.ts'
import { withoutTwins } from './unique.ts'

/** Names of a configuration's services; none where a mistake in it has kept them from being read. */
const servicesOf = (
  target: Partial<Pick<ConfigurationSettings, 'services'>> | undefined,
): readonly string[] => target?.services?.map(({ name }) => name) ?? []

/** Names of the tasks of a configuration's releases; none where a mistake in it has kept them from being read. */
const taskNamesOf = (target: Partial<Pick<ConfigurationSettings, 'project'>> | undefined): Set<string> => {
  const { type, releaseTasks } = target?.project ?? {}
  const own = [...(releaseTasks?.beforeSwitch ?? []), ...(releaseTasks?.afterSwitch ?? [])]
  return new Set([...(type?.taskNames ?? []), ...own.map(({ name }) => name)])
}

/** Whether something is a project as it is written, with a type that is none. */
const namesNoType = (project: unknown): boolean =>
  typeof project === 'object' &&
  project !== null &&
  'type' in project &&
  !projectTypes.some((type) => project.type === type || project.type === type.type)

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
    production: z
      .boolean()
      .optional()
      .describe(
        'Whether it is what customers use: GitHub’s deployments say so, and forks get no previews on its server unless `previews.forks` allows it. By default `true` for a configuration called `Production`.',
      )
      .meta({ examples: [true] }),
    discovery: z
      .enum(['consul', 'docker'])
      .default('consul')
      .describe(
        'How services find each other: `consul` registers each with its port and its health, `docker` leaves it at plain names.',
      )
      .meta({ examples: ['docker'] }),
    keep_releases: wholeNumber(2, 100)
      .default(5)
      .describe(
        'Good releases that are kept with image, settings and static files, the live one included; `rollback` goes back to them. Failed ones do not count.',
      )
      .meta({ examples: [10] }),
    hooks,
    site: siteSchema,
    primary_service: z
      .strictObject({
        base_image: imageReference
          .optional()
          .describe(
            'Image to build on, of Debian’s family: with its own Python where `python_version` is given, else with Debian’s. By default Debian’s stable release, or `python:VERSION-slim`.',
          )
          .meta({ examples: ['debian:bookworm-slim'] }),
        volumes: volumesField,
        env_variables: z
          .record(variableName, variableValue)
          .default({})
          .describe('Environment variables of the container, for values that are no secrets.')
          .meta({ examples: [{ TZ: 'Europe/Berlin' }] }),
        ...limitFields,
        project: projectSchema,
      })
      .superRefine((primary, context) => checkBaseImage(primary, context), { when: () => true })
      .superRefine(
        ({ project }, context) => {
          for (const issue of mistakesWithoutType(project))
            context.addIssue({ ...issue, path: ['project', ...issue.path] })
        },
        { when: ({ value }) => namesNoType(Object(value).project) },
      )
      .describe('The container that runs the project.'),
    secondary_services: secondaryServices,
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
      production: target.production,
      discovery: target.discovery,
      keepReleases: target.keep_releases,
      hooks: target.hooks,
      site: target.site,
      primary: {
        baseImage: target.primary_service.base_image,
        volumes: target.primary_service.volumes,
        envVariables: target.primary_service.env_variables,
        limits: limitsOf(target.primary_service),
      },
      project: target.primary_service.project,
      services: target.secondary_services,
    }),
  )
  .describe('One target: a server, and what runs there.')

/** What is said of previews of a configuration that is none. */
export const noConfiguration = (names: readonly string[]): string =>
  `must be one of the configurations: ${names.join(', ')}`

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
    previews: previewsSchema.optional().meta({ examples: [{ configuration: 'Staging' }] }),
  })
  .superRefine(({ configurations, previews }, context) => {
    if (previews && !Object.hasOwn(configurations, previews.configuration))
      context.addIssue({
        code: 'custom',
        path: ['previews', 'configuration'],
        message: noConfiguration(Object.keys(configurations)),
      })
    const names = servicesOf(configurations[previews?.configuration ?? ''])
    for (const [index, service] of (previews?.services ?? []).entries())
      if (names.length > 0 && !names.includes(service))
        context.addIssue({
          code: 'custom',
          path: ['previews', 'services', index],
          message: `must be one of the configuration’s services: ${names.join(', ')}`,
        })
    const tasks = taskNamesOf(configurations[previews?.configuration ?? ''])
    for (const [index, { name }] of (previews?.seed ?? []).entries()) {
      if (tasks.has(name))
        context.addIssue({
          code: 'custom',
          path: ['previews', 'seed', index],
          message: `has the name \`${name}\`, which another task has`,
        })
      tasks.add(name)
    }
  })
  .describe('A deployment file.')
