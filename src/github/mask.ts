import { setSecret } from '@actions/core'

/** Keeps a secret out of the job's log: as it is, line by line, and in the forms that programs turn it into. */
export const maskSecret = (secret: string): void => {
  const forms = [
    secret,
    ...secret.split(/\r?\n/),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    JSON.stringify(secret).slice(1, -1),
  ]
  // A mask of a letter or two would blacken half of the log without hiding anything.
  for (const form of new Set(forms)) if (form.trim().length > 2) setSecret(form)
}
