import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { serviceTypes } from '../../../src/catalog/index.ts'
import type { ServiceStack } from '../../../src/stack/services.ts'
import { shopService, shopServices } from '../stack/service.ts'

/**
 * What each service asks of its image, against what the official image documents: these stand for a real run where an
 * image cannot be had. Sources: docker-library/docs (content.md of each image) and the entry points of docker-library
 * and MariaDB/mariadb-docker; for Elasticsearch its guide “Install Elasticsearch with Docker”.
 */
interface Contract {
  readonly image: string
  /** Variables that the image documents. */
  readonly env: Readonly<Record<string, string>>
  /** Where the image keeps its data; undefined when it keeps none. */
  readonly data?: string
  readonly port?: number
  /** What is mounted from the project's folder of secrets. */
  readonly files: readonly string[]
  readonly fileMode?: string
  /** What the project's processes get. */
  readonly project: Readonly<Record<string, string>>
}

const contracts: Readonly<Record<string, Contract>> = {
  postgresql: {
    image: 'postgres:17',
    env: { POSTGRES_USER: 'shop', POSTGRES_DB: 'shop', POSTGRES_PASSWORD_FILE: '/run/secrets/password' },
    data: '/var/lib/postgresql/data',
    port: 5432,
    files: ['/run/secrets/password'],
    project: {
      POSTGRESQL_URL: 'postgresql://shop:pw-postgresql@shop-postgresql:5432/shop',
      POSTGRESQL_HOST: 'shop-postgresql',
      POSTGRESQL_PORT: '5432',
      POSTGRESQL_USER: 'shop',
      POSTGRESQL_PASSWORD: 'pw-postgresql',
      POSTGRESQL_DATABASE: 'shop',
    },
  },
  redis: {
    image: 'redis:8',
    env: {},
    data: '/data',
    port: 6379,
    files: ['/run/secrets/redis.conf', '/run/secrets/password'],
    project: {
      REDIS_URL: 'redis://:pw-redis@shop-redis:6379/0',
      REDIS_HOST: 'shop-redis',
      REDIS_PORT: '6379',
      REDIS_PASSWORD: 'pw-redis',
    },
  },
  memcached: {
    image: 'memcached:1',
    env: {},
    port: 11211,
    files: [],
    project: {
      MEMCACHED_URL: 'memcached://shop-memcached:11211',
      MEMCACHED_HOST: 'shop-memcached',
      MEMCACHED_PORT: '11211',
    },
  },
  mysql: {
    image: 'mysql:8.4',
    env: {
      MYSQL_USER: 'shop',
      MYSQL_DATABASE: 'shop',
      MYSQL_PASSWORD_FILE: '/run/secrets/password',
      MYSQL_ROOT_PASSWORD_FILE: '/run/secrets/password',
      MYSQL_ROOT_HOST: 'localhost',
    },
    data: '/var/lib/mysql',
    port: 3306,
    files: ['/run/secrets/password', '/run/secrets/client.cnf', '/etc/mysql/conf.d/jetee.cnf'],
    fileMode: '0644',
    project: {
      MYSQL_URL: 'mysql://shop:pw-mysql@shop-mysql:3306/shop',
      MYSQL_HOST: 'shop-mysql',
      MYSQL_PORT: '3306',
      MYSQL_USER: 'shop',
      MYSQL_PASSWORD: 'pw-mysql',
      MYSQL_DATABASE: 'shop',
    },
  },
  'mysql: { variant: mariadb, container_name: db }': {
    image: 'mariadb:11',
    env: {
      MARIADB_USER: 'shop',
      MARIADB_DATABASE: 'shop',
      MARIADB_PASSWORD_FILE: '/run/secrets/password',
      MARIADB_ROOT_PASSWORD_FILE: '/run/secrets/password',
      MARIADB_ROOT_HOST: 'localhost',
      MARIADB_AUTO_UPGRADE: '1',
    },
    data: '/var/lib/mysql',
    port: 3306,
    files: ['/run/secrets/password', '/run/secrets/client.cnf', '/etc/mysql/conf.d/jetee.cnf'],
    fileMode: '0644',
    project: {
      DB_URL: 'mysql://shop:pw-db@shop-db:3306/shop',
      DB_HOST: 'shop-db',
      DB_PORT: '3306',
      DB_USER: 'shop',
      DB_PASSWORD: 'pw-db',
      DB_DATABASE: 'shop',
    },
  },
  mongodb: {
    image: 'mongo:8',
    env: {
      MONGO_INITDB_ROOT_USERNAME: 'shop',
      MONGO_INITDB_ROOT_PASSWORD_FILE: '/run/secrets/password',
      MONGO_INITDB_DATABASE: 'shop',
    },
    data: '/data/db',
    port: 27017,
    files: [
      '/run/secrets/password',
      '/run/secrets/probe.js',
      '/run/secrets/login.js',
      '/run/secrets/tools.yaml',
    ],
    fileMode: '0644',
    project: {
      MONGODB_URL: 'mongodb://shop:pw-mongodb@shop-mongodb:27017/shop?authSource=admin',
      MONGODB_HOST: 'shop-mongodb',
      MONGODB_PORT: '27017',
      MONGODB_USER: 'shop',
      MONGODB_PASSWORD: 'pw-mongodb',
      MONGODB_DATABASE: 'shop',
    },
  },
  elasticsearch: {
    image: 'elasticsearch:9.2.1',
    env: {
      'discovery.type': 'single-node',
      'xpack.security.enabled': 'true',
      'xpack.security.http.ssl.enabled': 'false',
      ELASTIC_PASSWORD_FILE: '/tmp/elastic-password',
      ES_JAVA_OPTS: '-Xms512m -Xmx512m',
    },
    data: '/usr/share/elasticsearch/data',
    port: 9200,
    files: ['/run/secrets/password', '/run/secrets/curl.conf'],
    fileMode: '0644',
    project: {
      ELASTICSEARCH_URL: 'http://elastic:pw-elasticsearch@shop-elasticsearch:9200',
      ELASTICSEARCH_HOST: 'shop-elasticsearch',
      ELASTICSEARCH_PORT: '9200',
      ELASTICSEARCH_USER: 'elastic',
      ELASTICSEARCH_PASSWORD: 'pw-elasticsearch',
    },
  },
  'custom: { container_name: broker, image: "rabbitmq:4", port: 5672 }': {
    image: 'rabbitmq:4',
    env: {},
    port: 5672,
    files: [],
    project: { BROKER_HOST: 'shop-broker', BROKER_PORT: '5672' },
  },
}

