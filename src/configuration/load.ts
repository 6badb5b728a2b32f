import type { DeploymentFile } from './configuration.ts'
import { inherit } from './inherit.ts'
import { problemsOf } from './issues.ts'
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
  const meant = issues.flatMap((issue) => problemsOf(issue, source))
  throw invalidFile(
    file,
    [...read.problems, ...problems, ...ownMistakes(meant, source, chains), ...strayPreviews(source)],
    source.lines,
  )
}

/** Previews of a configuration that is none: the schema looks for that only in a file without other mistakes. */
function strayPreviews(source: YamlSource): readonly Problem[] {
  const { configurations, previews } = source.value as Partial<Record<string, Record<string, unknown> | null>>
  const name = previews?.configuration
  if (typeof name !== 'string' || !configurations || Object.hasOwn(configurations, name)) return []
  const path = ['previews', 'configuration']
  const { value, written = name } = locate(source, path)
  const message = noConfiguration(Object.keys(configurations))
  return [{ offset: value, path, message: `\`${oneLine(written)}\` ${message}` }]
}
