import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { fetchJson } from './json.ts'

/** What of a body arrives, and what was sent. */
export interface Upload {
  readonly size: number
  readonly sha256: string
}

/** Uploads so many random bytes as a file of a form; returns what was sent, and what the app says has arrived. */
export const upload = async (
  url: string,
  bytes: number,
): Promise<{ readonly sent: Upload; readonly arrived: Upload }> => {
  const content = randomBytes(bytes)
  const form = new FormData()
  form.append('file', new Blob([content]), 'upload.bin')
  return {
    sent: { size: bytes, sha256: createHash('sha256').update(content).digest('hex') },
    arrived: await fetchJson<Upload>(url, { method: 'POST', body: form }),
  }
}

/** The status with which a body of so many bytes is refused, before any of it is sent. */
export const statusForBody = (url: string, bytes: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers: { 'content-length': bytes }, timeout: 10_000 })
    asked.on('response', (response) => {
      resolve(response.statusCode ?? 0)
      asked.destroy()
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer within 10 s')))
    asked.on('error', reject)
    asked.flushHeaders()
  })
