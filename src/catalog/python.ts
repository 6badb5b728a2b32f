import { z } from 'zod'

/** What the processes that run Python have in common. */

/** A dotted name of Python: what stands between the dots is an identifier, so that no option can be made of it. */
const dotted = '[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*'

/** A module, or an object in one: `project.wsgi`, `project.wsgi:application`. */
export const pythonObject = (example: string) =>
  z
    .string()
    .max(200)
    .regex(
      new RegExp(`^${dotted}(?::[A-Za-z_][A-Za-z0-9_]*)?$`),
      `must be a module, with an object of it behind a colon if need be, such as ${example}`,
    )

/** The key for the number of a web server's worker processes. */
export const processesCount = z
  .int()
  .min(1)
  .max(256)
  .default(2)
  .describe('Number of worker processes.')
  .meta({ examples: [4] })

/** The key for the number of threads in each worker process. */
export const threadsCount = z
  .int()
  .min(1)
  .max(256)
  .default(2)
  .describe('Number of threads in each worker process.')
  .meta({ examples: [8] })

/** A module of the virtual environment: Debian's own scripts would run outside of it. */
export const pythonModule = (module: string, ...words: readonly string[]): readonly string[] => [
  'python',
  '-m',
  module,
  ...words,
]

/**
 * Hands the listening socket on as descriptor 3 by systemd's protocol (sd_listen_fds(3)), with nothing as standard
 * input. For servers that would take their socket's file away when they stop, or take descriptor 0 for none.
 */
export const withSystemdSocket = (command: readonly string[]): readonly string[] => [
  'sh',
  '-c',
  'exec 3<&0 </dev/null && export LISTEN_FDS=1 LISTEN_PID=$$ && exec "$@"',
  'sh',
  ...command,
]
