import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { containers, newProject, newSite, type Project, type Site } from './harness.ts'
import { until } from './until.ts'
import { ask, sendVisitors, status } from './visitors.ts'
import { setInFile } from './workspace.ts'

/** Two projects of two repositories on one server. */

let site: Site
let second: Project
let names: string

const github = { repository: 'octo-org/diary' }

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  await site.configure({ server_names: ['one.example.com', '*.one.example.com'] })
  second = await newProject(site.server, site.key, {
    settings: { project_name: 'diary', server_names: ['two.example.com'] },
  })
  await site.mustDeploy()
  names = await containers(site.server)
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await second?.[Symbol.asyncDispose]()
})

/** Everything of ours on the server, as far as it says whether something was changed. */
const state = async () =>
  `${await containers(site.server)}\n${await site.server.must(
    'docker volume ls -q | sort; docker network ls -q --no-trunc | sort; docker images -q --no-trunc | sort; ls -lR --time-style=full-iso /var/lib/jetee/projects /var/lib/jetee/nginx /var/lib/jetee/www',
  )}`

const refused = (result: ActionResult, ...words: readonly string[]) => {
  expect(result.exitCode).toBe(1)
  expect(result.annotations).toHaveLength(1)
  for (const word of words) expect(result.annotations[0]?.message).toContain(word)
  expect(result.annotations[0]?.message).toContain('Nothing on the server was changed.')
}

test('a name of the site that another project has is refused, with its owner named', async () => {
  const before = await state()
  const prepare = setInFile({ server_names: ['two.example.com', 'one.example.com'] })
  const result = await second.deploy({ github, prepare })
  refused(result, 'one.example.com', 'guestbook', 'octo-org/octo-repo')
  expect(await state()).toBe(before)
})

test('a project name that another repository has is refused, with its owner named', async () => {
  const before = await state()
  const result = await second.deploy({ github, prepare: setInFile({ project_name: 'guestbook' }) })
  refused(result, 'guestbook', 'octo-org/octo-repo', 'Staging', 'guestbook-staging')
  expect(await state()).toBe(before)
})

test('a second project is deployed beside the first, which is not touched', async () => {
  // As while nginx starts: it has tested its files, and has not written its process number yet.
  await site.server.must(
    "docker exec -d jetee-nginx sh -c ': >/run/nginx.pid; sleep 8; echo 1 >/run/nginx.pid'",
  )
  const visitors = sendVisitors(site.url, 'one.example.com')
  await second.mustDeploy({ github })
  expect(Object.keys(await visitors.stop())).toEqual(['200'])
  const now = (await containers(site.server)).split('\n')
  expect(now.filter((line) => !line.startsWith('diary-')).join('\n')).toBe(names)
  expect(now.map((line) => line.split(' ')[0])).toEqual([
    'diary-app',
    'diary-app-1',
    'diary-postgresql',
    'diary-redis',
    'guestbook-app',
    'guestbook-app-1',
    'guestbook-postgresql',
    'guestbook-redis',
    'jetee-consul',
    'jetee-nginx',
  ])
})

test('each has its own network and its own volumes', async () => {
  const { server } = site
  expect(await server.must("docker volume ls --format '{{.Name}}' | sort")).toBe(
    ['diary-postgresql-data', 'diary-redis-data', 'guestbook-postgresql-data', 'guestbook-redis-data'].join(
      '\n',
    ),
  )
  const networkOf = (container: string) =>
    server.must(
      `docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' ${container}`,
    )
  for (const project of ['guestbook', 'diary'])
    for (const part of ['app-1', 'postgresql', 'redis'])
      expect((await networkOf(`${project}-${part}`)).trim()).toBe(`jetee-${project}`)
  expect(
    await server.must(
      "docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' jetee-guestbook jetee-diary | sort -u | wc -l",
    ),
  ).toBe('2')
})

test('neither reaches the other’s database', async () => {
  const { server } = site
  const address = await server.must(
    'docker inspect -f \'{{(index .NetworkSettings.Networks "jetee-guestbook").IPAddress}}\' guestbook-postgresql',
  )
  const reach = (container: string, host: string) =>
    server.run(
      `docker exec ${container} timeout 30 python3 -c 'import socket, sys; socket.create_connection((sys.argv[1], 5432), 5)' ${host}`,
    )
  expect((await reach('guestbook-app-1', address)).code).toBe(0)
  expect((await reach('diary-app-1', 'diary-postgresql')).code).toBe(0)
  expect((await reach('diary-app-1', address)).code).not.toBe(0)
  expect((await reach('diary-app-1', 'guestbook-postgresql')).code).not.toBe(0)
})

test('each name leads to its project, with its own entries and worker; any other name to 404', async () => {
  await second.origin.commit({ 'guestbook/version.py': 'VERSION = "diary"\n' })
  await second.mustDeploy({ github, command: 'update project' })
  const of = (host: string) => status(site.url, host)
  expect(await of('one.example.com')).toMatchObject({ version: '1', workers: 1 })
  expect(await of('any.one.example.com')).toMatchObject({ version: '1' })
  await until(
    'the diary has one worker',
    () => of('two.example.com'),
    ({ workers, version }) => workers === 1 && version === 'diary',
  )
  for (const host of ['three.example.com', 'example.com', site.server.host, 'one.example.com.evil.test'])
    expect(await ask(site.url, host)).toMatchObject({ status: 404 })
})

test('the first goes on by itself: an update leaves the second alone', async () => {
  const diary = async () =>
    (await containers(site.server)).split('\n').filter((line) => line.startsWith('diary-'))
  const before = await diary()
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "guest book"\n' })
  const visitors = sendVisitors(site.url, 'two.example.com')
  await site.mustDeploy({ command: 'update project' })
  expect(Object.keys(await visitors.stop())).toEqual(['200'])
  expect(await diary()).toEqual(before)
  expect(await status(site.url, 'one.example.com')).toMatchObject({ version: 'guest book' })
  expect(await status(site.url, 'two.example.com')).toMatchObject({ version: 'diary' })
})

/** Another configuration of the first project's file. */
const production = (settings: Readonly<Record<string, unknown>>) => ({
  inputs: { configuration: 'Production' },
  prepare: async (workspace: string) => {
    const path = join(workspace, 'deployment.yml')
    const file = parseDocument(await readFile(path, 'utf8'))
    file.setIn(['configurations', 'Production'], file.createNode({ extends: 'Staging', ...settings }))
    await writeFile(path, file.toString())
  },
})

test('another configuration is refused under the same name, and runs beside the first under its own', async () => {
  const server_names = ['live.example.com']
  const before = await state()
  refused(await site.deploy(production({ server_names })), 'guestbook', 'Staging', 'guestbook-production')
  expect(await state()).toBe(before)

  const was = await containers(site.server)
  const visitors = sendVisitors(site.url, 'one.example.com')
  await site.mustDeploy(production({ server_names, project_name: 'guestbook-production' }))
  expect(Object.keys(await visitors.stop())).toEqual(['200'])
  const now = (await containers(site.server)).split('\n')
  const own = now.filter((line) => line.startsWith('guestbook-production-'))
  expect(own.map((line) => line.split(' ')[0])).toEqual([
    'guestbook-production-app',
    'guestbook-production-app-1',
    'guestbook-production-postgresql',
    'guestbook-production-redis',
  ])
  expect(now.filter((line) => !own.includes(line)).join('\n')).toBe(was)
  expect(await status(site.url, 'live.example.com')).toMatchObject({ entries: 0, version: 'guest book' })
  expect(await site.server.must('docker network ls -q --filter label=jetee.project | wc -l')).toBe('3')
})
