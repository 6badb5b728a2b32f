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
  const issues = result.success ? [] : result.error.issues
  const trapped = new Set(source.problems.map(({ offset }) => offset))
  const problems = issues
    .flatMap((issue) => problemsOf(issue, source))
    .filter(({ offset, path }) => path.length === 0 || !trapped.has(offset))
  if (!result.success || source.problems.length > 0)
    throw invalidFile(file, [...source.problems, ...problems], source.lines)
  return { file, configurations: result.data.configurations }
}
