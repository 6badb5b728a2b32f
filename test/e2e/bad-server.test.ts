import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActionResult } from '../world/runner.ts'
import { expectFailure } from './failing.ts'
import { newSite, type Site } from './harness.ts'
import { until } from './until.ts'
import { ask } from './visitors.ts'
import { setInFile } from './workspace.ts'

/** One bare server that is not fit to be deployed to, for one reason after the other, until nothing is left. */

let site: Site

beforeAll(async () => {
  site = await newSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const untouched = 'Nothing on the server was changed.'

/** Whether the server is still as bare as it was: no Docker, and nothing of the project. */
const expectBare = async () =>
  expect(
    await site.server.must('command -v docker || ls -d /var/lib/jetee/projects/* 2> /dev/null || echo bare'),
  ).toBe('bare')

/** Runs the action while a cause of failure stands on the server. */
const deployWhile = async (arrange: string, clear: string): Promise<ActionResult> => {
  await site.server.must(arrange)
  try {
    return await site.deploy()
  } finally {
    await site.server.must(clear)
  }
}

const fullDisk = ['mount -t tmpfs -o size=300m tmpfs /var/lib/docker', 'umount /var/lib/docker'] as const

describe('before anything is changed', () => {
  test('a server without Docker and without apt is told from others', async () => {
    const result = await deployWhile(
      'mv /usr/bin/apt-get /usr/bin/apt-get.away',
      'mv /usr/bin/apt-get.away /usr/bin/apt-get',
    )
    expectFailure(result, {
      what: 'There is no Docker on the server',
      says: [`root@${site.server.host}:22`, 'there is no apt-get (debian 13)', 'Install Docker', untouched],
    })
    await expectBare()
  })

  test('a disk that is nearly full is told with its figures', async () => {
    const result = await deployWhile(...fullDisk)
    expectFailure(result, {
      what: 'The server’s disk is nearly full',
      says: ['300 MiB of 300 MiB are free for /var/lib/docker', 'docker system df', untouched],
    })
    await expectBare()
  })

  test('settings of Docker that are no JSON are told, and stay as they are', async () => {
    const file = '/etc/docker/daemon.json'
    const result = await deployWhile(
      `cp ${file} /root/; echo '{ "live-restore": yes' > ${file}`,
      `grep yes ${file}; mv /root/daemon.json ${file}`,
    )
    expectFailure(result, {
      what: 'The settings of Docker on the server cannot be read',
      says: [`${file} is not valid JSON`, untouched],
    })
    await expectBare()
  })

  test('a program on port 80 is named and goes on, and what else is in the way is told with it', async () => {
    const pid = await site.server.must(
      `systemd-run --quiet --unit elsewhere python3 -m http.server 80
       systemctl show --property MainPID --value elsewhere`,
    )
    await until(
      'the other program answers',
      () => ask(site.url).catch(String),
      (answer) => typeof answer === 'object' && answer.status === 200,
    )
    const home = await ask(site.url)
    const [alone, both] = [await site.deploy(), await deployWhile(...fullDisk)]
    expect((await ask(site.url)).body).toBe(home.body)
    await site.server.must('systemctl stop elsewhere')

    expectFailure(alone, {
      what: 'Port 80 of the server is taken',
      says: [`The program python3 (process ${pid}) listens on it.`, 'Stop that program', untouched],
    })
    expectFailure(both, {
      what: 'The server is not ready: 2 things are in the way',
      says: ['The server’s disk is nearly full: ', 'Port 80 of the server is taken: The program python3'],
    })
    await expectBare()
  })
})

describe('an image that the registry does not have', () => {
  test('is named with the service that wants it, and nothing of the project is live', async () => {
    const result = await site.deploy({
      prepare: setInFile({ secondary_services: [{ postgresql: { version: '99' } }, 'redis'] }),
    })
    expectFailure(result, {
      what: /^The image postgres:99 could not be (?:found|pulled)$/,
      says: [`root@${site.server.host}:22, step “Create postgresql”`, 'What runs on the server goes on'],
    })
    expect(await site.server.must('docker ps -a --format "{{.Names}}" | grep postgres || echo none')).toBe(
      'none',
    )
    expect(await site.server.must('ls /var/lib/jetee/projects/guestbook/releases')).toBe('')
  })
})

describe('once nothing is in the way', () => {
  test('the same run succeeds', async () => {
    const result = await site.mustDeploy()
    expect(result.outputs.changed).toBe('true')
    expect((await ask(site.url)).body).toContain('<h1>Guest book</h1>')
  })
})
