import { randomBytes } from 'node:crypto'
import type { Answer } from './description.ts'

/** Names of permissions, as `permissions:` of a workflow writes them, and those that only an App's or a person's token has. */
export type PermissionName =
  | 'actions'
  | 'administration'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'pull-requests'
  | 'statuses'

/** What a token may. */
export type Permissions = Readonly<Partial<Record<PermissionName, 'read' | 'write'>>>

/** Whose token it is: a job's `GITHUB_TOKEN`, an installed App's, or a person's fine-grained one. */
export type TokenKind = 'job' | 'app' | 'person'

/** Who may use a token, and for what. */
export interface TokenOptions {
  /** `job` unless it may `administration`, which no job's token ever may; then `app`. */
  readonly kind?: TokenKind
  /** The person whose token it is; `octocat` by default. */
  readonly login?: string
  /** Repositories that it reaches, as `owner/name`: by default a job's the one that was added first, and others all. */
  readonly repositories?: readonly string[]
}

/** Who makes a call. */
export interface Caller {
  readonly kind: TokenKind
  /** `github-actions[bot]`, an App's bot, or a person. */
  readonly login: string
  readonly permissions: Permissions
  readonly repositories: readonly string[] | undefined
}

/** What a call needs: one of these permissions will do. */
export type Need = readonly { readonly name: PermissionName; readonly level: 'read' | 'write' }[]

/** The tokens that were handed out. */
export interface Tokens {
  create(permissions: Permissions, options?: TokenOptions): string
  /** Takes a token's rights away. */
  revoke(token: string): void
  /** Who a token belongs to; undefined where nobody has it. */
  find(token: string): Caller | undefined
}

/** Starts with no tokens at all; `home` tells the repository that jobs run for, unless it is said. */
export const noTokens = (home: () => string | undefined): Tokens => {
  const callers = new Map<string, Caller>()
  return {
    create(
      permissions,
      { kind = permissions.administration ? 'app' : 'job', login = 'octocat', repositories } = {},
    ) {
      if (kind === 'job' && permissions.administration)
        throw new Error('A job\u2019s token never has the permission administration: see TokenKind.')
      const token = kind === 'person' ? `github_pat_${letters(82)}` : `ghs_${letters(36)}`
      const logins = { job: 'github-actions[bot]', app: 'jetee-keys[bot]', person: login }
      callers.set(token, { kind, login: logins[kind], permissions, repositories })
      return token
    },
    revoke: (token) => void callers.delete(token),
    find(token) {
      const caller = callers.get(token)
      // A job's token reaches no other repository than its own, whatever it may there.
      return caller?.kind === 'job' && !caller.repositories
        ? { ...caller, repositories: [home() ?? ''] }
        : caller
    },
  }
}

/** Random letters and digits. */
const letters = (length: number): string =>
  randomBytes(length * 2)
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, length)

/** The token of a request, by any of the ways that GitHub takes. */
export const tokenOf = (authorization: string | undefined): string | undefined => {
  const [, scheme = '', value = ''] = /^(\w+) (.+)$/.exec(authorization ?? '') ?? []
  if (/^(?:token|bearer)$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[1]
  return undefined
}

/** Whether a caller reaches a repository at all. */
export const reaches = (caller: Caller | undefined, fullName: string): boolean =>
  caller !== undefined && (caller.repositories?.includes(fullName) ?? true)

/** Whether a caller has a permission that is needed. */
export const may = (caller: Caller | undefined, need: Need): boolean =>
  need.length === 0 ||
  need.some(({ name, level }) => {
    const has = caller?.permissions[name]
    return has === 'write' || has === level
  })

/** What GitHub answers to a token without the permission; the header says which would do. */
export const lacking = (caller: Caller, need: Need): Answer => ({
  status: 403,
  body: {
    message: `Resource not accessible by ${caller.kind === 'person' ? 'personal access token' : 'integration'}`,
    documentation_url: 'https://docs.github.com/rest',
    status: '403',
  },
  headers: {
    'x-accepted-github-permissions': need
      .map(({ name, level }) => `${name.replaceAll('-', '_')}=${level}`)
      .join('; '),
  },
})
