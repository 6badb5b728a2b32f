import { expect, test } from 'vitest'
import { secretForms } from '../../../src/report/secret-forms.ts'

const secret = 'top/secret+value'

test.each(['', 'u', 'us', 'user:', 'user:p'])('hides a secret in base64 behind %j', (before) => {
  const text = Buffer.from(`${before}${secret} and more`).toString('base64')
  const hidden = secretForms(secret).reduce((rest, form) => rest.replaceAll(form, ''), text)
  const shown = Buffer.from(`${before}\0\0 and more`).toString('base64')
  // What is left is less than what stands around it, and two letters of either end at the most.
  expect(hidden.length).toBeLessThanOrEqual(shown.length + 4)
  expect(hidden).not.toBe(text)
})

test('leaves short ones as they are in base64, as they may be part of anything', () => {
  expect(secretForms('shop')).toEqual(['shop', 'c2hvcA=='])
})

test('hides each line, and what addresses and JSON make of it', () => {
  const forms = secretForms('a"line\nanother line')
  expect(forms).toEqual(expect.arrayContaining(['a"line', 'another line', 'a%22line%0Aanother%20line']))
  expect(forms).toContain('a\\"line\\nanother line')
})

/** What is left of a text, where whatever is known of a secret is hidden: the longer forms first. */
const left = (text: string, of: string): string =>
  [...secretForms(of)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, ''), text)

test.each([64, 76])('hides base64 in lines of %i letters, as for a key', (width) => {
  const key = Array.from({ length: 40 }, (_, n) => `line ${n} of the key?>~`).join('\n')
  for (const end of ['', '\n']) {
    const base64 = Buffer.from(`${key}${end}`).toString('base64')
    const lines = base64.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? ''
    expect(left(lines, key).replaceAll('\n', '').length).toBeLessThanOrEqual(8)
    expect(left(lines, `${key}\n`).replaceAll('\n', '').length).toBeLessThanOrEqual(8)
  }
})

test('hides base64 with the letters of addresses', () => {
  const odd = 'a>>>b???c~~~d'
  const text = Buffer.from(odd).toString('base64url')
  expect(text).toMatch(/[-_]/)
  expect(left(text, odd).length).toBeLessThanOrEqual(4)
})

test.each([
  "pass%20w%2Frd!'(*)",
  'pass%20w/rd%21%27%28%2A%29',
  'pass+w%2Frd%21%27%28%2A%29',
  'pass%20w%2frd%21%27%28%2a%29',
])('hides each way to write a secret into an address: %s', (text) => {
  expect(left(text, "pass w/rd!'(*)")).toBe('')
})

test('hides what is left of a secret without the space around it, and what Python writes as JSON', () => {
  expect(left('indented', '  indented\n')).toBe('')
  expect(left(Buffer.from('abcde').toString('base64'), 'abcde\n')).toBe('')
  expect(left('gr\\u00fc\u00dfe'.replace('\u00df', '\\u00df'), 'gr\u00fc\u00dfe')).toBe('')
})
