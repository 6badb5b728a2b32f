import { git } from '../checkout.ts'
import { type Delivery, deliver } from './delivery.ts'
import { type CommitFacts, commitsBetween, findCommit, readCommit } from './git-objects.ts'
import type { PullRequests } from './pull-requests.ts'
import type { RepositoryState, World } from './state.ts'

/** What people do to branches, and what makes workflows run besides. Each gives the event that GitHub makes of it. */
export interface Branches {
  /** Commits to a branch, a new one if need be, and pushes it. */
  push(changes?: Readonly<Record<string, string | null>>, options?: PushOptions): Promise<Delivery>
  /** Deletes a branch: the event, and those of the pull requests that GitHub closes with it. */
  deleteBranch(branch: string, sender?: string): Promise<readonly [Delivery, ...Delivery[]]>
  /** Somebody starts a workflow. */
  dispatch(options?: DispatchOptions): Promise<Delivery>
}

/** How a branch is pushed. */
export interface PushOptions {
  /** `main` by default. */
  readonly branch?: string
  /** `octocat` by default. */
  readonly sender?: string
}

/** How a workflow is started by a person. */
export interface DispatchOptions {
  /** `main` by default. */
  readonly branch?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly sender?: string
  /** `.github/workflows/deploy.yml` by default. */
  readonly workflow?: string
}

const none = '0'.repeat(40)

/** The branches of a repository. */
export const branches = (world: World, repository: RepositoryState, pulls: PullRequests): Branches => ({
  async push(changes = {}, { branch = 'main', sender = 'octocat' } = {}) {
    const { origin, fullName } = repository
    const ref = `refs/heads/${branch}`
    const before = await findCommit(origin.folder, ref)
    const after = await origin.commit(changes, { branch })
    const names = before ? await commitsBetween(origin.folder, before, after) : [after]
    const commits = (await Promise.all(names.map((sha) => readCommit(origin.folder, sha)))).flatMap(
      (commit) => (commit ? [pushedCommit(world, fullName, commit)] : []),
    )
    return deliver(world, repository, {
      name: 'push',
      sender,
      fields: {
        ref,
        before: before ?? none,
        after,
        created: before === undefined,
        deleted: false,
        forced: false,
        base_ref: null,
        compare: `${world.serverUrl}/${fullName}/compare/${before ?? none}...${after}`,
        commits,
        head_commit: commits.at(-1) ?? null,
        pusher: { name: sender, email: `${sender}@users.noreply.github.com` },
      },
      context: { ref, sha: after },
    })
  },
  async deleteBranch(branch, sender = 'octocat') {
    const { folder } = repository.origin
    if ((await git(folder, 'branch', '--show-current')) === branch)
      await git(folder, 'checkout', '--quiet', repository.defaultBranch)
    await git(folder, 'branch', '--quiet', '-D', branch)
    const closed = repository.pulls.filter(
      (pull) => pull.closedAt === null && pull.branch === branch && pull.head === repository,
    )
    const event = await deliver(world, repository, {
      name: 'delete',
      sender,
      fields: { ref: branch, ref_type: 'branch', pusher_type: 'user' },
    })
    return [event, ...(await Promise.all(closed.map(({ number }) => pulls.closePull(number, { sender }))))]
  },
  async dispatch({ branch = 'main', inputs = {}, sender = 'octocat', workflow } = {}) {
    const ref = `refs/heads/${branch}`
    return deliver(world, repository, {
      name: 'workflow_dispatch',
      sender,
      fields: { ref, inputs, workflow: workflow ?? '.github/workflows/deploy.yml' },
      context: { ref, sha: await repository.origin.head(branch) },
    })
  },
})

/** A commit as the payload of a push has it. */
const pushedCommit = ({ serverUrl }: World, fullName: string, commit: CommitFacts) => ({
  id: commit.sha,
  tree_id: commit.tree,
  distinct: true,
  message: commit.message,
  timestamp: commit.committer.date,
  url: `${serverUrl}/${fullName}/commit/${commit.sha}`,
  author: { name: commit.author.name, email: commit.author.email, username: 'octocat' },
  committer: { name: commit.committer.name, email: commit.committer.email },
  added: [],
  removed: [],
  modified: [],
})
