import { z } from 'zod'
import { imageReference, variableName } from '../fields.ts'
import { ownCommand, ownCommandFields } from '../project-fields.ts'
import type { ProjectType } from '../project-type.ts'

const schema = z
  .strictObject({
    image: imageReference
      .describe(
        'The image, with a tag or a digest. When a tag names another image by now, that is a new release.',
      )
      .meta({ examples: ['ghcr.io/acme/app:1.2'] }),
    registry: z
      .strictObject({
        username: z
          .string()
          .min(1)
          .describe('Login at the registry.')
          .meta({ examples: ['acme-bot'] }),
        password: variableName
          .describe('The variable of the workflow’s step that holds the password or token.')
          .meta({ examples: ['REGISTRY_TOKEN'] }),
      })
      .optional()
      .describe('Login for a private registry; without it, the image is pulled as anybody may.')
      .meta({ examples: [{ username: 'acme-bot', password: 'REGISTRY_TOKEN' }] }),
    ...ownCommandFields,
  })
  .describe(
    'A project whose image is built elsewhere. Helpers and release tasks run in containers of their own, from the same image.',
  )

/** A project that is an image already. */
export const image: ProjectType<typeof schema> = {
  type: 'image',
  schema,
  supervised: false,
  taskNames: [],
  image: (settings) => ({
    kind: 'image',
    image: settings.image,
    registry: settings.registry,
    ...ownCommand(settings),
  }),
}
