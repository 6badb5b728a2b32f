/** A secret in the forms in which it may be printed: as it is, line by line, and as programs write it. */
export const secretForms = (secret: string): readonly string[] => {
  const forms = [
    secret,
    ...secret.split(/\r?\n/),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    JSON.stringify(secret).slice(1, -1),
  ]
  // Hiding a letter or two would blacken half of what is printed without hiding anything.
  return [...new Set(forms)].filter((form) => form.trim().length > 2)
}
