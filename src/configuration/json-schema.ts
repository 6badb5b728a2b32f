import { z } from 'zod'
import { deploymentSchema } from './schema.ts'

/** The parts of a JSON Schema that zod writes for the deployment file. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly maxProperties?: number
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly if?: JsonSchema
  readonly then?: JsonSchema
  readonly else?: JsonSchema
}

/** The JSON Schema of the deployment file: what may be written, in the draft that editors know best. */
export const deploymentJsonSchema = (): JsonSchema => {
  const { $schema, ...schema } = z.toJSONSchema(deploymentSchema, {
    io: 'input',
    target: 'draft-7',
    override({ zodSchema, jsonSchema }) {
      const { def } = zodSchema._zod
      // zod leaves defaults and examples out when the value is transformed behind them; ours are what one would write.
      if (def.type === 'default') jsonSchema.default ??= def.defaultValue as typeof jsonSchema.default
      const { examples } = z.globalRegistry.get(zodSchema) ?? {}
      if (Array.isArray(examples)) jsonSchema.examples ??= examples
    },
  })
  return { $schema, title: 'deployment.yml of jetee/deploy', ...schema } as JsonSchema
}

/** The JSON Schema for editors: a configuration that extends another may leave out and empty what it has from that. */
export const editorJsonSchema = (): JsonSchema => {
  const schema = deploymentJsonSchema()
  const { configurations } = schema.properties ?? {}
  const configuration = configurations?.additionalProperties
  if (typeof configuration !== 'object') throw new TypeError('The schema has no mapping of configurations')
  const either: JsonSchema = {
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
    then: loose(configuration),
    else: configuration,
  }
  return {
    ...schema,
    properties: { ...schema.properties, configurations: { ...configurations, additionalProperties: either } },
  }
}

/** A schema in which nothing must be there, and every key may be empty. */
const loose = ({ required: _, properties, items, anyOf, oneOf, ...rest }: JsonSchema): JsonSchema => ({
  ...rest,
  ...(properties && {
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        value.const === undefined ? { anyOf: [loose(value), { type: 'null' }] } : value,
      ]),
    ),
  }),
  ...(items && { items: loose(items) }),
  ...(anyOf && { anyOf: anyOf.map(loose) }),
  ...(oneOf && { anyOf: oneOf.map(loose) }),
})
