import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Releases } from '../../src/releases/releases.ts'
import { readScript } from '../../src/templates.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { newSite, type Site } from './harness.ts'
import { setInFile } from './workspace.ts'

/** One server that gets release after release, some of which fail, and keeps two. */

let site: Site

/** Numbers of releases that have a folder, an image, static files. */
const kept = async () => {
  const numbers = async (command: string) =>
    (await site.server.must(`${command} | sort -n`)).split('\n').map(Number)
  return {
    folders: await numbers('ls /var/lib/jetee/projects/flaskless/releases'),
    images: await numbers(`docker images jetee/flaskless --format '{{.Tag}}' | grep -x '[0-9]*'`),
    files: await numbers('ls /var/lib/jetee/www/flaskless/r'),
  }
}
const all = (...numbers: readonly number[]) => ({ folders: numbers, images: numbers, files: numbers })

/** Deploys another commit of the project, and leaves a mark among the static files of its release. */
const deployNext = async (text: string) => {
  await site.origin.commit({ 'greetings.yml': `en: ${text}\n` }, { message: `Say ${text}` })
  const { outputs, log } = await site.mustDeploy({ command: 'update project' })
  await site.server.must(`echo ${text} > /var/lib/jetee/www/flaskless/r/${outputs.release}/static/mark`)
  return log
}
const failNext = () =>
  site.deploy({
    command: 'update project',
    prepare: setInFile({ 'primary_service.project.release_tasks': { before_switch: ['false'] } }),
  })

/** What is not of the project, as text: equal text means that nothing of it went. */
const foreign = () =>
  site.server.must(
    `docker ps -a --format '{{.ID}} {{.Names}}' --filter name=stranger
     docker images -q --no-trunc --filter label=jetee.project=other
     docker images -q --no-trunc jetee/flaskless:mine
     docker images -q --no-trunc --filter label=stranger=yes`,
  )

/** Makes an image without a name, with these labels. */
const nameless = (labels: string) =>
  site.server.must(`printf 'FROM debian:trixie-slim\\nLABEL ${labels}\\n' | docker build -q -`)

const list = async (): Promise<Releases> => {
  const { log } = await site.mustDeploy({ command: 'releases --json' })
  return JSON.parse(/^\{\n[\s\S]*?^\}/m.exec(log)?.[0] ?? '')
}

let ours: string
let before: string
let lastLog: string

beforeAll(async () => {
  site = await newSite({
    from: await dockerSnapshot(13),
    sample: 'flaskless',
    env: {},
    settings: { keep_releases: 2 },
  })
  await site.mustDeploy()
  await nameless('jetee.project=other')
  await nameless('stranger=yes')
  await site.server.must(
    `docker tag debian:trixie-slim jetee/flaskless:mine
     docker create --name stranger --label jetee.project=other --label jetee.release=1 debian:trixie-slim true
     docker create --name stranger-2 debian:trixie-slim true`,
  )
  before = await foreign()
  expect(before.split('\n')).toHaveLength(5)
})
afterAll(() => site?.[Symbol.asyncDispose]())

describe('after each release', () => {
  test('as many good ones as wanted stay, whatever failed between them', async () => {
    await deployNext('two')
    const failed = await failNext()
    expectFailure(failed, { what: /^The release task .* failed$/ })
    expect(await kept()).toEqual(all(1, 2))

    ours = await nameless('jetee.project=flaskless')
    await site.server.must(
      `docker create --name flaskless-task-old-1 --label jetee.project=flaskless --label jetee.release=1 \
         --label jetee.service=old debian:trixie-slim true
       mkdir -p /var/lib/jetee/www/flaskless/r/0/static`,
    )
    lastLog = await deployNext('four')
    expect(await kept()).toEqual(all(2, 4))
  })

  test('what its builds and its releases have left is gone: containers, nameless images, files', async () => {
    const images = await site.server.must('docker images -aq --no-trunc')
    expect(images).not.toContain(ours)
    expect(await site.server.must('docker ps -a --format "{{.Names}}"')).not.toContain('flaskless-task-old-1')
    expect(await site.server.must('ls /var/lib/jetee/projects/flaskless/source')).toMatch(
      /^(?:[0-9a-f]{40}(?:\.manifest)?\n?){4}$/,
    )
  })

  test('other projects, and images of others, are as they were', async () => {
    expect(await foreign()).toBe(before)
  })

  test('the next build finds the cache of the last one', () => {
    expect(lastLog).toContain('CACHED')
  })

  test('files that pages of the release before name are there', async () => {
    expect(await site.server.must('cat /var/lib/jetee/www/flaskless/r/2/static/mark')).toBe('two')
  })
})

describe('after a failed release', () => {
  test('what is no longer to be kept goes as well, and the live one and the one before stay', async () => {
    await site.configure({ keep_releases: 3 })
    await deployNext('five')
    expect(await kept()).toEqual(all(2, 4, 5))
    await site.configure({ keep_releases: 2 })
    expectFailure(await failNext(), { what: /^The release task .* failed$/ })
    expect(await kept()).toEqual(all(4, 5))
  })
})

