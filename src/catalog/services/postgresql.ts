import { z } from 'zod'
import { imageTag } from '../fields.ts'
import type { ServiceType } from '../types.ts'

const schema = z
  .strictObject({
    version: imageTag
      .default('17')
      .describe('Version of PostgreSQL: a tag of the image `postgres`.')
      .meta({ examples: ['17-alpine'] }),
  })
  .describe('PostgreSQL, with its data on a named volume.')

/** PostgreSQL, from the official image; user and database carry the project's name. */
export const postgresql: ServiceType<typeof schema> = {
  type: 'postgresql',
  schema,
  container(settings, { project, name, host, password }) {
    const user = project.replaceAll('-', '_')
    const port = 5432
    const prefix = name.toUpperCase().replaceAll('-', '_')
    const url = `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${user}`
    return {
      image: `postgres:${settings.version}`,
      env: {
        POSTGRES_USER: user,
        POSTGRES_DB: user,
        POSTGRES_PASSWORD_FILE: '/run/secrets/password',
      },
      secretFiles: { '/run/secrets/password': password },
      // Up to 17 the image keeps its data here; from 18 on it wants the volume one folder higher
      // (docker-library/postgres#1259).
      dataPath:
        Number.parseInt(settings.version, 10) >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data',
      port,
      // Over TCP: while the image initialises its volume, a temporary server answers on the unix socket alone.
      probe: ['pg_isready', '-q', '-h', '127.0.0.1', '-U', user, '-d', user],
      stopSeconds: 60,
      projectEnv: {
        [`${prefix}_URL`]: url,
        [`${prefix}_HOST`]: host,
        [`${prefix}_PORT`]: String(port),
        [`${prefix}_USER`]: user,
        [`${prefix}_PASSWORD`]: password,
        [`${prefix}_DATABASE`]: user,
      },
      databaseUrl: url,
    }
  },
}
