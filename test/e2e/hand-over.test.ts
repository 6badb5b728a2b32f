import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { project } from './flaskless/place.ts'
import { newSite, type Site } from './harness.ts'
import { until } from './until.ts'
import { ask } from './visitors.ts'
import { interruptAt } from './watch.ts'

/** What becomes of the old release's requests, sockets and helpers when another one goes live, and when that fails. */

const processes = (idle: string) => [
  { gunicorn: { wsgi_module: 'app.wsgi', processes_count: 1, threads: 1 } },
  { custom: { name: 'idle', command: idle } },
  { custom: { name: 'twins', command: 'sleep infinity', copies: 2 } },
]
const update = { command: 'update project' } as const
/** What the log says when the candidate begins to start, shortly before the switch. */
const starting = / {2}start supervisor, /

let site: Site
let live = 1

/** Status of a slow answer, or the error in its place. */
const late = (seconds: number): Promise<string> =>
  new Promise((resolve) => {
    get(`${site.url}late?${seconds}`, { agent: false }, (response) => {
      response.resume()
      response.on('end', () => resolve(String(response.statusCode)))
      response.on('error', (error) => resolve(error.message))
    }).on('error', (error) => resolve(error.message))
  })

const mood = (text: string) => site.configure({ [`${project}.env_variables`]: { FLASKLESS_MOOD: text } })

const helpers = () => site.server.must("ps -ewo args | grep -c '^sleep infinity$' || true")

beforeAll(async () => {
  site = await newSite({
    from: await dockerSnapshot(13),
    sample: 'flaskless',
    env: {},
    settings: { site: { timeout: 120 }, [`${project}.processes`]: processes('sleep infinity') },
  })
  await site.mustDeploy()
})
afterAll(() => site?.[Symbol.asyncDispose]())

test('a queue of requests is answered to its end by the old release', async () => {
  await mood('queued')
  const queue: Promise<string>[] = []
  const { run } = await interruptAt(
    site,
    starting,
    () => {
      for (let one = 0; one < 60; one += 1) queue.push(late(0.4))
    },
    update,
  )
  const result = await run.done
  expect(result.exitCode, result.log).toBe(0)
  live = Number(result.outputs.release)
  expect(new Set(await Promise.all(queue))).toEqual(new Set(['200']))
  expect(await helpers()).toBe('3')
})

test('a helper that stops a while after the switch brings the old release back, requests and all', async () => {
  await site.configure({
    [`${project}.processes`]: processes(
      `python -c "import time; time.sleep(2.5); print('I am tired.'); raise SystemExit(3)"`,
    ),
  })
  const result = await site.deploy(update)
  expectFailure(result, {
    what: `Not all helper processes of release ${live + 1} run`,
    says: [/Where: idle/, `Release ${live} serves the site again, with its own helpers.`, 'I am tired.'],
  })
  expect(await fetchMood()).toBe('queued')
  expect(await helpers()).toBe('3')
  expect(await site.server.must('readlink /var/lib/jetee/www/flaskless/current')).toBe(`r/${live}`)
  await site.configure({ [`${project}.processes`]: processes('sleep infinity') })
})

const fetchMood = async (): Promise<string> =>
  (JSON.parse((await ask(`${site.url}environment`)).body) as { values: { FLASKLESS_MOOD: string } }).values
    .FLASKLESS_MOOD

test('what is not answered within the drain is cut, and holds nothing up', async () => {
  await site.configure({ [`${project}.drain`]: 3 })
  await site.mustDeploy(update)
  await mood('cut')
  let answer: Promise<string> | undefined
  const { run } = await interruptAt(
    site,
    starting,
    () => {
      answer = late(90)
    },
    update,
  )
  const result = await run.done
  expect(result.exitCode, result.log).toBe(0)
  expect(result.durationMs).toBeLessThan(60_000)
  expect(await answer).not.toBe('200')
})

