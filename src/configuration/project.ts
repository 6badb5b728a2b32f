import { z } from 'zod'
import { variableName } from '../catalog/fields.ts'
import { processTypes, projectTypes } from '../catalog/index.ts'
import type { ProjectType } from '../catalog/types.ts'
import type { ConfiguredProcess, ProjectSettings } from './configuration.ts'
import { isEntryOf, listEntry } from './entries.ts'
import { ref, repository, requestPath, variableValue, wholeNumber } from './fields.ts'
import { checkAgainstEarlier, withoutTwins } from './unique.ts'

/** The type of a project that names none. */
export const defaultType = 'django'

const process = listEntry(processTypes, (type, settings): ConfiguredProcess => ({ type, settings }))

/** The keys that every type of project has. */
const common = {
  repository: repository
    .optional()
    .describe('Repository of the project, as `owner/name` or address; by default the one checked out.')
    .meta({ examples: ['acme/shop'] }),
  ref: ref
    .optional()
    .describe('Branch, tag, 40-digit SHA or `HEAD` to deploy; by default the commit checked out.')
    .meta({ examples: ['release/2.0'] }),
  env_variables: z
    .record(variableName, variableValue)
    .default({})
    .describe('Environment variables of every process, for values that are no secrets.')
    .meta({ examples: [{ LOG_LEVEL: 'info' }] }),
  secrets: withoutTwins(z.array(variableName))
    .default([])
    .describe('Names of variables that every process gets from the environment of the workflow’s step.')
    .meta({ examples: [['SECRET_KEY']] }),
  health_check: z
    .strictObject({
      path: requestPath
        .default('/')
        .describe('Path that must answer with a status from 200 to 399 before a release goes live.')
        .meta({ examples: ['/health/'] }),
      deadline: wholeNumber(1, 3600)
        .default(30)
        .describe('Seconds that it has for that.')
        .meta({ examples: [60] }),
    })
    .prefault({})
    .describe('How a release shows that it works.')
    .meta({ examples: [{ path: '/health/' }] }),
  processes: checkAgainstEarlier(z.array(process), processClash)
    .default([])
    .describe('The processes of the project: at most one web process, and any number of helpers.')
    .meta({ examples: [[{ uwsgi: { wsgi_file: 'project/wsgi.py' } }]] }),
}

/** The project of a primary service: its type decides which keys it takes beside the common ones. */
export const projectSchema = z
  .discriminatedUnion('type', oneOrMore(projectTypes.map(projectOf)))
  .describe('The project, its sources and its processes.')

/** The schema of one type of project, whose output is ready for the rest of the program. */
function projectOf(type: ProjectType) {
  const own = shapeOf(type)
  const word = z.literal(type.type)
  return z
    .strictObject({
      type: (type.type === defaultType ? word.default(type.type) : word)
        .describe('Type of the project.')
        .meta({ examples: [type.type] }),
      ...common,
      ...own,
    })
    .superRefine(
      ({ env_variables, secrets }, context) => {
        for (const [index, name] of secrets.entries())
          if (Object.hasOwn(env_variables, name))
            context.addIssue({ code: 'custom', path: ['secrets', index], message: 'is in env_variables too' })
      },
      { when: ({ value }) => hasVariables(value) },
    )
    .transform(
      (project): ProjectSettings => ({
        type,
        settings: Object.fromEntries(Object.entries(project).filter(([key]) => key in own)),
        repository: project.repository,
        ref: project.ref,
        envVariables: project.env_variables,
        secrets: project.secrets,
        healthCheck: { path: project.health_check.path, deadlineSeconds: project.health_check.deadline },
        processes: project.processes,
      }),
    )
}

/** Whether both lists of variables are there; the rest of the project may be wrong. */
function hasVariables(project: unknown): boolean {
  const { env_variables, secrets } = Object(project) as Record<string, unknown>
  return Array.isArray(secrets) && typeof env_variables === 'object' && env_variables !== null
}

/** The keys of a type of project, which must be an object's to be merged with the common ones. */
function shapeOf({ type, schema }: ProjectType): z.ZodRawShape {
  if (schema instanceof z.ZodObject) return schema.shape
  throw new TypeError(`The schema of the project type ${type} is not an object`)
}

/** What is wrong with a process, given those before it. */
function processClash(item: unknown, earlier: readonly unknown[]): string | undefined {
  if (!isProcess(item)) return undefined
  const { name, web } = program(item)
  const others = earlier.filter(isProcess).map(program)
  if (web && others.some((other) => other.web)) return 'is a second web process; a project has one'
  if (others.some((other) => other.name === name))
    return `has the name \`${name}\`, which another process has`
  return undefined
}

const isProcess = (item: unknown): item is ConfiguredProcess => isEntryOf(processTypes, item)

/** The program of a process, for what does not depend on where the project lies. */
const program = ({ type, settings }: ConfiguredProcess) =>
  type.program(settings, { location: '/app', venv: '/venv' })

function oneOrMore<Item>([first, ...rest]: readonly Item[]): [Item, ...Item[]] {
  if (first === undefined) throw new TypeError('The catalogue has no types of projects')
  return [first, ...rest]
}
