import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { add, type Counts, percentiles } from './counts.ts'
import { nextQuestion, slowQuestion } from './questions.ts'
import { ask, type Question, type Target } from './request.ts'
import { openWebSocket } from './web-socket.ts'

/** How much load there is. */
export interface LoadOptions {
  /** Requests a second, bursts left out. */
  readonly rate: number
  /** Requests of a burst, all at once. */
  readonly burst: number
  /** Seconds between two bursts. */
  readonly burstEvery: number
  /** Seconds between two slow requests. */
  readonly slowEvery: number
  /** Whether one WebSocket is open all the time. */
  readonly webSocket: boolean
}

/** The load of `npm run test:load`. */
export const fullLoad = { rate: 200, burst: 150, burstEvery: 2, slowEvery: 2 } as const

/** A load that goes on until it is stopped. */
export interface Load {
  /** Waits until all that was sent has been answered. */
  stop(): Promise<Counts>
  /** Waits until the last answer was a release's; throws after 30 s. */
  answeredBy(release: string): Promise<void>
}

/** Puts load on a site: half of the requests over kept connections, each of the others over a new one. */
export const putLoadOn = (target: Target, options: LoadOptions): Load => {
  const begun = performance.now()
  const kept = new Agent({ keepAlive: true, maxFreeSockets: 1024 })
  const failed: Record<string, number> = {}
  const truncated: Record<string, number> = {}
  const byRelease: Record<string, number> = {}
  const webSockets = { opened: 0, closed: 0, cut: {} as Record<string, number> }
  const durations: number[] = []
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  let last = ''
  let [ok, unsent, asked, leave] = [0, 0, 0, () => {}]

  const send = (question: Question, number: number, slow = false) => {
    const one = ask(target, question, number % 4 < 2 ? kept : false).then((answer) => {
      unsent += answer.unsent
      const { outcome } = answer
      if (outcome.kind === 'ok') {
        ok++
        add(byRelease, outcome.release)
        if (slow) return
        durations.push(outcome.ms)
        last = outcome.release
      } else add(outcome.kind === 'failed' ? failed : truncated, outcome.why)
    })
    underWay.add(one)
    void one.finally(() => underWay.delete(one))
  }
  /** Does something at each beat, and makes up for beats that a busy machine has missed. */
  const beat = async (seconds: number, act: () => void) => {
    for (let next = performance.now(); !stopping.signal.aborted; next += seconds * 1000) {
      await sleep(Math.max(0, next - performance.now()), undefined, { signal: stopping.signal }).catch(
        () => {},
      )
      if (!stopping.signal.aborted) act()
    }
  }
  const ordinary = () => send(nextQuestion(asked), asked++)
  const talk = async () => {
    while (!stopping.signal.aborted) {
      try {
        const socket = await openWebSocket(target)
        webSockets.opened++
        leave = socket.leave
        if (stopping.signal.aborted) leave()
        const end = await socket.ended
        if ('cut' in end) add(webSockets.cut, end.cut)
        else webSockets.closed++
      } catch (error) {
        add(webSockets.cut, `not opened: ${error instanceof Error ? error.message : error}`)
        await sleep(100)
      }
    }
  }
  const all = Promise.all([
    beat(1 / options.rate, ordinary),
    beat(options.burstEvery, () => {
      for (let count = 0; count < options.burst; count++) ordinary()
    }),
    beat(options.slowEvery, () => send(slowQuestion(asked), asked++, true)),
    ...(options.webSocket ? [talk()] : []),
  ])
  return {
    async stop() {
      stopping.abort()
      leave()
      const seconds = (performance.now() - begun) / 1000
      await all
      await Promise.all(underWay)
      kept.destroy()
      const rate = Math.round(asked / seconds)
      return { ok, failed, truncated, unsent, byRelease, webSockets, latency: percentiles(durations), rate }
    },
    async answeredBy(release) {
      const deadline = performance.now() + 30_000
      while (last !== release) {
        if (performance.now() > deadline)
          throw new Error(`No answer of release ${release} within 30 s, but of ${last}`)
        await sleep(50)
      }
    },
  }
}
