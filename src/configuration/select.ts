import { Failure } from '../report/failure.ts'
import type { Configuration, DeploymentFile } from './configuration.ts'
import { nearMiss } from './near.ts'
import { oneLine } from './problem.ts'

/** What a configuration's defaults depend on. */
export interface SelectionContext {
  /** The repository that the run belongs to, as `owner/name`. */
  readonly repository: string
}

/** The configuration of that name, with every default filled in. */
export function selectConfiguration(
  deployment: DeploymentFile,
  name: string,
  context: SelectionContext,
): Configuration {
  const settings = Object.hasOwn(deployment.configurations, name)
    ? deployment.configurations[name]
    : undefined
  if (!settings) throw unknownConfiguration(deployment, name)
  const projectName = settings.projectName ?? safeProjectName(context.repository)
  if (projectName === '')
    throw new Failure({
      what: `The repository's name (${oneLine(context.repository)}) gives the project no name`,
      where: `${deployment.file}, configuration ${name}`,
      why: 'Nothing of it is left in lower-case letters, digits and hyphens.',
      next: `Set \`project_name\` in configuration ${name}.`,
    })
  return {
    name,
    ...settings,
    projectName,
    environment: settings.environment ?? name,
    production: settings.production ?? name.toLowerCase() === 'production',
  }
}

/** A project's name from `owner/name`, safe in DNS and Docker; empty when nothing of it is. */
function safeProjectName(repository: string): string {
  return repository
    .slice(repository.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 32)
    .replace(/-$/, '')
}

/** What is told of a name that no configuration has. */
export function unknownConfiguration({ file, configurations }: DeploymentFile, name: string): Failure {
  const names = Object.keys(configurations)
  const near = nearMiss(name, names)
  const listed = near ? [near, ...names.filter((other) => other !== near)] : names
  return new Failure({
    what: `There is no configuration \`${oneLine(name)}\` in ${file}`,
    where: file,
    why: `It has ${listed.map((other) => `\`${other}\``).join(', ')}.`,
    next: near
      ? `Did you mean \`${near}\`? Set the input \`configuration\` to one of these names.`
      : 'Set the input `configuration` to one of these names, or add it to the file.',
  })
}
