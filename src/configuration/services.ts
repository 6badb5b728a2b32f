import { z } from 'zod'
import { commandLine, commandWords, imageReference, safeName, variableName } from '../catalog/fields.ts'
import { serviceTypes } from '../catalog/index.ts'
import type { ConfiguredService } from './configuration.ts'
import { limitFields, limitsOf, publishField, volumesField } from './container-fields.ts'
import { isEntryOf, listEntry } from './entries.ts'
import { variableValue } from './fields.ts'
import { checkAgainstEarlier } from './unique.ts'

/**
 * A service's name. The project's own containers are `app` with a number, and known by the word `primary`; variables
 * begin with the name, and no variable begins with a digit.
 */
const serviceName = safeName
  .regex(/^[a-z]/, 'must begin with a letter, as the project’s variables do')
  .refine((name) => !/^(?:primary|app(?:-.*)?)$/.test(name), 'is a name of the project’s own container')

/** The keys that every secondary service has. */
const common = {
  container_name: serviceName
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
  password: variableName
    .optional()
    .describe(
      'Variable of the action’s step that holds the service’s password: printable ASCII characters, without blanks, quotes and backslashes. By default one is generated on the server’s first build, and kept there.',
    )
    .meta({ examples: ['POSTGRES_PASSWORD'] }),
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
      password: keys.password,
    },
  }),
  ({ password }) => (password === 'nothing' ? ['password'] : []),
)

/** The list of secondary services. */
export const secondaryServices = checkAgainstEarlier(z.array(secondaryService), serviceClash)
  .default([])
  .describe('Databases, caches and the like, each in a container of its own.')
  .meta({ examples: [['postgresql', { redis: { version: 8 } }]] })

/** What is wrong with a secondary service, by itself or given those before it. */
function serviceClash(item: unknown, earlier: readonly unknown[]): string | undefined {
  if (!isService(item)) return undefined
  const others = earlier.filter(isService)
  if (others.some(({ name }) => name === item.name))
    return `has the name \`${item.name}\`, which another service has; give one of them a \`container_name\``
  return portClash(item, others) ?? reservedVariable(item) ?? mistake(item)
}

/** A port of the server that is published twice; 0.0.0.0 takes it on every address. */
function portClash({ common }: ConfiguredService, others: readonly ConfiguredService[]): string | undefined {
  const taken = others.flatMap(({ name, common: { publish } }) => publish.map((port) => ({ ...port, name })))
  const everywhere = '0.0.0.0'
  for (const { address, hostPort } of common.publish) {
    const other = taken.find(
      (port) =>
        port.hostPort === hostPort &&
        (port.address === address || port.address === everywhere || address === everywhere),
    )
    if (other) return `publishes the server’s port ${hostPort}, which \`${other.name}\` has`
  }
  return undefined
}

/** A variable that would undo what the deployer has settled with the image. */
function reservedVariable({ type, common }: ConfiguredService): string | undefined {
  const reserved = (type.reservedVariables ?? []).flatMap((name) => [name, `${name}_FILE`])
  const found = Object.keys(common.envVariables).find((name) => reserved.includes(name))
  return found === undefined
    ? undefined
    : `must not set \`${found}\`: names and passwords are made by the deployer, and the project gets them in its environment`
}

const mistake = ({ type, settings, common }: ConfiguredService): string | undefined =>
  type.mistake?.(settings, { image: common.image, memoryBytes: common.limits.memoryBytes })

const isService = (item: unknown): item is ConfiguredService => isEntryOf(serviceTypes, item)
