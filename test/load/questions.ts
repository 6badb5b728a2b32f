import { randomBytes } from 'node:crypto'
import type { Question } from './request.ts'

/** How many seconds a slow response takes between its first half and its second. */
const slowSeconds = 5

const page = (seed: string, size: number): Buffer => {
  const unit = `${seed}.`
  return Buffer.from(unit.repeat(Math.ceil(size / unit.length)).slice(0, size))
}

/** Request number `number` of a row: GET and POST in turns, with bodies of 100 bytes to 40 KB. */
export const nextQuestion = (number: number): Question => {
  const size = 100 + ((number * 7919) % 40_000)
  if (number % 2 === 0) {
    const seed = `page-${number}`
    return { method: 'GET', path: `/page?seed=${seed}&size=${size}`, answer: page(seed, size) }
  }
  const body = randomBytes(size)
  return { method: 'POST', path: '/echo', body, answer: body }
}

/** A request whose response takes its time. */
export const slowQuestion = (number: number): Question => {
  const seed = `slow-${number}`
  return {
    method: 'GET',
    path: `/slow?seed=${seed}&size=50000&seconds=${slowSeconds}`,
    answer: page(seed, 50_000),
  }
}
