import { tracingChannel } from 'node:diagnostics_channel'

/** Something that a run asks of a server and waits for. */
export interface Operation {
  /** Counts from 1 in the order in which a run begins them. */
  readonly number: number
  /** The handshake, the project's lock, scripts in a shell, a part of a script, or a call of Docker's engine. */
  readonly kind: 'connect' | 'lock' | 'script' | 'part' | 'engine'
  /** What is asked: names of scripts, what a part does, or method and path; never a secret. */
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

/** Tells the channel that a part of a script has begun, as the server says; gives what is to be called at its end. */
export const beginPart = (name: string): (() => void) => {
  last += 1
  const part: Operation = { number: last, kind: 'part', name }
  operationsChannel.start.publish(part)
  return () => {
    operationsChannel.asyncStart.publish(part)
    operationsChannel.asyncEnd.publish(part)
  }
}
