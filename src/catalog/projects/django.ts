import { z } from 'zod'
import { readTemplate } from '../../templates.ts'
import { pythonFields, pythonImage } from '../project-fields.ts'
import type { ProjectType } from '../project-type.ts'

const schema = z
  .strictObject({
    ...pythonFields,
    migrate: z
      .boolean()
      .default(true)
      .describe('Whether `manage.py migrate` runs in each release before visitors reach it.')
      .meta({ examples: [false] }),
    collectstatic: z
      .boolean()
      .default(true)
      .describe('Whether `manage.py collectstatic` runs in each release before visitors reach it.')
      .meta({ examples: [false] }),
  })
  .describe('A Django project. `STATIC_ROOT` is to be `static_location`, and `MEDIA_ROOT` `media_location`.')

/** A Django project, with the tasks that one has. */
export const django: ProjectType<typeof schema> = {
  type: 'django',
  schema,
  supervised: true,
  taskNames: ['migrate', 'collectstatic'],
  // `shell` finds the settings as every command does, whatever is in manage.py.
  unknownMigrations: () => [
    'python',
    'manage.py',
    'shell',
    '-v',
    '0',
    '-c',
    readTemplate('unknown-migrations.py'),
  ],
  image(settings, baseImage) {
    const manage = (name: string) => ({
      name,
      command: ['python', `${settings.location}/manage.py`, name, '--noinput'],
    })
    return {
      ...pythonImage(settings, baseImage),
      tasks: [
        ...(settings.migrate ? [manage('migrate')] : []),
        ...(settings.collectstatic ? [manage('collectstatic')] : []),
      ],
      configurationVariable: 'DJANGO_CONFIGURATION',
    }
  },
}
