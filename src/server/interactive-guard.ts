import { readScript } from '../templates.ts'
import type { Connection } from './connection/connection.ts'
import type { Channel } from './connection/exec-channel.ts'
import { commandLine } from './connection/shell-quote.ts'
import { scriptText } from './script-text.ts'
import { asRoot } from './session.ts'

/** A process on the server that ends what a terminal runs in a container, once the terminal is gone. */
export interface Guard extends Disposable {
  /** Says what it watches over: `session CONTAINER PID`, or `container NAME`. */
  watch(what: string): void
  /** Says that it has come to its end by itself. */
  release(): void
}

/** Milliseconds between two signs of life. */
const beat = 5000

/**
 * Opens a guard, in a channel beside the terminal's. Where the server allows no second one, there is none: what the
 * terminal leaves behind then lasts as long as its container.
 */
export const openGuard = (connection: Connection): Guard => {
  const script = scriptText({ HANG_UP: readScript('hang-up') }, ['guard'])
  const opening = connection.exec(commandLine([...asRoot, 'sh', '-c', script]), { stdin: true })
  opening.then(
    ({ stdout, stderr, done }) => {
      stdout.resume()
      stderr.resume()
      done.catch(() => {})
    },
    () => {},
  )
  const tell = (line: string): void => {
    opening.then(
      ({ stdin }: Channel) => stdin.write(`${line}\n`),
      () => {},
    )
  }
  const heartbeat = setInterval(() => tell(''), beat)
  return {
    watch: tell,
    release: () => tell('over'),
    [Symbol.dispose]: () => clearInterval(heartbeat),
  }
}
