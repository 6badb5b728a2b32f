import { type Delivery, deliver } from './delivery.ts'
import { moveBranch } from './git-objects.ts'
import { writePullRefs } from './pull-refs.ts'
import { labelShape } from './shapes/label.ts'
import { pullPayload } from './shapes/pull.ts'
import { now, type PullState, type RepositoryState, type World } from './state.ts'

/** A pull request to be opened. */
export interface NewPull {
  /** A branch that has commits. */
  readonly branch: string
  /** `main` by default. */
  readonly base?: string
  readonly title?: string
  readonly body?: string
  /** Who opens it; `octocat` by default. */
  readonly author?: string
  /** `owner/name` of the repository of its branch; the same repository by default. */
  readonly from?: string
  readonly labels?: readonly string[]
}

/**
 * What people do to pull requests. Each gives the event that GitHub makes of it. While a pull request conflicts with its
 * base, GitHub runs no workflow for `pull_request`, only for `pull_request_target`: see `asTarget`.
 */
export interface PullRequests {
  openPull(pull: NewPull): Promise<Delivery>
  /** Commits to its branch, and nothing else than the branch's newest commits where no files are given. */
  pushToPull(number: number, changes?: Readonly<Record<string, string | null>>): Promise<Delivery>
  labelPull(number: number, label: string, sender?: string): Promise<Delivery>
  unlabelPull(number: number, label: string, sender?: string): Promise<Delivery>
  closePull(
    number: number,
    options?: { readonly merge?: boolean; readonly sender?: string },
  ): Promise<Delivery>
  reopenPull(number: number, sender?: string): Promise<Delivery>
}

/** The pull requests of a repository. */
export const pullRequests = (world: World, repository: RepositoryState): PullRequests => {
  const find = (number: number): PullState => {
    const found = repository.pulls.find((pull) => pull.number === number)
    if (!found) throw new Error(`There is no pull request ${number} in ${repository.fullName}.`)
    return found
  }
  const tell = (
    action: string,
    pull: PullState,
    sender = pull.author,
    more: object = {},
  ): Promise<Delivery> => {
    pull.updatedAt = now()
    return deliver(world, repository, {
      name: 'pull_request',
      action,
      sender,
      fields: { number: pull.number, pull_request: pullPayload(world, repository, pull), ...more },
      context: {
        // Once it is merged, its workflows run on what it was merged into.
        ref: pull.isMerged ? `refs/heads/${pull.base}` : `refs/pull/${pull.number}/merge`,
        sha: pull.mergeSha ?? pull.headSha,
        head_ref: pull.branch,
        base_ref: pull.base,
      },
    })
  }
  return {
    async openPull({
      branch,
      base = 'main',
      title = 'Change the site',
      body = '',
      author = 'octocat',
      from,
      labels,
    }) {
      const head = from === undefined ? repository : world.repositories.get(from)
      if (!head) throw new Error(`There is no repository ${from}.`)
      const createdAt = now()
      const pull: PullState = {
        id: world.nextId(),
        number: Math.max(0, ...repository.pulls.map(({ number }) => number)) + 1,
        title,
        body,
        author,
        branch,
        base,
        head,
        headOwner: head.owner,
        createdAt,
        updatedAt: createdAt,
        headSha: '',
        baseSha: '',
        mergeSha: null,
        isMerged: false,
        closedAt: null,
        labels: new Set(labels),
      }
      await writePullRefs(repository, pull)
      repository.pulls.push(pull)
      return tell('opened', pull)
    },
    async pushToPull(number, changes) {
      const pull = find(number)
      const before = pull.headSha
      if (changes) await pull.head?.origin.commit(changes, { branch: pull.branch })
      await writePullRefs(repository, pull)
      return tell('synchronize', pull, pull.author, { before, after: pull.headSha })
    },
    async labelPull(number, label, sender) {
      const pull = find(number)
      pull.labels.add(label)
      return tell('labeled', pull, sender, { label: labelShape(world, repository.fullName, label) })
    },
    async unlabelPull(number, label, sender) {
      const pull = find(number)
      pull.labels.delete(label)
      return tell('unlabeled', pull, sender, { label: labelShape(world, repository.fullName, label) })
    },
    async closePull(number, { merge = false, sender } = {}) {
      const pull = find(number)
      pull.closedAt = now()
      if (merge) {
        if (!pull.mergeSha) throw new Error(`The pull request ${number} conflicts with its base.`)
        pull.isMerged = true
        await moveBranch(repository.origin.folder, pull.base, pull.mergeSha)
      }
      return tell('closed', pull, sender)
    },
    async reopenPull(number, sender) {
      const pull = find(number)
      pull.closedAt = null
      await writePullRefs(repository, pull)
      return tell('reopened', pull, sender)
    },
  }
}
