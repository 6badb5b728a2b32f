import { expect, test } from 'vitest'
import { exchangeCommand } from '../../../src/stack/checks.ts'
import { until } from '../until.ts'
import { type Book, ports, project } from './book.ts'

/** What becomes of a service, and what ends it; one that is started has to come up first. */
const mishaps = {
  paused: { begin: 'docker pause', end: 'docker unpause', starts: false },
  // The server is the container's first process; the others of PostgreSQL wait for it.
  hung: { begin: 'docker kill --signal STOP', end: 'docker kill --signal CONT', starts: false },
  stopped: { begin: 'docker stop --time 5', end: 'docker start', starts: true },
} as const

type Mishap = keyof typeof mishaps

/** Most seconds until the name with health tells what has become of a service. */
const limit = 5

/** Those whose protocol is asked; of any other one it is only seen whether its port takes connections. */
const asked = Object.keys(ports).filter((service) => service !== 'page')

const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

/**
 * Asks for each name again and again, and says how many seconds it took until it was as it is wanted, counted from a
 * moment that is given.
 */
const watcher = `
import dns.resolver, sys, time
wanted, since, names = sys.argv[1] == "up", float(sys.argv[2]), set(sys.argv[3:])
resolver = dns.resolver.Resolver()
def is_up(name):
    try:
        return len(resolver.resolve(name + ".service.consul.", "A")) > 0
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return False
while names and time.time() < since + 20:
    for name in sorted(names):
        if is_up(name) == wanted:
            print(name, round(time.time() - since, 1), flush=True)
            names.remove(name)
    time.sleep(0.05)
`

/** The health that the names of services tell. */
export const health = (open: () => Book) => {
  /** The server's time, in seconds. */
  const now = () => open().site.server.must('date +%s.%N')

  /**
   * Seconds from a moment until the names of these services are up or down, by service; none for one that does not
   * become so.
   */
  const watch = async (state: 'up' | 'down', since: string, services: readonly string[]) => {
    const names = services.map((service) => `${project}-${service}`)
    const { stdout } = await open().site.server.run(
      `docker exec -i ${project}-lookup python3 - ${state} ${since} ${names.join(' ')}`,
      { input: watcher },
    )
    return Object.fromEntries(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.replace(`${project}-`, '').split(' '))
        .map(([service = '', seconds]) => [service, Number(seconds)]),
    )
  }

  /** The status with which Consul's question ends, word for word as Consul runs it. */
  const status = async (expected: string, port = 6379) => {
    const address = await open().address(`${project}-redis`)
    const question = { kind: 'exchange', send: 'PING\\r\\n', expect: ['+OK*', expected] } as const
    const command = exchangeCommand(question, address, port).map(quote).join(' ')
    return (await open().site.server.run(`docker exec jetee-consul ${command}`)).code
  }

  /** Waits until a service answers its own probe, or else its port. */
  const works = async (service: string) => {
    const { server } = open().site
    const container = `${project}-${service}`
    const { Test } = JSON.parse(
      await server.must(`docker inspect --format '{{json .Config.Healthcheck}}' ${container}`),
    ) ?? { Test: [] }
    const command =
      (Test as string[]).slice(1).map(quote).join(' ') || `sh -c 'nc 127.0.0.1 8080 < /dev/null'`
    await until(
      `${service} works`,
      () => server.run(`docker exec ${container} ${command}`),
      ({ code }) => code === 0,
    )
  }

  const check = async (mishap: Mishap, services: readonly string[]) => {
    const { server } = open().site
    const containers = services.map((service) => `${project}-${service}`).join(' ')
    const { begin, end, starts } = mishaps[mishap]
    expect(Object.keys(await watch('up', await now(), services)).sort()).toEqual([...services].sort())
    await server.must(`${begin} ${containers}`)
    const down = await watch('down', await now(), services)
    if (!starts) {
      // Docker goes on to know the plain name.
      for (const service of services) {
        const name = `${project}-${service}`
        expect(await open().inside(`musl-getent ${name}`), name).toBe(await open().address(name))
      }
    }
    await server.must(`${end} ${containers}`)
    const ended = await now()
    const watches = services.map(async (service) => {
      if (starts) await works(service)
      return watch('up', starts ? await now() : ended, [service])
    })
    const up: Record<string, number> = Object.assign({}, ...(await Promise.all(watches)))
    console.log(`${mishap}: seconds until out ${JSON.stringify(down)}, until back ${JSON.stringify(up)}`)
    for (const service of services) {
      expect(down[service], `${service} is out`).toBeLessThanOrEqual(limit)
      expect(up[service], `${service} is back`).toBeLessThanOrEqual(limit)
    }
  }

  test('an answer that is not wanted, and none, are worse than a warning', async () => {
    expect(await status('-NOAUTH*')).toBe(0)
    expect(await status('+PONG*')).toBe(2)
    expect(await status('*', 6380)).toBe(2)
  })

  test('asking for it puts nothing into a service’s log', async () => {
    const { deployed, site } = open()
    const quiet = 20_000
    await until(
      'there were enough questions',
      async () => Date.now() - deployed,
      (passed) => passed > quiet,
    )
    for (const service of Object.keys(ports)) {
      const since = `${(Date.now() - deployed - 5000) / 1000}s`
      const logs = await site.server.must(`docker logs --since ${since} ${project}-${service} 2>&1`)
      expect(logs, service).toBe('')
    }
  })

  test.each(Object.keys(mishaps) as Mishap[])(
    `a service that is %s is out of its name within ${limit} s, and back within ${limit} s`,
    (mishap) => check(mishap, asked),
  )

  test('so is a service that is stopped and of which only the port is known', () =>
    check('stopped', ['page']))
}
