import { z } from 'zod'
import { celeryFields, celeryProgram } from '../celery.ts'
import { pythonObject } from '../python.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    app: pythonObject('project.celery:app')
      .describe('The Celery app: its module, with its name behind a colon if need be; or its package.')
      .meta({ examples: ['project', 'project.celery:app'] }),
    ...celeryFields('celery-worker'),
  })
  .describe('A Celery worker.')

/** A Celery worker as a helper. */
export const celeryWorker: ProcessType<typeof schema> = {
  type: 'celery_worker',
  schema,
  standalone: true,
  program: (settings, place, stopSeconds = 60) => celeryProgram(settings, place, stopSeconds, settings.app),
}
