import { z } from 'zod'
import { commandLine, commandWords, safeName } from '../catalog/fields.ts'
import type { TimedTask } from './configuration.ts'
import { wholeNumber } from './fields.ts'

/** Seconds that a task or a hook has where nothing says otherwise. */
export const usualDeadline = 1800

const command = commandLine.transform(commandWords)

const deadline = wholeNumber(1, 86_400)

/** A command that runs once: the command line alone, or with a name for people and a deadline. */
const commandOnce = z.union(
  [
    command.transform((words) => ({ name: undefined, command: words, deadline: undefined })),
    z.strictObject({
      name: safeName
        .optional()
        .describe('Name for people; by default its place in the list.')
        .meta({ examples: ['warm-up'] }),
      command: command.describe('Command line.').meta({ examples: ['python manage.py warm_up'] }),
      deadline: deadline
        .optional()
        .describe('Seconds after which it is ended, and counts as failed.')
        .meta({ examples: [300] }),
    }),
  ],
  'must be a command, or a mapping with `command`, `name` and `deadline`',
)

/** A command of a list before the list's own deadline is known. */
export interface UntimedTask extends Omit<TimedTask, 'deadlineSeconds'> {
  readonly deadlineSeconds: number | undefined
}

/** A list of commands, each with a name: those without one are called by their place. */
export const commandsOnce = (prefix: string) =>
  z.array(commandOnce).transform((list): readonly UntimedTask[] =>
    list.map(({ name, command, deadline }, index) => ({
      name: name ?? `${prefix}-${index + 1}`,
      command,
      deadlineSeconds: deadline,
    })),
  )

/** The commands with a deadline for those that have none. */
export const timed = (list: readonly UntimedTask[], seconds: number): readonly TimedTask[] =>
  list.map((task) => ({ ...task, deadlineSeconds: task.deadlineSeconds ?? seconds }))

/** Tasks that run once in each release, in the release's own container. */
export const releaseTasks = z
  .strictObject({
    before_switch: commandsOnce('before-switch')
      .prefault([])
      .describe(
        'Commands before visitors reach the release, behind those of the project’s type; when one fails, the old release stays.',
      )
      .meta({ examples: [['python manage.py check --deploy']] }),
    after_switch: commandsOnce('after-switch')
      .prefault([])
      .describe('Commands when visitors reach the release; when one fails, the old release comes back.')
      .meta({ examples: [[{ name: 'warm-up', command: 'python manage.py warm_up' }]] }),
    deadline: deadline
      .default(usualDeadline)
      .describe(
        'Seconds that each task has unless it says otherwise, also those of the project’s type, such as `migrate`.',
      )
      .meta({ examples: [600] }),
  })
  .transform(({ before_switch, after_switch, deadline }) => ({
    beforeSwitch: timed(before_switch, deadline),
    afterSwitch: timed(after_switch, deadline),
    deadlineSeconds: deadline,
  }))
  .prefault({})
  .describe('Commands that run once in each release.')
  .meta({ examples: [{ before_switch: ['python manage.py check --deploy'] }] })
