import { isDeepStrictEqual } from 'node:util'
import fc, { type Arbitrary } from 'fast-check'
import { Document, parse } from 'yaml'
import { loadDeployment } from '../../src/configuration/load.ts'
import { deploymentSchema } from '../../src/configuration/schema.ts'
import { Failure } from '../../src/report/failure.ts'
import { valuesFor } from './values.ts'

/** What a deployment file holds, as plain data. */
export type Data = Readonly<Record<string, unknown>>

/** Deployment files, as data, that the schema takes: every key and every entry of the catalogue turns up. */
export const deploymentData: Arbitrary<Data> = valuesFor(deploymentSchema)
  .map((value) => repaired(pointed(value as Data)))
  .map((data) => data && linked(data))
  .filter((value) => value !== undefined)

/** Ways to write the same data: in YAML's styles, or as JSON, which is YAML too. */
const writings: Arbitrary<(data: unknown) => string> = fc.oneof(
  fc.constant((data: unknown) => JSON.stringify(data, undefined, 1)),
  fc
    .record({
      indent: fc.constantFrom(1, 2, 4, 8),
      collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
      defaultStringType: fc.constantFrom(
        'PLAIN' as const,
        'QUOTE_SINGLE' as const,
        'QUOTE_DOUBLE' as const,
        'BLOCK_LITERAL' as const,
      ),
    })
    .map((options) => (data: unknown) => new Document(data).toString({ ...options, lineWidth: 0 })),
)

/** The text of such a deployment file. What YAML's writer gets wrong, such as space alone in a block, is left out. */
export const deploymentText: Arbitrary<string> = fc
  .tuple(deploymentData, writings)
  .map(([data, write]) => ({ data, text: write(data) }))
  .filter(({ data, text }) => isDeepStrictEqual(parse(text), data))
  .map(({ text }) => text)

/** The data with previews of a configuration that is there, and of its services. */
function pointed(data: Data): Data {
  if (typeof data.previews !== 'object') return data
  const [name] = Object.keys(Object(data.configurations))
  return { ...data, previews: { ...data.previews, configuration: name } }
}

/**
 * The data with each `extends`, which may say any name, leading to the configuration before; without all of them where
 * the two of them contradict each other.
 */
function linked(data: Data): Data {
  const configurations = Object.entries(data.configurations as Readonly<Record<string, Data>>)
  const withParents = (parentOf: (index: number) => string | undefined): Data => ({
    ...data,
    configurations: Object.fromEntries(
      configurations.map(([name, { extends: wanted, ...target }], index) => {
        const parent = wanted === undefined ? undefined : parentOf(index)
        return [name, parent === undefined ? target : { extends: parent, ...target }]
      }),
    ),
  })
  const tied = withParents((index) => configurations[index - 1]?.[0])
  if (isDeepStrictEqual(tied, data) && !JSON.stringify(data).includes('"extends"')) return data
  try {
    loadDeployment(JSON.stringify(tied), 'deployment.yml')
    return tied
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return withParents(() => undefined)
  }
}

/**
 * The data without what contradicts itself, such as a second web process: as long as the schema refuses something, that
 * is taken out, or what it stands in when it must be there. Undefined when nothing is left.
 */
function repaired(data: Data): Data | undefined {
  const copy = structuredClone(data)
  for (;;) {
    const { error } = deploymentSchema.safeParse(copy)
    if (!error) return copy
    // One in each configuration: what is taken out changes the places of the others.
    const first = new Map(error.issues.toReversed().map((issue) => [issue.path[1], issue]))
    if (![...first.values()].every(({ path }) => remove(copy, path))) return undefined
  }
}

/** Takes out what stands at a path, or the innermost thing that does; false when that is everything. */
function remove(data: Data, path: readonly PropertyKey[]): boolean {
  let around: unknown
  let key: PropertyKey | undefined
  let at: unknown = data
  for (const segment of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) break
    around = at
    key = segment
    at = Reflect.get(at, segment)
  }
  if (key === undefined) return false
  if (Array.isArray(around)) around.splice(Number(key), 1)
  else Reflect.deleteProperty(Object(around), key)
  return true
}
