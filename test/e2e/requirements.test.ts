import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipIndex, startPipIndex } from '../world/pip-index.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { newSite, type Site } from './harness.ts'
import { status } from './visitors.ts'

/** What pip itself installs, beside the packages that Debian's satisfy. */

let site: Site
let index: PipIndex

beforeAll(async () => {
  index = await startPipIndex()
  site = await newSite({ from: await dockerSnapshot(13) })
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await index?.[Symbol.asyncDispose]()
})

const greeting = 'from tiny_greeting import greet\n\nVERSION = greet("pip")\n'

test('a requirements file and the one that it includes are installed', async () => {
  await site.origin.commit({
    'requirements.txt': `--index-url ${index.url}\n--trusted-host ${index.host}\n-r requirements/base.txt\n`,
    'requirements/base.txt': `Django>=4.2\n  --requirement=more/greeting.txt # another one\n-c limits.txt\n`,
    'requirements/more/greeting.txt': `${index.packageName}\n`,
    'requirements/limits.txt': `${index.packageName}==1.0\n`,
    'guestbook/version.py': greeting,
  })
  await site.mustDeploy()
  expect((await status(site.url)).version).toBe('Hello, pip!')
  expect(index.requests.filter((path) => path.endsWith('.whl'))).toHaveLength(1)
})

test('a change of the code alone installs nothing anew', async () => {
  const before = index.requests.length
  await site.origin.commit({ 'guestbook/version.py': `${greeting}VERSION += " Again."\n` })
  await site.mustDeploy({ command: 'update project' })
  expect((await status(site.url)).version).toBe('Hello, pip! Again.')
  expect(index.requests).toHaveLength(before)
})

test('a change of an included file alone does', async () => {
  const before = index.requests.length
  await site.origin.commit({ 'requirements/limits.txt': `${index.packageName}<=1.0\n` })
  await site.mustDeploy({ command: 'update project' })
  expect((await status(site.url)).version).toBe('Hello, pip! Again.')
  expect(index.requests.length).toBeGreaterThan(before)
})

test('a requirements file of another name can be chosen', async () => {
  await site.configure({ 'primary_service.project.requirements': 'requirements/base.txt' })
  await site.origin.commit({
    'requirements.txt': 'no-such-package-anywhere\n',
    'requirements/base.txt': `--index-url ${index.url}\n--trusted-host ${index.host}\n-r more/greeting.txt\n`,
  })
  const { outputs } = await site.mustDeploy({ command: 'update project' })
  expect(outputs.release).toBe('4')
  expect((await status(site.url)).version).toBe('Hello, pip! Again.')
})
