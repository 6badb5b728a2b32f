import { expect } from 'vitest'
import type { CommandResult } from '../world/command.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { newProject, newSite, type Site } from './harness.ts'
import { reached, reachesAll, type Target } from './probe.ts'
import { until } from './until.ts'
import { ask } from './visitors.ts'

/** Two projects on one server, of which the diary is after the guest book. */
export interface Neighbours extends AsyncDisposable {
  /** The guest book, with a port of Redis and a program of the host's on its network's gateway. */
  readonly site: Site
  /** The host's addresses in the networks of the guest book and of the diary. */
  readonly gateways: { readonly guestbook: string; readonly diary: string }
  /** Addresses of the guest book's containers. */
  readonly victims: { readonly postgresql: string; readonly redis: string; readonly entrance: string }
  /** The address of a container in a network. */
  addressIn(network: string, container: string): Promise<string>
  /** Runs a shell script in the diary's container, as its root by default. */
  sh(script: string, user?: string): Promise<CommandResult>
  /** What only the guest book is to reach; what is the host's own stands first. */
  readonly guarded: readonly Target[]
  /** The guest book reaches all that is guarded, and the diary nothing. */
  expectApart(): Promise<void>
  /** The diary reaches what is its own and what is everybody's. */
  expectOpen(): Promise<void>
  /** Both sites answer, sooner or later. */
  expectServed(): Promise<void>
}

/** The container of the diary that tries everything. */
export const attacker = 'diary-app-1'

/** Names of the two sites. */
export const hosts = { guestbook: 'one.example.com', diary: 'two.example.com' } as const

/** Ports on the guest book's gateway: one that Docker publishes, and one that a program of the host's listens on. */
const [publishedPort, hostPort] = [15432, 9000]

/** The program of the host's, which starts when the network's bridge is there. */
const listener = (address: string) => `[Unit]
After=docker.service
StartLimitIntervalSec=0
[Service]
Restart=always
RestartSec=0.2
ExecStart=/usr/bin/python3 -m http.server ${hostPort} --bind ${address}
[Install]
WantedBy=multi-user.target
`

/** Brings both projects to a server of their own. */
export const newNeighbours = async (): Promise<Neighbours> => {
  const site = await newSite({
    from: await dockerSnapshot(13),
    settings: { server_names: [hosts.guestbook] },
  })
  const { server, key } = site
  const diary = await newProject(server, key, {
    settings: { project_name: 'diary', server_names: [hosts.diary] },
  })
  const gatewayOf = (project: string) =>
    server.must(`docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' jetee-${project}`)
  const addressIn = (network: string, container: string) =>
    server.must(
      `docker inspect -f '{{(index .NetworkSettings.Networks "${network}").IPAddress}}' ${container}`,
    )
  const sh: Neighbours['sh'] = (script, user = 'root') =>
    server.run(`docker exec -i --user ${user} ${attacker} sh`, { input: script })

  await site.mustDeploy()
  const gateway = await gatewayOf('guestbook')
  await site.configure({
    secondary_services: ['postgresql', { redis: { publish: [`${gateway}:${publishedPort}:6379`] } }],
  })
  await Promise.all([
    site.mustDeploy({ command: 'build service' }),
    diary.mustDeploy({ github: { repository: 'octo-org/diary' } }),
    server.must(
      'cat > /etc/systemd/system/listener.service; systemctl daemon-reload; systemctl enable --quiet --now listener',
      { input: listener(gateway) },
    ),
  ])
  const gateways = { guestbook: gateway, diary: await gatewayOf('diary') }
  const victims = {
    postgresql: await addressIn('jetee-guestbook', 'guestbook-postgresql'),
    redis: await addressIn('jetee-guestbook', 'guestbook-redis'),
    entrance: await addressIn('jetee-guestbook', 'guestbook-app'),
  }
  const guarded: readonly Target[] = [
    `tcp ${gateway} ${publishedPort}`,
    `tcp ${gateway} ${hostPort}`,
    `tcp ${gateway} 22`,
    `ping ${gateway}`,
    `tcp ${victims.postgresql} 5432`,
    `tcp ${victims.redis} 6379`,
    `tcp ${victims.entrance} 8000`,
    `ping ${victims.redis}`,
  ]

  return {
    site,
    gateways,
    victims,
    addressIn,
    sh,
    guarded,
    async expectApart() {
      await reachesAll(server, 'guestbook-app-1', guarded)
      expect(await reached(server, attacker, guarded)).toEqual([])
    },
    async expectOpen() {
      const settings = await server.must('cat /etc/docker/daemon.json')
      const [, mirror = '', port = ''] = /http:\/\/([0-9.]+):(\d+)/.exec(settings) ?? []
      const open: readonly Target[] = [
        `ping ${gateways.diary}`,
        'tcp diary-postgresql 5432',
        'tcp diary-redis 6379',
        `tcp ${server.host} 80`,
        // It stands for the Internet: a machine beside the server.
        `tcp ${mirror} ${Number(port)}`,
      ]
      await reachesAll(server, attacker, open)
      // Its own site, by its name and the server's public address.
      const own = await sh(
        `python3 -c 'import urllib.request as u; print(u.urlopen(u.Request("http://${server.host}/health/", headers={"Host": "${hosts.diary}"}), timeout=30).status)'`,
      )
      expect(own.stdout.trim()).toBe('200')
    },
    async expectServed() {
      for (const host of Object.values(hosts))
        await until(
          `${host} answers`,
          () => ask(`${site.url}health/`, host).catch((error: Error) => ({ status: 0, body: error.message })),
          ({ status }) => status === 200,
        )
    },
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await diary[Symbol.asyncDispose]()
    },
  }
}
