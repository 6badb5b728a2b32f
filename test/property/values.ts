import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import { hardTexts, impossibleTexts, randomText } from './hard-texts.ts'

/**
 * Values for a zod schema: whatever the schema takes, hard values among them. What one value says of another is not
 * looked at; the whole may still be refused for that.
 */

type Definition = z.core.$ZodTypeDef & Readonly<Record<string, unknown>>

const definition = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition

/** The schemas inside of a schema, whatever it is made of. */
function partsOf(schema: z.ZodType): readonly z.ZodType[] {
  const def = definition(schema)
  switch (def.type) {
    case 'object':
      return Object.values(def.shape as Readonly<Record<string, z.ZodType>>)
    case 'array':
      return [def.element as z.ZodType]
    case 'record':
      return [def.keyType as z.ZodType, def.valueType as z.ZodType]
    case 'union':
      return def.options as readonly z.ZodType[]
    case 'pipe':
      return [def.in as z.ZodType, def.out as z.ZodType]
    default:
      return def.innerType ? [def.innerType as z.ZodType] : []
  }
}

const containers: readonly string[] = ['object', 'array', 'record']

/** Whether a value of the schema may hold others. */
const holdsOthers = (schema: z.ZodType): boolean =>
  containers.includes(definition(schema).type) || partsOf(schema).some(holdsOthers)

/** Values for a schema; `given` are examples of such, from a mapping or a list around it. */
export function valuesFor(schema: z.ZodType, given: readonly unknown[] = []): Arbitrary<unknown> {
  const own = z.globalRegistry.get(schema)?.examples
  const examples = Array.isArray(own) ? [...own, ...given] : given
  if (!holdsOthers(schema)) return leaf(schema, examples)
  const def = definition(schema)
  switch (def.type) {
    case 'object':
      return mapping(schema, def.shape as Shape, examples)
    case 'array': {
      const items = examples.filter(Array.isArray).flat()
      return fc.array(valuesFor(def.element as z.ZodType, items), { maxLength: 3, size: 'max' })
    }
    case 'record': {
      const maps = examples.filter(isMapping)
      return fc.dictionary(
        valuesFor(def.keyType as z.ZodType, maps.flatMap(Object.keys)).filter(isKey),
        valuesFor(def.valueType as z.ZodType, maps.flatMap(Object.values)),
        { maxKeys: 3, size: 'max', noNullPrototype: true },
      )
    }
    case 'union':
      return fc.oneof(...(def.options as readonly z.ZodType[]).map((option) => valuesFor(option, examples)))
    case 'pipe':
      return valuesFor(def.in as z.ZodType, examples)
    default:
      return valuesFor(def.innerType as z.ZodType, examples)
  }
}

type Shape = Readonly<Record<string, z.ZodType>>

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether data can have such a key: `__proto__` is one of YAML alone. */
const isKey = (key: unknown): key is string => typeof key === 'string' && key !== '__proto__'

/** A mapping with some of its keys, all that it must have among them; a single one where no more may be there. */
function mapping(schema: z.ZodType, shape: Shape, examples: readonly unknown[]): Arbitrary<unknown> {
  const maps = examples.filter(isMapping)
  const values = Object.fromEntries(
    Object.entries(shape).map(([key, part]) => [
      key,
      valuesFor(
        part,
        maps.flatMap((map) => (Object.hasOwn(map, key) ? [map[key]] : [])),
      ),
    ]),
  )
  if (z.globalRegistry.get(schema)?.maxProperties === 1)
    return fc.oneof(...Object.entries(values).map(([key, value]) => value.map((inner) => ({ [key]: inner }))))
  const requiredKeys = Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success)
  return fc.record(values, { requiredKeys, noNullPrototype: true })
}

/** Values that hold no others: of all that is worth trying, what the schema takes. */
function leaf(schema: z.ZodType, examples: readonly unknown[]): Arbitrary<unknown> {
  const takes = (value: unknown): boolean => schema.safeParse(value).success
  const usual = [...new Set([...examples, ...choicesOf(schema)])].filter(takes)
  const known = [...hardTexts, ...impossibleTexts, ...numbers, true, false, null].filter(takes)
  const grown = [...patternsOf(schema).flatMap(matching), ...anything].flatMap((arbitrary) =>
    probe(arbitrary, takes),
  )
  if (usual.length + known.length + grown.length === 0) {
    const wanted = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    throw new TypeError(`Nothing that is tried fits; the key needs an example: ${wanted}`)
  }
  const constants = [usual, known].filter((values) => values.length > 0)
  return fc.oneof(...constants.map((values) => fc.constantFrom(...values)), ...grown)
}

const numbers: readonly number[] = [
  -1, 0, 1, 2, 17, 60, 80, 443, 3600, 65_535, 65_536, 0.01, 0.1, 0.3, 1.5, 1e21,
]

/** An arbitrary, cut to what fits; none where that is seldom. */
function probe(
  arbitrary: Arbitrary<unknown>,
  takes: (value: unknown) => boolean,
): readonly Arbitrary<unknown>[] {
  const hits = fc.sample(arbitrary, { numRuns: 20, seed: 1 }).filter(takes).length
  return hits >= 5 ? [arbitrary.filter(takes)] : []
}

/** What fits many schemas. */
const anything: readonly Arbitrary<unknown>[] = [fc.string(), randomText, fc.integer({ min: 1, max: 70_000 })]

/** Texts that match a pattern; none where it says what fast-check does not know, or knows in seconds only. */
function matching(pattern: RegExp): readonly Arbitrary<string>[] {
  if (pattern.source.includes('\\p{')) return []
  try {
    const arbitrary = fc.stringMatching(pattern)
    fc.sample(arbitrary, { numRuns: 1, seed: 1 })
    return [arbitrary]
  } catch {
    return []
  }
}

/** The words that a schema knows: those of an enumeration, a literal, a default. */
const choicesOf = (schema: z.ZodType): readonly unknown[] => {
  const { entries, values, defaultValue } = definition(schema)
  return [
    ...Object.values(entries ?? {}),
    ...((values ?? []) as readonly unknown[]),
    ...(defaultValue === undefined ? [] : [defaultValue]),
    ...partsOf(schema).flatMap(choicesOf),
  ]
}

const patternsOf = (schema: z.ZodType): readonly RegExp[] => {
  const checks = (definition(schema).checks ?? []) as readonly z.core.$ZodCheck[]
  const own = checks.flatMap((check) => {
    const { pattern } = check._zod.def as { readonly pattern?: unknown }
    return pattern instanceof RegExp ? [pattern] : []
  })
  return [...own, ...partsOf(schema).flatMap(patternsOf)]
}
