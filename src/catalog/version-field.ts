import { imageTag } from './fields.ts'

/** The key `version` of a service: a tag of its image, `fallback` by default. */
export const versionField = (product: string, image: string, fallback: string, example: string) =>
  imageTag
    .optional()
    .describe(
      `Version of ${product}: a tag of the image \`${image}\`, by default ${fallback}. Beside \`image\`, what that one holds, where its tag does not begin with it.`,
    )
    .meta({ examples: [example] })
