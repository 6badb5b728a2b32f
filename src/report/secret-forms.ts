/** A secret in the forms in which it may be printed: as it is, line by line, and as programs write it. */
export const secretForms = (secret: string): readonly string[] => {
  const forms = [
    secret,
    ...secret.split(/\r?\n/),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    ...[0, 1, 2].map((shift) => base64Within(secret, shift)),
    JSON.stringify(secret).slice(1, -1),
  ]
  // Hiding a letter or two would blacken half of what is printed without hiding anything.
  return [...new Set(forms)].filter((form) => form.trim().length > 2)
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
