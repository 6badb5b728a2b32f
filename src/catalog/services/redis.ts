import { z } from 'zod'
import { imageTag } from '../fields.ts'
import type { ServiceType } from '../types.ts'

const schema = z
  .strictObject({
    version: imageTag
      .default('8')
      .describe('Version of Redis: a tag of the image `redis`.')
      .meta({ examples: ['8-alpine'] }),
  })
  .describe('Redis, with its append-only file on a named volume.')

/**
 * Redis, from the official image. Its configuration holds the password and arrives on standard input: root opens
 * the file, which stays 0600, before the image's entry point drops to the user `redis`.
 */
export const redis: ServiceType<typeof schema> = {
  type: 'redis',
  schema,
  container(settings, { name, host, password }) {
    const port = 6379
    const prefix = name.toUpperCase().replaceAll('-', '_')
    return {
      image: `redis:${settings.version}`,
      entrypoint: ['sh', '-c', 'exec docker-entrypoint.sh redis-server - < /run/secrets/redis.conf'],
      env: {},
      secretFiles: {
        '/run/secrets/redis.conf': `requirepass ${password}\ndir /data\nappendonly yes\n`,
        '/run/secrets/password': password,
      },
      dataPath: '/data',
      port,
      probe: ['sh', '-c', 'REDISCLI_AUTH="$(cat /run/secrets/password)" redis-cli ping | grep -q PONG'],
      stopSeconds: 60,
      projectEnv: {
        [`${prefix}_URL`]: `redis://:${encodeURIComponent(password)}@${host}:${port}/0`,
        [`${prefix}_HOST`]: host,
        [`${prefix}_PORT`]: String(port),
        [`${prefix}_PASSWORD`]: password,
      },
    }
  },
}
