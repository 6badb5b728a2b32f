import { z } from 'zod'
import { commandLine, commandWords } from '../fields.ts'
import { projectVariables } from '../project-env.ts'
import type { ServiceType } from '../types.ts'

const schema = z
  .strictObject({
    port: z
      .int('must be a whole number from 1 to 65535')
      .min(1)
      .max(65535)
      .optional()
      .describe('TCP port that it listens on, for the project’s `<NAME>_PORT`.')
      .meta({ examples: [8080] }),
    readiness: commandLine
      .transform(commandWords)
      .optional()
      .describe(
        'A command in the container that succeeds once the service is ready, split into words as a shell would. By default it is ready when its port takes connections, or, without a port, when it runs.',
      )
      .meta({ examples: ['rabbitmq-diagnostics -q ping'] }),
  })
  .describe(
    'Any image as a service, such as a message broker. Its data is kept where `volumes` says, and it gets no password of its own.',
  )

/** A service of the user's own, from any image. */
export const custom: ServiceType<typeof schema> = {
  type: 'custom',
  schema,
  required: {
    container_name: 'Name of the service in the project: its container is `<project_name>-<container_name>`.',
    image: 'The image, with a tag or digest.',
  },
  password: 'nothing',
  container: ({ port, readiness }, { name, host }, { image = '' }) => ({
    image,
    env: {},
    secretFiles: {},
    ...(port !== undefined && { port }),
    ...(readiness && { probe: readiness }),
    stopSeconds: 30,
    projectEnv: projectVariables(name, {
      HOST: host,
      ...(port !== undefined && { PORT: String(port) }),
    }),
  }),
}
