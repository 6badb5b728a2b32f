import { tracingChannel } from 'node:diagnostics_channel'

/** Something that a run asks of a server and waits for. */
export interface Operation {
  /** Counts from 1 in the order in which a run begins them. */
  readonly number: number
  /** The handshake, the project's lock, scripts in a shell, or a call of Docker's engine. */
  readonly kind: 'connect' | 'lock' | 'script' | 'engine'
  /** What is asked: names of scripts, or method and path; never a secret. */
  readonly name: string
}

/** Who listens here hears of each operation before its first byte is sent, and when its answer has been read. */
export const operationsChannel = tracingChannel<Operation>('jetee:operation')

let last = 0

/** Does what an operation is, and tells the channel of it. */
export const operation = <T>(kind: Operation['kind'], name: string, work: () => Promise<T>): Promise<T> => {
  last += 1
  return operationsChannel.tracePromise(work, { number: last, kind, name })
}
