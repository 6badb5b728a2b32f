import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import type { Terminal } from '../world/terminal.ts'
import { type Desk, newDesk } from './desk.ts'
import { expectFailure } from './failing.ts'
import { newSite, type Site } from './harness.ts'
import { until } from './until.ts'

/** A terminal in the containers of a project: `jetee ssh` and `jetee run`. */

let site: Site
let desk: Desk

const prompt = /app@[\w-]+:\/app\$/
const runs = () => site.server.must("docker ps -a --format '{{.Names}}' | grep -- -run- || true")
/** How many processes of the container have this in their command. */
const processes = async (text: string) =>
  (await site.server.must('docker top guestbook-app-1 -eo pid,args')).split(text).length - 1
const gone = (text: string) =>
  until(
    `${text} has ended`,
    () => processes(text),
    (count) => count === 0,
    25,
  )

beforeAll(async () => {
  site = await newSite({
    from: await dockerSnapshot(13),
    username: 'member',
    settings: {
      'primary_service.project.apt_packages': [
        ...['python3-django', 'python3-psycopg', 'python3-redis'],
        'vim-tiny',
      ],
    },
  })
  await site.server.addUser('member', { docker: true, authorizedKeys: [site.key.publicKey] })
  await site.server.addUser('deploy', { sudo: true, authorizedKeys: [site.key.publicKey] })
  desk = await newDesk(site, 'root')
})
afterAll(async () => {
  await desk?.[Symbol.asyncDispose]()
  await site?.[Symbol.asyncDispose]()
})

test('before a deploy, it is said that nothing is there', async () => {
  for (const words of [['ssh'], ['ssh', '--', 'id'], ['run', 'id']]) {
    const { code, stderr } = await desk.jetee(words)
    expect(code).toBe(1)
    expect(stderr).toContain('No release of guestbook is live on the server')
  }
  await site.mustDeploy()
})

/** Looks whether vi fills a terminal of so many rows with the lines of a file that is long enough. */
const viFills = async (terminal: Terminal, rows: number): Promise<void> => {
  await until(
    `vi fills ${rows} rows`,
    async () => (await terminal.screen()).slice(0, rows - 1),
    (lines) => lines.every((line, row) => line === String(row + 1)) && lines.length === rows - 1,
  )
}

