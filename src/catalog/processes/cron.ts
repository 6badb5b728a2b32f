import { z } from 'zod'
import { commandLine as shellLine } from '../../server/connection/shell-quote.ts'
import { renderTemplate } from '../../templates.ts'
import { crontabField, crontabSchedule } from '../crontab.ts'
import { commandLine, commandWords, safeName } from '../fields.ts'
import type { ProcessType } from '../types.ts'

const times = {
  minute: crontabField('minute')
    .default('*')
    .describe('Minutes, 0 to 59.')
    .meta({ examples: [30, '*/5'] }),
  hour: crontabField('hour')
    .default('*')
    .describe('Hours, 0 to 23, in the time zone that the variable `TZ` says.')
    .meta({ examples: [3, '8-18'] }),
  day: crontabField('day')
    .default('*')
    .describe('Days of the month, 1 to 31.')
    .meta({ examples: [1, '1,15'] }),
  month: crontabField('month')
    .default('*')
    .describe('Months, 1 to 12 or `jan` to `dec`.')
    .meta({ examples: [12, 'jan-mar'] }),
  weekday: crontabField('weekday')
    .default('*')
    .describe(
      'Days of the week, 0 to 7 (Sunday is both) or `sun` to `sat`. Beside a `day`, either is enough.',
    )
    .meta({ examples: ['mon-fri'] }),
}

/** The fields in the order of a crontab. */
const fieldsOf = (all: { readonly [Key in keyof typeof times]: string }): readonly string[] => [
  all.minute,
  all.hour,
  all.day,
  all.month,
  all.weekday,
]

const job = z
  .strictObject({
    name: safeName
      .describe('Name of the job, which its lines in the log start with.')
      .meta({ examples: ['backup'] }),
    command: commandLine
      .describe(
        'Command line, split into words as a shell would, but run without one, from the code’s folder.',
      )
      .meta({ examples: ['python manage.py clearsessions'] }),
    ...times,
    schedule: crontabSchedule
      .optional()
      .describe('In place of the other fields: all five as in a crontab, minute first.')
      .meta({ examples: ['30 3 * * mon-fri'] }),
  })
  .superRefine((all, context) => {
    if (all.schedule === undefined) return
    for (const key of Object.keys(times) as (keyof typeof times)[])
      if (all[key] !== '*')
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'stands beside `schedule`, which says all five fields',
        })
  })

const schema = z
  .strictObject({
    jobs: z
      .array(job)
      .min(1)
      .superRefine((jobs, context) => {
        for (const [index, { name }] of jobs.entries())
          if (jobs.findIndex((other) => other.name === name) < index)
            context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is another job’s name too' })
      })
      .describe('The jobs: each runs whenever the clock shows all of its fields.')
      .meta({
        examples: [[{ name: 'clear', hour: 3, minute: 30, command: 'python manage.py clearsessions' }]],
      }),
  })
  .describe(
    'Jobs by the clock, run by cron in the environment of the project. What they print, and an exit status other than 0, stands in the container’s log.',
  )

/** cron as a helper. */
export const cron: ProcessType<typeof schema> = {
  type: 'cron',
  schema,
  program({ jobs }, { location }, stopSeconds = 60) {
    return {
      name: 'cron',
      command: ['sh', '/etc/jetee/cron/start.sh'],
      user: 'root',
      files: {
        'cron/start.sh': renderTemplate('processes/cron-start.sh', {}),
        'cron/run.sh': renderTemplate('processes/cron-run.sh', {}),
        'cron/crontab': `SHELL=/bin/sh\nMAILTO=""\n${jobs.map(crontabLine).join('')}`,
        ...Object.fromEntries(
          jobs.map(({ name, command }) => [
            `cron/jobs/${name}`,
            `cd ${shellLine([location])}\nexec ${shellLine(commandWords(command))}\n`,
          ]),
        ),
      },
      single: 'runs each job once',
      stopSignal: 'TERM',
      stopSeconds,
      aptPackages: ['cron', 'tzdata'],
    }
  },
}

type Job = z.output<typeof job>

/** Nothing of the file stands here but what cron's own grammar allows, and a name. */
const crontabLine = (job: Job): string =>
  `${job.schedule ?? fieldsOf(job).join(' ')} root sh /etc/jetee/cron/run.sh ${job.name}\n`
