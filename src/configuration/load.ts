import type { DeploymentFile } from './configuration.ts'
import { problemsOf } from './issues.ts'
import { invalidFile } from './problem.ts'
import { deploymentSchema } from './schema.ts'
import { words } from './words.ts'
import { readYaml } from './yaml.ts'

/**
 * Reads and validates a deployment file, all its configurations. Whatever is wrong, in YAML or in meaning, is
 * thrown as one failure with every place; `file` is the file's path for messages.
 */
export function loadDeployment(text: string, file: string): DeploymentFile {
  const source = readYaml(text)
  if (source.value === undefined) throw invalidFile(file, source.problems, source.lines)
  const result = deploymentSchema.safeParse(source.value, { error: words, reportInput: true })
  if (result.success && source.problems.length === 0)
    return { file, configurations: result.data.configurations }
  const issues = result.error?.issues ?? []
  const problems = issues.flatMap((issue) => problemsOf(issue, source))
  throw invalidFile(file, [...source.problems, ...problems], source.lines)
}
