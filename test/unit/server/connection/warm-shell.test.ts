import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import {
  openShellPool,
  type ShellPool,
  type ShellPoolOptions,
} from '../../../../src/server/connection/warm-shell.ts'
import { connected } from './fixture.ts'
import type { Behaviour, TestServer } from './ssh-server.ts'

async function pool(
  options: Partial<ShellPoolOptions> = {},
  behaviour?: Behaviour,
): Promise<{ shells: ShellPool; server: TestServer }> {
  const { server, connection } = await connected(behaviour)
  const shells = openShellPool(connection, { spare: 2, ...options })
  return { shells, server }
}

/** Waits until a condition holds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(5)
}

const odd = `it's "$HOME" \`id\` \\n \\\\ \\c %s é 日本語 \t\r\n\n two lines #x`

describe('a script', () => {
  test('gets its arguments exactly and gives back its outputs and code', async () => {
    const { shells, server } = await pool()
    await until(() => server.sessions.open === 2)
    const result = await shells.run('printf %s "$ODD"; printf %s "$EMPTY-" >&2; exit 3', {
      ODD: odd,
      EMPTY: '',
    })
    expect(result).toEqual({ code: 3, stdout: Buffer.from(odd), stderr: '-' })
  })

  test('without arguments starts at once when no shell is ready', async () => {
    const { shells } = await pool()
    const result = await shells.run(`printf %s '${odd.replaceAll("'", '"')}'; cat`)
    expect(result.stdout.toString()).toBe(odd.replaceAll("'", '"'))
  })

  test('may be long and have every construct', async () => {
    const { shells } = await pool()
    const script = `set -eu
      say() { cat <<'END'
here: $A \\n
END
      }
      for word in one two; do case $word in one) say;; *) echo "$word $A";; esac; done
      # ${'padding '.repeat(2000)}
      ! false && exit 4`
    const result = await shells.run(script, { A: 'x' })
    expect(result).toEqual({ code: 4, stdout: Buffer.from('here: $A \\n\ntwo x\n'), stderr: '' })
  })

  test('keeps its arguments out of the environment and of the list of processes', async () => {
    const { shells } = await pool()
    const result = await shells.run('env; ps -o args= -p $$', { SECRET: 'sesame' })
    expect(result.stdout.toString()).not.toContain('sesame')
  })

  test('refuses names that are no variables, and NUL', async () => {
    const { shells } = await pool()
    await expect(shells.run('true', { 'A;id': '' })).rejects.toThrow('cannot name a shell variable')
    await expect(shells.run('true', { A: '\0' })).rejects.toThrow('NUL')
    await expect(shells.run('echo \0')).rejects.toThrow('NUL')
  })

  test('has an empty stdin by default', async () => {
    const { shells } = await pool()
    expect(await shells.run('cat; echo end', { A: '' })).toMatchObject({ stdout: Buffer.from('end\n') })
  })

  test('reports output as it comes', async () => {
    const { shells } = await pool()
    const lines: string[] = []
    const chunks: Buffer[] = []
    const result = await shells.run(
      'printf "one\\ntwo\\r\\n"; printf three; echo four >&2',
      {},
      {
        onLine: (line, from) => lines.push(`${from} ${line}`),
        onStdout: (chunk) => chunks.push(chunk),
      },
    )
    expect(lines.sort()).toEqual(['stderr four', 'stdout one', 'stdout three', 'stdout two'])
    expect(Buffer.concat(chunks).toString()).toBe('one\ntwo\r\nthree')
    expect(result.stdout).toHaveLength(0)
  })
})

describe('stdin', () => {
  const data = Buffer.alloc(10_000_000, 'binary \0 and \n lines ')

  test.each([
    ['a buffer', () => data],
    ['a stream', () => Readable.from([data.subarray(0, 70_000), data.subarray(70_000)])],
  ])('%s arrives whole behind the script', async (_, stdin) => {
    const { shells } = await pool()
    const result = await shells.run('printf %s "$A"; cat', { A: 'begin:' }, { stdin: stdin() })
    expect(result.stdout.equals(Buffer.concat([Buffer.from('begin:'), data]))).toBe(true)
  })

  test.each([
    ['a buffer', () => data],
    ['an endless stream', endless],
  ])('%s that the script does not read', async (_, stdin) => {
    const { shells } = await pool()
    const source = stdin()
    expect((await shells.run('exit 1', {}, { stdin: source })).code).toBe(1)
    if (source instanceof Readable) await until(() => source.destroyed)
  })

  test('a stream that fails ends the run with its error', async () => {
    const { shells } = await pool()
    const stdin = new Readable({
      read() {
        this.destroy(new Error('disk gone'))
      },
    })
    await expect(shells.run('cat', {}, { stdin })).rejects.toThrow('disk gone')
  })

  test('waits for a script that reads slowly', async () => {
    const { shells } = await pool()
    let produced = 0
    const stdin = new Readable({
      read() {
        produced += 65_536
        this.push(produced > 64_000_000 ? null : Buffer.alloc(65_536))
      },
    })
    const running = shells.run('sleep 0.3; head -c 1000 >/dev/null; exit 2', {}, { stdin })
    await sleep(200)
    expect(produced).toBeLessThan(20_000_000)
    expect((await running).code).toBe(2)
  })

  function endless(): Readable {
    return Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536)
      })(),
    )
  }
})

describe('the pool', () => {
  test('never has more shells than its limit, and runs everything', async () => {
    const { shells, server } = await pool({ spare: 2, limit: 4 })
    const runs = Array.from({ length: 15 }, (_, index) => shells.run('echo "$N"', { N: `${index}` }))
    const results = await Promise.all(runs)
    expect(results.map(({ stdout }) => stdout.toString())).toEqual(runs.map((_, index) => `${index}\n`))
    expect(server.sessions.most).toBeLessThanOrEqual(4)
    await until(() => server.sessions.open === 2)
  })

  test('makes do with the sessions that the server allows', async () => {
    const { shells } = await pool({ spare: 3 }, { maxSessions: 2 })
    const results = await Promise.all(Array.from({ length: 5 }, () => shells.run('echo done', { A: '' })))
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0])
  })

  test('says so when the server allows none', async () => {
    const { shells } = await pool({}, { maxSessions: 0 })
    await expect(shells.run('true')).rejects.toThrow('The server lets no command run')
  })

  test('replaces a shell that died while it waited', async () => {
    const { shells, server } = await pool({ spare: 1 })
    await until(() => server.sessions.open === 1)
    await sleep(30)
    server.killProcesses()
    await until(() => server.sessions.opened === 2)
    expect((await shells.run('echo "$A"', { A: 'alive' })).stdout.toString()).toBe('alive\n')
  })

  test('does not go on forever where no shell survives', async () => {
    const { shells, server } = await pool(
      {},
      { forcedCommand: 'echo "Log in as debian, not root"; exit 142' },
    )
    await sleep(300)
    expect(server.sessions.opened).toBeLessThan(10)
    const result = await shells.run('echo "$A"', { A: 'x' })
    expect(result.code).toBe(142)
    expect(result.stdout.toString()).toContain('Log in as debian')
  })

  test('puts words before the shell', async () => {
    const { shells } = await pool({ wrap: ['env', 'WRAPPED=it is'] })
    expect((await shells.run('echo "$WRAPPED"')).stdout.toString()).toBe('it is\n')
    expect((await shells.run('echo "$WRAPPED"', { A: '' })).stdout.toString()).toBe('it is\n')
  })

  test('lets go of its shells when closed', async () => {
    const { shells, server } = await pool({ spare: 2 })
    await until(() => server.sessions.open === 2)
    shells.close()
    await until(() => server.sessions.open === 0)
  })
})

describe('a run that does not end well', () => {
  test('past its deadline is stopped, with what it started', async () => {
    const { shells } = await pool()
    const mark = join(await mkdtemp(join(tmpdir(), 'jetee-')), 'ticks')
    const script = '(while :; do echo x; sleep 0.02; done) >> "$MARK" & wait'
    const running = shells.run(script, { MARK: mark }, { deadlineMs: 2500, title: 'Waiting' })
    await expect(running).rejects.toThrow('Waiting took too long')
    await expect(running).rejects.toBeInstanceOf(Failure)
    expect(await readFile(mark, 'utf8')).not.toBe('')
    await until(async () => {
      const before = await readFile(mark, 'utf8')
      await sleep(150)
      return (await readFile(mark, 'utf8')) === before
    })
  })

  test('can be aborted, while it runs and while it queues', async () => {
    const { shells, server } = await pool({ spare: 0, limit: 1 })
    const control = new AbortController()
    const running = shells.run('sleep 60', {}, { signal: control.signal })
    const queued = shells.run('sleep 60', { A: '' }, { signal: control.signal })
    await until(() => server.sessions.open === 1)
    control.abort(new Error('cancelled'))
    await expect(running).rejects.toThrow('cancelled')
    await expect(queued).rejects.toThrow('cancelled')
    expect((await shells.run('echo next')).code).toBe(0)
  })

  test('by a signal fails', async () => {
    const { shells } = await pool()
    const running = shells.run('echo last words >&2; kill -KILL $$', { A: '' }, { title: 'Building' })
    const failure = (await running.catch((error: unknown) => error)) as Failure
    expect(failure.message).toBe('Building was ended by SIGKILL')
    expect(failure.details.output).toEqual(['last words'])
  })

  test('when the link is lost fails with the loss, running or queued', async () => {
    const { shells, server } = await pool({ limit: 2 })
    const runs = Array.from({ length: 3 }, () => shells.run('sleep 60', { A: '' }))
    await until(() => server.sessions.open === 2)
    server.cut()
    const losses = await Promise.all(runs.map((run) => run.catch((error: Failure) => error.message)))
    expect(new Set(losses)).toEqual(new Set(['The connection to the server was lost']))
    await expect(shells.run('true')).rejects.toThrow('The connection to the server was lost')
  })
})
