import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineFields } from '../../../src/plan/line-diff.ts'

describe('the lines of two texts', () => {
  test.each([
    ['a\nb\nc', 'a\nb\nc', []],
    ['a\nb\nc', 'a\nx\nc', ['t line 2: "b" "x"']],
    ['a\nb\nc', 'a\nc', ['t line 2: "b" null']],
    ['a\nc', 'a\nb\nc', ['t line 2: null "b"']],
    ['a\nb\nc\nd\ne', 'x\nb\nc\nd\ny\nz', ['t line 1: "a" "x"', 't line 5: "e" "y\\nz"']],
  ])('%j and %j differ in %j', (old, now, expected) => {
    const found = lineFields('t', old, now)
    expect(
      found.map((field) => `${field.name}: ${JSON.stringify(field.old)} ${JSON.stringify(field.new)}`),
    ).toEqual(expected)
  })

  test('are the new text once the fields are put into the old one', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (old, now) => {
        const lines = old.split('\n')
        for (const field of lineFields('t', old, now)) {
          const at = Number(field.name.split(' ').at(-1)) - 1
          const gone = field.old?.split('\n') ?? []
          expect(lines.slice(at, at + gone.length)).toEqual(gone)
          lines.splice(at, gone.length, ...(field.new?.split('\n') ?? []))
        }
        expect(lines.join('\n')).toBe(now)
      }),
    )
  })
})
