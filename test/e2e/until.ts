import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks again and again until the answer passes, and returns it; throws with the last answer when it never does. A
 * question that fails ends it at once: where failures are to be expected, they are made answers.
 */
export const until = async <T>(
  what: string,
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
  seconds = 120,
): Promise<T> => {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (passes(answer)) return answer
    if (performance.now() > deadline)
      throw new Error(`${what}: not within ${seconds} s. The last answer was ${JSON.stringify(answer)}`)
    await sleep(50)
  }
}
