import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../test/e2e/until.ts'
import { status } from '../test/e2e/visitors.ts'
import { median } from './median.ts'
import { type BenchSite, setRtt } from './site.ts'

/** An update beside the same by hand, and a rollback, without added latency. */
export interface FloorFigures {
  /** Milliseconds of `update project` with one file changed, the runner's own start included. */
  readonly updateMs: number
  /** Milliseconds of `floor.sh`, which does the same on the server itself. */
  readonly floorMs: number
  /** The first divided by the second: the middle one of the pairs, each of which ran side by side in time. */
  readonly updateRatio: number
  /** Milliseconds from the start of `rollback` until a visitor gets the release before, the runner's own start included. */
  readonly rollbackVisibleMs: number
  /** The same from the moment at which the lock is held: what is left when the runner and the connection are there. */
  readonly rollbackMs: number
}

/** Milliseconds of a run at which the first line of its log that fits was written. */
const lineAt = (lines: readonly (readonly [at: number, text: string])[], pattern: RegExp): number =>
  lines.find(([, text]) => pattern.test(text))?.[0] ?? 0

/** Updates, updates by hand and rolls back in turns. */
export const measureFloor = async (
  bench: BenchSite,
  runs: number,
  say: (text: string) => void,
): Promise<FloorFigures> => {
  const { site } = bench
  const floor = await readFile(join(import.meta.dirname, 'floor.sh'), 'utf8')
  const inputs = { 'ssh-known-hosts': undefined, 'ssh-host-key-checking': 'accept-new' }
  const updates: number[] = []
  const floors: number[] = []
  const visible: number[] = []
  const afterLock: number[] = []
  setRtt(bench, 0)
  // A worker is watched for as long as supervisor does by itself; the floor does so too.
  await site.configure({ 'primary_service.project.processes.1.custom.start_seconds': 1 })
  await site.mustDeploy({ command: 'update project', inputs })
  say('An update, the same by hand, and a rollback …')
  for (let run = 0; run < runs; run++) {
    const { version: before } = await status(site.url)
    await site.origin.commit({ 'guestbook/version.py': `VERSION = "floor ${run}"\n` })
    updates.push((await site.mustDeploy({ command: 'update project', inputs })).durationMs)
    floors.push(Number(await site.server.must(`VERSION='by hand ${run}' HOST=${site.server.host}\n${floor}`)))
    const begun = performance.now()
    const lines: [number, string][] = []
    const rollback = site.mustDeploy({
      command: 'rollback',
      inputs,
      onLine: (text) => lines.push([performance.now() - begun, text]),
    })
    const seen = until(
      'visitors reach the release before',
      () => status(site.url),
      ({ version }) => version === before,
    ).then(() => performance.now() - begun)
    const [seenAt] = await Promise.all([seen, rollback])
    visible.push(seenAt)
    afterLock.push(seenAt - lineAt(lines, /Back to release/))
  }
  return {
    updateMs: median(updates),
    floorMs: median(floors),
    updateRatio: median(updates.map((ms, index) => ms / (floors[index] ?? Number.NaN))),
    rollbackVisibleMs: median(visible),
    rollbackMs: median(afterLock),
  }
}
