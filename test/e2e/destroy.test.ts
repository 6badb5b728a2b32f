import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkGuestBook } from '../world/guest-book.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { type DeployOptions, newProject, newSite, type Project, type Site } from './harness.ts'
import { ask, sendVisitors, status, type Visitors } from './visitors.ts'
import { interruptAt, strays, untilQuiet } from './watch.ts'

/** A project is removed, with and without its data, beside another one whose visitors come all along. */

let site: Site
let neighbour: Project
let visitors: Visitors
/** Entries of the guest book. */
let entries: number

const github = { repository: 'octo-org/diary' }
const neighbourHost = 'two.example.com'
const destroyed = { command: 'destroy --confirm guestbook' }

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  neighbour = await newProject(site.server, site.key, {
    sample: 'containerfile',
    env: { API_KEY: 'a-key' },
    settings: { project_name: 'diary', server_names: [neighbourHost] },
  })
  await site.mustDeploy()
  await neighbour.mustDeploy({ github })
  await checkGuestBook(site.url)
  await site.server.must('echo hello >/var/lib/jetee/www/guestbook/media/photo.txt')
  entries = (await status(site.url)).entries
  expect(entries).toBeGreaterThan(0)
  visitors = sendVisitors(site.url, neighbourHost)
})
afterAll(async () => {
  await visitors?.stop()
  await site?.[Symbol.asyncDispose]()
  await neighbour?.[Symbol.asyncDispose]()
})

/** Everything on the server that is the guest book's, or names it; logs and the build's cache are nobody's. */
const left = (): Promise<string> =>
  site.server.must(
    `docker ps -a --filter label=jetee.project=guestbook --format 'container {{.Names}}' | sort
     docker images jetee/guestbook --format 'image {{.Tag}}'
     docker network ls --filter label=jetee.project=guestbook --format 'network {{.Name}}'
     docker volume ls --filter label=jetee.project=guestbook --format 'volume {{.Name}}' | sort
     cd /var/lib/jetee
     find . -path '*guestbook*' | grep -v '^./projects/guestbook/source/' | sort`,
  )

/** What is on the server of the neighbour, and what both share. */
const others = (): Promise<string> =>
  site.server.must(
    `docker ps -a --no-trunc --format '{{.Names}} {{.ID}} {{.State}}' | grep -v '^guestbook' | sort
     cd /var/lib/jetee && find . -path '*diary*' ! -path '*/r/*' | sort`,
  )

const kept = `volume guestbook-postgresql-data
volume guestbook-redis-data
./locks/guestbook.holder
./locks/guestbook.lock
./projects/guestbook
./projects/guestbook/key
./projects/guestbook/owner.json
./projects/guestbook/passwords
./projects/guestbook/passwords/postgresql
./projects/guestbook/passwords/redis
./www/guestbook
./www/guestbook/media
./www/guestbook/media/photo.txt`

test('nothing is touched before it is sure what is meant', async () => {
  const before = await left()
  const refused = async (options: DeployOptions, what: string, ...says: readonly string[]) =>
    expectFailure(await site.deploy(options), { what, says })
  await refused(
    { command: 'destroy --volumes' },
    'The removal of guestbook is not confirmed',
    'Goes: containers: ',
    'guestbook-postgresql-data',
    'destroy --volumes --confirm guestbook',
  )
  await refused({ command: 'destroy --confirm diary' }, 'The project is not "diary"', 'guestbook')
  await refused(
    { ...destroyed, github },
    'The project guestbook on the server is somebody else’s',
    'octo-org/octo-repo, configuration Staging',
  )
  const { log, outputs } = await site.mustDeploy({ command: 'destroy --dry-run' })
  expect(outputs.changed).toBe('false')
  expect(log).toMatch(/Goes: releases, with their images and files: 1$/m)
  expect(log).toContain('Stays: data: the volume guestbook-postgresql-data, ')
  expect(await left()).toBe(before)
})

test('a removal that is killed, again and again, is completed by the next; data stays', async () => {
  const before = await others()
  for (const pattern of [
    /Stop and remove the containers \(/,
    /Take the project out of Consul \(/,
    /Remove releases and network \(/,
  ]) {
    const { run } = await interruptAt(site, pattern, ({ kill }) => kill(), destroyed)
    await run.done
  }
  const { outputs, log, summary } = await site.mustDeploy(destroyed)
  expect(outputs).toMatchObject({ changed: 'true' })
  for (const text of [log, summary]) expect(text).toContain('Removed guestbook (Staging)')
  expect(log).toContain('Stays: data: the volume guestbook-postgresql-data, ')
  expect(await left()).toBe(kept)
  expect(await others()).toBe(before)
  await untilQuiet(site.server)
  expect(await ask(site.url)).toMatchObject({ status: 404 })
  const networks = await site.server.must(
    "docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' jetee-consul",
  )
  expect(networks).not.toContain('guestbook')
  expect(await site.server.must('wc -l </var/lib/jetee/firewall/networks')).toBe('1')
  expect(await site.server.must('tail -n 1 /var/lib/jetee/log/audit.log')).toContain('"destroyed"')
})

test('a project that is not there is no mistake', async () => {
  const { outputs, log } = await site.mustDeploy(destroyed)
  expect(outputs.changed).toBe('false')
  expect(log).toContain('There is no project guestbook on ')
  expect(log).toContain('Its data is there')
  expect(await left()).toBe(kept)
})

test('built again, the project has its data', async () => {
  await site.mustDeploy()
  expect(await status(site.url)).toMatchObject({ entries, workers: 1 })
  expect(await site.server.must('cat /var/lib/jetee/www/guestbook/media/photo.txt')).toBe('hello')
})

test('with its volumes, all of it goes, a candidate and what an interrupted run left at work as well', async () => {
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "2"\n' })
  const { run } = await interruptAt(site, / {2}collectstatic, /, ({ kill }) => kill())
  await run.done
  const { log } = await site.mustDeploy({ command: 'destroy --volumes --confirm guestbook' })
  expect(log).toMatch(/Removed: containers: .*guestbook-app-2/)
  expect(await left()).toBe('')
  expect(await strays(site.server)).toBe('')
  const again = await site.mustDeploy({ command: 'destroy --volumes --confirm guestbook' })
  expect(again.outputs.changed).toBe('false')
  expect(again.log).not.toContain('Its data is there')
  expect(await left()).toBe('')
})

test('nobody else has noticed', async () => {
  expect(Object.keys(await visitors.stop())).toEqual(['200'])
})

test('without Docker, what is left of a project goes all the same', async () => {
  await site.server.must('systemctl stop docker.socket docker; mv /usr/bin/docker /usr/bin/docker.gone')
  const { log } = await neighbour.mustDeploy({ github, command: 'destroy --volumes --confirm diary' })
  expect(log).toContain('without Docker, no volume can be removed')
  expect(await site.server.must("cd /var/lib/jetee; find . -path '*diary*' ! -path './locks/*' | sort")).toBe(
    './projects/diary\n./projects/diary/key\n./projects/diary/owner.json\n./projects/diary/passwords',
  )
})
