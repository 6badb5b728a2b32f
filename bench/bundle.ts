import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './median.ts'

const dist = join(import.meta.dirname, '../dist')

/** Figures of the bundle itself. */
export interface BundleFigures {
  /** Milliseconds until `dist/index.js` has refused a command that does not exist: loaded, inputs read, reported. */
  readonly coldStartMs: number
  /** The same beside an empty Node program, timed in turns. */
  readonly coldStartRatio: number
  /** Size of all that Node may load of `dist/`. */
  readonly bundleBytes: number
}

/** Times the bundle's start against an empty program, in turns, and sums up its files. */
export const measureBundle = (runs = 15): BundleFigures => {
  const empty: number[] = []
  const bundle: number[] = []
  for (let run = 0; run < runs; run++) {
    empty.push(time(['-e', '']))
    bundle.push(time([join(dist, 'index.js')]))
  }
  return {
    coldStartMs: median(bundle),
    coldStartRatio: median(bundle) / median(empty),
    bundleBytes: readdirSync(dist)
      .filter((file) => file.endsWith('.js'))
      .reduce((sum, file) => sum + statSync(join(dist, file)).size, 0),
  }
}

const time = (args: readonly string[]): number => {
  const begun = performance.now()
  spawnSync(process.execPath, args, {
    env: { PATH: process.env.PATH, INPUT_COMMAND: 'no such command' },
    stdio: 'ignore',
  })
  return performance.now() - begun
}
