import type { Answer } from '../description.ts'
import { type Call, type Operation, type Operations, ok, refused } from '../operation.ts'
import { page } from '../pages.ts'
import { repositoryShape } from '../shapes/repository.ts'
import { userShape } from '../shapes/user.ts'
import { reaches } from '../tokens.ts'

const ofWorld = (answer: (call: Call) => Answer | Promise<Answer>, needsToken = true): Operation => ({
  scope: 'world',
  needsToken,
  answer,
})

/** What is asked of GitHub as a whole. */
export const worldOperations = {
  'meta/get': ofWorld(
    ({ world }) =>
      ok({
        verifiable_password_authentication: false,
        ...(!world.isEnterprise && { ssh_key_fingerprints: {}, ssh_keys: world.sshKeys }),
      }),
    false,
  ),
  'rate-limit/get': ofWorld(() => {
    const rate = { limit: 5000, used: 0, remaining: 5000, reset: Math.ceil(Date.now() / 1000) + 3600 }
    return ok({ resources: { core: rate, search: rate }, rate })
  }, false),
  'users/get-authenticated': ofWorld(({ world, caller }) => {
    if (caller?.kind !== 'person') return refused(403, 'Resource not accessible by integration')
    return ok({
      ...userShape(world, caller.login),
      name: null,
      company: null,
      blog: '',
      location: null,
      email: null,
      hireable: null,
      bio: null,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      created_at: '2011-01-25T18:44:36Z',
      updated_at: '2011-01-25T18:44:36Z',
    })
  }),
  'apps/list-repos-accessible-to-installation': ofWorld((call) => {
    const { world, caller } = call
    if (!caller || caller.kind === 'person')
      return refused(403, 'You must authenticate with an installation access token')
    const seen = [...world.repositories.values()].filter(({ fullName }) => reaches(caller, fullName))
    return page(
      call,
      seen.map((repository) => repositoryShape(world, repository)),
      'repositories',
    )
  }),
} satisfies Operations
