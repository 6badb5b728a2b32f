import { describe, expect, test } from 'vitest'
import { doorConf } from '../../../src/stack/release-containers.ts'
import { configurationOf, containersOf, releaseOf } from './project.ts'

const own = `type: dockerfile
command: python3 server.py
port: 3000
media_location: /srv/media
env_variables: { MOOD: calm }
release_tasks: { before_switch: [python3 migrate.py], after_switch: [{ name: warm, command: "python3 warm.py 'a b'" }] }
processes:
  - custom: { name: worker, command: python3 worker.py, copies: 2, stop_signal: INT, stop_timeout: 7, env_variables: { MOOD: busy } }
  - custom: { name: mailer, command: python3 mail.py }`

const named = (configuration = configurationOf(own)) =>
  new Map(containersOf(configuration).map(({ name, spec }) => [name, spec]))

describe('a release from a Dockerfile of its own', () => {
  test('is a container for the command, one for the door, one for each helper and task', () => {
    const parts = [...named()].map(([name, { Labels }]) => `${name} ${Labels['jetee.service']}`)
    expect(parts).toEqual([
      'shop-app-8 primary',
      'shop-door-8 door',
      'shop-worker-8-1 helper',
      'shop-worker-8-2 helper',
      'shop-mailer-8 helper',
      'shop-task-before-switch-1-8 task',
      'shop-task-warm-8 task',
    ])
  })

  test('starts none of them by itself, and sets every label of ours', () => {
    for (const [name, { HostConfig, Labels }] of named()) {
      expect(HostConfig.RestartPolicy, name).toEqual({ Name: 'no' })
      expect(Labels).toEqual({
        'jetee.project': 'shop',
        'jetee.configuration': 'Staging',
        'jetee.service': Labels['jetee.service'],
        'jetee.release': '8',
        'jetee.commit': 'c'.repeat(40),
        'jetee.data': '',
        'jetee.specification': '',
        'jetee.dns': '',
        'jetee.spec': releaseOf(configurationOf(own)).hash,
      })
    }
  })

  test('runs the commands word for word, as the image’s own user', () => {
    const containers = named()
    expect(containers.get('shop-app-8')?.Cmd).toEqual(['python3', 'server.py'])
    expect(containers.get('shop-worker-8-2')?.Cmd).toEqual(['python3', 'worker.py'])
    expect(containers.get('shop-task-warm-8')?.Cmd).toEqual(['python3', 'warm.py', 'a b'])
    for (const [name, spec] of containers) {
      expect(spec, name).not.toHaveProperty('User')
      if (name !== 'shop-door-8') expect(spec, name).not.toHaveProperty('Entrypoint')
    }
    const image = configurationOf('type: image\nimage: app:1')
    expect(named(image).get('shop-app-8')).not.toHaveProperty('Cmd')
  })

  test('gives all of them the project’s environment, and a helper its own above it', () => {
    const containers = named()
    const env = (name: string) => containers.get(name)?.Env
    expect(env('shop-app-8')).toEqual(['PORT=3000', 'CONFIGURATION=Staging', 'MOOD=calm'])
    expect(env('shop-task-warm-8')).toEqual(env('shop-app-8'))
    expect(env('shop-worker-8-2')).toEqual([
      'PORT=3000',
      'CONFIGURATION=Staging',
      'MOOD=busy',
      'SUPERVISOR_PROCESS_NAME=worker-1',
    ])
  })

  test('stops a helper as its process says', () => {
    expect(named().get('shop-worker-8-1')).toMatchObject({ StopSignal: 'SIGINT', StopTimeout: 7 })
    expect(named().get('shop-mailer-8')).toMatchObject({ StopSignal: 'SIGTERM', StopTimeout: 60 })
  })

  test('limits all but the door, and mounts volumes and uploads there', () => {
    const containers = named(
      configurationOf(own, {
        limits: { memoryBytes: 2 ** 29, cpus: 1.5 },
        volumes: [{ source: 'cache', target: '/cache', readOnly: false }],
      }),
    )
    for (const [name, { HostConfig }] of containers) {
      if (name === 'shop-door-8') {
        expect(HostConfig).not.toHaveProperty('Memory')
        continue
      }
      expect(HostConfig, name).toMatchObject({
        Memory: 2 ** 29,
        NanoCpus: 1.5e9,
        Binds: ['/var/lib/jetee/www/shop/media:/srv/media', 'shop-cache:/cache'],
      })
    }
  })

  test('gives the command’s container alone the fixed address', () => {
    for (const [name, { NetworkingConfig }] of named()) {
      expect(JSON.stringify(NetworkingConfig ?? {}).includes('10.213.0.5'), name).toBe(name === 'shop-app-8')
    }
  })

  test('without a port is a helper of its own, and has no door', () => {
    const containers = named(configurationOf('type: image\nimage: app:1\nport: false'))
    expect([...containers.keys()]).toEqual(['shop-app-8'])
    expect(containers.get('shop-app-8')?.Labels['jetee.service']).toBe('helper')
    expect(releaseOf(configurationOf('type: image\nimage: app:1\nport: false')).hasWeb).toBe(false)
  })
})