test('a WebSocket gets a closing frame, a task of Celery its end; when beat sent what is known to the next release', async () => {
  await site.origin.commit({
    'app/socket.py': `async def application(scope, receive, send):
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})
    elif scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        while (await receive())["type"] != "websocket.disconnect":
            pass
`,
    'app/tasks.py': `import os
import pathlib
import time
import uuid

from celery import Celery

queue = pathlib.Path("/tmp/queue")
queue.mkdir(exist_ok=True)
app = Celery("tasks", broker="filesystem://")
app.conf.broker_transport_options = {
    "data_folder_in": str(queue),
    "data_folder_out": str(queue),
    "control_folder": "/tmp/control",
}
app.conf.beat_schedule = {
    "daily": {"task": "app.tasks.tick", "schedule": 86400.0},
    "often": {"task": "app.tasks.slow", "schedule": 2.0},
}


@app.task
def tick():
    print("tick")


@app.task
def slow():
    name = f"{os.environ.get('FLASKLESS_MOOD')} {uuid.uuid4()}"
    with open("/var/lib/jetee-state/slow", "a") as file:
        print(name, "began", time.time(), file=file, flush=True)
        time.sleep(3)
        print(name, "ended", time.time(), file=file, flush=True)
`,
  })
  await site.configure({
    [`${project}.processes`]: [
      { uvicorn: { asgi_module: 'app.socket', lifespan: 'off' } },
      { celery_worker: { app: 'app.tasks', beat: true, concurrency: 1, start_seconds: 8 } },
    ],
  })
  const first = (await site.mustDeploy(update)).outputs.release
  const known = async (release: string | undefined) => {
    const { stdout } = await until(
      `beat of release ${release} has its schedule`,
      () =>
        site.server.run(
          `docker exec flaskless-app-${release} python -c 'import shelve
for entry in shelve.open("/var/lib/jetee-state/celery-worker-schedule", "r")["entries"].values():
    print(entry.name, entry.last_run_at)' | grep daily`,
        ),
      ({ code }) => code === 0,
    )
    return stdout
  }
  const before = await known(first)
  const socket = new WebSocket(site.url.replace('http', 'ws'))
  const opened = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<{ code: number; wasClean: boolean }>()
  socket.addEventListener('open', () => opened.resolve())
  socket.addEventListener('error', () => opened.reject(new Error('no WebSocket')))
  socket.addEventListener('close', ({ code, wasClean }) => closed.resolve({ code, wasClean }))
  await opened.promise
  await mood('closed')
  const second = (await site.mustDeploy(update)).outputs.release
  expect(await closed.promise).toEqual({ code: 1012, wasClean: true })
  expect(await known(second)).toBe(before)

  const tasks = async () => {
    const lines = (await site.server.must('cat /var/lib/jetee/projects/flaskless/state/slow')).split('\n')
    return lines
      .map((line) => /^(?<mood>.*) (?<id>\S+) (?<word>began|ended) (?<time>\S+)$/.exec(line)?.groups ?? {})
      .map(({ mood, id, word, time }) => ({
        isNew: mood === 'closed',
        id,
        word,
        time: Number(time),
      }))
  }
  const all = await until('the new worker works', tasks, (list) => list.some(({ isNew }) => isNew))
  const old = all.filter(({ isNew }) => !isNew)
  const ids = (word: string) => old.filter((task) => task.word === word).map(({ id }) => id)
  expect(ids('began').length).toBeGreaterThan(0)
  expect(ids('ended')).toEqual(ids('began'))
  const times = (isNew: boolean) => all.filter((task) => task.isNew === isNew).map(({ time }) => time)
  expect(Math.max(...times(false))).toBeLessThan(Math.min(...times(true)))
})

test('after a reboot the web process and each helper run once', async () => {
  await site.server.reboot()
  await until(
    'the site answers',
    () => ask(site.url).catch(() => ({ status: 0 })),
    ({ status }) => status === 204,
  )
  const beats = "ps -ewo args | grep -c '[-]-beat' || true"
  // The worker, its pool's process and beat.
  await until(
    'the worker runs',
    () => site.server.must(beats),
    (count) => count === '3',
  )
})
