import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { git, type Repository } from '../world/checkout.ts'

/** A git host that speaks HTTP, as GitHub does to a runner, and lets nobody in without its token. */
export interface GitHost extends AsyncDisposable {
  /** For `GITHUB_SERVER_URL`. */
  readonly url: string
  readonly token: string
}

/** Serves repositories under their `owner/name`. */
export const startGitHost = async (
  repositories: Readonly<Record<string, Repository>>,
  token: string,
): Promise<GitHost> => {
  const root = await mkdtemp(join(tmpdir(), 'jetee-git-host-'))
  for (const [name, { folder }] of Object.entries(repositories)) {
    await mkdir(join(root, dirname(name)), { recursive: true })
    await symlink(join(folder, '.git'), join(root, name))
    // GitHub gives any commit of a repository by its name.
    await git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  }
  const wanted = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const server = createServer((request, response) => {
    if (request.headers.authorization === wanted) return backend(root, request, response)
    response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Hands a request to git's own program for this, by the rules of CGI. */
const backend = (root: string, request: IncomingMessage, response: ServerResponse): void => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://host')
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  })
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    const answer = Buffer.concat(chunks)
    const end = answer.indexOf('\r\n\r\n')
    const headers = answer
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      })
    const { status = '200', ...rest } = Object.fromEntries(headers)
    response.writeHead(Number.parseInt(status, 10), rest).end(answer.subarray(end + 4))
  })
}
