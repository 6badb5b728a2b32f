import { z } from 'zod'
import { djangoFiles, found, withDjango } from '../django-launcher.ts'
import { gunicornFields, gunicornProgram } from '../gunicorn.ts'
import { pythonObject } from '../python.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    wsgi_module: pythonObject('project.wsgi:application')
      .optional()
      .describe(
        'Module of the WSGI callable, as for `gunicorn`. By default `WSGI_APPLICATION` of the settings that `manage.py` names.',
      )
      .meta({ examples: ['project.wsgi'] }),
    ...gunicornFields,
  })
  .describe('The web process: Gunicorn for a Django project, which needs to be told nothing.')

/** Gunicorn as the web process of a Django project. */
export const djangoGunicorn: ProcessType<typeof schema> = {
  type: 'django_gunicorn',
  isWeb: true,
  schema,
  program(settings, place, stopSeconds = 60) {
    if (settings.wsgi_module !== undefined)
      return gunicornProgram(settings, place, stopSeconds, settings.wsgi_module)
    return {
      ...gunicornProgram(settings, place, stopSeconds, found, (command) => withDjango('wsgi', command)),
      files: djangoFiles(),
    }
  },
}
