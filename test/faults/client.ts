import { setTimeout as sleep } from 'node:timers/promises'
import { ask, type Status } from '../e2e/visitors.ts'

/** A client who looks at the site all the time, and whether what it gets is of one whole release. */
export interface Client {
  /** From now on these versions are right, and nothing else. */
  expect(versions: readonly string[]): void
  /** Until called again with false, the server may be down. */
  excuse(isExcused: boolean): void
  /** What was wrong since the last call, and how many answers there were. */
  take(): { readonly wrong: readonly string[]; readonly answers: number }
  stop(): Promise<void>
}

/** Sends a client to the sample app: every 50 ms a page of the app, and a static file. */
export const sendClient = (url: string): Client => {
  const state = { stopped: false, versions: [] as readonly string[], isExcused: false, answers: 0 }
  const wrong: string[] = []
  const look = async () => {
    const begun = new Date().toISOString()
    const wasExcused = state.isExcused
    const [page, file] = await Promise.allSettled([
      ask(`${url}status/`),
      ask(`${url}static/guestbook/version.txt`),
    ])
    state.answers += 2
    // What was sent while the server was down may be given up only after it is there again.
    if (wasExcused || state.isExcused) return
    const complaint = (text: string) => wrong.push(`${begun} ${text}`)
    if (page.status === 'rejected') complaint(`the page: ${String(page.reason)}`)
    else if (page.value.status !== 200) complaint(`the page: status ${page.value.status}`)
    else {
      const { version } = JSON.parse(page.value.body) as Status
      if (!state.versions.includes(version)) complaint(`the page is of ${version}`)
    }
    if (file.status === 'rejected') complaint(`the static file: ${String(file.reason)}`)
    else if (file.value.status !== 200) complaint(`the static file: status ${file.value.status}`)
    else if (!state.versions.includes(file.value.body)) complaint(`the static file is of ${file.value.body}`)
  }
  const all = (async () => {
    const looks = new Set<Promise<void>>()
    while (!state.stopped) {
      const one = look()
      looks.add(one)
      void one.finally(() => looks.delete(one))
      await sleep(50)
    }
    await Promise.all(looks)
  })()
  return {
    expect: (versions) => {
      state.versions = versions
    },
    excuse: (isExcused) => {
      state.isExcused = isExcused
    },
    take: () => {
      const { answers } = state
      state.answers = 0
      return { wrong: wrong.splice(0), answers }
    },
    stop: async () => {
      state.stopped = true
      await all
    },
  }
}
