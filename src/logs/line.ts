/** A line of a log, of whichever container. */
export interface LogLine {
  /** When Docker took it: RFC 3339, UTC, nanoseconds; 30 characters, so that they sort as text. */
  readonly time: string
  /** Number of the release that it comes from; 0 for what is no part of one. */
  readonly release: number
  /** Process, task or service that printed it. */
  readonly name: string
  /** What it printed, as it came. */
  readonly text: Buffer
}

const newline = 10

/** Characters of a time, as Docker writes it. */
const timeLength = 30

/** Docker cuts what a process prints into pieces of this many bytes, and gives each a time of its own. */
const pieceBytes = 16_384

/** Bytes that the name before a line may have had. */
const longestName = 100

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z $/

/** Reads a line as `logs.sh` prints it; undefined for one that is none. */
export const parseLine = (line: Buffer): LogLine | undefined => {
  if (!timePattern.test(line.toString('latin1', 0, timeLength + 1))) return undefined
  const releaseEnd = line.indexOf(' ', timeLength + 1)
  const nameEnd = line.indexOf(' ', releaseEnd + 1)
  if (releaseEnd < 0 || nameEnd < 0) return undefined
  return {
    time: line.toString('latin1', 0, timeLength),
    release: Number(line.toString('latin1', timeLength + 1, releaseEnd)),
    name: line.toString('latin1', releaseEnd + 1, nameEnd),
    text: joinPieces(line.subarray(nameEnd + 1)),
  }
}

/**
 * A long line without the times that Docker's command puts before each piece of it. The first piece may have lost the
 * name that its process's line began with.
 */
const joinPieces = (text: Buffer): Buffer => {
  const parts: Buffer[] = []
  let rest = text
  for (;;) {
    const from = pieceBytes - (parts.length === 0 ? longestName : 0)
    const at = findTime(rest, from, pieceBytes)
    if (at === undefined) return Buffer.concat([...parts, rest])
    parts.push(rest.subarray(0, at))
    rest = rest.subarray(at + timeLength + 1)
  }
}

const findTime = (text: Buffer, from: number, to: number): number | undefined => {
  for (let at = from; at <= to && at < text.length; at++)
    if (text[at + timeLength] === 32 && timePattern.test(text.toString('latin1', at, at + timeLength + 1)))
      return at
  return undefined
}

/** Gives the lines of a stream, without their ends; what stands behind the last end is a line too. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const rest: Buffer[] = []
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      const piece = chunk.subarray(start, end)
      yield rest.length > 0 ? Buffer.concat([...rest.splice(0), piece]) : piece
      start = end + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
