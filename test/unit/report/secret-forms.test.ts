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
