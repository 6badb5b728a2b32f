import { z } from 'zod'
import { stay } from '../data-move.ts'
import { projectVariables } from '../project-env.ts'
import type { ServiceType } from '../types.ts'
import { versionField } from '../version-field.ts'
import { dataVersionOf } from '../versions.ts'

const ownVersion = '8'
const port = 6379

const schema = z
  .strictObject({ version: versionField('Redis', 'redis', ownVersion, '8-alpine') })
  .describe(
    'Redis, with its append-only file on a named volume. Its `command` is further options of the server.',
  )

/**
 * Redis, from the official image. Its configuration holds the password and arrives on standard input: root opens
 * the file, which stays 0600, before the image's entry point drops to the user `redis`. Options of the command line
 * come after it, and win.
 */
export const redis: ServiceType<typeof schema> = {
  type: 'redis',
  schema,
  password: 'container',
  container(settings, { name, host, password }, { image }) {
    return {
      image: `redis:${settings.version ?? ownVersion}`,
      entrypoint: [
        'sh',
        '-c',
        'if [ "${1-}" = redis-server ]; then shift; fi; exec docker-entrypoint.sh redis-server - "$@" < /run/secrets/redis.conf',
        'redis',
      ],
      env: {},
      secretFiles: {
        '/run/secrets/redis.conf': `requirepass ${password}\ndir /data\nappendonly yes\n`,
        '/run/secrets/password': password,
      },
      dataPath: '/data',
      dataVersion: dataVersionOf('redis', settings.version, image, ownVersion),
      port,
      probe: ['sh', '-c', 'REDISCLI_AUTH="$(cat /run/secrets/password)" redis-cli ping | grep -q PONG'],
      // Without a password the answer is that one is missing. While it loads its data, it is another one.
      check: { kind: 'exchange', send: 'PING\\r\\n', expect: ['+PONG*', '-NOAUTH*'] },
      stopSeconds: 60,
      projectEnv: projectVariables(name, {
        URL: `redis://:${encodeURIComponent(password)}@${host}:${port}/0`,
        HOST: host,
        PORT: String(port),
        PASSWORD: password,
      }),
    }
  },
  dataClash: (from, to) =>
    (to.numbers[0] ?? 0) >= (from.numbers[0] ?? 0)
      ? undefined
      : {
          why: 'Redis does not read what a newer major version has saved.',
          next: `${stay(from)} For one of its own that begins empty, set another \`container_name\`.`,
        },
}
