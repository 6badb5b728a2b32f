import { setTimeout as sleep } from 'node:timers/promises'

/** Seconds that the worker may take for its note. */
const patience = 60

/**
 * Uses the sample app as a visitor does, without a browser: reads the page, signs the book, sees the entry and the
 * worker's note on it. Returns a sentence about it; throws when something is missing.
 */
export async function checkGuestBook(url: string): Promise<string> {
  const first = await fetch(url)
  const page = await first.text()
  if (!first.ok || !page.includes('<h1>Guest book</h1>')) {
    throw new Error(`${url} answers ${first.status}, not with the guest book:\n${page.slice(0, 2000)}`)
  }
  const message = `Signed at ${new Date().toISOString()}`
  await sign(url, first, page, message)
  const deadline = performance.now() + patience * 1000
  while (performance.now() < deadline) {
    const now = await (await fetch(url)).text()
    if (now.includes(message) && now.includes('worker: ')) {
      return `${url} answers; an entry was signed, stored, and read by the worker.`
    }
    await sleep(100)
  }
  throw new Error(`${patience} s after it was signed, ${url} does not show the entry with the worker's note.`)
}

/** Sends the page's form, with Django's token against forged requests. */
async function sign(url: string, first: Response, page: string, message: string): Promise<void> {
  const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, referer: url },
    body: new URLSearchParams({ csrfmiddlewaretoken: token, name: 'Demo', message }),
  })
  if (response.status !== 302) throw new Error(`Signing the guest book answers ${response.status}.`)
}
