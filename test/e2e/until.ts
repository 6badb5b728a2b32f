import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again until the answer passes; throws with the last answer when it never does. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
  seconds = 60,
): Promise<T> => {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask().catch((error: unknown) => error as Error)
    if (!(answer instanceof Error) && passes(answer)) return answer
    if (Date.now() > deadline) {
      const last = answer instanceof Error ? String(answer) : JSON.stringify(answer)
      throw new Error(`${what}: not within ${seconds} s. The last answer was ${last}`)
    }
    await sleep(100)
  }
}
