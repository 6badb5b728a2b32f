import { text } from 'node:stream/consumers'
import type { Channel } from './connection/exec-channel.ts'

/** What a command on the server has printed, and how it ended. */
export interface Said {
  readonly output: string
  readonly errors: string
  /** Its exit status; null when a signal ended it. */
  readonly code: number | null
}

/** Reads all that a command prints, to its end. */
export const readToEnd = async ({ stdout, stderr, done }: Channel): Promise<Said> => {
  const [output, errors, { code }] = await Promise.all([text(stdout), text(stderr), done])
  return { output, errors, code }
}