describe('a release under supervisor', () => {
  test('has a door when its web process listens on a port', () => {
    const lines = 'type: python\nprocesses: [{ custom: { name: site, command: node x.js, port: 9000 } }]'
    expect([...named(configurationOf(lines)).keys()]).toEqual(['shop-app-8', 'shop-door-8'])
    expect(releaseOf(configurationOf(lines))).toMatchObject({ port: 9000, hasWeb: true })
  })

  test('has limits and volumes, and the environment of the primary service below the project’s', () => {
    const configuration = configurationOf('type: python\nenv_variables: { A: project }', {
      envVariables: { A: 'primary', B: 'primary' },
      limits: { memoryBytes: 2 ** 30, cpus: undefined },
      volumes: [{ source: '/srv/fonts', target: '/fonts', readOnly: true }],
    })
    const [main] = containersOf(configuration)
    expect(main?.spec.Env).toEqual(['CONFIGURATION=Staging', 'A=project', 'B=primary'])
    expect(main?.spec.HostConfig.Memory).toBe(2 ** 30)
    expect(main?.spec.HostConfig.Binds).toContain('/srv/fonts:/fonts:ro')
  })
})

describe('a release', () => {
  const hash = (lines: string, primary = {}, input = {}) =>
    releaseOf(configurationOf(lines, primary), input).hash

  test.each([
    ['limits', own, { limits: { memoryBytes: 2 ** 29, cpus: undefined } }],
    ['volumes', own, { volumes: [{ source: 'a', target: '/a', readOnly: false }] }],
    ['command', own.replace('server.py', 'serve.py'), {}],
    ['port', own.replace('3000', '3001'), {}],
    ['task after the switch', own.replace('warm.py', 'heat.py'), {}],
    ['number of copies', own.replace('copies: 2', 'copies: 3'), {}],
    ['environment of a helper', own.replace('busy', 'idle'), {}],
    ['argument of the build', `${own}\nbuild_args: { A: b }`, {}],
  ])('is another one for another %s', (_, lines, primary) => {
    expect(hash(lines, primary)).not.toBe(hash(own))
  })

  test('of a given image is the same for another commit', () => {
    const lines = 'type: image\nimage: app:1'
    expect(hash(lines, {}, { tree: 'b'.repeat(40) })).toBe(hash(lines))
    expect(hash(own, {}, { tree: 'b'.repeat(40) })).not.toBe(hash(own))
  })
})

test('a door knows its release by address and port, and is silent where that is', () => {
  const conf = doorConf('10.213.0.5', 3000)
  expect(conf).toContain('proxy_pass http://10.213.0.5:3000;')
  expect(conf).toMatch(/error_page 502 504 = @silence;[\s\S]*return 444;/)
  expect(conf).not.toMatch(/upstream|resolver|\{\{/)
})
