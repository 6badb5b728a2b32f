import { debug, isDebug } from '@actions/core'
import { type Operation, operationsChannel } from '../server/operations.ts'

/** With the runner's debug log switched on (`ACTIONS_STEP_DEBUG`), tells of each operation on the server. */
export const debugOperations = (): void => {
  if (!isDebug()) return
  const begun = new WeakMap<object, number>()
  const ended = (operation: Operation) => {
    const milliseconds = Math.round(performance.now() - (begun.get(operation) ?? 0))
    debug(`operation ${operation.number} ended: ${operation.kind} ${operation.name}, ${milliseconds} ms`)
  }
  operationsChannel.subscribe({
    start(operation) {
      begun.set(operation, performance.now())
      debug(`operation ${operation.number}: ${operation.kind} ${operation.name}`)
    },
    end() {},
    asyncStart() {},
    asyncEnd: ended,
    error() {},
  })
}