const contractOf = ({ name, image, spec, fileMode, container }: ServiceStack): Contract => {
  const mounts = (spec.HostConfig.Binds ?? []).map((bind) => bind.split(':'))
  const folder = `/var/lib/jetee/projects/shop/secrets/${name}/`
  const data = mounts.find(([source]) => source === `shop-${name}-data`)?.[1]
  return {
    image,
    env: Object.fromEntries((spec.Env ?? []).map((text) => text.split(/=(.*)/s).slice(0, 2))),
    ...(data && { data }),
    ...(container.port && { port: container.port }),
    files: mounts.flatMap(([source, path = '', mode]) =>
      source?.startsWith(folder) && mode === 'ro' ? [path] : [],
    ),
    ...(fileMode !== '0600' && { fileMode }),
    project: container.projectEnv,
  }
}

describe('the official image’s contract', () => {
  test.each(Object.entries(contracts))('is kept by %s', (entry, contract) => {
    expect(contractOf(shopService(entry))).toEqual(contract)
  })

  test('is told of every type', () => {
    expect([...new Set(Object.keys(contracts).map((entry) => entry.split(':')[0]))].sort()).toEqual(
      serviceTypes.map(({ type }) => type).sort(),
    )
  })
})

describe.each(Object.keys(contracts))('of %s', (entry) => {
  const { name, spec, files, image } = shopService(entry)

  test('the password stands in files alone', () => {
    expect(JSON.stringify({ spec, image })).not.toContain(`pw-${name}`)
    const { secretFiles } = shopService(entry).container
    expect(Object.values(files)).toEqual(Object.values(secretFiles))
  })
})

