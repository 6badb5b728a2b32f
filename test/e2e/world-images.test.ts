import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoImage } from '../world/hub.ts'
import { type Server, startServer } from '../world/server.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { until } from './until.ts'

/** The images that servers here pull keep the contract of the official ones, as far as the product relies on it. */

let server: Server

beforeAll(async () => {
  server = await startServer({ debian: 13, authorizedKeys: [], from: await dockerSnapshot(13) })
})
afterAll(() => server?.[Symbol.asyncDispose]())

describe('mariadb:11', () => {
  const password = `it's a "secret" \\ of 100 %, in $`
  const healthy = () => server.run('docker exec db healthcheck.sh --connect --innodb_initialized')
  const query = (sql: string, login: string) =>
    server.run(`docker exec -i -e MYSQL_PWD="$(cat /root/password)" db mariadb -h 127.0.0.1 ${login}`, {
      input: sql,
    })

  test('sets up user and database from variables and files, and answers the network only then', async () => {
    await server.must('cat > /root/password', { input: password })
    await server.must(
      `docker run -d --name db -v data:/var/lib/mysql -v /root/password:/password:ro -e MARIADB_USER=shop \\
         -e MARIADB_DATABASE=shop_db -e MARIADB_PASSWORD_FILE=/password -e MYSQL_ROOT_PASSWORD_FILE=/password \\
         mariadb:11 --max-connections=50`,
    )
    const early = await query('SELECT 1', '-u shop')
    expect(early.code).not.toBe(0)
    await until('it is healthy', healthy, ({ code }) => code === 0)
    const { stdout } = await query('SELECT CURRENT_USER(), @@max_connections', '-u shop -N shop_db')
    expect(stdout.trim()).toBe('shop@%\t50')
    expect((await query('SELECT CURRENT_USER()', '-u root -N')).stdout.trim()).toBe('root@%')
  })

  test('runs as the user mysql, without a way in for root that asks for no password', async () => {
    expect(await server.must('docker exec db stat -c %U /proc/1')).toBe('mysql')
    expect(await server.run('docker exec db mariadb -h 127.0.0.1 -u root -e "SELECT 1"')).toMatchObject({
      code: 1,
    })
    expect(await server.run('docker exec db sh -c "command -v mariadb-admin && command -v mysql"')).toEqual({
      code: expect.any(Number),
      stdout: '/usr/bin/mariadb-admin\n',
      stderr: '',
    })
  })

  test('tells the version of its data, and upgrades older ones when it is told to', async () => {
    const version = /^11\.\d+\.\d+-MariaDB$/
    const info = '/var/lib/mysql/mariadb_upgrade_info'
    expect(await server.must(`docker exec db cat ${info}`)).toMatch(version)
    await server.must(
      `docker exec db sh -c 'echo 10.6.1-MariaDB > ${info}'
       docker rm -f db
       docker run -d --name db -v data:/var/lib/mysql -e MARIADB_AUTO_UPGRADE=1 mariadb:11`,
    )
    await until('it is healthy again', healthy, ({ code }) => code === 0)
    expect(await server.must(`docker exec db cat ${info}`)).toMatch(version)
  })

  test('does not start without a password', async () => {
    const { code, stderr } = await server.run('docker run --rm mariadb:11')
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Database is uninitialized and password option is not specified'),
    })
  })
})

test('memcached:1 runs as its own user and takes options', async () => {
  await server.must('docker run -d --name cache memcached:1 -m 32')
  expect(await server.must('docker exec cache stat -c %U /proc/1')).toBe('memcache')
  expect(await server.must(`docker exec cache sh -c "tr '\\0' ' ' < /proc/1/cmdline"`)).toBe(
    'memcached -m 32 ',
  )
})

test('hashicorp/consul:1.22 runs its agent as the user consul, with busybox beside it', async () => {
  await server.must(`docker run -d --name consul --tmpfs /consul/data hashicorp/consul:1.22 agent \\
    -server -bootstrap -bind 127.0.0.1 -dns-port 53`)
  const ask = () => server.run('docker exec consul sh -c "consul members && cat /proc/[0-9]*/cmdline"')
  const { stdout } = await until('it has a leader', ask, ({ stdout }) => stdout.includes('alive'))
  expect(stdout.replaceAll('\0', ' ')).toContain(
    'consul agent -data-dir=/consul/data -config-dir=/consul/config -server',
  )
  expect(
    await server.must('docker exec consul sh -c "stat -c %U:%u /proc/$(docker exec consul pidof consul)"'),
  ).toBe('consul:100')
  expect(await server.must('docker exec consul stat -c %U /consul/data /consul/config')).toBe(
    'consul\nconsul',
  )
  expect(await server.must(`docker exec consul sh -c 'readlink -f "$(command -v nc)"'`)).toMatch(/busybox$/)
})

test('world-lookup:1 asks for a name in the ways of glibc, musl, plain DNS and Python', async () => {
  const inside = (command: string) =>
    server.run(`docker run --rm --add-host shop:192.0.2.7 world-lookup:1 ${command}`)
  expect((await inside('getent ahostsv4 shop')).stdout).toMatch(/^192\.0\.2\.7 /)
  expect((await inside('musl-getent shop')).stdout).toBe('192.0.2.7\n')
  expect((await inside('musl-getent no.such.name.invalid')).code).toBe(2)
  expect((await inside('dig -v')).code).toBe(0)
  expect((await inside(`python3 -c 'import dns.resolver'`)).code).toBe(0)
})

test('busybox:1 is a shell with commands, and little else', async () => {
  expect(await server.must('docker run --rm busybox:1 echo hello')).toBe('hello')
  expect(await server.must('docker run --rm busybox:1 which nc httpd')).toBe('/bin/nc\n/bin/httpd')
})

test('python:3.13-slim has Python under /usr/local and none of Debian’s', async () => {
  const inside = async (script: string) =>
    (await server.must(`docker run --rm -i python:3.13-slim sh -eu`, { input: script })).split('\n')
  expect(await inside('which python3 python pip; python3 -V; ls /usr/bin | grep -c python || true')).toEqual([
    '/usr/local/bin/python3',
    '/usr/local/bin/python',
    '/usr/local/bin/pip',
    expect.stringMatching(/^Python 3\.13\.\d+$/),
    '0',
  ])
  expect(
    await inside(
      `python3 -m venv /tmp/env; /tmp/env/bin/pip --version
       python3 -c 'import sysconfig; print(sysconfig.get_path("purelib"))'`,
    ),
  ).toEqual([
    expect.stringContaining('from /tmp/env/lib/python3.13/site-packages/pip (python 3.13)'),
    '/usr/local/lib/python3.13/site-packages',
  ])
})

for (const image of ['mysql:8.4', 'mongo:8', 'elasticsearch:9.2.1'])
  test(`${image} can be pulled`, async ({ skip }) => {
    const why = await whyNoImage(image)
    skip(why !== undefined, why)
    await server.must(`docker pull --quiet ${image}`)
  })
