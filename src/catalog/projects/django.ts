import { z } from 'zod'
import { aptPackage, containerPath, repositoryPath } from '../fields.ts'
import type { ProjectType } from '../types.ts'

const schema = z
  .strictObject({
    apt_packages: z
      .array(aptPackage)
      .default([])
      .describe('Debian packages that the project needs in its image.')
      .meta({ examples: [['libpq5', 'gettext']] }),
    requirements: repositoryPath
      .default('requirements.txt')
      .describe('Requirements file for pip, from the root of the repository.')
      .meta({ examples: ['requirements/production.txt'] }),
    location: containerPath
      .default('/app')
      .describe('Folder of the code in the container.')
      .meta({ examples: ['/srv/app'] }),
    static_location: containerPath
      .default('/app/static')
      .describe('Folder in the container where `collectstatic` puts static files (`STATIC_ROOT`).')
      .meta({ examples: ['/srv/static'] }),
    media_location: containerPath
      .default('/app/media')
      .describe('Folder in the container for uploaded files (`MEDIA_ROOT`); it outlives every release.')
      .meta({ examples: ['/srv/media'] }),
  })
  .describe('A Django project.')

/** A Django project on Debian's own Python. */
export const django: ProjectType<typeof schema> = {
  type: 'django',
  schema,
  image(settings) {
    const manage = `${settings.location}/manage.py`
    return {
      template: 'python.Dockerfile',
      base: 'debian:trixie-slim',
      aptPackages: settings.apt_packages,
      requirements: settings.requirements,
      place: { location: settings.location, venv: '/venv', python: 'debian' },
      staticLocation: settings.static_location,
      mediaLocation: settings.media_location,
      tasks: [
        { name: 'migrate', command: ['python', manage, 'migrate', '--noinput'] },
        { name: 'collectstatic', command: ['python', manage, 'collectstatic', '--noinput'] },
      ],
      configurationVariable: 'DJANGO_CONFIGURATION',
    }
  },
}
