import type { Rows } from './fit.ts'
import { foreignText } from './foreign-text.ts'

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
  render: (rows, left) => table(['State', 'What', 'Container', 'Image'], rows, left),
})

/** A table of rows that are there already; the last row tells how many are not. */
export const table = (head: readonly string[], rows: readonly string[], left: number): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows,
    ...(left > 0 ? [`| … ${left} more, in the log |${' |'.repeat(head.length - 1)}`] : []),
  ].join('\n')

/** Text within back ticks. */
const code = (text: string): string => text.replaceAll(/[`|\s]/g, '·')
