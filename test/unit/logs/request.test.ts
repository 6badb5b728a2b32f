import { describe, expect, test } from 'vitest'
import { attribute, nameInRelease } from '../../../src/logs/names.ts'
import { type LogRequest, logRequest } from '../../../src/logs/request.ts'
import { readSince } from '../../../src/logs/since.ts'
import { Failure } from '../../../src/report/failure.ts'
import { sampleConfiguration } from '../sample.ts'

const request = (of?: string): LogRequest =>
  logRequest(
    { kind: 'logs', of, follow: false, since: undefined, lines: undefined, timestamps: false },
    {
      configuration: sampleConfiguration((text) =>
        text.replace('command: python worker.py', 'command: x, copies: 2'),
      ),
      file: 'deployment.yml',
    },
  )
const failureOf = (act: () => unknown): Failure['details'] => {
  try {
    act()
  } catch (error) {
    if (error instanceof Failure) return error.details
  }
  throw new Error('It did not fail')
}

describe('what is asked for', () => {
  test('is everything of the project, a process with its copies, one copy, a task, a service, or the site', () => {
    expect(request()).toMatchObject({ of: { kind: 'project' }, names: undefined })
    expect(request().expected).toEqual(['web', 'worker-0', 'worker-1', 'migrate', 'collectstatic', 'app'])
    expect(request('worker').names).toEqual(expect.arrayContaining(['worker', 'worker-0', 'worker-9']))
    expect(request('worker-1').names).toEqual(['worker-1'])
    expect(request('migrate').names).toEqual(['migrate'])
    expect(request('redis').of).toEqual({ kind: 'service', name: 'redis' })
    expect(request('site').of).toEqual({ kind: 'site' })
  })

  test.each([
    ['wroker', 'Did you mean `worker`?'],
    ['postgres', 'Did you mean `postgresql`?'],
    ['worker-7', 'Did you mean `worker`?'],
    ['something', 'Name one of them, or none for all processes.'],
  ])('cannot be %j', (name, next) => {
    expect(failureOf(() => request(name))).toMatchObject({
      why: 'There are: web, worker, migrate, collectstatic, app, postgresql, redis, site.',
      next,
    })
  })
})

describe('since', () => {
  test.each([
    ['10m', 600],
    ['2h30m', 9000],
    ['3d', 259_200],
    ['1w', 604_800],
    ['0s', 0],
  ])('%s is an age', (text, seconds) => expect(readSince(text)).toEqual({ kind: 'age', seconds }))

  test.each([
    ['2026-11-22T18:00:00Z', '2026-11-22T18:00:00'],
    ['2026-11-22T18:00+02:00', '2026-11-22T16:00:00'],
    ['2026-11-22 18:00:01.5Z', '2026-11-22T18:00:01'],
    ['2026-11-22', new Date('2026-11-22T00:00').toISOString().slice(0, 19)],
  ])('%s is a time', (text, utc) => expect(readSince(text)).toEqual({ kind: 'time', utc }))

  test.each(['', '10', 'm', '10 m', '2026-13-01', 'yesterday', '-5m', '1h; reboot', '9999999w'])(
    '%j is neither',
    (text) => expect(failureOf(() => readSince(text)).what).toContain('is neither an age nor a time'),
  )
})

describe('a container of a release', () => {
  test.each([
    ['shop-app-7', 'app'],
    ['shop-door-7', 'door'],
    ['shop-worker-7', 'worker'],
    ['shop-worker-7-1', 'worker-0'],
    ['shop-worker-2-7', 'worker-2'],
    ['shop-task-migrate-7', 'migrate'],
    ['shop-app', undefined],
    ['shop-redis', undefined],
    ['other-app-7', undefined],
  ])('%s prints as %s', (container, name) => expect(nameInRelease(container, 'shop', 7)).toBe(name))
})

describe('a line of a container', () => {
  const from = (name: string, text: string, of: string | undefined, isNamed = true) => {
    const line = attribute({ name, isNamed }, Buffer.from(text), request(of))
    return line && `${line.name}: ${line.text}`
  }

  test('comes from the process that it names', () => {
    expect(from('app', 'web | GET / | 200', undefined)).toBe('web: GET / | 200')
    expect(from('app', '2026-11-22 INFO spawned', undefined)).toBe('app: 2026-11-22 INFO spawned')
    expect(from('app', 'worker-0 | tick', 'web')).toBeUndefined()
    expect(from('app', 'web | GET /', undefined, false)).toBe('app: web | GET /')
  })

  test('of nginx is the project’s when it begins with its name, or tells of a server of it', () => {
    expect(from('site', 'guestbook 10.0.0.1 x', 'site', false)).toBe('site: 10.0.0.1 x')
    expect(from('site', 'guestbook2 10.0.0.1 x', 'site', false)).toBeUndefined()
    expect(from('site', '[error] x, server: staging.example.com, request: y', 'site', false)).toContain(
      '[error]',
    )
    expect(from('site', '[error] x, server: example.com, request: y', 'site', false)).toBeUndefined()
  })
})
