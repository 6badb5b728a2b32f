import { z } from 'zod'
import { pythonFields, pythonImage } from '../project-fields.ts'
import type { ProjectType } from '../project-type.ts'

const schema = z
  .strictObject(pythonFields)
  .describe(
    'A project in Python. Its dependencies are installed; it is not installed itself, but run from `location`: where the code lies in `src/`, `env_variables: { PYTHONPATH: /app/src }` has Python find it.',
  )

/** A project in Python of any kind. */
export const python: ProjectType<typeof schema> = {
  type: 'python',
  schema,
  supervised: true,
  taskNames: [],
  image: (settings, baseImage) => ({
    ...pythonImage(settings, baseImage),
    tasks: [],
    configurationVariable: 'CONFIGURATION',
  }),
}
