import { Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { info } from '@actions/core'

/** Writes a line to the job's log. Whatever stands in it, the runner takes none of it for a command to itself. */
export const logLine = (line: string): void => info(plainLine(line))

/**
 * A line without what the runner acts upon: `::command::` at its start, `##[command]` anywhere in it, and a carriage
 * return, which ends a line for the runner, so that a start may be anywhere.
 */
export const plainLine = (line: string): string =>
  line
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('##[', '#\u200b#[')
    .replace(/^(\s*)::/, '$1:\u200b:')

/** The job's log as a stream, whose lines the runner takes for commands no more than those of {@link logLine}. */
export const jobLog = (): Writable => {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      const text = lines.map((line) => `${plainLine(line)}\n`).join('')
      if (process.stdout.write(text)) done()
      else process.stdout.once('drain', () => done())
    },
    final(done) {
      if (rest !== '') logLine(rest)
      done()
    },
  })
}
