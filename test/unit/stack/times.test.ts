import { expect, test } from 'vitest'
import { releaseTimes } from '../../../src/stack/times.ts'
import { configurationOf, containersOf, releaseOf } from './project.ts'

const asked = { drainSeconds: 90, host: 'example.com', path: '/health/' }
const python = (processes: string) => configurationOf(`type: python\ndrain: 90\nprocesses: ${processes}`)
const web = 'uwsgi: { wsgi_file: a.py }'

test('a release says how long its helpers must run, how long it drains, and how it is asked', () => {
  const helper = 'custom: { name: idle, command: idle, start_seconds: 7 }'
  const configuration = python(`[{ ${web} }, { ${helper} }, { custom: { name: other, command: x } }]`)
  expect(releaseTimes(releaseOf(configuration), asked).split('\n')).toEqual([
    'start idle 7',
    'start other 5',
    'drain 90',
    'host example.com',
    'path /health/',
  ])
})

test('a `stop_timeout` of the web process stands above the drain, and its command knows either', () => {
  const commandOf = (text: string) => releaseOf(python(text)).mount['commands/web']
  expect(commandOf(`[{ ${web} }]`)).toContain('--worker-reload-mercy=90')
  const own = python(`[{ uwsgi: { wsgi_file: a.py, stop_timeout: 20 } }]`)
  expect(releaseTimes(releaseOf(own), asked)).toContain('drain 20\n')
  expect(commandOf(`[{ uwsgi: { wsgi_file: a.py, stop_timeout: 20 } }]`)).toContain(
    '--worker-reload-mercy=20',
  )
})

test('a release without a web process is not asked', () => {
  expect(releaseTimes(releaseOf(python('[{ custom: { name: idle, command: idle } }]')), asked)).toBe(
    'start idle 5\ndrain 90',
  )
})

test('programs stop side by side: the container has the time of the slowest one', () => {
  const [main] = containersOf(
    python(`[{ ${web} }, { custom: { name: idle, command: idle, stop_timeout: 200 } }]`),
  )
  expect(main?.spec.StopTimeout).toBe(210)
})

test('the folder for what outlives releases is mounted where a worker runs beat', () => {
  const bindsOf = (beat: boolean) =>
    containersOf(python(`[{ celery_worker: { app: a, beat: ${beat} } }]`))[0]?.spec.HostConfig.Binds
  const state = expect.stringMatching(/\/state:\/var\/lib\/jetee-state$/)
  expect(bindsOf(true)).toContainEqual(state)
  expect(bindsOf(false)).not.toContainEqual(state)
})