describe.each(Object.keys(contracts))('the way in of %s', (entry) => {
  const { type, identity, container, image } = shopService(entry)
  const tell = (...said: readonly string[]) =>
    type.wayIn?.(identity, { image, kind: container.dataVersion?.kind }, said) ?? ''

  test('is told where the data keeps the password, which is tried then', () => {
    expect(container.login !== undefined).toBe(type.password === 'data')
    expect(tell() !== '').toBe(type.password === 'data')
  })

  test.each([
    [[]],
    [['psql: error: FATAL:  database "shop" does not exist']],
    [['DETAIL:  Role "shop" does not exist.']],
    [["ERROR 1049 (42000): Unknown database 'shop'"]],
  ])('is in commands that a shell takes, without the password, after %j', (said) => {
    const text = tell(...said)
    expect(text).not.toContain(identity.password)
    for (const [, command = ''] of text.matchAll(/`(docker [^`]*)`/g))
      execFileSync('sh', ['-n', '-c', command])
  })
})

test('PostgreSQL is told of another way in where the data has no such user or database', () => {
  const { type, identity, image } = shopService('postgresql')
  const tell = (line: string) => type.wayIn?.(identity, { image, kind: 'postgresql' }, [line])
  expect(tell('DETAIL:  Role "shop" does not exist.')).toContain('CREATE ROLE "shop"')
  expect(tell('psql: error: FATAL:  database "shop" does not exist')).toContain('RENAME TO "shop"')
  // Of somebody else, in the log.
  expect(tell('2026-11-22 FATAL:  database "shop" does not exist')).toContain('ALTER ROLE')
})

describe('a version', () => {
  test.each([
    ['postgresql: { version: 18 }', 'postgres:18', '/var/lib/postgresql', 'postgresql 18'],
    ['postgresql: { version: 16-alpine }', 'postgres:16-alpine', '/var/lib/postgresql/data', 'postgresql 16'],
    [
      'postgresql: { image: "pgvector/pgvector:0.8.0-pg18" }',
      'pgvector/pgvector:0.8.0-pg18',
      '/var/lib/postgresql',
      'postgresql 18',
    ],
    [
      `postgresql: { version: 17, image: "a.example.com:5000/pg@sha256:${'a'.repeat(64)}" }`,
      `a.example.com:5000/pg@sha256:${'a'.repeat(64)}`,
      '/var/lib/postgresql/data',
      'postgresql 17',
    ],
    [
      'redis: { image: "a.example.com:5000/redis:7.4" }',
      'a.example.com:5000/redis:7.4',
      '/data',
      'redis 7.4',
    ],
    ['mysql: { version: 9.1 }', 'mysql:9.1', '/var/lib/mysql', 'mysql 9.1'],
    ['mysql: { variant: mariadb, version: lts }', 'mariadb:lts', '/var/lib/mysql', 'mariadb'],
    ['mysql: { image: "mariadb:11.4" }', 'mariadb:11.4', '/var/lib/mysql', 'mariadb 11.4'],
    [
      'mysql: { image: "example.com/mirror/mariadb:11" }',
      'example.com/mirror/mariadb:11',
      '/var/lib/mysql',
      'mariadb 11',
    ],
    [
      'mysql: { image: "mariadb.example.com/mysql:8.4" }',
      'mariadb.example.com/mysql:8.4',
      '/var/lib/mysql',
      'mysql 8.4',
    ],
    ['mongodb: { version: 7.0.5-jammy }', 'mongo:7.0.5-jammy', '/data/db', 'mongodb 7.0.5'],
  ])('%s', (entry, image, path, data) => {
    const { spec, volumes } = shopService(entry)
    expect(spec.Image).toBe(image)
    expect(spec.HostConfig.Binds?.[0]).toMatch(new RegExp(`-data:${path}$`))
    expect(spec.Labels['jetee.data']).toBe(data)
    expect(volumes[0]?.labels['jetee.data']).toBe(data)
  })
})

describe('Elasticsearch', () => {
  test.each([
    ['elasticsearch: { memory: 2g }', '-Xms1024m -Xmx1024m'],
    ['elasticsearch: { memory: 2g, env_variables: { ES_JAVA_OPTS: -Xmx1g } }', '-Xmx1g'],
  ])('takes its heap from %s', (entry, options) => {
    expect(contractOf(shopService(entry)).env.ES_JAVA_OPTS).toBe(options)
  })
})

test('two of a kind share nothing, and the first SQL database is the project’s', () => {
  const [one, two] = shopServices('[mysql: { container_name: reports-db }, mysql, postgresql]')
  expect(one?.container.projectEnv).toHaveProperty(
    'REPORTS_DB_URL',
    'mysql://shop:pw-reports-db@shop-reports-db:3306/shop',
  )
  const own = ({ containerName, volumes, spec, container }: ServiceStack) => [
    containerName,
    ...volumes.map(({ name }) => name),
    ...(spec.HostConfig.Binds ?? []),
    ...Object.keys(container.projectEnv),
  ]
  if (!one || !two) throw new Error('there are two')
  expect(own(one).filter((word) => own(two).includes(word))).toEqual([])
})
