import { z } from 'zod'
import { safeName, variableName } from './fields.ts'
import type { ProjectPlace } from './project-type.ts'
import { pythonModule } from './python.ts'
import { type Program, stateFolder } from './types.ts'

/** What the processes that run a Celery worker have in common. */

const queueName = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,99}$/, 'must be the name of a queue: letters, digits and . _ : -')

const isVariable = (broker: string): boolean => variableName.safeParse(broker).success

const brokerField = z
  .string()
  .refine(
    (text) => isVariable(text) || /^[a-z][a-z0-9+]*:\/\/[^\s\0]*$/.test(text),
    'must be the URL of a broker, or the name of a variable that holds one',
  )
  .refine(
    (url) => !/:\/\/.*:.*@/.test(url) && !/[?&]password=/i.test(url),
    'holds a password: keep the URL in a secret, and write the name of its variable here',
  )

const logLevels = ['debug', 'info', 'warning', 'error', 'critical'] as const

/** Their keys beside `app`; `name` is the default one. */
export const celeryFields = (name: string) => ({
  name: safeName
    .default(name)
    .refine((word) => word !== 'web', 'is taken: `web` is the web process')
    .describe('Name of the process, and of the worker in Celery.')
    .meta({ examples: ['mailer'] }),
  queues: z
    .array(queueName)
    .default([])
    .describe('Queues that it works on. By default those of the app.')
    .meta({ examples: [['email', 'reports']] }),
  broker: brokerField
    .optional()
    .describe(
      'Variable that holds the broker’s URL, such as the `REDIS_URL` of a service; or a URL without a password. By default what the app says.',
    )
    .meta({ examples: ['REDIS_URL', 'amqp://queue.example.com//'] }),
  concurrency: z
    .int()
    .min(1)
    .max(256)
    .default(4)
    .describe('Number of tasks that it works on at once.')
    .meta({ examples: [8] }),
  beat: z
    .boolean()
    .default(false)
    .describe(
      'Whether it also sends the periodic tasks. One worker of a project may, in one copy. When each was sent last is kept across releases.',
    )
    .meta({ examples: [true] }),
  log_level: z
    .enum(logLevels)
    .default('info')
    .describe('Least important messages that it logs.')
    .meta({ examples: ['warning'] }),
})

type CelerySettings = z.output<z.ZodObject<ReturnType<typeof celeryFields>>>

/**
 * Each copy needs a name of its own: that of its process, which supervisor tells. Beat writes down each time what it has
 * sent, as it gets no time for that when it is stopped.
 */
const start = (beat: boolean): string =>
  `exec "$@" --hostname="$SUPERVISOR_PROCESS_NAME@%h"${beat ? ' -- beat.sync_every=1' : ''}`

/** Takes the broker's URL from the variable that the first argument names, so that it stands in no list of processes. */
const startWithBroker = (beat: boolean): string =>
  `CELERY_BROKER_URL=$(printenv "$1") || { echo "broker: there is no variable $1" >&2; exit 1; }
shift; export CELERY_BROKER_URL; ${start(beat)}`

/** A Celery worker for the app of that name. */
export const celeryProgram = (
  settings: CelerySettings,
  { python }: ProjectPlace,
  stopSeconds: number,
  app: string,
  launch: (command: readonly string[]) => readonly string[] = (command) => command,
): Program => {
  const { name, queues, broker, concurrency, beat, log_level } = settings
  const fromVariable = broker !== undefined && isVariable(broker)
  const worker = pythonModule(
    'celery',
    '--app',
    app,
    'worker',
    `--loglevel=${log_level.toUpperCase()}`,
    `--concurrency=${concurrency}`,
    ...(queues.length > 0 ? [`--queues=${queues.join(',')}`] : []),
    // What it sent last outlives the release.
    ...(beat ? ['--beat', `--schedule=${stateFolder}/${name}-schedule`] : []),
  )
  return {
    name,
    command: [
      ...(fromVariable ? ['sh', '-c', startWithBroker(beat), 'sh', broker] : ['sh', '-c', start(beat), 'sh']),
      ...launch(worker),
    ],
    // It stands above what the app says.
    ...(broker !== undefined && !fromVariable && { env: { CELERY_BROKER_URL: broker } }),
    ...(beat && { single: 'runs beat, which must run only once', keepsState: true }),
    // At TERM it finishes the tasks that it has.
    stopSignal: 'TERM',
    stopSeconds,
    aptPackages: python === 'debian' ? ['python3-celery', 'python3-redis'] : [],
    pipPackages: python === 'image' ? ['celery[redis]'] : [],
  }
}