describe('a shell in a terminal', () => {
  let terminal: Terminal
  beforeAll(async () => {
    terminal = await desk.terminal({ columns: 91, rows: 27 })
    await terminal.type('stty -g >$HOME/before; jetee ssh')
    await terminal.shows(prompt)
  })
  afterAll(() => terminal?.[Symbol.asyncDispose]())

  test('has its size from the start, and follows it', async () => {
    await terminal.type('stty size')
    await terminal.shows('27 91')
    await terminal.resize({ columns: 83, rows: 33 })
    await terminal.type('clear; stty size')
    await terminal.shows('33 83')
  })

  test('runs vi full screen, which follows a new size', async () => {
    await terminal.type('seq 1000 >/tmp/lines; vi /tmp/lines')
    await viFills(terminal, 33)
    await terminal.resize({ columns: 70, rows: 19 })
    await viFills(terminal, 19)
    await terminal.press('G', 'd', 'd')
    await terminal.type(':wq')
    await terminal.shows(prompt)
    await terminal.type('clear; tail -n 1 /tmp/lines')
    await terminal.shows(/^999$/m)
  })

  test('passes Ctrl-C, Ctrl-Z and Ctrl-\\ to the program, and outlives it', async () => {
    await terminal.type('clear; sleep 1000; echo ended $?')
    await until(
      'it sleeps',
      () => processes('sleep 1000'),
      (count) => count === 1,
    )
    await terminal.press('C-c')
    // bash gives up the whole line.
    await terminal.shows(/\^C\n+app@/)
    await gone('sleep 1000')
    await terminal.type('clear; sleep 1001')
    await until(
      'it sleeps',
      () => processes('sleep 1001'),
      (count) => count === 1,
    )
    await terminal.press('C-z')
    await terminal.shows('Stopped')
    await terminal.type('clear; fg')
    await terminal.shows(/^sleep 1001$/m)
    await terminal.press('C-\\')
    await terminal.shows('Quit')
    await terminal.type('echo status $?')
    await terminal.shows('status 131')
  })

  test('gives every key to the program, those of Docker’s own client among them', async () => {
    await terminal.type('clear; echo one more')
    await terminal.shows(/^one more$/m)
    await terminal.type('clear')
    // The command before the last one, by two keys that Docker would wait for.
    await terminal.press('C-p')
    await terminal.press('C-p')
    await terminal.shows('$ clear; echo one more')
    await terminal.press('C-c')
  })

  test('ends with its status, and leaves the terminal as it was', async () => {
    await terminal.type('clear; exit 7')
    await terminal.shows(/^desk>$/m)
    await terminal.type('echo status $?; stty -g >$HOME/after')
    await terminal.shows('status 7')
    const settings = async (name: string) => readFile(join(desk.home, name), 'utf8').catch(() => '')
    await until(
      'the settings are there',
      () => settings('after'),
      (text) => text !== '',
    )
    expect(await settings('after')).toBe(await settings('before'))
  })

  test('that is cut off leaves the terminal as it was, and nothing in the container', async () => {
    await terminal.type('clear; jetee ssh; echo status $?')
    await terminal.shows(prompt)
    await terminal.type('clear; vi /tmp/lines')
    await terminal.shows(/^1\n2\n3\n/)
    await site.server.must("pkill -f '^sshd.*root@pts'")
    await terminal.shows(/The connection to the server was lost[\s\S]*status 1$/m)
    await terminal.type('clear; stty -g >$HOME/after; echo done')
    await terminal.shows(/^done$/m)
    expect(await readFile(join(desk.home, 'after'), 'utf8')).toBe(
      await readFile(join(desk.home, 'before'), 'utf8'),
    )
    await gone('vi /tmp/lines')
    await gone('bash')
  })

  test('whose client is killed leaves nothing in the container', async () => {
    await terminal.type("clear; sh -c 'echo $$ >$HOME/pid; exec jetee ssh'")
    await terminal.shows(prompt)
    await terminal.type('sleep 1002')
    await until(
      'it sleeps',
      () => processes('sleep 1002'),
      (count) => count === 1,
    )
    process.kill(Number(await readFile(join(desk.home, 'pid'), 'utf8')), 'SIGKILL')
    await gone('sleep 1002')
    await gone('bash')
  })
})

describe('the environment', () => {
  /** What a process finds for being the process that it is, or for the terminal that it has. */
  const own = /^(PWD|OLDPWD|SHLVL|_|TERM|SUPERVISOR_\w+|LISTEN_\w+|NOTIFY_SOCKET)=/
  const variables = (text: string) =>
    text
      .split('\0')
      .filter((line) => line !== '' && !own.test(line))
      .sort()
  const isNotHost = (line: string) => !line.startsWith('HOSTNAME=')
  const ofProcess = async (pattern: string) => {
    const pid = await site.server.must(
      `docker top guestbook-app-1 -eo pid,args | awk '/${pattern}/ { print $1; exit }'`,
    )
    return variables(await site.server.must(`cat /proc/${pid}/environ`))
  }

  test('of a shell, of a command and of a container of its own is that of the processes', async () => {
    const worker = await ofProcess('worker[.]py')
    expect(worker).toContain('USER=app')
    expect(worker.some((line) => line.startsWith('DATABASE_URL='))).toBe(true)
    expect(await ofProcess('[u]wsgi')).toEqual(worker)
    const shown = async (...words: string[]) => {
      const { code, stdout, stderr } = await desk.jetee([...words, '--', 'cat', '/proc/self/environ'])
      expect(code, stderr).toBe(0)
      return variables(stdout)
    }
    expect(await shown('ssh')).toEqual(worker)
    expect((await shown('run')).filter(isNotHost)).toEqual(worker.filter(isNotHost))

    await using terminal = await desk.terminal({ columns: 100, rows: 30 })
    await terminal.type('jetee ssh')
    await terminal.shows(prompt)
    await terminal.type('cat /proc/$$/environ >/tmp/environ; echo $TERM, done')
    await terminal.shows(/^(tmux|screen).*, done$/m)
    expect(variables(await site.server.must('docker exec guestbook-app-1 cat /tmp/environ'))).toEqual(worker)
  })

  test('comes with the user, the folder and the virtual environment of the processes', async () => {
    const script = 'id -un; pwd; command -v python; ulimit -n; umask'
    const inside = await desk.jetee(['ssh', '--', 'sh', '-c', script])
    expect(inside.stdout).toMatch(/^app\n\/app\n\/venv\/bin\/python\n/)
    expect((await desk.jetee(['run', '--', 'sh', '-c', script])).stdout).toBe(inside.stdout)
    expect((await desk.jetee(['ssh', '--', 'python', 'manage.py', 'check'])).stdout).toContain('no issues')
  })
})

