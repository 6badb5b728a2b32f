import { describe, expect, test } from 'vitest'
import { dataClash } from '../../../src/stack/services.ts'
import { shopService } from './service.ts'

const clash = (entry: string, found: string) => dataClash(shopService(entry), found)

describe('a service starts on the data of', () => {
  test.each([
    ['postgresql: { version: 17.6-alpine }', 'postgresql 17'],
    ['postgresql: { version: 17 }', 'postgresql 17.2'],
    ['postgresql: { image: "pgvector/pgvector:0.8.0-pg17" }', 'postgresql 17'],
    ['postgresql: { image: "timescale/timescaledb:2.17.2-pg16" }', 'postgresql 16'],
    ['redis: { version: 8 }', 'redis 7.4'],
    ['mysql: { version: "8.0" }', 'mysql 5.7'],
    ['mysql: { version: "8.0" }', 'mysql 5'],
    ['mysql: { version: 8.4.3 }', 'mysql 8.0.40'],
    ['mysql: { version: 8.4.3 }', 'mysql 8.4.5'],
    ['mysql: { version: 8 }', 'mysql 8.0'],
    ['mysql: { version: 9 }', 'mysql 8.4'],
    ['mysql: { version: 9.7 }', 'mysql 9.1'],
    ['mysql: { variant: mariadb, version: 12 }', 'mariadb 10.6'],
    ['mysql: { variant: mariadb, version: 11.8 }', 'mariadb 11'],
    ['mongodb: { version: 8 }', 'mongodb 7.0.5'],
    ['mongodb: { version: 8.2 }', 'mongodb 8'],
    ['elasticsearch: { version: 9.2.1 }', 'elasticsearch 8.19.0'],
    ['elasticsearch: { version: 8.0.0 }', 'elasticsearch 7.17.1'],
    ['elasticsearch: { version: 9.2.1 }', 'elasticsearch 9.2.1'],
    ['memcached', 'memcached 1.5'],
    ['custom: { container_name: mysql, image: "a/b:1" }', 'mysql 8.4'],
    // A tag or label that tells no version cannot be compared.
    ['redis: { version: alpine }', 'redis 9'],
    ['mysql: { image: "registry.example.com/mysql:stable" }', 'mysql 9.7'],
    ['redis', 'redis'],
  ])('%s: %s', (entry, found) => {
    expect(clash(entry, found)).toBeUndefined()
  })
})

describe('a service is refused the data of', () => {
  test.each([
    ['postgresql: { version: 17 }', 'postgresql 16', /another major/],
    ['postgresql: { version: 17 }', 'postgresql 18', /another major/],
    ['postgresql: { image: "pgvector/pgvector:0.8.0-pg17" }', 'postgresql 16', /another major/],
    ['postgresql: { version: 9.6 }', 'postgresql 9.5', /another major/],
    ['redis: { version: 7 }', 'redis 8.2', /newer/],
    ['mysql: { version: 8.4 }', 'mysql 5.7', /version 8\.0 lies between/],
    ['mysql: { version: 9.1 }', 'mysql 8.0', /version 8\.4 lies between/],
    ['mysql: { version: 9 }', 'mysql 8.3', /version 8\.4 lies between/],
    ['mysql: { version: "8.0" }', 'mysql 8.4', /newer/],
    ['mysql: { version: "8.0" }', 'mysql 8', /newer/],
    ['mysql: { version: 8 }', 'mysql 9', /newer/],
    ['mysql: { variant: mariadb, version: 10.11 }', 'mariadb 11.4', /newer/],
    ['mysql: { version: 8.4 }', 'mariadb 11', /another kind/],
    ['mysql: { variant: mariadb }', 'mysql 8.0', /another kind/],
    ['redis: { container_name: db }', 'postgresql 17', /another kind/],
    ['mongodb: { version: 8 }', 'mongodb 6.0', /one major version at a time/],
    ['mongodb: { version: 7 }', 'mongodb 8.0', /newer/],
    ['elasticsearch: { version: 9.2.1 }', 'elasticsearch 8.15.0', /last series/],
    ['elasticsearch: { version: 9.2.1 }', 'elasticsearch 7.17.0', /one major version at a time/],
    ['elasticsearch: { version: 9.2.1 }', 'elasticsearch 9.2.2', /newer/],
  ])('%s: %s', (entry, found, why) => {
    expect(clash(entry, found)?.why).toMatch(why)
  })
})

describe('what is to be done', () => {
  test.each([
    [
      'postgresql: { version: 17 }',
      'postgresql 16',
      'docker exec shop-postgresql pg_dump -U shop shop | docker exec -i shop-postgresql-17 psql -q -v ON_ERROR_STOP=1 -U shop shop',
    ],
    [
      'postgresql: { version: 17 }',
      'postgresql 16',
      '`- postgresql: { container_name: postgresql-17, version: 17 }`',
    ],
    ['postgresql: { version: 17 }', 'postgresql 16.3', "`version: '16.3'`"],
    [
      'mysql: { version: "8.0" }',
      'mysql 8.4',
      'docker exec shop-mysql mysqldump --no-tablespaces --defaults-extra-file=/run/secrets/client.cnf',
    ],
    [
      'mysql: { variant: mariadb, version: 10.11 }',
      'mariadb 11.4',
      "`- mysql: { variant: mariadb, container_name: mysql-10-11, version: '10.11' }`",
    ],
    ['mysql: { version: 9.1 }', 'mysql 5.7', 'Deploy version 8.0, then 8.4 first'],
    ['mongodb: { version: 8 }', 'mongodb 5.0', 'Deploy version 6, then 7 first'],
    [
      'mongodb: { version: 7 }',
      'mongodb 8',
      'docker exec shop-mongodb mongodump --config=/run/secrets/tools.yaml',
    ],
    ['elasticsearch: { version: 9.2.1 }', 'elasticsearch 7.10.2', 'Deploy version 7.17, then 8.19 first'],
    ['redis: { version: 7 }', 'redis 8', '`version: 8`'],
    ['redis: { container_name: db }', 'postgresql 17', 'its volume shop-db-data'],
  ])('for %s on %s is told: %s', (entry, found, text) => {
    expect(clash(entry, found)?.next).toContain(text)
  })
})
