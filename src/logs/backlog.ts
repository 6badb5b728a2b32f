import { text } from 'node:stream/consumers'
import { Failure } from '../report/failure.ts'
import type { Connection } from '../server/connection/connection.ts'
import { refusal } from '../server/lock.ts'
import { startReading } from '../server/look.ts'
import { type LogLine, linesOf, parseLine } from './line.ts'
import type { LogRequest } from './request.ts'

/** What was logged until a request began, as it comes from the server. */
export interface Backlog {
  /** Seconds since 1970 on the server's clock at which it ends where what follows is asked for too; known once it is read. */
  readonly until: () => number
  /** The lines in order of time; they come as fast as they are taken. */
  readonly lines: AsyncIterable<LogLine>
}

/** Asks for what was logged so far, by one script that reads every log and puts them in order. */
export const readBacklog = (
  connection: Connection,
  request: LogRequest,
  follow: boolean,
  signal: AbortSignal,
): Backlog => {
  let until = 0
  const read = async function* (): AsyncGenerator<LogLine> {
    const channel = await startReading(
      connection,
      request.project,
      ['logs'],
      backlogArgs(request, follow),
      signal,
    )
    const errors = text(channel.stderr)
    let denied: string | undefined
    for await (const line of linesOf(channel.stdout)) {
      const parsed = parseLine(line)
      if (parsed) yield parsed
      else if (line.length < 1000) {
        const [word, rest] = /^(@until|denied) (.*)$/.exec(line.toString())?.slice(1) ?? []
        if (word === '@until') until = Number(rest)
        if (word === 'denied') denied = rest
      }
    }
    const { code } = await channel.done
    if (until === 0) throw refusal(connection, code, denied, await errors)
    if (code === 0) return
    throw new Failure({
      what: 'The logs on the server could not be read',
      where: connection.where,
      why: `The script ended with status ${code}.`,
      output: (await errors).trim().split('\n'),
    })
  }
  return { until: () => until, lines: read() }
}

const backlogArgs = (
  { of, isSupervised, names, hosts, since, lines }: LogRequest,
  follow: boolean,
): Readonly<Record<string, string>> => ({
  OF: of.kind === 'service' ? of.name : of.kind,
  SUPERVISED: isSupervised ? 'yes' : '',
  NAMES: names ? ` ${names.join(' ')} ` : '',
  HOSTS: hosts.join(' '),
  SINCE: since?.kind === 'time' ? since.utc : '',
  AGE: since?.kind === 'age' ? String(since.seconds) : '',
  LINES: lines === undefined ? '' : String(lines),
  FOLLOW: follow ? 'yes' : '',
})
