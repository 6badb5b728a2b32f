import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Server } from '../world/server.ts'
import { ensureWorld } from '../world/world.ts'

/** A registry that gives its images to nobody without a login. */
export interface PrivateRegistry extends AsyncDisposable {
  /** What stands before the names of its images. */
  readonly host: string
  readonly username: string
  readonly password: string
  /** Has the name `acme/site:live` stand for an image of the world, such as `nginx:1.30`. */
  readonly publish: (image: string) => void
  /** Paths that were asked for with the right login. */
  readonly requests: readonly string[]
}

/** Starts one that has a single image, `acme/site:live`, out of the world's own registry. */
export const startPrivateRegistry = async (password: string): Promise<PrivateRegistry> => {
  const { network, registry } = await ensureWorld()
  const username = 'acme-bot'
  const wanted = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const requests: string[] = []
  const state = { repository: '', tag: '' }
  const server = createServer((asked, response) => {
    if (asked.headers.authorization !== wanted) {
      response.writeHead(401, {
        'www-authenticate': 'Basic realm="acme"',
        'content-type': 'application/json',
      })
      response.end(JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] }))
      return
    }
    requests.push(`${asked.method} ${asked.url}`)
    const path = (asked.url ?? '')
      .replace(/^\/v2\/acme\/site\//, `/v2/library/${state.repository}/`)
      .replace(/\/manifests\/live$/, `/manifests/${state.tag}`)
    passOn(new URL(path, registry), asked, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, network.gateway, resolve)
  })
  return {
    host: `${network.gateway}:${(server.address() as AddressInfo).port}`,
    username,
    password,
    publish: (image) => {
      const [repository = '', tag = ''] = image.split(':')
      Object.assign(state, { repository, tag })
    },
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const passOn = (url: URL, asked: IncomingMessage, response: ServerResponse): void => {
  const { authorization: _, ...headers } = asked.headers
  const passed = request(url, { method: asked.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  passed.on('error', () => response.destroy())
  asked.pipe(passed)
}

/** Has a server's engine speak to a registry without TLS, as an administrator would; running containers go on. */
export const trustRegistry = async (server: Server, host: string): Promise<void> => {
  await server.must(
    `python3 - "$1" <<'END'
import json, sys
path = "/etc/docker/daemon.json"
config = json.load(open(path))
config.setdefault("insecure-registries", []).append(sys.argv[1])
json.dump(config, open(path, "w"))
END
systemctl reload docker`.replace('"$1"', host),
  )
}
