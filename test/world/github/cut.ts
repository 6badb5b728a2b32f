import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { usedOperations } from './used-operations.ts'

/**
 * Cuts GitHub's OpenAPI description down to the operations that the fake knows, with the schemas that they need.
 *
 *     node test/world/github/cut.ts node_modules/@octokit/openapi/generated/api.github.com.json
 *
 * The full description (13 MB) is in the npm package @octokit/openapi; version 23.0.2 is the one that was cut. It is no
 * dependency of this project, as it is needed only when an operation is added: `npm pack @octokit/openapi@23.0.2`.
 */

type Node = { readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** What is there for readers, and says nothing of what fits. */
const forReaders = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'title'])

/** Whether a key of an operation or schema says nothing of what fits. */
const isForReaders = (key: string): boolean => forReaders.has(key) || key.startsWith('x-')

/** A part of the description without what is for readers; in maps of names, such as `properties`, each name stays. */
const prune = (value: unknown, isMap = false): unknown => {
  if (Array.isArray(value)) return value.map((item) => prune(item))
  if (!isNode(value)) return value
  const kept = Object.entries(value).filter(([key]) => isMap || !isForReaders(key))
  const maps = ['properties', 'schemas', 'responses', 'headers', 'parameters', 'content', 'patternProperties']
  const pruned: Record<string, unknown> = Object.fromEntries(
    kept.map(([key, item]) => [key, prune(item, !isMap && maps.includes(key) && !Array.isArray(item))]),
  )
  return isMap ? pruned : withNull(pruned)
}

/**
 * The same schema in the words that JSON Schema has for null: OpenAPI's `nullable` alone is not understood beside
 * `anyOf`, nor does it reach into an `enum`.
 */
const withNull = (schema: Record<string, unknown>): unknown => {
  if (schema.nullable !== true) return schema
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null]
  if (schema.type !== undefined) return schema
  const { nullable: _, ...rest } = schema
  for (const kind of ['anyOf', 'oneOf']) {
    const choices = rest[kind]
    if (Array.isArray(choices)) rest[kind] = [...choices, { enum: [null] }]
  }
  return rest
}

/** A request's body takes no property that is not described: a misspelled one is a mistake that GitHub would not tell. */
const closed = (schema: unknown): unknown => {
  if (!isNode(schema)) return schema
  const open = { ...schema }
  for (const kind of ['anyOf', 'oneOf', 'allOf']) {
    const choices = open[kind]
    if (Array.isArray(choices) && !open.properties) open[kind] = choices.map(closed)
  }
  return isNode(open.properties) && open.additionalProperties === undefined
    ? { ...open, additionalProperties: false }
    : open
}

const [file] = process.argv.slice(2)
if (!file) throw new Error('Say where GitHub\u2019s description is: see the comment in this file.')
const full = JSON.parse(await readFile(file, 'utf8')) as {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Node>>>>
  readonly components: Readonly<Record<string, Node>>
}

const missing = new Set<string>(usedOperations)
const paths: Record<string, Record<string, unknown>> = {}
for (const [path, operations] of Object.entries(full.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    const name = String(operation.operationId)
    if (!missing.delete(name)) continue
    const { operationId, parameters, requestBody, responses } = prune(operation) as Record<string, Node>
    const json = (requestBody?.content as Record<string, Record<string, unknown>> | undefined)?.[
      'application/json'
    ]
    if (json) json.schema = closed(json.schema)
    paths[path] = {
      ...paths[path],
      [method]: { operationId, parameters, ...(requestBody && { requestBody }), responses },
    }
  }
}
if (missing.size > 0) throw new Error(`The description does not know ${[...missing].join(', ')}.`)

const components: Record<string, Record<string, unknown>> = {}

/** What lies at a path, which must be there. */
const at = (value: unknown, ...path: readonly string[]): Record<string, unknown> => {
  const found = path.reduce<unknown>((inner, key) => (isNode(inner) ? inner[key] : undefined), value)
  if (!isNode(found)) throw new Error(`The description has nothing at ${path.join('.')}.`)
  return found as Record<string, unknown>
}

/** Takes over what a part refers to, and what that refers to. */
const follow = (value: unknown): void => {
  if (!isNode(value)) return
  const reference = value.$ref
  if (typeof reference === 'string') {
    const [, , kind = '', name = ''] = reference.split('/')
    components[kind] ??= {}
    if (components[kind][name] !== undefined) return
    const part = prune(full.components[kind]?.[name])
    components[kind][name] = part
    follow(part)
    return
  }
  for (const item of Object.values(value)) follow(item)
}
follow(paths)

/** Where GitHub answers otherwise than it says: a pull request outlives the fork that its branch was in. */
for (const name of ['pull-request', 'pull-request-simple']) {
  const head = at(components.schemas?.[name], 'properties', 'head', 'properties')
  head.repo = { anyOf: [head.repo, { enum: [null] }] }
}

const sorted = (map: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)))
const cut = {
  openapi: full.openapi,
  info: { title: 'GitHub, cut by test/world/github/cut.ts', version: full.info.version },
  paths: sorted(paths),
  components: Object.fromEntries(Object.entries(components).map(([kind, parts]) => [kind, sorted(parts)])),
}
await writeFile(join(import.meta.dirname, 'description.json'), `${JSON.stringify(cut)}\n`)
