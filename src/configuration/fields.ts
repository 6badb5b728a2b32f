import { isIPv4, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import { z } from 'zod'

/** Fields of the deployment file, each validated for the place where its value ends up. */

/** A whole number in a range. */
export const wholeNumber = (least: number, most: number) =>
  z.int(`must be a whole number from ${least} to ${most}`).min(least).max(most)

/** The value of an environment variable, any text; numbers and booleans are taken as they are written. */
export const variableValue = z
  .union([z.string(), z.number(), z.boolean()], {
    error: ({ input }) => (input === null ? "must be text ('' for none)" : 'must be text'),
  })
  .transform(String)
  .refine((value) => !value.includes('\0'), 'must not contain a NUL character')

/** A host that can be reached over SSH, lower-case. */
export const host = z
  .string()
  .toLowerCase()
  .refine((name) => isDnsName(name) || isAddress(name), {
    error: ({ input }) =>
      `must be a DNS name or an IP address, without scheme, user or port${spelling(String(input))}`,
  })

/** A host's name as the browser sends it: an IPv6 address shortened, in brackets. */
export function asServerName(host: string): string {
  return isIPv6(host) && isAddress(host) ? new URL(`http://[${host}]`).hostname : host
}

/** A name of the site, lower-case and safe in nginx: `www.example.com`, `*.example.com` or an address. */
export const serverName = z
  .string()
  .toLowerCase()
  .refine((name) => isDnsName(name.replace(/^\*\./, '')) || isAddress(name), {
    error: ({ input }) =>
      `must be a DNS name, such as example.com or *.example.com${spelling(String(input))}`,
  })
  .overwrite(asServerName)

/** A login name, as useradd and its kin take it. */
export const loginName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/,
    'must be a login name: letters, digits and . _ -, at most 32 characters',
  )

/** A project's name: every name on the server starts with it, in DNS and Docker alike. */
export const projectName = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/,
    'must be lower-case letters, digits and inner hyphens, at most 32 characters',
  )

/** A configuration's name. */
export const configurationName = z
  .string()
  .regex(
    /^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/,
    'must be a name of letters, digits, _ and inner -, at most 64 characters',
  )

/** `owner/name` on the server that the workflow runs on, or an address that git fetches over https or SSH. */
export const repository = z
  .string()
  .refine(
    (name) => isRepositoryName(name) || isRepositoryAddress(name),
    'must be owner/name, or the https:// or ssh:// address of a git repository, without a password',
  )

/** A branch, a tag, a SHA or `HEAD`: git's own rules for names, less what a shell would act on. */
export const ref = z
  .union([z.string(), z.number()], 'must be text')
  .transform(String)
  .pipe(
    z
      .string()
      .refine(
        isRef,
        'must be a branch, a tag, a 40-digit SHA or HEAD, in letters, digits and . _ / + @ = # -',
      ),
  )

/** A path on the site for a request, with its query if need be. */
export const requestPath = z
  .string()
  .regex(
    /^\/[A-Za-z0-9._~/?=&%+@:,-]*$/,
    'must be a path that starts with /, of letters, digits and . _ ~ / ? = & % + @ : , -',
  )

/** Whether it is a DNS name; what ends in a number is an address or nothing. */
function isDnsName(name: string): boolean {
  return (
    name.length <= 253 &&
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) &&
    !/(?:^|\.)\d+$/.test(name)
  )
}

/** Whether it is an IP address; one with a zone means nothing on another machine. */
function isAddress(name: string): boolean {
  return isIPv4(name) || (isIPv6(name) && !name.includes('%'))
}

/** A name outside ASCII has another spelling in DNS: proposes it. */
function spelling(name: string): string {
  const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(name) ? domainToASCII(name) : ''
  return isDnsName(ascii) ? `; write it as ${ascii}` : ''
}

const isRepositoryName = (name: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name)

function isRepositoryAddress(address: string): boolean {
  const found =
    /^(?:https:\/\/|ssh:\/\/(?:[A-Za-z_][A-Za-z0-9_.-]*@)?)([^/:@]+)(?::\d{1,5})?(\/.+)$/.exec(address) ??
    /^[A-Za-z_][A-Za-z0-9_.-]*@([^/:@]+):(.+)$/.exec(address)
  const [, server = '', path = ''] = found ?? []
  return (
    (isDnsName(server.toLowerCase()) || isIPv4(server)) &&
    /^\/?[A-Za-z0-9_.~][A-Za-z0-9_.~/-]*$/.test(path) &&
    !path.split('/').includes('..')
  )
}

function isRef(name: string): boolean {
  return (
    /^[\p{L}\p{M}\p{N}._/+@=#-]{1,250}$/u.test(name) &&
    !name.startsWith('-') &&
    !name.endsWith('.') &&
    name !== '@' &&
    !name.includes('..') &&
    name
      .split('/')
      .every((part) => part !== '' && !part.startsWith('.') && !part.toLowerCase().endsWith('.lock'))
  )
}
