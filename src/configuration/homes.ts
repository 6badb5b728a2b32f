import { deploymentJsonSchema, type JsonSchema } from './json-schema.ts'

/**
 * The mapping in which a key has its place, for one that was written in another: as a phrase, such as
 * in `configurations.Staging.primary_service.project`, or `at the top level`. Undefined when no mapping takes the key, or
 * several do. In a configuration, the mappings of that one come first.
 * @param wrong - Path of the mapping that it was written in.
 */
export function homeOf(key: string, wrong: readonly PropertyKey[]): string | undefined {
  homes ??= collect()
  const [section, name = 'NAME'] = wrong.map(String)
  const known = homes.get(key) ?? []
  const near = known.filter((home) => section === configurations && home[0] === configurations)
  const [home, another] = near.length > 0 ? near : known
  if (!home || another) return undefined
  const path = home.map((part, index) => (index === 1 && home[0] === configurations ? name : part))
  const written = wrong.map((part) => (typeof part === 'number' ? '[]' : String(part)))
  if (path.join('.') === written.join('.')) return undefined
  return path.length === 0 ? 'at the top level' : `in \`${path.join('.').replaceAll('.[]', '[]')}\``
}

const configurations = 'configurations'

/** Every key of the file with the mappings that take it; made when the first key stands in a wrong place. */
let homes: ReadonlyMap<string, readonly (readonly string[])[]> | undefined

function collect(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  const walk = (schema: JsonSchema, home: readonly string[]): void => {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      const known = found.get(key) ?? []
      if (!known.some((one) => one.join('.') === home.join('.'))) found.set(key, [...known, home])
      walk(value, [...home, key])
    }
    for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.then, schema.else])
      if (inner) walk(inner, home)
    if (schema.items) walk(schema.items, [...home, '[]'])
    if (typeof schema.additionalProperties === 'object') walk(schema.additionalProperties, [...home, 'NAME'])
  }
  walk(deploymentJsonSchema(), [])
  return found
}
