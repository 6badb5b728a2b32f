import { z } from 'zod'
import { celeryFields, celeryProgram } from '../celery.ts'
import { djangoFiles, found, withDjango } from '../django-launcher.ts'
import { pythonObject } from '../python.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    app: pythonObject('project.celery:app')
      .optional()
      .describe(
        'The Celery app, as for `celery_worker`. By default the package of the settings that `manage.py` names.',
      )
      .meta({ examples: ['project.celery:app'] }),
    ...celeryFields('django-celery-worker'),
  })
  .describe('A Celery worker for a Django project, which needs to be told nothing.')

/** A Celery worker of a Django project as a helper. */
export const djangoCeleryWorker: ProcessType<typeof schema> = {
  type: 'django_celery_worker',
  schema,
  program(settings, place, stopSeconds = 60) {
    if (settings.app !== undefined) return celeryProgram(settings, place, stopSeconds, settings.app)
    return {
      ...celeryProgram(settings, place, stopSeconds, found, (command) => withDjango('package', command)),
      files: djangoFiles(),
    }
  },
}
