import { z } from 'zod'
import { commandLine, commandWords, safeName } from '../fields.ts'
import type { ProcessType } from '../types.ts'

const schema = z
  .strictObject({
    name: safeName
      .refine((name) => name !== 'web', 'is taken: `web` is the web process')
      .describe('Name of the process.')
      .meta({ examples: ['worker'] }),
    command: commandLine
      .describe(
        'Command line, split into words as a shell would, but run without one, from the code’s folder.',
      )
      .meta({ examples: ['python worker.py --queue mail'] }),
  })
  .describe('A helper process of your own, such as a queue’s worker.')

/** Any program of the project as a helper. */
export const custom: ProcessType<typeof schema> = {
  type: 'custom',
  schema,
  program(settings) {
    return {
      name: settings.name,
      command: commandWords(settings.command),
      stopSignal: 'TERM',
      stopSeconds: 60,
      aptPackages: [],
    }
  },
}
