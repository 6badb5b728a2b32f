import { z } from 'zod'
import { goBy, moveByDump, stay } from '../data-move.ts'
import { imageTag } from '../fields.ts'
import { databaseName, databaseVariables } from '../project-env.ts'
import type { DataVersion, ServiceType } from '../types.ts'
import { compareVersions, dataVersionOf } from '../versions.ts'

/** What differs between the two. The client's programs have the server's name in MariaDB since 11. */
const variants = {
  mysql: {
    version: '8.4',
    prefix: 'MYSQL',
    server: 'mysqld',
    client: 'mysql',
    admin: 'mysqladmin',
    dump: 'mysqldump --no-tablespaces',
    env: {},
  },
  mariadb: {
    version: '11',
    prefix: 'MARIADB',
    server: 'mariadbd',
    client: 'mariadb',
    admin: 'mariadb-admin',
    dump: 'mariadb-dump',
    // Brings the system tables of an older version up to date at the start.
    env: { MARIADB_AUTO_UPGRADE: '1' },
  },
} as const

/**
 * The server's own settings. MariaDB would write a warning for each connection that ends before its login, and so for
 * each question for its health; from 1 down it does not, as MySQL by its default. Such connections block nobody: the
 * images resolve no names, without which no errors of a host are counted (max_connect_errors).
 */
const serverSettings = `[mysqld]
character-set-server=utf8mb4
[mariadb]
log-warnings=1
`

type Variant = keyof typeof variants

const port = 3306
const clientFile = '/run/secrets/client.cnf'

const schema = z
  .strictObject({
    variant: z
      .enum(['mysql', 'mariadb'])
      .optional()
      .describe(
        '`mysql` for Oracle’s MySQL, `mariadb` for MariaDB. By default what the name of the `image` says, or else `mysql`.',
      )
      .meta({ examples: ['mariadb'] }),
    version: imageTag
      .optional()
      .describe(
        'Version: a tag of the image `mysql` or `mariadb`; by default 8.4 of MySQL, 11 of MariaDB. Beside `image`, what that one holds, where its tag does not begin with it.',
      )
      .meta({ examples: ['8.0'] }),
  })
  .describe(
    'MySQL or MariaDB, with its data on a named volume. User and database have the project’s name; the character set is utf8mb4.',
  )

/**
 * The series of MySQL that may not be left out on the way (dev.mysql.com/doc/refman/9.0/en/upgrade-paths.html). The
 * last one of 5 and of 8 is what the bare tag means.
 */
const longTerm = [
  [5, 7],
  [8, 0],
  [8, 4],
  [9, 7],
] as const

const seriesOf = ({ numbers }: DataVersion): readonly number[] =>
  numbers.length === 1 && (numbers[0] === 5 || numbers[0] === 8)
    ? (longTerm.findLast(([major]) => major === numbers[0]) ?? numbers)
    : numbers.slice(0, 2)

/** Which of the two it is. */
const variantOf = (variant: Variant | undefined, image: string | undefined): Variant =>
  variant ?? (/(?:^|\/)[^/]*mariadb[^/]*$/.test(image ?? '') ? 'mariadb' : 'mysql')

