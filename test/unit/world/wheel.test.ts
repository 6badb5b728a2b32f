import { expect, test } from 'vitest'
import { buildWheel } from '../../world/wheel.ts'

test('a wheel is a zip archive of the module and what pip wants to know about it', () => {
  const { file, content } = buildWheel('tiny-greeting', '1.0', 'print("hello")\n')
  expect(file).toBe('tiny_greeting-1.0-py3-none-any.whl')
  const end = content.subarray(-22)
  expect(end.readUInt32LE(0)).toBe(0x06054b50)
  expect(end.readUInt16LE(10)).toBe(4)
  expect(end.readUInt32LE(12) + end.readUInt32LE(16)).toBe(content.length - 22)
  const text = content.toString('latin1')
  expect(text).toContain('tiny_greeting.py')
  expect(text).toMatch(/tiny_greeting\.py,sha256=[\w-]{43},15\n/)
})
