/** A secret in the forms in which it may be printed: as it is, line by line, and as programs write it. */
export const secretForms = (secret: string): readonly string[] => {
  const whole = [secret, secret.trim()]
  const base64 = [
    ...whole.map((text) => Buffer.from(text).toString('base64')),
    ...[0, 1, 2].map((shift) => base64Within(secret, shift)),
    ...whole.flatMap(wrappedBase64),
  ]
  const forms = [
    ...whole.flatMap((text) => [text, ...inAddresses(text), ...inJson(text)]),
    ...secret.split(/\r?\n/).flatMap((line) => [line, line.trim(), ...inJson(line)]),
    ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
  ]
  // Hiding a letter or two would blacken half of what is printed without hiding anything.
  return [...new Set(forms)].filter((form) => form.trim().length > 2)
}

/** Ways to write a text into an address: they differ in the marks that they leave, and in the space. */
const inAddresses = (text: string): readonly string[] => {
  const usual = encodeURIComponent(text.toWellFormed())
  const strict = usual.replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return [
    usual,
    ...[strict, strict.replaceAll('%2F', '/'), strict.replaceAll('%20', '+')].flatMap((form) => [
      form,
      form.replaceAll(/%../g, (code) => code.toLowerCase()),
    ]),
  ]
}

/** A text within quotes of JSON; Python's has no letters beyond ASCII. */
const inJson = (text: string): readonly string[] => {
  const json = JSON.stringify(text).slice(1, -1)
  const ascii = json.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [json, ascii]
}

/** Letters of a line of base64: of PEM, and of mail and the command `base64`. */
const widths = [64, 76]

/** The lines of base64 that is too long for one. What is behind the secret, as a line break, may change the last letters. */
const wrappedBase64 = (text: string): readonly string[] => {
  const base64 = base64Within(text, 0)
  return widths
    .filter((width) => base64.length > width)
    .flatMap((width) => base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
    .filter((line) => line.length > telling)
}

/** Bytes that must show through for a part of base64 to be hidden: fewer may well stand for something else. */
const telling = 6

/**
 * The part of base64 that stands for a text alone, in the midst of more of it, as in a header's `user:password`; `shift`
 * bytes, modulo 3, stand before it.
 */
const base64Within = (text: string, shift: number): string => {
  const bytes = Buffer.from(text)
  const from = (3 - shift) % 3
  const whole = bytes.subarray(from, bytes.length - ((bytes.length - from) % 3))
  return whole.length < telling ? '' : whole.toString('base64')
}
