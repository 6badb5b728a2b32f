import { describe, expect, test } from 'vitest'
import { ensureConsul } from '../../../src/discovery/consul.ts'
import type { AddressBook } from '../../../src/server/addresses.ts'
import type { EngineCall } from '../../../src/server/engine/client.ts'
import type { ActionContext } from '../../../src/server/provision.ts'
import { createService } from '../../../src/server/services.ts'
import { setUpEntrance } from '../../../src/site/entrance.ts'
import { startNginx } from '../../../src/site/nginx.ts'
import { consulStack } from '../../../src/stack/discovery.ts'
import { labels } from '../../../src/stack/layout.ts'
import { desiredState } from '../sample.ts'

/** What is asked of an engine that has all these containers, by a run that is cancelled before the first call of these words. */
const asked = async (
  cancelAt: string,
  act: (context: ActionContext, addresses: () => Promise<AddressBook>) => Promise<void>,
) => {
  const cancel = new AbortController()
  const lost = new AbortController()
  const calls: string[] = []
  let removed = false
  const call = async ({ method, path, query, signal }: EngineCall): Promise<unknown> => {
    const words = [method, path, query?.name].filter(Boolean).join(' ')
    if (words.startsWith(cancelAt)) cancel.abort(new Error('cancelled'))
    signal?.throwIfAborted()
    if (method !== 'GET') calls.push(words)
    if (method === 'DELETE') removed = true
    // Consul looks at what the engine has: before, an old one of its own; later, the one that it has started.
    if (path === '/containers/json') return [consul(removed)]
    return path === '/info' ? { Swarm: {} } : []
  }
  const context = {
    session: {
      project: 'guestbook',
      where: 'root@server:22',
      lost: lost.signal,
      engine: { call },
      run: async (_: unknown, { signal }: { readonly signal?: AbortSignal }) => {
        signal?.throwIfAborted()
        return { code: 0, stdout: Buffer.of(), stderr: '' }
      },
    },
    progress: { output() {}, beginPart() {}, endPart() {}, note() {}, warn() {}, end() {} },
    signal: cancel.signal,
  } as unknown as ActionContext
  const book: AddressBook = {
    subnet: '10.213.0.0/24',
    taken: new Map(),
    foreign: new Set(),
    resolver: undefined,
  }
  const end = await act(context, async () => book).then(
    () => 'done',
    (error: Error) => error.message,
  )
  return { calls: calls.filter((line) => !line.includes('/volumes/')), end }
}

const stack = consulStack()
const consul = (isNew: boolean) => ({
  Id: isNew ? 'new' : 'old',
  Names: ['/jetee-consul'],
  Image: 'consul',
  State: 'running',
  Labels: isNew ? stack.spec.Labels : { ...stack.spec.Labels, [labels.spec]: 'older' },
  NetworkSettings: { Networks: {} },
})

const { services, front, entrance } = desiredState()
const [service] = services

describe('what takes the place of something that runs', () => {
  test.each([
    [
      'a service',
      'guestbook-postgresql',
      (context: ActionContext, addresses: () => Promise<AddressBook>) =>
        createService(context, service!, true, addresses),
      'cancelled',
    ],
    [
      'the server’s nginx',
      'jetee-nginx',
      (context: ActionContext) => startNginx(context, front, 'other'),
      'done',
    ],
    [
      'the entrance',
      'guestbook-app',
      (context: ActionContext, addresses: () => Promise<AddressBook>) =>
        setUpEntrance(context, entrance, 'other', addresses),
      'done',
    ],
  ] as const)('is there also when the run is cancelled meanwhile: %s', async (_, name, act, end) => {
    const whole = [
      `POST /containers/${name}/stop`,
      `DELETE /containers/${name}`,
      `POST /containers/create ${name}`,
      `POST /containers/${name}/start`,
    ]
    for (const line of whole) expect(await asked(line, act)).toEqual({ calls: whole, end })
  })

  test('stays where nginx has another configuration alone to load', async () => {
    const act = (context: ActionContext) => startNginx(context, front, 'loads')
    expect(await asked('never', act)).toEqual({ calls: [], end: 'done' })
  })

  test('is not begun by a run that was cancelled before', async () => {
    const act = (context: ActionContext) => startNginx(context, front, 'other')
    expect(await asked('GET /images/', act)).toEqual({ calls: [], end: 'cancelled' })
  })

  test('is there also when the run is cancelled meanwhile: Consul', async () => {
    const act = (context: ActionContext) => ensureConsul(context, stack, [], [])
    const { calls, end } = await asked('DELETE', act)
    expect(end).toBe('done')
    expect(calls.slice(-3)).toEqual([
      'DELETE /containers/old',
      'POST /containers/create jetee-consul',
      'POST /containers/jetee-consul/start',
    ])
  })
})