describe.each(['ssh', 'run'])('without a terminal, jetee %s', (verb) => {
  test('passes 5 MB of any bytes on, in and out', async () => {
    await writeFile(join(desk.home, 'blob'), randomBytes(5_000_000))
    const { code, stderr } = await desk.shell(`jetee ${verb} -- cat <$HOME/blob | cmp - $HOME/blob`)
    expect(code, stderr).toBe(0)
  })

  test('keeps both outputs apart, and gives the status', async () => {
    const script = 'echo out; echo err >&2; exit 9'
    expect(await desk.jetee([verb, '--', 'sh', '-c', script])).toEqual({
      code: 9,
      stdout: 'out\n',
      stderr: 'err\n',
    })
    expect((await desk.jetee([verb, '--', 'sh', '-c', 'kill -TERM $$'])).code).toBe(143)
    expect((await desk.jetee([verb, '--', 'no-such-program'])).code).toBe(127)
  })

  test('takes words for words', async () => {
    const words = ['a b', '$HOME', "it's", '', '*', '--', '$(id)', '`id`', '\\', '"', 'ü €', 'x\ny']
    const { stdout } = await desk.jetee([verb, '--', 'printf', '%s|', ...words])
    expect(stdout).toBe(words.map((word) => `${word}|`).join(''))
  })
})

describe('a service', () => {
  test('is entered by its name, as root', async () => {
    const sql = (input: string) =>
      desk.jetee(['ssh', 'postgresql', '--', 'psql', '-U', 'guestbook', '-qtA', 'guestbook'], { input })
    expect(await sql('SELECT 40 + 2;')).toMatchObject({ code: 0, stdout: '42\n' })
    expect((await desk.jetee(['ssh', 'redis', '--', 'id', '-u'])).stdout).toBe('0\n')
    expect(await desk.jetee(['ssh', 'redis'], { input: 'echo $((6 * 7)); exit 4' })).toMatchObject({
      code: 4,
      stdout: '42\n',
    })
  })

  test('that there is none of is told with those that there are', async () => {
    const { code, stderr } = await desk.jetee(['ssh', 'postgres'])
    expect(code).toBe(1)
    for (const text of [
      'There is no service postgres',
      '`postgresql`, `redis`',
      'Did you mean `postgresql`?',
    ])
      expect(stderr).toContain(text)
  })

  test('that does not run is told so', async () => {
    await site.server.must('docker stop guestbook-redis')
    const { stderr } = await desk.jetee(['ssh', 'redis', '--', 'id'])
    expect(stderr).toContain('The container guestbook-redis does not run')
    await site.server.must('docker start guestbook-redis')
  })
})

test.each(['deploy', 'member'])('the login %s may do the same', async (username) => {
  await using other = await newDesk(site, username)
  expect(await other.jetee(['ssh', '--', 'sh', '-c', 'id -un; cat; exit 3'], { input: 'in' })).toMatchObject({
    code: 3,
    stdout: 'app\nin',
  })
  expect(await other.jetee(['run', '--', 'sh', '-c', 'id -un; cat; exit 3'], { input: 'in' })).toMatchObject({
    code: 3,
    stdout: 'app\nin',
  })
  await using terminal = await other.terminal({ columns: 71, rows: 21 })
  await terminal.type("sh -c 'echo $$ >$HOME/pid; exec jetee ssh'")
  await terminal.shows(prompt)
  await terminal.type('stty size')
  await terminal.shows('21 71')
  await terminal.resize({ columns: 80, rows: 24 })
  await terminal.type('clear; stty size; sleep 1003')
  await terminal.shows('24 80')
  process.kill(Number(await readFile(join(other.home, 'pid'), 'utf8')), 'SIGKILL')
  await gone('sleep 1003')
})

