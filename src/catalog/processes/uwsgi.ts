import { z } from 'zod'
import { repositoryPath } from '../fields.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    wsgi_file: repositoryPath
      .describe('File that holds the WSGI callable `application`, such as `project/wsgi.py`.')
      .meta({ examples: ['project/wsgi.py'] }),
    processes_count: z
      .int()
      .min(1)
      .max(256)
      .default(2)
      .describe('Number of worker processes.')
      .meta({ examples: [4] }),
    threads: z
      .int()
      .min(1)
      .max(256)
      .default(2)
      .describe('Number of threads in each worker process.')
      .meta({ examples: [8] }),
  })
  .describe('The web process: uWSGI, which speaks HTTP on the socket that nginx proxies to.')

/** Seconds that running requests get to finish when a release is retired. */
const stopSeconds = 60

/** uWSGI as the web process. */
export const uwsgi: ProcessType<typeof schema> = {
  type: 'uwsgi',
  schema,
  program(settings, { location, venv }) {
    return {
      name: 'web',
      // The listening socket arrives as descriptor 0, which uWSGI recognises by itself; it then speaks what
      // --protocol says on it.
      command: [
        'uwsgi',
        '--plugins=python3',
        '--protocol=http',
        `--virtualenv=${venv}`,
        `--chdir=${location}`,
        `--wsgi-file=${settings.wsgi_file}`,
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
        // Without this hook TERM reloads uWSGI, and die-on-term cuts the requests that are running.
        '--hook-master-start=unix_signal:15 gracefully_kill_them_all',
        `--worker-reload-mercy=${stopSeconds}`,
      ],
      web: { kind: 'socket' },
      stopSignal: 'TERM',
      stopSeconds,
      aptPackages: ['uwsgi-core', 'uwsgi-plugin-python3'],
    }
  },
}
