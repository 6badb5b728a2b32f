import { afterAll, beforeAll, expect, test } from 'vitest'
import { dockerSnapshot } from '../../world/snapshot.ts'
import { containers, newProject, newSite, type Project, type Site } from '../harness.ts'
import { until } from '../until.ts'

/** Tests that names and addresses of services survive all that a server goes through. Two projects, services alone. */
export const discoverySurvives = (debian: 12 | 13): void => {
  let site: Site
  let second: Project

  const command = 'build service'
  const github = { repository: 'octo-org/diary' }
  const build = async (project: 'guestbook' | 'diary') =>
    project === 'guestbook' ? site.mustDeploy({ command }) : second.mustDeploy({ command, github })

  beforeAll(async () => {
    site = await newSite({ debian, from: await dockerSnapshot(debian) })
    second = await newProject(site.server, site.key, { settings: { project_name: 'diary' } })
  })
  afterAll(async () => {
    await site?.[Symbol.asyncDispose]()
    await second?.[Symbol.asyncDispose]()
  })

  /** Addresses of a container by network, as the engine has them. */
  const addresses = async (container: string): Promise<Readonly<Record<string, string>>> => {
    const format =
      '{{range $name, $end := .NetworkSettings.Networks}}{{$name}} {{$end.IPAddress}}{{"\\n"}}{{end}}'
    const lines = await site.server.must(`docker inspect -f '${format}' ${container}`)
    return Object.fromEntries(
      lines
        .trim()
        .split('\n')
        .map((line) => line.split(' ')),
    )
  }

  const addressOf = async (project: string, service: string) =>
    (await addresses(`${project}-${service}`))[`jetee-${project}`] ?? ''

  /** What a name leads to from inside a project's container; empty when it leads nowhere. */
  const lookUp = async (project: string, name: string): Promise<string> => {
    const { stdout } = await site.server.run(`docker exec ${project}-postgresql getent ahostsv4 ${name}`)
    return stdout.split(/\s/)[0] ?? ''
  }

  /** Waits until the name that knows of health leads to the service's address, from the other service of its project. */
  const found = async (project: string, seconds = 90): Promise<string> => {
    const address = await addressOf(project, 'redis')
    expect(address).not.toBe('')
    return until(
      `${project}-redis.service.consul is ${address}`,
      () => lookUp(project, `${project}-redis.service.consul`),
      (answer) => answer === address,
      seconds,
    )
  }

  /** Does something to the server, and waits until both projects have their names again, which is told with its time. */
  const survives = async (what: string, act: () => Promise<unknown>, seconds?: number) => {
    const begun = performance.now()
    await act()
    const acted = performance.now()
    await Promise.all([found('guestbook', seconds), found('diary', seconds)])
    const now = performance.now()
    console.log(
      `${what}: ${((acted - begun) / 1000).toFixed(1)} s, names ${((now - acted) / 1000).toFixed(1)} s after that`,
    )
  }

  /** Every fixed address of the two projects, Consul's among them. */
  const everyAddress = async () => ({
    consul: await addresses('jetee-consul'),
    guestbook: [await addressOf('guestbook', 'postgresql'), await addressOf('guestbook', 'redis')],
    diary: [await addressOf('diary', 'postgresql'), await addressOf('diary', 'redis')],
  })

  /** Names and ids of all containers but Consul. */
  const services = async () =>
    (await containers(site.server)).split('\n').filter((line) => !line.startsWith('jetee-consul'))

  const engineAnswers = () =>
    until(
      'Docker answers',
      () => site.server.run('docker ps -q'),
      ({ code }) => code === 0,
    )

  test('two projects that are set up at the same moment both find their services', async () => {
    const { server } = site
    // A route and a network of somebody else, where the projects’ networks would lie.
    const range = server.host.startsWith('10.213.') ? '10.214' : '10.213'
    await server.must(`
    ip route add ${range}.0.0/24 dev lo
    docker network create --subnet ${range}.1.0/24 somebody`)
    await survives('two projects at once', () => Promise.all([build('guestbook'), build('diary')]))
    expect(await server.must("docker ps --format '{{.Names}}' | sort")).toBe(
      [
        'diary-postgresql',
        'diary-redis',
        'guestbook-postgresql',
        'guestbook-redis',
        'jetee-consul',
        'jetee-nginx',
      ].join('\n'),
    )
    const { consul, ...own } = await everyAddress()
    for (const project of ['guestbook', 'diary'] as const) {
      const subnet = consul[`jetee-${project}`]?.replace(/\.2$/, '')
      expect(subnet?.startsWith(`${range}.`)).toBe(true)
      expect([`${range}.0`, `${range}.1`]).not.toContain(subnet)
      expect([...own[project]].sort()).toEqual([`${subnet}.3`, `${subnet}.4`])
      expect(await lookUp(project, `${project}-redis`)).toBe(own[project][1])
    }
  })

  test('and nothing is to be done then', async () => {
    for (const run of [await build('guestbook'), await build('diary')])
      expect(run.log).toContain('nothing was changed')
  })

  test('the name of the other project leads nowhere without its domain', async () => {
    expect(await lookUp('guestbook', 'diary-redis.')).toBe('')
  })

  test('names and addresses are the same after a restart of Docker, its death, and a reboot', async () => {
    const { server } = site
    const before = await everyAddress()
    const ids = await containers(server)
    await survives('restart of dockerd', async () => {
      await server.must('systemctl restart docker')
      await engineAnswers()
    })
    await survives('death of dockerd', async () => {
      await server.must('systemctl kill --signal KILL docker')
      await engineAnswers()
    })
    await survives('reboot', async () => {
      await server.reboot()
      await engineAnswers()
    })
    expect(await everyAddress()).toEqual(before)
    expect(await containers(server)).toBe(ids)
  })

  test('Consul that is gone comes back with the next run, under its addresses, and nothing else is touched', async () => {
    const { server } = site
    const before = await everyAddress()
    const ids = await services()
    await server.must('docker rm -f jetee-consul')
    expect(await lookUp('guestbook', 'guestbook-redis')).toBe(before.guestbook[1])
    await survives('a new Consul', () => build('guestbook'))
    expect(await services()).toEqual(ids)
    const { 'jetee.discovery': _, ...consul } = (await everyAddress()).consul
    expect(before.consul).toMatchObject(consul)
    expect(Object.keys(consul).sort()).toEqual(['jetee-diary', 'jetee-guestbook'])
  })

  test('another version of Consul takes its place, in the networks of both projects', async () => {
    const { server } = site
    const before = await everyAddress()
    await server.must(`
    docker rm -f jetee-consul
    docker run -d --name jetee-consul --label jetee.service=consul --label jetee.spec=older --stop-timeout 0 \\
      --network jetee.discovery --entrypoint sleep hashicorp/consul:1.22 infinity
    docker network connect --ip ${before.consul['jetee-guestbook']} jetee-guestbook jetee-consul
    docker network connect --ip ${before.consul['jetee-diary']} jetee-diary jetee-consul`)
    const ids = await services()
    await survives('an upgrade of Consul', () => build('diary'))
    expect(await everyAddress()).toMatchObject({
      ...before,
      consul: { 'jetee-guestbook': expect.any(String), 'jetee-diary': expect.any(String) },
    })
    expect(await services()).toEqual(ids)
    expect(await server.must("docker inspect -f '{{.Config.Entrypoint}}' jetee-consul")).not.toContain(
      'sleep',
    )
  })

  /** Puts a container on an address that another one had when it ran. */
  const squat = (address: string | undefined, options = '') =>
    site.server.must(
      `docker run -d --name squatter --stop-timeout 0 --network jetee-guestbook --ip ${address} ${options} \\
        --entrypoint sleep redis:8 infinity`,
    )

  // One that looks as if it were ours is known for a stranger only when the engine refuses its address.
  test.each([
    ['a stranger', ''],
    ['a stranger that no plan has foreseen', '--label jetee.service=squatter'],
  ])('%s on the address of a service has it move, and its name with it', async (stranger, options) => {
    const { server } = site
    const [, before] = (await everyAddress()).guestbook
    await server.must('docker stop guestbook-redis')
    await squat(before, options)
    await survives(`another address of a service, for ${stranger}`, () => build('guestbook'))
    expect((await everyAddress()).guestbook[1]).not.toBe(before)
    expect(await lookUp('guestbook', 'guestbook-redis')).not.toBe(before)
    expect((await build('guestbook')).log).toContain('nothing was changed')
    await server.must('docker rm -f squatter')
  })

  test('a stranger on the address of Consul has it move, and the containers ask it there', async () => {
    const { server } = site
    const before = (await everyAddress()).consul['jetee-guestbook']
    await server.must('docker stop jetee-consul')
    await squat(before)
    await survives('another address of Consul', () => build('guestbook'))
    expect((await everyAddress()).consul['jetee-guestbook']).not.toBe(before)
    expect((await build('guestbook')).log).toContain('nothing was changed')
    await server.must('docker rm -f squatter')
  })

  test('without Consul, plain names are left, and Consul knows nothing of the project', async () => {
    await site.configure({ discovery: 'docker' })
    await build('guestbook')
    expect(Object.keys(await addresses('jetee-consul')).sort()).toEqual(['jetee-diary', 'jetee.discovery'])
    expect(await lookUp('guestbook', 'guestbook-redis')).toBe(await addressOf('guestbook', 'redis'))
    expect(await lookUp('guestbook', 'guestbook-redis.service.consul')).toBe('')
    expect((await build('guestbook')).log).toContain('nothing was changed')
    await found('diary')
  })
}