/** MySQL or MariaDB, from the official images. */
export const mysql: ServiceType<typeof schema> = {
  type: 'mysql',
  schema,
  reservedVariables: ['MYSQL', 'MARIADB'].flatMap((prefix) =>
    [
      ...['USER', 'PASSWORD', 'DATABASE', 'ROOT_PASSWORD', 'ROOT_HOST', 'RANDOM_ROOT_PASSWORD'],
      ...['ALLOW_EMPTY_PASSWORD', 'ALLOW_EMPTY_ROOT_PASSWORD', 'ONETIME_PASSWORD'],
      ...['PASSWORD_HASH', 'ROOT_PASSWORD_HASH'],
    ].map((word) => `${prefix}_${word}`),
  ),
  password: 'data',
  container(settings, { project, name, host, password }, { image }) {
    const variant = variantOf(settings.variant, image)
    const { prefix, client, admin, version, env } = variants[variant]
    const user = databaseName(project)
    const url = `mysql://${user}:${encodeURIComponent(password)}@${host}:${port}/${user}`
    return {
      image: `${variant}:${settings.version ?? version}`,
      env: {
        [`${prefix}_USER`]: user,
        [`${prefix}_DATABASE`]: user,
        [`${prefix}_PASSWORD_FILE`]: '/run/secrets/password',
        // root has the same password, and only inside of the container.
        [`${prefix}_ROOT_PASSWORD_FILE`]: '/run/secrets/password',
        [`${prefix}_ROOT_HOST`]: 'localhost',
        ...env,
      },
      secretFiles: {
        '/run/secrets/password': password,
        [clientFile]: `[client]\nprotocol=tcp\nhost=127.0.0.1\nport=${port}\nuser=${user}\npassword="${password}"\n`,
        '/etc/mysql/conf.d/jetee.cnf': serverSettings,
      },
      // The server reads its configuration again as the user mysql.
      secretMode: '0644',
      dataPath: '/var/lib/mysql',
      dataVersion: dataVersionOf(variant, settings.version, image, version),
      port,
      // Over TCP: while the image initialises its volume, a temporary server answers on the unix socket alone.
      // A server that refuses the password runs, too.
      probe: [admin, `--defaults-extra-file=${clientFile}`, 'ping'],
      login: [client, `--defaults-extra-file=${clientFile}`, '-e', 'SELECT 1', user],
      // The server speaks first: its version stands behind a newline.
      check: { kind: 'exchange', send: '', expect: ['*\n[0-9]*'] },
      readySeconds: 300,
      stopSeconds: 60,
      projectEnv: databaseVariables(name, { url, host, port, user, password }),
      databaseUrl: url,
    }
  },
  dataClash(from, to, identity) {
    const [old, wanted] = [seriesOf(from), seriesOf(to)]
    const kind: Variant = from.kind === 'mariadb' ? 'mariadb' : 'mysql'
    const { client, dump } = variants[kind]
    const product = kind === 'mariadb' ? 'MariaDB' : 'MySQL'
    if (compareVersions(wanted, old) < 0) {
      const user = databaseName(identity.project)
      return {
        why: `${product} does not start on the data of a newer version.`,
        next: moveByDump(identity, from, to, {
          type: 'mysql',
          ...(kind === 'mariadb' && { settings: 'variant: mariadb' }),
          dump: `${dump} --defaults-extra-file=${clientFile} --single-transaction ${user}`,
          restore: `${client} --defaults-extra-file=${clientFile} ${user}`,
        }),
      }
    }
    if (kind === 'mariadb') return undefined
    const next = longTerm.find((series) => compareVersions(series, old) > 0)
    if (!next || compareVersions(wanted, next) <= 0) return undefined
    const between = longTerm.filter(
      (series) => compareVersions(series, old) > 0 && compareVersions(series, wanted) < 0,
    )
    return {
      why: `MySQL goes up by one series at a time, and version ${next.join('.')} lies between.`,
      next: `${goBy(
        between.map((series) => series.join('.')),
        to,
      )} ${stay(from)}`,
    }
  },
  wayIn({ project, host }, { image, kind }, said) {
    const user = databaseName(project)
    const { server, client, dump } = variants[kind === 'mariadb' ? 'mariadb' : 'mysql']
    if (said.some((line) => line.includes('Unknown database'))) {
      const root = `--defaults-extra-file=${clientFile} --protocol=socket -h localhost -u root`
      const [dumper, ...options] = dump.split(' ')
      return `The data has no database ${user}. On the server, \`docker exec ${host} ${client} ${root} -e 'SHOW DATABASES'\` lists those that it has, and \`docker exec ${host} sh -c '${client} ${root} -e "CREATE DATABASE ${user}" && ${[dumper, root, ...options].join(' ')} OTHER | ${client} ${root} ${user}'\` copies one of them, with its name for OTHER. Then run the job again.`
    }
    // A server of its own on the same data, without a network, which carries out the statements and ends.
    const script = [
      'p=$(cat /run/secrets/password); q=$(printf "\\047")',
      `printf "CREATE USER IF NOT EXISTS \${q}${user}\${q};\\nGRANT ALL ON ${user}.* TO \${q}${user}\${q};\\nALTER USER \${q}${user}\${q} IDENTIFIED BY \${q}%s\${q};\\nALTER USER IF EXISTS root@localhost IDENTIFIED BY \${q}%s\${q};\\nSHUTDOWN;\\n" "$p" "$p" > /tmp/set.sql`,
      `exec ${server} --user=mysql --init-file=/tmp/set.sql`,
    ].join('; ')
    return `To set the project’s password in the data, run on the server \`docker stop ${host}; docker run --rm --network none --volumes-from ${host} --entrypoint sh ${image} -c '${script}'; docker start ${host}\`, then the job again.`
  },
}
