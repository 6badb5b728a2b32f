import { describe, expect, test } from 'vitest'
import { readFrames } from '../../../src/logs/frames.ts'
import { linesOf, parseLine } from '../../../src/logs/line.ts'

const time = '2026-11-22T18:20:01.426378141Z'
const later = '2026-11-22T18:20:01.426378150Z'

async function* chunks(...parts: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part)
}
const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
const parse = (text: string) => {
  const line = parseLine(Buffer.from(text))
  return line && { ...line, text: line.text.toString() }
}

describe('a stream', () => {
  test('is cut into lines, wherever its chunks end', async () => {
    const lines = await all(linesOf(chunks('a\nb', 'c', '\n\nd\n', 'end')))
    expect(lines.map(String)).toEqual(['a', 'bc', '', 'd', 'end'])
  })
})

describe('a line of the server’s script', () => {
  test('has its time, its release, its name and its text', () => {
    expect(parse(`${time} 7 web GET / | 200`)).toEqual({ time, release: 7, name: 'web', text: 'GET / | 200' })
    expect(parse(`${time} 0 site `)).toEqual({ time, release: 0, name: 'site', text: '' })
  })

  test.each(['', '@until 1763835601', 'denied root', '2026-11-22 7 web x', `${time} web`])(
    'is none in %j',
    (text) => expect(parse(text)).toBeUndefined(),
  )

  test('is put together from the pieces that Docker has made of it', () => {
    const [first, second, third] = ['a'.repeat(16_384 - 'web | '.length), 'b'.repeat(16_384), 'c'.repeat(10)]
    expect(parse(`${time} 7 web ${first}${time} ${second}${later} ${third}`)?.text).toBe(
      `${first}${second}${third}`,
    )
    expect(parse(`${time} 7 redis ${second}${later} ${third}`)?.text).toBe(`${second}${third}`)
  })

  test('keeps a character that the pieces were cut in', () => {
    const [first, second] = [Buffer.from('€').subarray(0, 1), Buffer.from('€').subarray(1)]
    const line = Buffer.concat([
      Buffer.from(`${time} 7 redis ${'a'.repeat(16_383)}`),
      first,
      Buffer.from(`${later} `),
      second,
    ])
    expect(parseLine(line)?.text.toString().endsWith('a€')).toBe(true)
  })

  test('keeps a time that it holds elsewhere', () => {
    const text = `${'a'.repeat(100)}${time} ${'b'.repeat(20_000)}`
    expect(parse(`${time} 7 web ${text}`)?.text).toBe(text)
  })
})

describe('the engine’s stream', () => {
  const frame = (output: number, content: string): Buffer => {
    const header = Buffer.alloc(8)
    header[0] = output
    header.writeUInt32BE(Buffer.byteLength(content), 4)
    return Buffer.concat([header, Buffer.from(content)])
  }
  const read = async (...parts: readonly Buffer[]) =>
    (await all(readFrames(chunks(...parts)))).map(({ time: at, text }) => `${at} ${text}`)

  test('is read frame by frame, wherever its chunks end', async () => {
    const stream = Buffer.concat([frame(1, `${time} one\n`), frame(2, `${later} two\n`)])
    for (const at of [1, 7, 8, 9, 40, 50]) {
      const lines = await read(stream.subarray(0, at), stream.subarray(at))
      expect(lines).toEqual([`${time} one`, `${later} two`])
    }
  })

  test('has pieces of a line put together, those of each output for themselves', async () => {
    const lines = await read(
      frame(1, `${time} begin `),
      frame(2, `${time} error\n`),
      frame(1, `${later} end\n`),
      frame(1, `${later} unfinished`),
    )
    expect(lines).toEqual([`${time} error`, `${time} begin end`, `${later} unfinished`])
  })
})
