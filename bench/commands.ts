import type { ActionResult } from '../test/world/runner.ts'
import { median } from './median.ts'
import { addedRtts, type BenchSite, setRtt } from './site.ts'

/** Figures of one command. */
export interface CommandFigures {
  /**
   * Round trips, connecting included: the median of what 100 ms of added round trip time add to the wall time,
   * divided by 100 ms. What the server did meanwhile (builds, tasks, health checks, handing over) is taken out of
   * both by its own time, so that its noise does not count.
   */
  readonly roundTrips: number
  /** Wall time of the whole step in milliseconds, by added round trip time. */
  readonly ms: Readonly<Record<0 | 100, number>>
}

/** What is measured. */
export interface AllCommandFigures {
  /** `build all` for a project that the server does not know; Docker and the images are there already. */
  readonly firstBuild: CommandFigures
  readonly noChange: CommandFigures
  readonly update: CommandFigures
}

type Run = (run: number) => Promise<ActionResult>

/** Measures the commands, each in turns with and without added latency. */
export const measureCommands = async (
  bench: BenchSite,
  runs: number,
  say: (text: string) => void,
): Promise<AllCommandFigures> => {
  const { site } = bench
  const unpinned = { 'ssh-known-hosts': undefined, 'ssh-host-key-checking': 'accept-new' }
  const deploy = (command: string) => site.mustDeploy({ command, inputs: unpinned })
  say('Building for the first time, from a bare server …')
  setRtt(bench, 0)
  const bare = await deploy('build all')
  say(`… ${Math.round(bare.durationMs / 1000)} s`)

  say('A build with nothing to do …')
  const noChange = await measure(bench, runs, () => deploy('build all'))
  say('An update with one file changed …')
  const update = await measure(bench, runs, async (run) => {
    await site.origin.commit({ 'guestbook/version.py': `VERSION = "bench ${run}"\n` })
    return deploy('update project')
  })
  say('A first build on a server that has Docker and the images …')
  const firstBuild = await measure(bench, runs, async () => {
    await site.server.must(forgetTheProject)
    return deploy('build all')
  })
  return { firstBuild, noChange, update }
}

/** Removes all that was made for the project, and nginx; images and the build cache stay. */
const forgetTheProject = `
  docker ps -aq --filter label=jetee.service | xargs -r docker rm -f -v >/dev/null
  docker network rm jetee-guestbook >/dev/null
  docker volume ls -q | grep '^guestbook-' | xargs -r docker volume rm >/dev/null
  rm -rf /var/lib/jetee
`

const measure = async (bench: BenchSite, runs: number, perform: Run): Promise<CommandFigures> => {
  const wall = { 0: [] as number[], 100: [] as number[] }
  const network = { 0: [] as number[], 100: [] as number[] }
  for (let run = 0; run < runs; run++) {
    for (const rtt of addedRtts) {
      setRtt(bench, rtt)
      const result = await perform(run * addedRtts.length + addedRtts.indexOf(rtt))
      wall[rtt].push(result.durationMs)
      network[rtt].push(result.durationMs - serverTime(result.log))
    }
  }
  return {
    roundTrips: (median(network[100]) - median(network[0])) / 100,
    ms: { 0: median(wall[0]), 100: median(wall[100]) },
  }
}

/**
 * Milliseconds of the parts of steps that ran on the server without asking the runner. Begin and end of a part take
 * the same way to the runner, so that its duration holds no latency. Parts of steps that ran side by side do not
 * occur: only a release has any.
 */
const serverTime = (log: string): number =>
  [...log.matchAll(/^ *[\d.]+ s {4}(?:\S.*), ([\d.]+) s$/gm)].reduce(
    (sum, [, seconds]) => sum + Number(seconds) * 1000,
    0,
  )
