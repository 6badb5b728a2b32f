import { z } from 'zod'
import { commandLine, commandWords, safeName } from '../fields.ts'
import type { ProcessType, WebListener } from '../types.ts'

const schema = z
  .strictObject({
    name: safeName
      .describe('Name of the process; the web process runs as `web`.')
      .meta({ examples: ['worker'] }),
    command: commandLine
      .describe(
        'Command line, split into words as a shell would, but run without one, from the code’s folder.',
      )
      .meta({ examples: ['python worker.py --queue mail'] }),
    web: z
      .boolean()
      .optional()
      .describe(
        'Whether it is the web process. Without a `port` it finds a listening socket as its standard input, to speak HTTP on.',
      )
      .meta({ examples: [true] }),
    port: z
      .int()
      .min(1)
      .max(65535)
      .optional()
      .describe(
        'TCP port that it listens on, on all addresses, to speak HTTP. It is the web process then, and finds the number as `PORT`.',
      )
      .meta({ examples: [8000] }),
  })
  .refine(({ name, web, port }) => name !== 'web' || web || port !== undefined, {
    path: ['name'],
    error: 'is taken: `web` is the web process',
  })
  .refine(({ web, port }) => web !== false || port === undefined, {
    path: ['web'],
    error: 'must not be false beside `port`: what has a port is the web process',
  })
  .describe('A process of your own: a helper, such as a queue’s worker, or the web process.')

/** Any program of the project, as a helper or as the web process. */
export const custom: ProcessType<typeof schema> = {
  type: 'custom',
  schema,
  standalone: true,
  program({ name, command, web, port }, _place, stopSeconds = 60) {
    const listener = listenerOf(web, port)
    return {
      name: listener ? 'web' : name,
      command: commandWords(command),
      ...(listener && { web: listener }),
      ...(port !== undefined && {
        env: { PORT: String(port) },
        single: 'listens on one port',
      }),
      stopSignal: 'TERM',
      stopSeconds,
      aptPackages: [],
    }
  },
}

const listenerOf = (web: boolean | undefined, port: number | undefined): WebListener | undefined => {
  if (port !== undefined) return { kind: 'port', port }
  return web ? { kind: 'socket' } : undefined
}
