import { z } from 'zod'
import { commandLine, commandWords, safeName } from '../catalog/fields.ts'
import type { Task } from '../catalog/project-type.ts'

const command = commandLine.transform(commandWords)

/** A task: its command alone, or with a name for people. */
const task = z.union(
  [
    command.transform((words) => ({ name: undefined, command: words })),
    z.strictObject({
      name: safeName.describe('Name of the task.').meta({ examples: ['warm-up'] }),
      command: command.describe('Command line.').meta({ examples: ['python manage.py warm_up'] }),
    }),
  ],
  'must be a command, or a mapping with `name` and `command`',
)

/** A list of tasks, each with a name: those without one are called by their place. */
const tasks = (prefix: string) =>
  z
    .array(task)
    .transform((list): readonly Task[] =>
      list.map(({ name, command }, index) => ({ name: name ?? `${prefix}-${index + 1}`, command })),
    )

/** Tasks that run once in each release, in the release's own container. */
export const releaseTasks = z
  .strictObject({
    before_switch: tasks('before-switch')
      .prefault([])
      .describe(
        'Commands before visitors reach the release, behind those of the project’s type; when one fails, the old release stays.',
      )
      .meta({ examples: [['python manage.py check --deploy']] }),
    after_switch: tasks('after-switch')
      .prefault([])
      .describe('Commands when visitors reach the release; when one fails, the old release comes back.')
      .meta({ examples: [[{ name: 'warm-up', command: 'python manage.py warm_up' }]] }),
  })
  .transform(({ before_switch, after_switch }) => ({
    beforeSwitch: before_switch,
    afterSwitch: after_switch,
  }))
  .prefault({})
  .describe('Commands that run once in each release.')
  .meta({ examples: [{ before_switch: ['python manage.py check --deploy'] }] })
