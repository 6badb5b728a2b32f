import type { Wish } from './api.ts'
import { isDown, limitOf, type Trouble } from './tries.ts'

/** What is told of a call that went wrong. */
export interface Refusal {
  /** What it is about: of each such thing, one is told. */
  readonly about: string
  readonly text: string
}

/** What is known besides of whoever calls. */
interface Caller {
  /** The input that the token comes from. */
  readonly input: string
  /** Whether another call with the same permission was let through. */
  readonly isAllowed: boolean
}

/**
 * Puts into words why a call went wrong, and what to do about it. A 403 has many meanings, and a 404 is also what GitHub
 * says to those who may not even know; headers and message tell more.
 */
export const refusalOf = (
  { what, permission }: Wish,
  trouble: Trouble,
  { input, isAllowed }: Caller,
  now: number,
): Refusal => {
  const { status, headers, message } = trouble
  const limit = limitOf(trouble, now)
  if (limit)
    return {
      about: 'limit',
      text: `GitHub takes no more requests of this token until ${clock(limit.until)} (${message}): this run could not ${what}`,
    }
  if (isDown(trouble))
    return {
      about: 'answer',
      text: `GitHub’s API ${status === undefined ? `did not answer (${message})` : `failed (${status} ${message})`}: this run could not ${what}`,
    }
  if (status === 401)
    return {
      about: 'token',
      text: `GitHub does not know the token of the input \`${input}\` (${message}): this run could not ${what}`,
    }
  if (headers['x-github-sso'] !== undefined)
    return {
      about: 'sso',
      text: `The token of the input \`${input}\` has to be authorized for the organization’s single sign-on before this run can ${what}`,
    }
  if ((status === 403 || status === 404) && !isAllowed && !/archived|IP allow list/i.test(message)) {
    const lines = [permission, ...besides(permission, String(headers['x-accepted-github-permissions'] ?? ''))]
    return {
      about: permission,
      text: `GitHub did not let this run ${what} (${message}): ${remedy(input, lines)}`,
    }
  }
  return { about: what, text: `This run could not ${what}: ${message}` }
}

const remedy = (input: string, lines: readonly string[]): string => {
  const listed = lines.map((line) => `\`${line}\``).join(' and ')
  return input === 'token'
    ? `the job’s \`permissions:\` need the line ${listed}`
    : `the token of the input \`${input}\` needs ${listed}`
}

/**
 * What GitHub says that a call needs beside a permission: alternatives, divided by semicolons, of pairs divided by
 * commas, such as `issues=write; pull_requests=write`.
 */
const besides = (permission: string, accepted: string): readonly string[] => {
  const [name = ''] = permission.split(':')
  const alternatives = accepted
    .split(';')
    .map((pairs) => pairs.split(',').flatMap((pair) => readPair(pair) ?? []))
    .filter((pairs) => pairs.length > 0)
  const chosen = alternatives.find((pairs) => pairs.some((pair) => pair.name === name)) ?? alternatives[0]
  return (chosen ?? [])
    .filter((pair) => pair.name !== name && pair.name !== 'metadata')
    .map((pair) => `${pair.name}: ${pair.access}`)
}

const readPair = (pair: string): { readonly name: string; readonly access: string } | undefined => {
  const [, name, access] = /^\s*([a-z_]+)=([a-z]+)\s*$/.exec(pair) ?? []
  return name && access ? { name: name.replaceAll('_', '-'), access } : undefined
}

/** A time of the day, as `14:03:20 UTC`. */
export const clock = (time: number): string => `${new Date(time).toISOString().slice(11, 19)} UTC`
