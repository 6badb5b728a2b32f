import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RepositoryState, World } from './state.ts'
import { may, reaches, type Tokens, tokenOf } from './tokens.ts'

/** Serves repositories by git's own protocol over HTTP, to those whose token may read them. */
export const serveGit = (
  { repositories }: World,
  tokens: Tokens,
  request: IncomingMessage,
  response: ServerResponse,
): unknown => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
  const [, owner = '', repo = '', rest = ''] = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/.*)$/.exec(pathname) ?? []
  const repository = repositories.get(`${owner}/${repo}`)
  const refuse = (status: number, text: string): unknown =>
    response.writeHead(status, { 'www-authenticate': 'Basic realm="GitHub"' }).end(text)
  const token = tokenOf(request.headers.authorization)
  const caller = token === undefined ? undefined : tokens.find(token)
  if (token !== undefined && !caller) return refuse(401, 'Invalid username or token.')
  const writes = rest.endsWith('/git-receive-pack') || searchParams.get('service') === 'git-receive-pack'
  const isOpen = repository && !repository.isPrivate && !writes
  if (!caller && !isOpen) return refuse(401, 'Repository not found.')
  if (!repository || (repository.isPrivate && !reaches(caller, repository.fullName)))
    return refuse(404, 'Repository not found.')
  const level = writes ? 'write' : 'read'
  if (!isOpen && !may(caller, [{ name: 'contents', level }]))
    return refuse(403, `${level === 'write' ? 'Write access' : 'Access'} to repository not granted.`)
  return backend(repository, rest, request, response)
}

/** Hands a request to git's own program for this, by the rules of CGI. */
const backend = (
  { origin }: RepositoryState,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse,
): unknown => {
  const { search } = new URL(request.url ?? '/', 'http://host')
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: `${origin.folder}/.git`,
      GIT_HTTP_EXPORT_ALL: '1',
      // GitHub gives any commit of a repository by its name.
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'uploadpack.allowAnySHA1InWant',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_CONFIG_KEY_1: 'http.receivepack',
      GIT_CONFIG_VALUE_1: 'true',
      PATH_INFO: decodeURIComponent(rest),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => {}) // git may end before it has read everything
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
    const { status = '200', ...others } = Object.fromEntries(headers)
    response.writeHead(Number.parseInt(status, 10), others).end(answer.subarray(end + 4))
  })
  return child
}
