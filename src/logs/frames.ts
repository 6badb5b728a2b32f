/** A line of a container's log, as the engine's API gives it. */
export interface EngineLine {
  /** When Docker took it; that of its first piece. */
  readonly time: string
  readonly text: Buffer
}

const headerBytes = 8
const newline = 10

/**
 * Reads the engine's stream of a container's log with times. It comes in frames: a header with the output (1 or 2) in the
 * first byte and the length in the last four, then a time, a space, and a line, or a piece of one without its end.
 */
export async function* readFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<EngineLine> {
  /** What has come of a line that has not ended, by its output. */
  const open = new Map<number, { readonly time: string; readonly pieces: Buffer[] }>()
  for await (const { output, content } of frames(chunks)) {
    const space = content.indexOf(' ')
    if (space < 0) continue
    const line = open.get(output) ?? { time: content.toString('latin1', 0, space), pieces: [] }
    const ends = content.at(-1) === newline
    line.pieces.push(content.subarray(space + 1, ends ? -1 : undefined))
    if (!ends) {
      open.set(output, line)
      continue
    }
    open.delete(output)
    yield { time: line.time, text: Buffer.concat(line.pieces) }
  }
  for (const { time, pieces } of open.values()) yield { time, text: Buffer.concat(pieces) }
}

async function* frames(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ readonly output: number; readonly content: Buffer }> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    while (rest.length >= headerBytes) {
      const end = headerBytes + rest.readUInt32BE(4)
      if (rest.length < end) break
      yield { output: rest[0] ?? 0, content: rest.subarray(headerBytes, end) }
      rest = rest.subarray(end)
    }
  }
}
