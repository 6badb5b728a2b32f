import { z } from 'zod'
import { variableName } from '../catalog/fields.ts'
import { projectTypes } from '../catalog/index.ts'
import type { ProjectType } from '../catalog/project-type.ts'
import type { ProjectSettings } from './configuration.ts'
import { ref, repository, variableValue, wholeNumber } from './fields.ts'
import { healthCheck } from './health-check.ts'
import { processes, standaloneProcesses } from './processes.ts'
import { checkProject } from './project-checks.ts'
import { releaseTasks } from './release-tasks.ts'
import { secretNames } from './secrets.ts'
import { words } from './words.ts'

/** The type of a project that names none. */
export const defaultType = 'django'

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
  source: z
    .enum(['auto', 'deploy-key', 'checkout'])
    .default('auto')
    .describe(
      'How the code comes to the server: `deploy-key` fetches it there with a key that is registered at GitHub, `checkout` sends what is checked out; `auto` takes the first where `deploy-key-token` allows it.',
    )
    .meta({ examples: ['deploy-key'] }),
  env_variables: z
    .record(variableName, variableValue)
    .default({})
    .describe('Environment variables of every process, for values that are no secrets.')
    .meta({ examples: [{ LOG_LEVEL: 'info' }] }),
  secrets: secretNames
    .default([])
    .describe(
      'Variables that every process gets from the environment of the workflow’s step; `{NAME: OTHER}` takes the step’s OTHER.',
    )
    .meta({ examples: [['SECRET_KEY', { DATABASE_PASSWORD: 'STAGING_DATABASE_PASSWORD' }]] }),
  health_check: healthCheck,
  drain: wholeNumber(1, 3600)
    .default(60)
    .describe(
      'Seconds that requests which are under way at the switch have to come to their end on the release before; then they are cut. A `stop_timeout` of the web process stands above it.',
    )
    .meta({ examples: [300] }),
  release_tasks: releaseTasks,
}

/** What the keys that every type has put out. */
type Keys = z.output<z.ZodObject<typeof common & { readonly processes: typeof processes }>>

/** The project of a primary service: its type decides which keys it takes beside the common ones. */
export const projectSchema = z
  .discriminatedUnion('type', oneOrMore(projectTypes.map(projectOf)))
  .describe('The project, its sources and its processes.')

/**
 * The mistakes of a project that has no type of the catalogue, in the keys that every type has: without a type, the
 * union of all of them looks no further.
 */
export const mistakesWithoutType = (project: unknown): readonly z.core.$ZodIssue[] =>
  z.looseObject({ ...common, processes }).safeParse(project, { error: words, reportInput: true }).error
    ?.issues ?? []

/** The schema of one type of project, whose output is ready for the rest of the program. */
function projectOf(type: ProjectType) {
  const own = type.schema.shape
  const word = z.literal(type.type)
  return type.schema
    .safeExtend({
      type: (type.type === defaultType ? word.default(type.type) : word)
        .describe('Type of the project.')
        .meta({ examples: [type.type] }),
      ...common,
      processes: type.supervised ? processes : standaloneProcesses,
    })
    .describe(type.schema.description ?? '')
    .superRefine((project, context) => checkProject(type, project, context), { when: () => true })
    .transform((all): ProjectSettings => {
      const project = all as Keys
      return {
        type,
        settings: Object.fromEntries(Object.entries(all).filter(([key]) => key in own)),
        repository: project.repository,
        ref: project.ref,
        envVariables: project.env_variables,
        secrets: project.secrets,
        source: project.source,
        healthCheck: project.health_check,
        drainSeconds: project.drain,
        releaseTasks: project.release_tasks,
        processes: project.processes,
      }
    })
}

function oneOrMore<Item>([first, ...rest]: readonly Item[]): [Item, ...Item[]] {
  if (first === undefined) throw new TypeError('The catalogue has no types of projects')
  return [first, ...rest]
}
