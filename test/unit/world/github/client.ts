import { getOctokit } from '@actions/github'
import { vi } from 'vitest'
import { newRepository, type Repository } from '../../../world/checkout.ts'
import {
  type FakeGithub,
  type GithubOptions,
  type RepositoryOptions,
  startGithub,
} from '../../../world/github/github.ts'
import type { FakeRepository } from '../../../world/github/repository.ts'
import type { Permissions, TokenOptions } from '../../../world/github/tokens.ts'

// The description's rules and the payloads' schemas are compiled as they are first needed: a second, or some.
vi.setConfig({ testTimeout: 60_000 })

/** A GitHub with one repository, which has a `README.md` and a branch `change`. */
export interface Stage extends AsyncDisposable {
  readonly github: FakeGithub
  readonly origin: Repository
  readonly repository: FakeRepository
  /** GitHub's own client, with a token of these permissions. */
  client(permissions?: Permissions, options?: TokenOptions): ReturnType<typeof getOctokit>
}

/** The repository, as most calls want it. */
export const repo = { owner: 'octo-org', repo: 'octo-repo' } as const

/** Sets the stage of a test. */
export const setStage = async (options: GithubOptions & RepositoryOptions = {}): Promise<Stage> => {
  const origin = await newRepository(`${import.meta.dirname}/../fixture`, { 'README.md': '# Octo\n' })
  await origin.commit({ 'new.txt': 'new' }, { branch: 'change' })
  const github = await startGithub(options)
  const repository = github.addRepository('octo-org/octo-repo', origin, options)
  return {
    github,
    origin,
    repository,
    client: (permissions, tokenOptions) =>
      getOctokit(github.token(permissions, tokenOptions), { baseUrl: github.apiUrl }),
    [Symbol.asyncDispose]: async () => {
      await origin[Symbol.asyncDispose]()
      await github[Symbol.asyncDispose]()
    },
  }
}

/** Status and words of a call that is refused. */
export const refusal = async (
  call: Promise<unknown>,
): Promise<{ status: number; message: string; headers: object }> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Error)) throw new Error('The call was not refused.')
  const { status, response } = error as Error & { status: number; response?: { headers: object } }
  return { status, message: error.message, headers: response?.headers ?? {} }
}
