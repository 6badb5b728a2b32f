import type { ActionRun } from '../world/runner.ts'
import type { Server } from '../world/server.ts'
import type { DeployOptions, Site } from './harness.ts'
import { until } from './until.ts'

/** Starts the action and does something to it, once, as soon as a line of its log matches. */
export const interruptAt = async (
  site: Site,
  pattern: RegExp,
  interrupt: (run: ActionRun) => void,
  options: DeployOptions = {},
) => {
  const seen = Promise.withResolvers<number>()
  const run = await site.start({
    ...options,
    onLine(line) {
      options.onLine?.(line)
      if (pattern.test(line)) seen.resolve(performance.now())
    },
  })
  const result = await Promise.race([run.done, seen.promise])
  if (typeof result === 'object') throw new Error(`The run ended before ${pattern}:\n${result.log}`)
  interrupt(run)
  return { run, at: result }
}

/** Programs on a server that a run of the action started there, a line each. */
export const strays = (server: Server): Promise<string> =>
  server.must(
    `for environ in $(grep -lz '^JETEE_TOKEN=' /proc/[0-9]*/environ 2>/dev/null || true); do
       tr '\\0' ' ' <"\${environ%environ}cmdline" 2>/dev/null | cut -c 1-120 && echo || true
     done`,
  )

/** What deploying left of a project on a server, a line each: containers, images and folders. */
export const traces = (server: Server, project = 'guestbook'): Promise<string> =>
  server.must(
    `cd /var/lib/jetee
     docker ps -a --format 'container {{.Names}} {{.State}}' | sort
     docker images 'jetee/*' --format 'image {{.Repository}}:{{.Tag}}' | sort
     docker images --filter dangling=true --format 'dangling {{.ID}}'
     for folder in projects/${project}/releases/* www/${project}/r/*; do if [ -e "$folder" ]; then echo "folder $folder"; fi; done
     find . -name '*.new*' -o -name incoming -o -name '*.halfway' -o -name unloaded -o -name staging | sed 's/^/half-done /'
     echo "current $(readlink www/${project}/current || true)"`,
  )

/**
 * Waits until no run's program is left on a server and nobody holds the project's lock. What was cut off is found out by
 * its silence after 20 s: what is waited for here does not take that long.
 */
export const untilQuiet = async (server: Server, project = 'guestbook'): Promise<void> => {
  await until(
    'no program of a run is left on the server',
    () => strays(server),
    (left) => left === '',
    15,
  )
  // The shell that holds it need not be among those.
  await until(
    'nobody holds the lock',
    () => server.run(`flock -n /var/lib/jetee/locks/${project}.lock true`),
    ({ code }) => code === 0,
    15,
  )
}
