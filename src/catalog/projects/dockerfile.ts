import { z } from 'zod'
import { variableValue } from '../../configuration/fields.ts'
import { repositoryPath, variableName } from '../fields.ts'
import { buildSecrets, ownCommand, ownCommandFields } from '../project-fields.ts'
import type { ProjectType } from '../project-type.ts'

const schema = z
  .strictObject({
    dockerfile: repositoryPath
      .default('Dockerfile')
      .describe('The Dockerfile, from the root of the repository, which is the context of the build.')
      .meta({ examples: ['docker/web.Dockerfile'] }),
    target: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, 'must be the name or number of a stage in the Dockerfile')
      .optional()
      .describe('Stage of the Dockerfile to build. By default the last one.')
      .meta({ examples: ['production'] }),
    build_args: z
      .record(variableName, variableValue)
      .default({})
      .describe('Arguments of the build, for values that are no secrets.')
      .meta({ examples: [{ NODE_VERSION: '24' }] }),
    build_secrets: buildSecrets.describe(
      'Secrets from the environment of the workflow’s step for the build alone: `RUN --mount=type=secret,id=NAME` finds one as the file `/run/secrets/NAME`.',
    ),
    ...ownCommandFields,
  })
  .describe(
    'A project with a Dockerfile of its own. Helpers and release tasks run in containers of their own, from the same image.',
  )

/** A project that is built by the repository's own Dockerfile. */
export const dockerfile: ProjectType<typeof schema> = {
  type: 'dockerfile',
  schema,
  supervised: false,
  taskNames: [],
  image: (settings) => ({
    kind: 'dockerfile',
    dockerfile: settings.dockerfile,
    target: settings.target,
    buildArgs: settings.build_args,
    buildSecrets: settings.build_secrets,
    ...ownCommand(settings),
  }),
}
