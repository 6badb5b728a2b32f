import { z } from 'zod'
import { gunicornFields, gunicornProgram } from '../gunicorn.ts'
import { pythonObject } from '../python.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    wsgi_module: pythonObject('project.wsgi:application')
      .describe(
        'Module of the WSGI callable, with its name behind a colon unless that is `application`: `project.wsgi`.',
      )
      .meta({ examples: ['project.wsgi', 'project.wsgi:application'] }),
    ...gunicornFields,
  })
  .describe('The web process: Gunicorn, on the socket that nginx proxies to.')

/** Gunicorn as the web process. */
export const gunicorn: ProcessType<typeof schema> = {
  type: 'gunicorn',
  isWeb: true,
  schema,
  program: (settings, place, stopSeconds = 60) =>
    gunicornProgram(settings, place, stopSeconds, settings.wsgi_module),
}
