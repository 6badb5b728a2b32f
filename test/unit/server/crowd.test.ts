import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Failure } from '../../../src/report/failure.ts'
import { makeFolders } from '../../../src/server/provision.ts'
import type { Session } from '../../../src/server/session.ts'
import { readScript } from '../../../src/templates.ts'
import { listener } from '../commands/invocation.ts'

/** As many previews as the file allows, however many begin at the same moment: the server's own script, without a server. */

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'crowd-'))
  for (const folder of ['locks', 'projects', 'www']) await mkdir(join(root, folder))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** A session of a project that runs the scripts here. */
const sessionOf = async (project: string): Promise<Session> => {
  await writeFile(join(root, `locks/${project}.holder`), 'mine\n')
  const run: Session['run'] = async (scripts, { args, stdin, onLine }) => {
    const shell = spawn('sh', ['-c', ['prelude', ...scripts].map((name) => readScript(name)).join('\n')], {
      env: { PATH: process.env.PATH, ROOT: root, PROJECT: project, TOKEN: 'mine', ...args },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    shell.stdin.end(stdin instanceof Buffer ? stdin : undefined)
    const closed = new Promise<number>((resolve) => shell.on('close', (code) => resolve(code ?? 1)))
    for (const line of (await text(shell.stdout)).split('\n').filter(Boolean)) onLine?.(line, 'stdout')
    return { code: await closed, stdout: Buffer.alloc(0), stderr: '' }
  }
  return { where: 'root@server', project, run } as Session
}

const make = async (number: number, most: number | undefined, repository = 'acme/shop', of = 'shop') => {
  const project = `${of}-pr-${number}`
  const { progress, signal } = listener()
  const context = { session: await sessionOf(project), progress: progress.begin('Folders', ''), signal }
  const preview = { number, branch: 'a","of":"shop"', of }
  const credentials = { key: 'k', passwords: {}, made: {} }
  return makeFolders(context, { repository, configuration: 'Staging', preview }, credentials, most)
}

test('of two that begin at once where one has room, one is refused, and leaves nothing', async () => {
  await make(1, 2)
  const ended = await Promise.allSettled([2, 3, 4].map((number) => make(number, 2)))
  const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as Failure] : []))
  expect(refused).toHaveLength(2)
  expect(refused[0]?.details).toMatchObject({
    what: 'There are 2 previews of shop already',
    why: expect.stringContaining('`previews.max` allows 2'),
  })
  expect(await readdir(join(root, 'projects'))).toHaveLength(2)
  expect(await readdir(join(root, 'www'))).toHaveLength(2)
})

test('one that is there stays welcome, and those of others do not count', async () => {
  await make(1, 2)
  await make(2, 2)
  await make(1, 2)
  await make(1, 1, 'acme/other', 'other')
  // A branch is called as another project's previews are told.
  await make(2, 2, 'acme/other', 'other')
  await make(3, undefined)
})
