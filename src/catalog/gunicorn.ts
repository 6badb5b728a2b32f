import { z } from 'zod'
import type { ProjectPlace } from './project-type.ts'
import { processesCount, pythonModule, threadsCount, withSystemdSocket } from './python.ts'
import type { Program } from './types.ts'

/** What the processes that run Gunicorn have in common. */

/** Their keys beside the one for the module. */
export const gunicornFields = {
  processes_count: processesCount,
  threads: threadsCount,
  timeout: z
    .int()
    .min(1)
    .max(3600)
    .default(300)
    .describe(
      'Seconds without a sign of life after which a worker process is replaced. With one thread, no request may take longer.',
    )
    .meta({ examples: [60] }),
}

interface GunicornSettings {
  readonly processes_count: number
  readonly threads: number
  readonly timeout: number
}

/** Gunicorn's words behind `python`; `application` stands last. */
const gunicornWords = (
  { processes_count, threads, timeout }: GunicornSettings,
  stopSeconds: number,
  application: string,
): readonly string[] =>
  pythonModule(
    'gunicorn',
    `--workers=${processes_count}`,
    `--threads=${threads}`,
    `--timeout=${timeout}`,
    // At TERM the running requests are finished.
    `--graceful-timeout=${stopSeconds}`,
    '--backlog=1024',
    // Only nginx reaches the socket.
    '--forwarded-allow-ips=*',
    // Its sign of life is a file's time; on a disk that hangs for a while, it would replace healthy workers.
    '--worker-tmp-dir=/dev/shm',
    application,
  )

/**
 * Gunicorn as the web process. It would remove the file of a socket that it was given as descriptor 0 when it stops,
 * fail, as it may not, and cut the running requests; not so with a socket by systemd's protocol.
 */
export const gunicornProgram = (
  settings: GunicornSettings,
  { python }: ProjectPlace,
  stopSeconds: number,
  application: string,
  launch: (command: readonly string[]) => readonly string[] = (command) => command,
): Program => ({
  name: 'web',
  command: withSystemdSocket(launch(gunicornWords(settings, stopSeconds, application))),
  web: { kind: 'socket' },
  stopSignal: 'TERM',
  stopSeconds,
  aptPackages: python === 'debian' ? ['gunicorn'] : [],
  pipPackages: python === 'image' ? ['gunicorn'] : [],
})
