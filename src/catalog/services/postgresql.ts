import { z } from 'zod'
import { moveByDump } from '../data-move.ts'
import { databaseName, databaseVariables } from '../project-env.ts'
import type { DataVersion, ServiceType } from '../types.ts'
import { versionField } from '../version-field.ts'
import { dataVersionOf, tagOf } from '../versions.ts'

const ownVersion = '17'
const port = 5432

const schema = z
  .strictObject({ version: versionField('PostgreSQL', 'postgres', ownVersion, '17-alpine') })
  .describe('PostgreSQL, with its data on a named volume. User and database have the project’s name.')

/** What an image holds; those with extensions say it at the end, such as `pgvector/pgvector:0.8.0-pg17`. */
const dataOf = (version: string | undefined, image: string | undefined): DataVersion => {
  const [, major] = /(?:^|[-.])pg(\d+)/.exec((image && tagOf(image)) ?? '') ?? []
  return dataVersionOf('postgresql', version ?? major, image, ownVersion)
}

/** The part of a version within which the data stays the same: `17`, or `9.6`. */
const majorOf = ({ numbers: [first = 0, second] }: DataVersion): string =>
  first >= 10 || second === undefined ? String(first) : `${first}.${second}`

const login = `PGPASSWORD=$(cat /run/secrets/password) PGCONNECT_TIMEOUT=5
export PGPASSWORD PGCONNECT_TIMEOUT
exec psql -qtA -h "$(hostname -i | cut -d ' ' -f 1)" -U "$1" -d "$1" -c 'SELECT 1'`

/**
 * The beginning of a session, as pg_isready sends it: the answer is a request (R) for the password, with which nobody goes
 * on, and which PostgreSQL writes into no log. While it starts, stops or recovers, the answer is an error; one that has
 * no session left (53300) is well. A request for TLS would be answered in any state, and be logged where TLS is on.
 */
const startup = (user: string): string => {
  const parameters = ['user', user, 'database', user].map((word) => `${word}\\0000`).join('')
  const bytes = 4 + 4 + 'user'.length + 'database'.length + 2 * user.length + 4 + 1
  return `\\0000\\0000\\0000\\0${bytes.toString(8).padStart(3, '0')}\\0000\\0003\\0000\\0000${parameters}\\0000`
}

/** PostgreSQL, from the official image; user and database carry the project's name. */
export const postgresql: ServiceType<typeof schema> = {
  type: 'postgresql',
  schema,
  reservedVariables: ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB', 'PGDATA'],
  password: 'data',
  mistake: ({ version }, { image }) =>
    dataOf(version, image).numbers.length > 0
      ? undefined
      : 'must say its major version, which the place of the data depends on: set `version`, such as 17',
  container(settings, { project, name, host, password }, { image }) {
    const user = databaseName(project)
    const url = `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${user}`
    const dataVersion = dataOf(settings.version, image)
    return {
      image: `postgres:${settings.version ?? ownVersion}`,
      env: {
        POSTGRES_USER: user,
        POSTGRES_DB: user,
        POSTGRES_PASSWORD_FILE: '/run/secrets/password',
      },
      secretFiles: { '/run/secrets/password': password },
      // Up to 17 the image keeps its data here; from 18 on it wants the volume one folder higher
      // (docker-library/postgres#1259).
      dataPath: (dataVersion.numbers[0] ?? 0) >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data',
      dataVersion,
      port,
      // Over TCP: while the image initialises its volume, a temporary server answers on the unix socket alone.
      probe: ['pg_isready', '-q', '-h', '127.0.0.1', '-U', user, '-d', user],
      // By the container's own address: from the loopback and the socket, the image lets anyone in.
      login: ['sh', '-c', login, 'sh', user],
      check: { kind: 'exchange', send: startup(user), expect: ['R*', 'E*C53300*'] },
      stopSeconds: 60,
      projectEnv: databaseVariables(name, { url, host, port, user, password }),
      databaseUrl: url,
    }
  },
  dataClash(from, to, identity) {
    if (majorOf(from) === majorOf(to)) return undefined
    const user = databaseName(identity.project)
    return {
      why: 'PostgreSQL does not start on the data of another major version.',
      next: moveByDump(identity, from, to, {
        type: 'postgresql',
        dump: `pg_dump -U ${user} ${user}`,
        restore: `psql -q -v ON_ERROR_STOP=1 -U ${user} ${user}`,
      }),
    }
  },
  wayIn({ project, host }, _running, said) {
    const user = databaseName(project)
    const psql = `docker exec ${host} psql -d template1 -U`
    const lacks = (what: RegExp) => said.some((line) => what.test(line))
    // Its log may tell that of others, which have not tried the password.
    if (lacks(/^psql: .*database "[^"]*" does not exist/))
      return `The data has no database ${user}. On the server, \`${psql} ${user} -l\` lists those that it has, and \`${psql} ${user} -c 'ALTER DATABASE "OTHER" RENAME TO "${user}"'\` gives one of them the name. Then run the job again.`
    if (lacks(/role "[^"]*" does not exist/i))
      return `The data has no user ${user}. On the server, \`${psql} OTHER -c 'CREATE ROLE "${user}" SUPERUSER LOGIN'\` makes it one, with the name of a superuser that the data has for OTHER. Then run the job again, which goes on from there.`
    // The file's content is no argument: what prints it is part of the shell.
    const script = `{ printf "ALTER ROLE \\042${user}\\042 PASSWORD \\047"; cat /run/secrets/password; printf "\\047"; } | psql -q -v ON_ERROR_STOP=1 -d template1 -U ${user}`
    return `To set the project’s password in the data, run on the server \`docker exec ${host} sh -c '${script}'\`, then the job again.`
  },
}
