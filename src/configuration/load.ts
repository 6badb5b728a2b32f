import type { DeploymentFile } from './configuration.ts'
import { inherit } from './inherit.ts'
import { problemsOf } from './issues.ts'
import { deploymentJsonSchema } from './json-schema.ts'
import { locate } from './locate.ts'
import { ownMistakes } from './own-mistakes.ts'
import { invalidFile, oneLine, type Problem } from './problem.ts'
import { deploymentSchema, noConfiguration } from './schema.ts'
import { words } from './words.ts'
import { readYaml, type YamlSource } from './yaml.ts'

/** A deployment file, read: what it says, and where. */
export interface LoadedDeployment {
  readonly deployment: DeploymentFile
  /** The file with every `extends` carried out. */
  readonly source: YamlSource
  /** The configuration that each extends, by name. */
  readonly parents: ReadonlyMap<string, string>
}

/** What a deployment file says; `readDeployment` without the places. */
export const loadDeployment = (text: string, file: string): DeploymentFile =>
  readDeployment(text, file).deployment

/**
 * Reads and validates a deployment file, all its configurations. Whatever is wrong, in YAML or in meaning, is
 * thrown as one failure with every place; `file` is the file's path for messages.
 */
export function readDeployment(text: string, file: string): LoadedDeployment {
  const read = readYaml(text)
  if (read.value === undefined) throw invalidFile(file, read.problems, read.lines)
  const { source, problems, chains } = inherit(read)
  const result = deploymentSchema.safeParse(source.value, { error: words, reportInput: true })
  if (result.success && read.problems.length === 0 && problems.length === 0)
    return {
      deployment: { file, configurations: result.data.configurations, previews: result.data.previews },
      source,
      parents: chains.parents,
    }
  const issues = result.error?.issues ?? []
  const meant = withoutIndents(
    issues.flatMap((issue) => problemsOf(issue, source)),
    source,
  )
  throw invalidFile(
    file,
    [...read.problems, ...problems, ...ownMistakes(meant, source, chains), ...strayPreviews(source)],
    source.lines,
  )
}

/**
 * Where the keys of a configuration stand beside its name and not below it, each would be told as a configuration that
 * is wrong: the name says it once.
 */
function withoutIndents(problems: readonly Problem[], source: YamlSource): readonly Problem[] {
  const { configurations } = source.value as { readonly configurations?: unknown }
  if (!isMapping(configurations)) return problems
  const entries = Object.entries(configurations)
  const at = entries.findIndex(([, value]) => value === null)
  const keys = entries.slice(at + 1).map(([key]) => key)
  if (at < 0 || !keys.some((key) => key === 'hostname' || key === 'primary_service')) return problems
  const known = keys.filter((key) => configurationKeys().includes(key))
  const isOf = (name: unknown) => (path: readonly PropertyKey[]) =>
    path[0] === 'configurations' && path[1] === name
  const isEmpty = isOf(entries[at]?.[0])
  return problems
    .filter(({ path }) => !known.some((key) => isOf(key)(path)))
    .map((problem) =>
      isEmpty(problem.path)
        ? {
            ...problem,
            message: `${problem.message}; indent ${known.map((key) => `\`${key}\``).join(', ')} further`,
          }
        : problem,
    )
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys that a configuration takes. */
function configurationKeys(): readonly string[] {
  const target = deploymentJsonSchema().properties?.configurations?.additionalProperties
  return typeof target === 'object' ? Object.keys(target.properties ?? {}) : []
}

/** Previews of a configuration that is none: the schema looks for that only in a file without other mistakes. */
function strayPreviews(source: YamlSource): readonly Problem[] {
  const { configurations, previews } = source.value as Partial<Record<string, Record<string, unknown> | null>>
  const name = previews?.configuration
  if (typeof name !== 'string' || !isMapping(configurations) || Object.hasOwn(configurations, name)) return []
  const path = ['previews', 'configuration']
  const { value, written = name } = locate(source, path)
  const message = noConfiguration(Object.keys(configurations))
  return [{ offset: value, path, message: `\`${oneLine(written)}\` ${message}` }]
}
