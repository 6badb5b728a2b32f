import { z } from 'zod'
import { repositoryPath } from '../fields.ts'
import { healthUserAgent } from '../health-question.ts'
import { processesCount, pythonObject, threadsCount } from '../python.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    wsgi_file: repositoryPath
      .optional()
      .describe('File that holds the WSGI callable `application`, such as `project/wsgi.py`.')
      .meta({ examples: ['project/wsgi.py'] }),
    wsgi_module: pythonObject('project.wsgi:application')
      .optional()
      .describe(
        'In place of `wsgi_file`: module of the callable, with its name behind a colon unless that is `application`.',
      )
      .meta({ examples: ['project.wsgi', 'project.wsgi:app'] }),
    processes_count: processesCount,
    threads: threadsCount,
  })
  .superRefine(({ wsgi_file, wsgi_module }, context) => {
    if (wsgi_file === undefined && wsgi_module === undefined)
      context.addIssue({
        code: 'custom',
        path: ['wsgi_file'],
        message: 'is missing, and so is `wsgi_module`: one of them says what to run',
      })
    if (wsgi_file !== undefined && wsgi_module !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['wsgi_module'],
        message: 'stands beside `wsgi_file`: only one of them may be given',
      })
  })
  .describe('The web process: uWSGI, which speaks HTTP on the socket that nginx proxies to.')

/** uWSGI as the web process. */
export const uwsgi: ProcessType<typeof schema> = {
  type: 'uwsgi',
  isWeb: true,
  schema,
  program(settings, { location, venv, python }, stopSeconds = 60) {
    return {
      name: 'web',
      // The listening socket arrives as descriptor 0, which uWSGI recognises by itself; it then speaks what
      // --protocol says on it.
      command: [
        'uwsgi',
        // Debian's Python is a plugin; what pip installs has its own built in.
        ...(python === 'debian' ? ['--plugins=python3'] : []),
        '--protocol=http',
        `--virtualenv=${venv}`,
        `--chdir=${location}`,
        settings.wsgi_module === undefined
          ? `--wsgi-file=${settings.wsgi_file}`
          : `--module=${settings.wsgi_module}`,
        '--master',
        `--processes=${settings.processes_count}`,
        `--threads=${settings.threads}`,
        '--enable-threads',
        '--need-app',
        '--listen=1024',
        '--buffer-size=32768',
        '--post-buffering=0',
        '--disable-logging',
        '--log-5xx',
        // Debian's build can tell requests apart; what pip installs may lack that.
        ...(python === 'debian' ? [`--route-user-agent=^${healthUserAgent}$ donotlog:`] : []),
        // Without this hook TERM reloads uWSGI, and die-on-term cuts the requests that are running.
        '--hook-master-start=unix_signal:15 gracefully_kill_them_all',
        `--worker-reload-mercy=${stopSeconds}`,
      ],
      web: { kind: 'socket' },
      stopSignal: 'TERM',
      stopSeconds,
      aptPackages: python === 'debian' ? ['uwsgi-core', 'uwsgi-plugin-python3'] : [],
      pipPackages: python === 'image' ? ['pyuwsgi'] : [],
    }
  },
}