describe('a copy', () => {
  test('counts as one with what it was made from, the newest is enough, and the release before stays', async () => {
    await site.mustDeploy({ command: 'restart' })
    expect(await kept()).toEqual(all(4, 7))
    await site.mustDeploy({ command: 'restart' })
    expect(await kept()).toEqual(all(4, 8))
    expect(await site.server.must('cat /var/lib/jetee/www/flaskless/r/8/static/mark')).toBe('five')
  })
})

describe('releases', () => {
  test('lists what is kept and what failed', async () => {
    const { releases, lockHolder, project } = await list()
    expect({ lockHolder, project }).toEqual({ lockHolder: null, project: 'flaskless' })
    expect(releases.map(({ number, state, copyOf }) => [number, state, copyOf])).toEqual([
      [8, 'live', 5],
      [6, 'failed', null],
      [4, 'good', null],
      [3, 'failed', null],
    ])
    const [live, failed, good] = releases
    expect(live).toMatchObject({ subject: 'Say five', author: expect.any(String), failure: null })
    expect(good?.commit).toMatch(/^[0-9a-f]{40}$/)
    expect(live?.imageBytes).toBeGreaterThan(10_000_000)
    expect(Date.parse(good?.created ?? '')).toBeGreaterThan(Date.now() - 3_600_000)
    expect(failed).toMatchObject({ failure: { what: expect.stringContaining('failed') }, imageBytes: null })
    expect(failed?.subject).toBeTruthy()
  })

  test('is a table for people, and in the summary', async () => {
    const { log, summary, outputs } = await site.mustDeploy({ command: 'releases' })
    expect(log).toMatch(/^RELEASE +STATE +COMMIT +AGE +IMAGE +AUTHOR +SUBJECT$/m)
    expect(log).toMatch(/^8 +live, a copy of 5 +[0-9a-f]{12} /m)
    expect(summary).toMatch(/^\| 4 \| good \| [0-9a-f]{12} \|/m)
    expect(outputs.changed).toBe('false')
  })
})

describe('the build cache', () => {
  const megabytes = async () => {
    const size = await site.server.must(
      `docker system df --format '{{.Type}} {{.Size}}' | sed -n 's/^Build Cache //p'`,
    )
    const [, number, unit = ''] = /^([\d.]+)([kMG]?)B$/.exec(size) ?? []
    return (Number(number) * { '': 1, k: 1e3, M: 1e6, G: 1e9 }[unit as '' | 'k' | 'M' | 'G']) / 1e6
  }
  /** Prunes as a run does, with another bound in bytes. */
  const prune = (bound: number) =>
    site.server.must(
      `cd /var/lib/jetee; set -eu
       ROOT=$PWD PROJECT=flaskless P=projects/flaskless W=www/flaskless KEEP=2 CACHE=${bound}
       ${readScript('release')}
       ${readScript('prune')}
       prune`,
    )

  test('is left alone below its bound, and brought under it when it is beyond', async () => {
    await site.server.must(
      `printf 'FROM debian:trixie-slim\nRUN head -c 100000000 /dev/urandom > /large\n' |
         docker build -q - | xargs docker rmi`,
    )
    const large = await megabytes()
    expect(large).toBeGreaterThan(90)
    await prune(10_000_000_000)
    expect(await megabytes()).toBe(large)
    await prune(50_000_000)
    expect(await megabytes()).toBeLessThan(50)
    expect(await kept()).toEqual(all(4, 8))
  })

  test('still has what the next build needs', async () => {
    const log = await deployNext('nine')
    expect(log).toContain('CACHED')
    expect(log).not.toContain('Setting up python3-yaml')
    expect(await kept()).toEqual(all(8, 9))
  })
})

describe('a disk without room', () => {
  /** Gives the sessions of the deployer, and nobody else, a small disk in the place where Docker has its data. */
  const smallDisk = [
    `mkdir -p /run/systemd/system/ssh.service.d
     printf '[Service]\nTemporaryFileSystem=/var/lib/docker:size=300m\n' > /run/systemd/system/ssh.service.d/small.conf
     systemctl daemon-reload; systemctl restart ssh`,
    `rm /run/systemd/system/ssh.service.d/small.conf; systemctl daemon-reload; systemctl restart ssh`,
  ] as const

  test('stops a run that would build, with what takes it, and no other', async () => {
    await site.server.must(
      `docker volume create --label jetee.project=other filled
       docker run --rm -v filled:/data debian:trixie-slim sh -c 'head -c 31457280 /dev/zero > /data/file'`,
    )
    await site.server.must(smallDisk[0])
    try {
      const { outputs } = await site.mustDeploy()
      expect(outputs.changed).toBe('false')
      await site.origin.commit({ 'greetings.yml': 'en: ten\n' })
      expectFailure(await site.deploy(), {
        what: 'The server’s disk is nearly full',
        says: [
          '300 MiB of 300 MiB are free for /var/lib/docker',
          /What takes it: images \d.*; build cache \d.*; volumes 30 MiB \(other 30 MiB\); containers /,
          'docker builder prune',
          'Nothing on the server was changed.',
        ],
      })
    } finally {
      await site.server.must(smallDisk[1])
    }
    expect(await kept()).toEqual(all(8, 9))
  })
})
