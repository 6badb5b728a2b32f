import { setTimeout as sleep } from 'node:timers/promises'
import type { ActionRun } from '../world/runner.ts'
import type { Server } from '../world/server.ts'
import type { DeployOptions, Site } from './harness.ts'

/** Asks until it is true; a deadline that passes is an error. Returns the milliseconds that it took. */
export const until = async (
  what: string,
  ask: () => boolean | Promise<boolean>,
  deadlineMs = 10_000,
): Promise<number> => {
  const start = performance.now()
  while (!(await ask())) {
    if (performance.now() - start > deadlineMs) throw new Error(`Not within ${deadlineMs} ms: ${what}`)
    await sleep(50)
  }
  return performance.now() - start
}

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

/** What the sample app tells of itself. */
export interface Status {
  readonly workers: number
  readonly entries: number
  readonly version: string
}

/** Reads the sample app's own status. */
export const statusOf = async (url: string): Promise<Status> =>
  (await (await fetch(`${url}status/`)).json()) as Status

/** Asks for a page all the time, as visitors do. */
export const visit = (url: string) => {
  const failures: string[] = []
  const state = { on: true, count: 0 }
  const loop = (async () => {
    while (state.on) {
      state.count++
      await fetch(url, { signal: AbortSignal.timeout(5000) }).then(
        async (response) => {
          await response.text()
          if (response.status !== 200) failures.push(`${response.status}`)
        },
        (error: unknown) => failures.push(String(error)),
      )
      await sleep(50)
    }
  })()
  return {
    /** Stops asking; tells how often it asked, and what was not answered well. */
    async stop() {
      state.on = false
      await loop
      return { count: state.count, failures }
    },
  }
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

/** Waits until no run's program is left on a server and nobody holds the project's lock. */
export const untilQuiet = async (server: Server, project = 'guestbook', deadlineMs = 5000): Promise<void> => {
  let left = ''
  await until(
    'no program of a run is left on the server',
    async () => {
      left = await strays(server)
      return left === ''
    },
    deadlineMs,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${left}`)
  })
  await server.must(`flock -n /var/lib/jetee/locks/${project}.lock true`)
}
