import type { Rows } from './fit.ts'
import { foreignText } from './foreign-text.ts'
import { rowTable } from './table.ts'

/** A container of a project, or one that it shares, as a run leaves it. */
export interface RunningContainer {
  readonly name: string
  /** What it is there for: `release 7`, `postgresql`, `nginx`. */
  readonly role: string
  /** Its image, as it was asked for. */
  readonly image: string
  /** `new`, `made anew` and `started` are what the run itself did, which waits until it works. */
  readonly state: 'new' | 'made anew' | 'started' | 'running' | 'stopped'
}

const marks = { new: '🟢', 'made anew': '🟢', started: '🟢', running: '🟢', stopped: '🔴' } as const

/** A table of containers. */
export const containerTable = (containers: readonly RunningContainer[]): Rows => ({
  rows: containers.map(
    ({ name, role, image, state }) =>
      `| ${marks[state]} ${state} | ${foreignText(role)} | \`${code(name)}\` | \`${code(image)}\` |`,
  ),
  keep: 'first',
  render: (rows, left) => rowTable(['State', 'What', 'Container', 'Image'], rows, left),
})

/** Text within back ticks. */
const code = (text: string): string => text.replaceAll(/[`|\s]/g, '·')
