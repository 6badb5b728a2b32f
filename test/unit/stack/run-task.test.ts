import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderTemplate } from '../../../src/templates.ts'

/** How a task runs in a container: by the very script that runs it there, in a folder of its own. */

let folder: string
let task: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-task-'))
  // Processes are found by this name, on the whole machine.
  task = basename(folder)
  mkdirSync(join(folder, 'tasks'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (lines: string, seconds = 60): ChildProcess & { readonly stdout: NodeJS.ReadableStream } => {
  writeFileSync(join(folder, 'tasks', task), lines)
  const script = renderTemplate('run-task.sh', { logs: folder }).replaceAll('/etc/jetee', folder)
  return spawn('sh', ['-c', script, 'run-task.sh', task, String(seconds)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

const ending = async (child: ReturnType<typeof run>) => {
  const [said, [status]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { said, status }
}

test('a task’s status and output are told', async () => {
  expect(await ending(run('echo one\necho two >&2\nexit 3\n'))).toEqual({ said: 'one\ntwo\n', status: 3 })
})

test('a task that does not end in time is ended with all that it has started', async () => {
  expect(await ending(run('sleep 1000 &\necho "$!"\nwait\n', 1))).toMatchObject({ status: 124 })
})

test('what a killed run has left of a task at work is gone before it runs again', async () => {
  const earlier = run('trap "" TERM\nsleep 1000 &\necho "$!"\nwait\n')
  const [first] = (await once(earlier.stdout, 'data')) as [Buffer]
  const left = Number(first.toString())
  const gone = once(earlier, 'close')
  // One that has ended has none, also while nobody has taken note of its end.
  const look = `if [ -n "$(tr -d '\\0' 2>/dev/null <"/proc/${left}/environ")" ]; then echo beside; else echo alone; fi`
  expect(await ending(run(`{ ${look}; } 2>/dev/null\n`))).toEqual({ said: 'alone\n', status: 0 })
  await gone
})
