import { z } from 'zod'
import { commandLine, commandWords, imageReference, safeName, variableName } from '../catalog/fields.ts'
import { serviceTypes } from '../catalog/index.ts'
import type { ConfiguredService } from './configuration.ts'
import { limitFields, limitsOf, publishField, volumesField } from './container-fields.ts'
import { isEntryOf, listEntry } from './entries.ts'
import { variableValue } from './fields.ts'
import { checkAgainstEarlier } from './unique.ts'

/** The keys that every secondary service has. */
const common = {
  container_name: safeName
    .optional()
    .describe(
      'Name of the service in the project, for two of a kind: its container is `<project_name>-<container_name>`. By default its type.',
    )
    .meta({ examples: ['reports'] }),
  image: imageReference
    .optional()
    .describe(
      'Another image than the official one, with a tag or digest; it must keep the official one’s contract.',
    )
    .meta({ examples: ['registry.example.com/mirror/image:1.2'] }),
  command: commandLine
    .transform(commandWords)
    .optional()
    .describe('Arguments of the image’s entry point, split into words as a shell would, but run without one.')
    .meta({ examples: ['--verbose'] }),
  volumes: volumesField,
  env_variables: z
    .record(variableName, variableValue)
    .default({})
    .describe('Environment variables of the container, for values that are no secrets.')
    .meta({ examples: [{ TZ: 'UTC' }] }),
  ...limitFields,
  publish: publishField,
}

const secondaryService = listEntry(
  serviceTypes,
  common,
  (type, settings, keys): ConfiguredService => ({
    name: keys.container_name ?? type.type,
    type,
    settings,
    common: {
      image: keys.image,
      command: keys.command,
      volumes: keys.volumes,
      envVariables: keys.env_variables,
      limits: limitsOf(keys),
      publish: keys.publish,
    },
  }),
)

/** The list of secondary services. */
export const secondaryServices = checkAgainstEarlier(z.array(secondaryService), serviceClash)
  .default([])
  .describe('Databases, caches and the like, each in a container of its own.')
  .meta({ examples: [['postgresql', { redis: { version: 8 } }]] })

/** What is wrong with a secondary service, given those before it. */
function serviceClash(item: unknown, earlier: readonly unknown[]): string | undefined {
  if (!isService(item)) return undefined
  return earlier.some((other) => isService(other) && other.name === item.name)
    ? `has the name \`${item.name}\`, which another service has; give one of them a \`container_name\``
    : undefined
}

const isService = (item: unknown): item is ConfiguredService => isEntryOf(serviceTypes, item)
