import type { Configuration } from './configuration.ts'
import { deploymentJsonSchema, type JsonSchema } from './json-schema.ts'
import type { LoadedDeployment } from './load.ts'
import { sourcesIn } from './sources.ts'

/** One value of a configuration, as it is used. */
export interface Setting {
  /** The keys that lead to it in the configuration, such as `primary_service.project.ref`. */
  readonly key: string
  readonly value: unknown
  /** Where it is from: `deployment.yml:12`, with the configuration that it stands in if it is another, or `default`. */
  readonly source: string
}

type Path = readonly (string | number)[]

/** Every value of a configuration, in the order of the schema: those of the file, and the defaults of all other keys. */
export function settingsOf(loaded: LoadedDeployment, configuration: Configuration): readonly Setting[] {
  const { properties = {} } = deploymentJsonSchema()
  const schema = properties.configurations?.additionalProperties
  if (typeof schema !== 'object') throw new TypeError('The schema has no mapping of configurations')
  const base = ['configurations', configuration.name]
  const sourceOf = sourcesIn(loaded, configuration.name)
  const setting = (path: Path, value: unknown): Setting[] => [
    { key: keyText(path), value, source: sourceOf([...base, ...path]) },
  ]

  const walk = (given: JsonSchema, value: unknown, path: Path): Setting[] => {
    const written = isEntry(given, value) ? { [value]: null } : (value ?? {})
    const { properties, additionalProperties, items } = formOf(given, written)
    if (properties)
      return Object.entries(properties).flatMap(([key, part]) => {
        const own = (written as Record<string, unknown>)[key]
        const used = own === undefined ? (part.default ?? defaultOf(configuration, path, key)) : own
        return used === undefined ? [] : walk(part, used, [...path, key])
      })
    if (
      items &&
      Array.isArray(value) &&
      value.some((item) => typeof item === 'object' || isEntry(items, item))
    )
      return value.flatMap((item, index) => walk(items, item, [...path, index]))
    if (typeof additionalProperties === 'object' && Object.keys(written).length > 0)
      return Object.entries(written).flatMap(([key, part]) =>
        walk(additionalProperties, part, [...path, key]),
      )
    return setting(path, value)
  }
  const value = (loaded.source.value as { configurations: Record<string, unknown> }).configurations[
    configuration.name
  ]
  return walk(schema, value, [])
}

/** What a key without a fixed default is when it is left out: the settings as they are used know it by its own name. */
function defaultOf(configuration: Configuration, path: Path, key: string): unknown {
  const name = key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return path.length === 0 ? (configuration as unknown as Record<string, unknown>)[name] : undefined
}

/** Whether a value is the short form of an entry, such as `redis` in a list of services. */
const isEntry = ({ anyOf = [] }: JsonSchema, value: unknown): value is string =>
  typeof value === 'string' && anyOf.some(({ properties }) => properties && Object.hasOwn(properties, value))

/** Of the ways in which a value may be written, the one that it is written in. */
function formOf(schema: JsonSchema, value: unknown): JsonSchema {
  const forms = schema.anyOf ?? schema.oneOf
  if (!forms) return schema
  const form = forms.find((candidate) => takes(candidate, value))
  return form ? formOf(form, value) : {}
}

/** Whether a value is of the kind that a schema describes; the value is known to be valid. */
function takes({ type, properties = {} }: JsonSchema, value: unknown): boolean {
  const kind = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : undefined
  if (kind === undefined || type !== kind) return kind === undefined && type !== 'array' && type !== 'object'
  return Object.entries(properties).every(
    ([key, { const: word, default: usual }]) =>
      word === undefined || word === ((value as Record<string, unknown>)[key] ?? usual),
  )
}

/** A path in the words of the file: `secondary_services[0].redis.version`. */
const keyText = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')
