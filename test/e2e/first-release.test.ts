import { afterAll, beforeAll, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { newSite, type Site } from './harness.ts'
import { status } from './visitors.ts'

/** A first release that fails behind its switch, where there is none to go back to, and runs that change nothing. */

let site: Site

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  await site.server.must('touch /root/refuse')
  await site.configure({
    hooks: {
      after_switch: [{ name: 'announce', command: 'sh -c "echo I am told. && ! [ -e /root/refuse ]"' }],
    },
  })
})
afterAll(() => site?.[Symbol.asyncDispose]())

test('it stays live, and the run fails', async () => {
  expectFailure(await site.deploy(), {
    what: 'The hook announce failed',
    says: ['It ended with status 1.', 'Release 1 is live all the same'],
  })
  expect(await status(site.url)).toMatchObject({ workers: 1 })
})

test('another run with the same commit fails as well, for as long as the cause is there', async () => {
  expectFailure(await site.deploy(), {
    what: 'Release 1, which an earlier run had left, cannot be completed',
    says: ['The hook announce failed. It ended with status 1.', 'Release 1 is live all the same'],
  })
  expect(await status(site.url)).toMatchObject({ workers: 1 })
})

test('without the cause it is completed, once', async () => {
  await site.server.must('rm /root/refuse')
  const result = await site.mustDeploy({ github: { run_id: '1700000000' } })
  expect(result.log).toContain('I am told.')
  expect(result.outputs).toMatchObject({ release: '1' })
  const again = await site.mustDeploy({ github: { run_id: '1700000002' } })
  expect(again.outputs).toMatchObject({ changed: 'false', release: '1' })
  expect(again.log).not.toContain('I am told.')
})

test('a run that changed nothing overtakes an older one with another commit', async () => {
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "older"\n' })
  const { log, outputs: older } = await site.mustDeploy({ github: { run_id: '1700000001' } })
  expect(log).toContain('Superseded: release 1, commit ')
  expect(older).toMatchObject({ changed: 'false', release: '1' })
  await site.mustDeploy({ github: { run_id: '1700000003' } })
  expect(await status(site.url)).toMatchObject({ version: 'older' })
})

test('nginx loads another configuration without a new container', async () => {
  const look = () =>
    site.server.must(
      `docker inspect -f '{{.Id}} {{.State.StartedAt}}' jetee-nginx; sha256sum </var/lib/jetee/nginx/nginx.conf; ls /var/lib/jetee/nginx /var/lib/jetee/nginx/sites`,
    )
  const before = await look()
  await site.server.must('echo "# by hand" >>/var/lib/jetee/nginx/nginx.conf')
  const { log } = await site.mustDeploy({ command: 'build all', github: { run_id: '1700000004' } })
  expect(log).toContain('Renew nginx (its configuration has changed)')
  expect(await look()).toBe(before)
  expect(await status(site.url)).toMatchObject({ version: 'older' })
  const again = await site.mustDeploy({ command: 'build all', github: { run_id: '1700000004' } })
  expect(again.outputs).toMatchObject({ changed: 'false' })
})
