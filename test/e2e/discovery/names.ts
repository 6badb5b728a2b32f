import { expect, test } from 'vitest'
import { until } from '../until.ts'
import { type Book, ports, project, stranger } from './book.ts'

/** A name that others answer for, and that is known wherever packages can be had. */
const outside = 'deb.debian.org'

/** Ways in which a program asks for the addresses of a name, in a shell. */
const resolvers = {
  glibc: (name: string) => `getent ahostsv4 ${name} | cut -d " " -f 1 | sort -u`,
  musl: (name: string) => `musl-getent ${name} | sort -u`,
} as const

type Resolver = keyof typeof resolvers

const ask = (book: Book, resolver: Resolver, name: string) =>
  book.inside(`sh -c '${resolvers[resolver](name)}'`)

/** What a container is told of a name, and in how many seconds. */
const timed = async (book: Book, resolver: Resolver, name: string) => {
  const lines = await book.inside(`sh -c 'date +%s%N; ${resolvers[resolver](name)}; date +%s%N'`)
  const [start, ...rest] = lines.split('\n')
  const end = rest.pop()
  return { answer: rest.join('\n'), seconds: (Number(end) - Number(start)) / 1e9 }
}

/** Names, as they are found in the containers of a project. */
export const names = (open: () => Book) => {
  test.each(Object.keys(resolvers) as Resolver[])('%s finds each kind of name', async (resolver) => {
    const book = open()
    const find = (name: string) => ask(book, resolver, name)
    const services = [...Object.keys(ports), 'lookup']
    await Promise.all(
      services.map(async (service) => {
        const name = `${project}-${service}`
        const found = await Promise.all([find(name), find(`${name}.service.consul`)])
        const address = await book.address(name)
        expect(found, name).toEqual([address, address])
      }),
    )
    // Docker does not know this one here: the search domain leads to it.
    expect(await find(`${stranger}-redis`)).toBe(await book.address(`${stranger}-redis`, stranger))
    expect(await find(outside)).toMatch(/^[0-9.\n]+$/)
    expect(await find(`${project}-nothing`)).toBe('')
    expect(await find(`${project}-nothing.service.consul`)).toBe('')
  })

  test('the container’s own resolver tells the port, to whoever asks it by DNS alone', async () => {
    const book = open()
    await Promise.all(
      Object.entries(ports).map(async ([service, port]) => {
        const name = `${project}-${service}`
        const answer = await book.inside(`dig +short SRV ${name}.service.consul`)
        const [, , told, target = ''] = answer.split(' ')
        expect(told).toBe(String(port))
        expect(await book.inside(`dig +short A ${target}`)).toBe(await book.address(name))
        expect(await book.inside(`dig +short +search SRV ${name}`)).toContain(` ${port} ${target}`)
      }),
    )
    expect(await book.inside(`dig +short SRV ${stranger}-app.service.consul`)).toContain(' 8000 ')
  })

  test('each container of a project finds its project’s services, whatever it is', async () => {
    const { site, address } = open()
    const seen: string[] = []
    for (const [owner, service] of [
      [project, 'postgresql'],
      [stranger, 'redis'],
    ] as const) {
      const name = `${owner}-${service}`
      const wanted = await address(name, owner)
      const listed = await site.server.must(
        `docker ps --filter label=jetee.project=${owner} --format '{{.Names}}'`,
      )
      const containers = listed.split('\n')
      const found = await Promise.all(
        // In its network, with its files of names.
        containers.map((container) =>
          site.server.must(`docker run --rm --network container:${container} world-lookup:1 sh -c '
            getent ahostsv4 ${name}; getent ahostsv4 ${name}.service.consul
            musl-getent ${name}; musl-getent ${name}.service.consul' | cut -d ' ' -f 1 | sort | uniq -c`),
        ),
      )
      // Three lines of each name from getent, for the kinds of sockets, and one from musl's.
      expect(
        found.map((text) => text.trim()),
        containers.join(', '),
      ).toEqual(containers.map(() => `8 ${wanted}`))
      seen.push(...containers)
    }
    const kinds = ['app', 'app-1', 'redis', 'page', 'door-1', 'worker-1']
    const missing = kinds.filter((kind) => !seen.some((container) => container.endsWith(`-${kind}`)))
    expect(missing).toEqual([])
  })

  test('the name of another project’s service leads nowhere', async () => {
    const { inside, site, address } = open()
    const target = await address(`${stranger}-redis`, stranger)
    const connect = `bash -c "timeout 3 bash -c 'exec 3<>/dev/tcp/${stranger}-redis.service.consul/6379' && echo open"`
    expect(await inside(`getent hosts ${stranger}-redis.service.consul`)).toContain(target)
    expect(await inside(connect)).toBe('')
    // It does listen, for its own.
    const own = `docker run --rm --network container:${stranger}-app-1 world-lookup:1 ${connect}`
    expect((await site.server.run(own)).stdout).toBe('open\n')
  })

  test('a container that somebody puts into the network is not registered', async () => {
    const { inside, site } = open()
    await site.server.must(
      `docker run -d --name ${project}-guest --network jetee-${project} busybox:1 httpd -f -p 80`,
    )
    expect(await inside(`getent hosts ${project}-guest`)).not.toBe('')
    expect(await inside(`getent hosts ${project}-guest.service.consul`)).toBe('')
    await site.server.must(`docker rm -f ${project}-guest`)
  })

  test('while Consul is away, plain and external names are found', async () => {
    const book = open()
    const { server } = book.site
    const address = await book.address(`${project}-postgresql`)
    await server.must('docker stop --time 5 jetee-consul')
    try {
      for (const resolver of Object.keys(resolvers) as Resolver[]) {
        const [plain, external, health] = await Promise.all([
          timed(book, resolver, `${project}-postgresql`),
          timed(book, resolver, outside),
          timed(book, resolver, `${project}-postgresql.service.consul`),
        ])
        const told = [plain, external, health].map(({ seconds }) => seconds.toFixed(1))
        console.log(`Without Consul, ${resolver}: plain, external, with health: ${told.join(', ')} s`)
        expect(plain.answer).toBe(address)
        expect(external.answer).toMatch(/^[0-9.\n]+$/)
        expect(health.answer).toBe('')
        // Docker's resolver waits 4 s for Consul. A program that had to ask anew would wait that long twice.
        expect(plain.seconds).toBeLessThan(7)
        expect(external.seconds).toBeLessThan(7)
      }
    } finally {
      await server.must('docker start jetee-consul')
    }
    const start = performance.now()
    await until(
      'Consul answers again',
      () => ask(book, 'musl', `${project}-postgresql.service.consul`),
      (answer) => answer === address,
    )
    const seconds = (performance.now() - start) / 1000
    console.log(`Consul answers ${seconds.toFixed(1)} s after its start`)
    expect(seconds).toBeLessThan(5)
  })
}
