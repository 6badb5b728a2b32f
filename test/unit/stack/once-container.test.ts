import { describe, expect, test } from 'vitest'
import {
  type FoundContainer,
  type LiveRelease,
  type OnceCommand,
  onceSpec,
} from '../../../src/stack/once-container.ts'
import { configurationOf, containersOf } from './project.ts'

const found: FoundContainer = { Dns: null, DnsSearch: [], DnsOptions: null, Entrypoint: ['python'] }
const live = (project: string, differs: Partial<LiveRelease> = {}): LiveRelease => ({
  number: 8,
  containers: containersOf(configurationOf(project)),
  supervised: false,
  hasInit: true,
  found,
  ...differs,
})
const command: OnceCommand = { identity: '0badcafe', words: ['echo', 'a b', '$HOME'], terminal: undefined }
const must = (release: LiveRelease, differs: Partial<OnceCommand> = {}) => {
  const container = onceSpec('shop', release, { ...command, ...differs })
  if (!container) throw new Error('The record has no container of the release')
  return container
}

const image =
  'type: image\nimage: app:1\nport: 3000\nmedia_location: /srv/media\nenv_variables: { MOOD: calm }'
const django = 'type: django\nprocesses: [django_gunicorn]'

describe('a container for a command', () => {
  test('has all that the live release’s own has, and counts to no release', () => {
    const { name, spec } = must(live(image))
    const main = live(image).containers.find((container) => container.name === 'shop-app-8')?.spec
    expect(name).toBe('shop-run-0badcafe')
    expect(spec).toMatchObject({ Image: 'jetee/shop:8', Env: main?.Env, Cmd: command.words })
    expect(spec.Env).toContain('MOOD=calm')
    expect(spec.HostConfig).toMatchObject({ ...main?.HostConfig, RestartPolicy: { Name: 'no' } })
    expect(spec.Labels).toMatchObject({
      'jetee.project': 'shop',
      'jetee.configuration': 'Staging',
      'jetee.service': 'run',
      'jetee.release': '',
    })
  })

  test('takes no address from the release, and does not outlive its command or its client’s input', () => {
    const fixed = live(image).containers.find((container) => container.name === 'shop-app-8')?.spec
    expect(fixed).toHaveProperty('NetworkingConfig')
    const { spec } = must(live(image))
    expect(spec).not.toHaveProperty('NetworkingConfig')
    expect(spec.HostConfig).toMatchObject({ AutoRemove: true, RestartPolicy: { Name: 'no' } })
    expect(spec).toMatchObject({ OpenStdin: true, StdinOnce: true, Tty: false })
  })

  test('has neither supervisor nor root where the image is made here', () => {
    const { spec } = must(live(django, { supervised: true }))
    expect(spec).toMatchObject({ Entrypoint: [], User: 'app' })
    expect(spec.Env?.slice(-3)).toEqual(['HOME=/home/app', 'USER=app', 'LOGNAME=app'])
  })

  test('leaves entry point and user to an image of one’s own, also where that must be the first process', () => {
    expect(must(live(image)).spec).not.toHaveProperty('Entrypoint')
    expect(must(live(image)).spec).not.toHaveProperty('User')
    expect(must(live(image)).spec.HostConfig).toMatchObject({ Init: true })
    for (const first of ['/init', '/sbin/init', '/lib/systemd/systemd'])
      expect(
        must(live(image, { found: { ...found, Entrypoint: [first] } })).spec.HostConfig,
      ).not.toHaveProperty('Init')
    expect(must(live(image, { hasInit: false })).spec.HostConfig).not.toHaveProperty('Init')
  })

  test('asks the name servers that the live one asks', () => {
    const asks = { Dns: ['10.1.2.3', '9.9.9.9'], DnsSearch: ['service.consul'], DnsOptions: ['ndots:1'] }
    expect(must(live(image, { found: { ...found, ...asks } })).spec.HostConfig).toMatchObject(asks)
    for (const key of ['Dns', 'DnsSearch', 'DnsOptions'])
      expect(must(live(image)).spec.HostConfig).not.toHaveProperty(key)
  })

  test('has a terminal of the size of the one before it', () => {
    const { spec } = must(live(image), { terminal: { term: 'vt220', rows: 31, cols: 97 } })
    expect(spec).toMatchObject({ Tty: true, HostConfig: { ConsoleSize: [31, 97] } })
    expect(spec.Env).toContain('TERM=vt220')
  })

  test('is none where the record has no container of the release', () => {
    expect(onceSpec('shop', live(image, { containers: [] }), command)).toBeUndefined()
  })
})
