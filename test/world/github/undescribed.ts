/** A schema of the description, its references resolved. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/**
 * Properties of an answer that no schema describes, a sentence each. The description lets them pass; but what GitHub does
 * not promise, the fake must not give, or a caller that needs it works with the fake alone.
 */
export const undescribed = (value: unknown, schemas: readonly Schema[], at = ''): readonly string[] => {
  const known = schemas.flatMap(parts)
  if (Array.isArray(value)) {
    const items = known.flatMap((schema) => schema.items ?? [])
    return [...new Set(value.flatMap((item) => undescribed(item, items, `${at}/*`)))]
  }
  const maps = known.flatMap(({ properties }) => (properties ? [properties] : []))
  const isOpen = maps.length === 0 || known.some(({ additionalProperties }) => additionalProperties)
  if (typeof value !== 'object' || value === null || isOpen) return []
  return Object.entries(value).flatMap(([name, own]) => {
    const described = maps.flatMap((properties) => properties[name] ?? [])
    const path = `${at}/${name}`
    return described.length > 0 ? undescribed(own, described, path) : [`${path} is not described`]
  })
}

/** A schema and all that it is made of. */
const parts = (schema: Schema): readonly Schema[] => [
  schema,
  ...[schema.allOf, schema.anyOf, schema.oneOf].flatMap((schemas) => schemas ?? []).flatMap(parts),
]
