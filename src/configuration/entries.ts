import { z } from 'zod'
import type { EntrySettings } from './configuration.ts'

/** One entry of a list such as `processes`: what the catalogue calls its type, and its settings. */
export interface ListEntry<Type> {
  readonly type: Type
  readonly settings: EntrySettings
}

/** What an entry of the catalogue needs to stand in a list. */
interface Listed {
  readonly type: string
  readonly schema: z.ZodObject
  /** The common keys that this one must have, with what they mean here. */
  readonly required?: Readonly<Record<string, string>>
}

/**
 * The schema of a list entry, for the entries of a part of the catalogue. `- redis` and `- redis:` take every
 * default, `- redis: { version: 8 }` gives settings: those of the type's own, and the `common` keys. `entryOf` makes
 * the output from both, apart. `lacks` names the optional common keys that make no sense for a type, which refuses them.
 */
export function listEntry<Type extends Listed, Common extends z.ZodRawShape, Entry extends ListEntry<Type>>(
  types: readonly Type[],
  common: Common,
  entryOf: (type: Type, settings: EntrySettings, keys: z.output<z.ZodObject<Common>>) => Entry,
  lacks: (type: Type) => readonly string[] = () => [],
) {
  const names = types.map(({ type }) => type)
  const choice = names.map((name) => `\`${name}\``).join(' or ')
  const long = z
    .strictObject(
      Object.fromEntries(
        types.map((type) => [type.type, settings(withCommon(type, common, lacks(type))).optional()]),
      ),
    )
    .refine((entry) => Object.keys(entry).length === 1, {
      error: `must name one type: ${choice}`,
      when: ({ issues }) => issues.length === 0,
    })
    .meta({ minProperties: 1, maxProperties: 1 })
  const short = z
    .enum(names)
    .transform((name): Record<string, unknown> => ({ [name]: null }))
    .pipe(long)
  return z.union([short, long], `must be ${choice}, alone or with settings`).transform((entry): Entry => {
    const type = types.find((candidate) => Object.hasOwn(entry, candidate.type))
    // An entry of an unknown type alone arrives here too, empty: it has been refused.
    if (!type) return z.NEVER
    const all = Object.entries(entry[type.type] as EntrySettings)
    const own = Object.fromEntries(all.filter(([key]) => key in type.schema.shape))
    return entryOf(type, own, Object.fromEntries(all) as z.output<z.ZodObject<Common>>)
  })
}

/** A type's own keys and checks, and the common keys. */
function withCommon(
  { type, schema, required = {} }: Listed,
  common: z.ZodRawShape,
  lacks: readonly string[],
): z.ZodObject {
  const twice = Object.keys(common).filter((key) => key in schema.shape)
  if (twice.length > 0)
    throw new TypeError(`The type ${type} has keys that every entry has: ${twice.join(', ')}`)
  const fields = Object.entries(common)
    .filter(([key]) => !lacks.includes(key))
    .map(([key, field]) => {
      const description = required[key]
      return [
        key,
        description !== undefined && field instanceof z.ZodOptional ? needed(field, description) : field,
      ]
    })
  return schema.safeExtend(Object.fromEntries(fields)).describe(schema.description ?? '')
}

/** An optional field that must be there after all. */
const needed = (field: z.ZodOptional, description: string): z.ZodType => {
  const inner = field.unwrap() as z.ZodType
  return inner.meta({ ...field.meta(), description })
}

/** Settings that may be left empty, where every one has a default. */
const settings = (schema: z.ZodType) =>
  z.union([
    schema,
    z
      .null()
      .transform((): unknown => ({}))
      .pipe(schema),
  ])

/** Tells a valid entry from whatever else may stand in a list that is not valid as a whole. */
export const isEntryOf = <Type>(types: readonly Type[], item: unknown): item is ListEntry<Type> =>
  types.some((type) => type === (item as Partial<ListEntry<Type>> | null)?.type)
