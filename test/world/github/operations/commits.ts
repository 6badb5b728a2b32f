import { git } from '../../checkout.ts'
import { commitsBetween, findCommit, gitBytes, listTree, readCommit } from '../git-objects.ts'
import { inRepository, notFound, type Operations, ok, refused } from '../operation.ts'
import { commitShape, gitCommitShape } from '../shapes/commit.ts'
import { base64Lines } from './contents.ts'

const read = [{ name: 'contents', level: 'read' }] as const

/** Commits, trees, blobs and branches, as git has them. */
export const commitOperations = {
  'repos/get-commit': inRepository(read, async ({ world, repository, params }) => {
    const sha = await findCommit(repository.origin.folder, params.ref ?? '')
    const commit = sha && (await readCommit(repository.origin.folder, sha))
    if (!commit) return refused(422, `No commit found for SHA: ${params.ref}`)
    return ok({
      ...commitShape(world, repository, commit),
      stats: { total: 0, additions: 0, deletions: 0 },
      files: [],
    })
  }),
  'repos/compare-commits-with-basehead': inRepository(read, async ({ world, repository, params }) => {
    const { folder } = repository.origin
    const [baseName = '', headName = ''] = (params.basehead ?? '').split('...')
    const base = await findCommit(folder, baseName)
    const head = await findCommit(folder, headName)
    const common = base && head && (await gitBytes(folder, 'merge-base', base, head))
    if (!base || !head || !common) return notFound
    const ahead = await commitsBetween(folder, base, head)
    const behind = await commitsBetween(folder, head, base)
    const shape = async (sha: string) => {
      const commit = await readCommit(folder, sha)
      if (!commit) throw new Error(`Git does not know its own commit ${sha}.`)
      return commitShape(world, repository, commit)
    }
    const html = `${world.serverUrl}/${repository.fullName}/compare/${baseName}...${headName}`
    return ok({
      url: `${world.apiUrl}/repos/${repository.fullName}/compare/${baseName}...${headName}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: await shape(base),
      merge_base_commit: await shape(common.toString().trim()),
      status:
        ahead.length > 0
          ? behind.length > 0
            ? 'diverged'
            : 'ahead'
          : behind.length > 0
            ? 'behind'
            : 'identical',
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await Promise.all(ahead.map(shape)),
      files: [],
    })
  }),
  'repos/get-branch': inRepository(read, async ({ world, repository, params }) => {
    const { folder } = repository.origin
    const name = params.branch ?? ''
    const sha = await findCommit(folder, `refs/heads/${name}`)
    const commit = sha && (await readCommit(folder, sha))
    if (!commit) return refused(404, 'Branch not found')
    const url = `${world.apiUrl}/repos/${repository.fullName}/branches/${encodeURIComponent(name)}`
    return ok({
      name,
      commit: commitShape(world, repository, commit),
      _links: { self: url, html: `${world.serverUrl}/${repository.fullName}/tree/${name}` },
      protected: false,
      protection: { enabled: false },
      protection_url: `${url}/protection`,
    })
  }),
  'git/get-ref': inRepository(read, async ({ world, repository, params }) => {
    const sha = await findCommit(repository.origin.folder, `refs/${params.ref}`)
    if (!sha) return notFound
    const api = `${world.apiUrl}/repos/${repository.fullName}/git`
    return ok({
      ref: `refs/${params.ref}`,
      node_id: `REF_${sha}`,
      url: `${api}/refs/${params.ref}`,
      object: { sha, type: 'commit', url: `${api}/commits/${sha}` },
    })
  }),
  'git/get-commit': inRepository(read, async ({ world, repository, params }) => {
    const commit = await readCommit(repository.origin.folder, params.commit_sha ?? '')
    return commit ? ok(gitCommitShape(world, repository, commit)) : notFound
  }),
  'git/get-tree': inRepository(read, async ({ world, repository, params, query }) => {
    const { folder } = repository.origin
    const name = params.tree_sha ?? ''
    const treeish = (await findCommit(folder, name)) ?? name
    const entries = await listTree(folder, treeish, { recursive: query.recursive !== undefined })
    if (!entries) return notFound
    const api = `${world.apiUrl}/repos/${repository.fullName}/git`
    const sha = await git(folder, 'rev-parse', `${treeish}^{tree}`)
    return ok({
      sha,
      url: `${api}/trees/${sha}`,
      truncated: false,
      tree: entries.map((entry) => ({
        path: entry.path,
        mode: entry.mode,
        type: entry.type,
        sha: entry.sha,
        ...(entry.type === 'blob' && { size: entry.size }),
        ...(entry.type !== 'commit' && { url: `${api}/${entry.type}s/${entry.sha}` }),
      })),
    })
  }),
  'git/get-blob': inRepository(read, async ({ world, repository, params }) => {
    const sha = params.file_sha ?? ''
    const bytes = await gitBytes(repository.origin.folder, 'cat-file', 'blob', sha)
    if (!bytes) return notFound
    return ok({
      sha,
      node_id: `B_${sha}`,
      size: bytes.length,
      url: `${world.apiUrl}/repos/${repository.fullName}/git/blobs/${sha}`,
      content: base64Lines(bytes),
      encoding: 'base64',
    })
  }),
} satisfies Operations
