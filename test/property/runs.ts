import type { Parameters } from 'fast-check'

/**
 * How a property is run. The seed is fixed, so that a green run stays green until something changes; `PROPERTY_SEED`
 * sets another one, and `PROPERTY_FACTOR` multiplies the number of runs for a longer search. fast-check prints the
 * seed and the path of what fails. After a minute and a half it looks no further, for more files or for a smaller one
 * that fails.
 */
export const runs = (numRuns: number): Parameters<unknown> => ({
  seed: Number(process.env.PROPERTY_SEED ?? 20261107),
  interruptAfterTimeLimit: 90_000 * Number(process.env.PROPERTY_FACTOR ?? 1),
  numRuns: Math.ceil(numRuns * Number(process.env.PROPERTY_FACTOR ?? 1)),
})
