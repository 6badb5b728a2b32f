import { findCommit, gitBytes, listTree, type TreeEntry } from '../git-objects.ts'
import { inRepository, notFound, type Operations, ok, type RepositoryCall, refused } from '../operation.ts'

const read = [{ name: 'contents', level: 'read' }] as const

/** Bytes up to which a file's contents are in the answer; above it they come as `raw` alone. */
const inlineLimit = 1024 * 1024

/** Bytes up to which a file comes at all. */
const rawLimit = 100 * 1024 * 1024

/** Files and folders at a commit. */
export const contentOperations = {
  'repos/get-content': inRepository(read, async (call) => {
    const { repository, params, query, headers } = call
    const { folder } = repository.origin
    const ref = query.ref ?? repository.defaultBranch
    const sha = await findCommit(folder, ref)
    if (!sha) return refused(404, `No commit found for the ref ${ref}`)
    const path = (params.path ?? '').replaceAll(/^\/+|\/+$/g, '')
    const entry = (await listTree(folder, sha, { recursive: true }))?.find((found) => found.path === path)
    if (path === '' || entry?.type === 'tree') {
      const entries = (await listTree(folder, path === '' ? sha : `${sha}:${path}`)) ?? []
      return ok(entries.map((found) => listed(call, ref, { ...found, path: join(path, found.path) })))
    }
    if (!entry) return notFound
    if (entry.type === 'commit')
      return ok({
        ...listed(call, ref, entry),
        type: 'submodule',
        submodule_git_url: new URL(
          await submoduleUrl(call, sha, path),
          `${call.world.serverUrl}/${repository.fullName}/`,
        ).href,
      })
    if (entry.size > rawLimit) return refused(403, 'This API returns blobs up to 100 MB in size.')
    const bytes = (await gitBytes(folder, 'cat-file', 'blob', entry.sha)) ?? Buffer.alloc(0)
    if (/application\/vnd\.github(?:\.v3)?\.raw/.test(headers.accept ?? ''))
      return {
        status: 200,
        body: bytes,
        headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
      }
    if (entry.mode === '120000')
      return ok({ ...listed(call, ref, entry), type: 'symlink', target: bytes.toString() })
    const isInline = entry.size <= inlineLimit
    return ok({
      ...listed(call, ref, entry),
      content: isInline ? base64Lines(bytes) : '',
      encoding: isInline ? 'base64' : 'none',
    })
  }),
} satisfies Operations

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** Base64 as GitHub writes it: lines of 60 characters, each with its end. */
export const base64Lines = (bytes: Buffer): string => bytes.toString('base64').replaceAll(/.{1,60}/g, '$&\n')

/** An entry as a folder's list has it. */
const listed = ({ world, repository }: RepositoryCall, ref: string, entry: TreeEntry) => {
  const { fullName } = repository
  const path = entry.path.split('/').map(encodeURIComponent).join('/')
  const kind = entry.type === 'tree' ? 'tree' : 'blob'
  const url = `${world.apiUrl}/repos/${fullName}/contents/${path}?ref=${encodeURIComponent(ref)}`
  const gitUrl = `${world.apiUrl}/repos/${fullName}/git/${kind}s/${entry.sha}`
  const htmlUrl = `${world.serverUrl}/${fullName}/${kind}/${ref}/${path}`
  return {
    type: entry.type === 'tree' ? 'dir' : 'file',
    name: entry.path.split('/').at(-1) ?? '',
    path: entry.path,
    sha: entry.sha,
    size: entry.size,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: entry.type === 'blob' ? `${world.serverUrl}/${fullName}/raw/${ref}/${path}` : null,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  }
}

/** Where `.gitmodules` says that a submodule comes from; an address that begins with dots is meant from the repository's. */
const submoduleUrl = async (
  { world, repository }: RepositoryCall,
  sha: string,
  path: string,
): Promise<string> => {
  const list = await gitBytes(repository.origin.folder, 'config', '--blob', `${sha}:.gitmodules`, '--list')
  const lines = list?.toString().split('\n') ?? []
  const name = lines.find((line) => line.endsWith(`.path=${path}`))?.replace(/\.path=.*$/, '')
  const url = lines.find((line) => line.startsWith(`${name}.url=`))?.replace(/^.*?\.url=/, '') ?? ''
  return new URL(url, `${world.serverUrl}/${repository.fullName}/`).href
}
