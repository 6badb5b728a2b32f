import type { Connection } from './connection/connection.ts'
import type { Engine } from './engine/client.ts'
import { openEngine } from './engine/open.ts'
import type { HostFacts } from './facts.ts'
import { refusal } from './lock.ts'
import { startReading } from './look.ts'
import { parseFacts } from './parse-facts.ts'
import { readToEnd } from './read-to-end.ts'
import { asRoot } from './session.ts'
import { holderName, wordLines } from './word-lines.ts'

/** The server without the project's lock: it can be read, and is left as it is. */
export interface Reading extends Disposable {
  /** `user@host:port`, for messages. */
  readonly where: string
  readonly facts: HostFacts
  /** For reading alone. */
  readonly engine: Engine
  /** Who holds the lock, as they say of themselves; undefined when it is free. */
  readonly holder: string | undefined
}

/** Reads the facts without taking the lock; a login that could not take it is refused alike. */
export const openReading = async (
  connection: Connection,
  project: string,
  signal: AbortSignal,
): Promise<Reading> => {
  // Its streams open while the facts are being read.
  const engine = openEngine(connection, asRoot)
  try {
    const channel = await startReading(connection, project, ['disk', 'facts'], {}, signal)
    const { output, errors, code } = await readToEnd(channel)
    const { first } = wordLines(output)
    if (code !== 0) throw refusal(connection, code, first('denied'), errors)
    return {
      where: connection.where,
      facts: parseFacts(output),
      engine,
      holder: holderName(first('held')),
      [Symbol.dispose]: () => engine.close(),
    }
  } catch (error) {
    engine.close()
    throw error
  }
}
