import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActionResult } from '../../world/runner.ts'
import { containers, newSite, type Site, secretKey } from '../harness.ts'
import { engineTexts, keptSecrets, leaks, watchCommandLines } from '../leaks.ts'
import { ask, status } from '../visitors.ts'
import { deployedOutputs } from './outputs.ts'

/** Registers the tests of a first `build all` on a bare server; the tests that follow find the site there. */
export const firstBuild = (debian: 12 | 13): (() => Site) => {
  let site: Site
  let first: ActionResult
  let commandLines: string
  let seen: string

  beforeAll(async () => {
    site = await newSite({ debian })
    expect(
      await site.server.must(
        'for program in docker dockerd nginx git; do command -v "$program" || true; done; ls -d /var/lib/jetee || true',
      ),
    ).toBe('')
    const watch = await watchCommandLines(site.server)
    first = await site.mustDeploy()
    commandLines = await watch.stop()
    seen = await containers(site.server)
  })
  afterAll(() => site?.[Symbol.asyncDispose]())

  test('the site answers', async () => {
    const page = await ask(site.url)
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
    expect(page.body).toContain('<h1>Guest book</h1>')
    expect(await status(site.url)).toMatchObject({ workers: 1, entries: 0, version: '1' })
  })

  test('the outputs tell address and release, and that something was changed', () => {
    expect(first.outputs).toEqual(deployedOutputs(site.url, { release: '1', changed: true }))
  })

  test('the summary names what was done, how long it took and where the site is', () => {
    expect(first.summary).toContain('Deployed guestbook (Staging)')
    expect(first.summary).toContain(`**Site:** ${site.url}`)
    expect(first.summary).toMatch(/in \d+\.\d+ s\./)
    const done = [...first.summary.matchAll(/^\| (?:✅|&emsp;↳) (.+?) \|.*\| \d+\.\d+ s \|$/gm)].map(
      ([, title]) => title,
    )
    expect(done).toEqual(
      expect.arrayContaining([
        'Install Docker',
        'Make the project’s folders',
        'Create the project’s network',
        'Start nginx',
        'Create postgresql',
        'Create redis',
        'Set up the site',
        'Build release 1',
        'migrate',
        'collectstatic',
        'health check',
        'Start release 1',
        'Switch to release 1',
      ]),
    )
  })

  test('PostgreSQL and Redis keep their data on named volumes', async () => {
    const { server } = site
    expect(
      await server.must(
        "docker volume ls --filter label=jetee.project=guestbook --format '{{.Name}}' | sort",
      ),
    ).toBe('guestbook-postgresql-data\nguestbook-redis-data')
    const find = (volume: string, file: string) =>
      server.must(
        `find "$(docker volume inspect -f '{{.Mountpoint}}' ${volume})" -name '${file}' | head -n 1`,
      )
    expect(await find('guestbook-postgresql-data', 'postmaster.pid')).not.toBe('')
    expect(await find('guestbook-redis-data', '*.aof')).not.toBe('')
  })

  test('the project’s processes run under supervisor as an unprivileged user', async () => {
    const top = await site.server.must('docker top guestbook-app-1 -eo uid,pid,args')
    const processes = top
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
    const uidsOf = (word: string) =>
      new Set(processes.filter(([, , ...args]) => args.join(' ').includes(word)).map(([uid]) => uid))
    expect(uidsOf('supervisord')).toEqual(new Set(['0']))
    expect(uidsOf('wsgi')).toEqual(new Set(['10001']))
    expect(uidsOf('worker.py')).toEqual(new Set(['10001']))
  })

  test('no secret is anywhere to be read', async () => {
    const { server, key } = site
    const kept = await keptSecrets(server, 'guestbook')
    expect(Object.keys(kept)).toEqual(['key', 'passwords/postgresql', 'passwords/redis'])
    const secrets = { SECRET_KEY: secretKey, 'private key': key.privateKey, ...kept }
    const found = leaks(secrets, {
      // What the runner has masked is not in its log, but nor is it to be in what the action wrote.
      log: first.rawLog.replaceAll(/^::add-mask::.*$/gm, ''),
      'masked log': first.log,
      summary: first.summary,
      outputs: JSON.stringify(first.outputs),
      annotations: JSON.stringify(first.annotations),
      'command lines': commandLines,
      ...(await engineTexts(server)),
    })
    expect(found).toEqual([])
    expect(commandLines).toContain('docker build')
    // Nor in a file that others than root, and the project's processes, may read.
    const readable = await server.must(
      'setpriv --reuid 65534 --regid 65534 --clear-groups grep -srlFf - /var/lib /run /tmp /etc || true',
      { input: [secretKey, ...Object.values(kept)].join('\n') },
    )
    expect(readable).toBe('')
  })

  test('a second time it changes nothing, and says so', async () => {
    const images = await site.server.must('docker images -q --no-trunc | sort')
    const again = await site.mustDeploy()
    expect(await containers(site.server)).toBe(seen)
    expect(await site.server.must('docker images -q --no-trunc | sort')).toBe(images)
    expect(again.outputs).toEqual(deployedOutputs(site.url, { release: '1', changed: false }))
    expect(again.summary).toContain('Nothing to do for guestbook (Staging)')
    expect(again.summary).toContain('nothing was changed')
    expect(again.summary).not.toContain('| Step |')
  })

  return () => site
}
