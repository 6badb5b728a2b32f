import { z } from 'zod'
import { deploymentSchema } from '../../src/configuration/schema.ts'

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
}

/** The JSON Schema of the deployment file, for editors: what may be written, in the draft that they know best. */
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
