import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** Processes that the tests start, each in a session of its own. */
const started: ChildProcess[] = []
afterEach(() => {
  for (const { pid, exitCode, signalCode } of started.splice(0))
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL')
})

const inSession = async (script: string): Promise<ChildProcess & { readonly pid: number }> => {
  const child = spawn('sh', ['-c', `echo begun; ${script}`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  started.push(child)
  await once(child.stdout, 'data')
  return child as ChildProcess & { readonly pid: number }
}

const hangUp = (session: number): void => {
  execFileSync('sh', ['-c', readScript('hang-up'), 'jetee', String(session)])
}

test('all processes of a session are hung up, and those of no other', async () => {
  const one = await inSession('sleep 1000 & sleep 1000')
  const other = await inSession('exec sleep 1000')
  const gone = once(one, 'close')
  hangUp(one.pid)
  // Its output closes when the process that it has started is gone too.
  expect(await gone).toEqual([null, 'SIGHUP'])
  expect(other.signalCode).toBeNull()
  process.kill(other.pid, 0)
})

test('one that was stopped goes on to its end', async () => {
  const stopped = await inSession('exec sleep 1000')
  process.kill(stopped.pid, 'SIGSTOP')
  const gone = once(stopped, 'close')
  hangUp(stopped.pid)
  expect(await gone).toEqual([null, 'SIGHUP'])
})

test('what was started to outlive its terminal does', async () => {
  const child = await inSession('trap "" HUP; exec sleep 1000')
  hangUp(child.pid)
  process.kill(child.pid, 0)
  expect(child.signalCode).toBeNull()
})
