import type { Repository } from '../checkout.ts'
import type { GithubContext } from '../runner-context.ts'
import { readDescription } from './description.ts'
import { type Fault, noFaults } from './faults.ts'
import { type GitSsh, joinSsh, startGitSsh } from './git-ssh.ts'
import type { Operations } from './operation.ts'
import { operations } from './operations.ts'
import { type FakeRepository, fakeRepository } from './repository.ts'
import { type Listening, type Logged, listen } from './server.ts'
import { now, type RepositoryState, type Role, type World } from './state.ts'
import { noTokens, type Permissions, type TokenOptions } from './tokens.ts'

/** How a GitHub differs from the usual one. */
export interface GithubOptions {
  /** A GitHub Enterprise server, whose `GET /meta` names no host keys. */
  readonly isEnterprise?: boolean
  /** Operations that are answered in another way, for a test of what a wrong answer does. */
  readonly operations?: Operations
}

/** How a repository stands at GitHub. */
export interface RepositoryOptions {
  /** Only those with a token see it. */
  readonly private?: boolean
  readonly fork?: boolean
  /** Who may what in it, beside its owner, who is its admin; by default `octocat` may write. */
  readonly collaborators?: Readonly<Record<string, Role>>
}

/** A GitHub on this machine, with an API that holds both sides to GitHub's own description. */
export interface FakeGithub extends AsyncDisposable {
  /** For `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** For `GITHUB_SERVER_URL`; repositories are also cloned from below it. */
  readonly serverUrl: string
  /** All calls so far, the oldest first. */
  readonly calls: readonly Logged[]
  /** What did not fit the description: of requests, and of the fake's own answers. */
  readonly violations: readonly string[]
  /** Throws where there was a violation; so does disposing. */
  expectNoViolations(): void
  /** A new token. Without permissions it sees what is public, and that its repositories are there. */
  token(permissions?: Permissions, options?: TokenOptions): string
  /** Takes a token back: from now on GitHub does not know it. */
  revoke(token: string): void
  /** Puts a repository there under `owner/name`. Whoever made it disposes of it. */
  addRepository(fullName: string, origin: Repository, options?: RepositoryOptions): FakeRepository
  /** Takes a repository away: a fork's pull requests stay, without a repository of their branch. */
  removeRepository(fullName: string): void
  /** Lets the next calls fail. */
  failNext(fault: Fault): void
  /**
   * Lets deploy keys clone by SSH, from a host in the network of the test world's servers: `ssh_url` leads there, and
   * `GET /meta` names its host keys. Needs Docker, and a second.
   */
  serveSsh(): Promise<{ readonly host: string; readonly hostKeys: readonly string[] }>
  /** What a step's `github` context says of this GitHub. */
  context(token: string): Pick<GithubContext, 'api_url' | 'server_url' | 'token'>
}

/** Starts a GitHub without repositories and tokens. */
export const startGithub = async (options: GithubOptions = {}): Promise<FakeGithub> => {
  const description = await readDescription()
  const server: Listening = await listen()
  const { apiUrl, serverUrl, calls } = server
  let lastId = 1_000_000
  const world: World = {
    apiUrl,
    serverUrl,
    isEnterprise: options.isEnterprise ?? false,
    sshHost: '127.0.0.1',
    sshKeys: [],
    repositories: new Map<string, RepositoryState>(),
    keysChanged: async () => {},
    nextId: () => ++lastId,
  }
  const tokens = noTokens(() => world.repositories.keys().next().value)
  const faults = noFaults()
  let ssh: Promise<GitSsh> | undefined
  const violations: string[] = []
  server.answerFrom({
    world,
    description,
    tokens,
    faults,
    operations: { ...operations, ...options.operations },
    violate: (what) => void violations.push(what),
  })
  const expectNoViolations = () => {
    if (violations.length > 0)
      throw new Error(`GitHub\u2019s description was not kept to:\n${violations.splice(0).join('\n')}`)
  }
  return {
    apiUrl,
    serverUrl,
    calls,
    violations,
    expectNoViolations,
    token: (permissions = {}, options) => tokens.create(permissions, options),
    revoke: tokens.revoke,
    addRepository(fullName, origin, options = {}) {
      const [owner = '', name = ''] = fullName.split('/')
      const collaborators = new Map<string, Role>([[owner, 'admin']])
      const others: Readonly<Record<string, Role>> = options.collaborators ?? { octocat: 'write' }
      for (const [login, role] of Object.entries(others)) collaborators.set(login, role)
      const state: RepositoryState = {
        id: world.nextId(),
        owner,
        name,
        fullName,
        isPrivate: options.private ?? false,
        isFork: options.fork ?? false,
        defaultBranch: 'main',
        origin,
        createdAt: now(),
        collaborators,
        keys: [],
        deployments: [],
        environments: new Map(),
        comments: [],
        pulls: [],
        runs: [],
        dispatches: [],
        statuses: new Map(),
      }
      world.repositories.set(fullName, state)
      return fakeRepository(world, state)
    },
    removeRepository(fullName) {
      const gone = world.repositories.get(fullName)
      world.repositories.delete(fullName)
      const pulls = [...world.repositories.values()].flatMap((repository) => repository.pulls)
      for (const pull of pulls) if (pull.head === gone) pull.head = undefined
    },
    failNext: faults.add,
    async serveSsh() {
      ssh ??= startGitSsh()
      const started = await ssh
      await joinSsh(world, started)
      return started
    },
    context: (token) => ({ api_url: apiUrl, server_url: serverUrl, token }),
    [Symbol.asyncDispose]: async () => {
      await (await ssh)?.[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      expectNoViolations()
    },
  }
}
