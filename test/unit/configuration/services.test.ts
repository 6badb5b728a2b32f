import { describe, expect, test } from 'vitest'
import { mistakes, target } from './texts.ts'

const at = 'configurations.Staging.secondary_services'

describe('secondary services are refused', () => {
  test.each([
    [
      '[postgresql: { env_variables: { POSTGRES_PASSWORD: x } }]',
      `3:26  ${at}[0]: must not set \`POSTGRES_PASSWORD\`: names and passwords are made by the deployer, and the project gets them in its environment`,
    ],
    [
      '[mysql: { variant: mariadb, env_variables: { MYSQL_ROOT_PASSWORD_FILE: /x } }]',
      `3:26  ${at}[0]: must not set \`MYSQL_ROOT_PASSWORD_FILE\`: names and passwords are made by the deployer, and the project gets them in its environment`,
    ],
    ['[postgresql: { version: latest }]', /must say its major version.*set `version`/],
    ['[postgresql: { image: "acme/postgres:stable" }]', /must say its major version.*set `version`/],
    [
      '[custom: { container_name: broker }]',
      new RegExp(
        `^3:26  ${at.replaceAll('.', '\\.')}\\[0\\]\\.custom\\.image: is missing \\(The image, with a tag or digest\\)`,
      ),
    ],
    ['[custom: { image: "a/b:1" }]', /\.container_name: is missing/],
    ['[custom]', /is missing/],
    [
      '[memcached: { password: SECRET }]',
      `3:39  ${at}[0].memcached.password: is not a key here; this mapping takes \`version\`, \`container_name\`, \`image\`, \`command\`, \`volumes\`, \`env_variables\`, \`memory\`, \`cpus\`, \`publish\``,
    ],
    [
      '[custom: { container_name: broker, image: "rabbitmq:4", password: SECRET }]',
      /^3:81 .*\.custom\.password: is not a key here/,
    ],
    ['[redis: { container_name: primary }]', /`primary` is a name of the project’s own container/],
    ['[redis: { container_name: app-7 }]', /`app-7` is a name of the project’s own container/],
    ['[redis: { container_name: 7up }]', /`7up` must begin with a letter/],
    [
      '[redis: { publish: ["127.0.0.1:6000:6379"] }, memcached: { publish: ["0.0.0.0:6000:11211"] }]',
      /\[1\]: publishes the server’s port 6000, which `redis` has/,
    ],
    [
      '[redis: { publish: ["0.0.0.0:6000:6379"] }, memcached: { publish: ["10.0.0.1:6000:11211"] }]',
      /\[1\]: publishes the server’s port 6000, which `redis` has/,
    ],
  ])('in %s', (list, message) => {
    const [first, ...more] = mistakes(target(`secondary_services: ${list}`))
    if (typeof message === 'string') expect([first, ...more]).toEqual([message])
    else expect(first).toMatch(message)
  })
})

describe('secondary services are taken', () => {
  test.each([
    '[postgresql: { env_variables: { POSTGRES_INITDB_ARGS: --data-checksums } }]',
    '[postgresql: { version: 17, image: "acme/postgres:stable" }]',
    '[redis: { publish: ["127.0.0.1:6000:6379"] }, memcached: { publish: ["10.0.0.1:6000:11211"] }]',
    '[redis: { container_name: apples }]',
    '[redis: { password: REDIS_SECRET }, elasticsearch: { password: REDIS_SECRET }]',
    '[custom: { container_name: broker, image: "rabbitmq:4", readiness: rabbitmq-diagnostics -q ping }]',
  ])('in %s', (list) => {
    expect(mistakes(target(`secondary_services: ${list}`))).toEqual([])
  })
})