test('in the action, a shell is refused, and a command runs', async () => {
  expectFailure(await site.deploy({ command: 'ssh' }), { what: 'A shell needs somebody who types' })
  const { exitCode, log } = await site.deploy({ command: "ssh -- sh -c 'echo from $(id -un)'" })
  expect(exitCode, log).toBe(0)
  expect(log).toContain('from app')
})

test('a command that is cut off leaves nothing: neither a process nor a container', async () => {
  for (const [verb, count] of [
    ['ssh', () => processes('sleep 1004')],
    ['run', async () => (await runs()).split('\n').filter(Boolean).length],
  ] as const) {
    const abort = new AbortController()
    const { signal } = abort
    const client = desk.jetee([verb, '--', 'sleep', '1004'], { signal }).catch(() => {})
    await until('it runs', count, (n) => n === 1)
    abort.abort()
    await client
    await until('nothing is left', count, (n) => n === 0, 25)
  }
  // Whoever is killed between two calls leaves one that never begins; long after that, the next one clears it away.
  const [young, old] = ['guestbook-run-00000000', 'guestbook-run-11111111']
  for (const name of [young, old])
    await site.server.must(
      `docker create --name ${name} --label jetee.project=guestbook --label jetee.service=run jetee/guestbook:1 true`,
    )
  const id = await site.server.must(`docker inspect -f '{{.Id}}' ${old}`)
  await site.server.must(
    `systemctl stop docker.socket docker
     sed -i 's/"Created":"[^"]*"/"Created":"2020-01-01T00:00:00Z"/' /var/lib/docker/containers/${id}/config.v2.json
     systemctl start docker.socket docker`,
  )
  expect((await desk.jetee(['run', 'true'])).code).toBe(0)
  expect(await runs()).toBe(young)
  await site.server.must(`docker rm ${young}`)
})

describe('a container of its own', () => {
  test('has a terminal like a shell’s, and goes with its command', async () => {
    await using terminal = await desk.terminal({ columns: 91, rows: 27 })
    await terminal.type("jetee run -- sh -c 'seq 1000 >/tmp/lines; vi /tmp/lines; exit 5'")
    await viFills(terminal, 27)
    await terminal.resize({ columns: 70, rows: 19 })
    await viFills(terminal, 19)
    await terminal.type(':q')
    await terminal.shows(/^desk>$/m)
    await terminal.type('echo status $?')
    await terminal.shows('status 5')
    expect(await runs()).toBe('')
    await terminal.type('clear; jetee run sleep 1005; echo status $?')
    const sleeps = () => site.server.must("ps -ewo args | grep -c '^sleep 1005' || true")
    await until('it sleeps', sleeps, (count) => count === '1')
    await terminal.press('C-c')
    await terminal.shows('status 130')
  })

  test('goes on over a deploy, and keeps its image', async () => {
    const script =
      'until [ -e /tmp/go ]; do sleep 0.1; done; python manage.py check && cat guestbook/version.py'
    const client = desk.jetee(['run', '--', 'sh', '-c', script])
    const name = await until('it runs', runs, (names) => names !== '')
    // A release that is not among the good ones is removed by the next deploy.
    await site.server.must('rm /var/lib/jetee/projects/guestbook/releases/1/good')
    await site.origin.commit({ 'guestbook/version.py': 'VERSION = "2"\n' })
    expect((await site.mustDeploy({ command: 'update project' })).outputs).toMatchObject({ release: '2' })
    expect(await runs()).toBe(name)
    expect(await site.server.must('docker image ls -q jetee/guestbook:1')).not.toBe('')
    await site.server.must(`docker exec ${name} touch /tmp/go`)
    const { code, stdout } = await client
    expect(code).toBe(0)
    expect(stdout).not.toContain('VERSION = "2"')
    expect(await runs()).toBe('')
    expect((await desk.jetee(['run', 'cat', 'guestbook/version.py'])).stdout).toContain('VERSION = "2"')
  })
})
