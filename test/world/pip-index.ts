import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildWheel, type Wheel } from './wheel.ts'
import { ensureWorld } from './world.ts'

/** A package index for pip that servers, and builds on them, can reach. */
export type PipIndex = AsyncDisposable & {
  /** For `--index-url`. */
  readonly url: string
  /** For `--trusted-host`. */
  readonly host: string
  /** Name of the package that it always has: `tiny-greeting` 1.0, with `greet(name)` in the module `tiny_greeting`. */
  readonly packageName: 'tiny-greeting'
  /** Paths that were asked for, in order; only those with the right login, where one is wanted. */
  readonly requests: readonly string[]
}

const greeting = 'def greet(name):\n    return f"Hello, {name}!"\n'

/** A login, as the name and the password in an index's address. */
export type IndexLogin = { readonly username: string; readonly password: string }

/**
 * Starts a simple index (PEP 503) on this machine's address in the world's network; a private one has a login. `more`
 * are packages that it has beside its own.
 */
export async function startPipIndex(login?: IndexLogin, more: readonly Wheel[] = []): Promise<PipIndex> {
  const { network } = await ensureWorld()
  const packageName = 'tiny-greeting'
  const wheels = [buildWheel(packageName, '1.0', greeting), ...more].map((wheel) => ({
    ...wheel,
    name: wheel.file.split('-')[0]?.replaceAll('_', '-') ?? '',
  }))
  const requests: string[] = []
  const page = (links: readonly (readonly [string, string])[]) =>
    `<!DOCTYPE html>${links.map(([path, text]) => `<a href="${path}">${text}</a>`).join('')}`
  const pages: Record<string, string | Buffer> = {
    '/simple/': page(wheels.map(({ name }) => [`/simple/${name}/`, name])),
    ...Object.fromEntries(
      wheels.flatMap(({ name, file, content }) => [
        [`/simple/${name}/`, page([[`/${file}`, file]])],
        [`/${file}`, content],
      ]),
    ),
  }
  const wanted = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`
  const server = createServer((request, response) => {
    if (wanted !== undefined && request.headers.authorization !== wanted)
      return response.writeHead(401, { 'www-authenticate': 'Basic realm="index"' }).end()
    const path = request.url ?? '/'
    requests.push(path)
    const content = pages[path]
    if (content === undefined) return response.writeHead(404).end()
    response.setHeader('content-type', typeof content === 'string' ? 'text/html' : 'application/octet-stream')
    return response.end(content)
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, network.gateway, resolve)
  })
  return {
    url: `http://${network.gateway}:${(server.address() as AddressInfo).port}/simple`,
    host: network.gateway,
    packageName,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
