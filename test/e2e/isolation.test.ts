import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { newProject, newSite, type Project, type Site } from './harness.ts'
import { reached, type Target } from './probe.ts'
import { until } from './until.ts'
import { ask } from './visitors.ts'

/**
 * Two projects on one server. The diary is after the guest book: all that is tried is tried as root of its container,
 * with the rights that Docker gives.
 */

let site: Site
let diary: Project

const attacker = 'diary-app-1'
const github = { repository: 'octo-org/diary' }
const victimHost = 'one.example.com'
const attackerHost = 'two.example.com'
/** Ports on the guest book's gateway: one that Docker publishes, one that a program on the host listens on. */
const [publishedPort, hostPort] = [15432, 9000]

let gateway: string
let ownGateway: string
let victims: Record<'postgresql' | 'redis' | 'entrance', string>

const inspect = (project: string, format: string) =>
  site.server.must(`docker network inspect -f '${format}' jetee-${project}`)
const gatewayOf = (project: string) => inspect(project, '{{(index .IPAM.Config 0).Gateway}}')
const addressIn = (network: string, container: string) =>
  site.server.must(
    `docker inspect -f '{{(index .NetworkSettings.Networks "${network}").IPAddress}}' ${container}`,
  )
const addressOf = (container: string) => addressIn(`jetee-${container.replace(/-.*/, '')}`, container)
const consulAddress = (project: string) => addressIn(`jetee-${project}`, 'jetee-consul')
const sh = (script: string, user = 'root') =>
  site.server.run(`docker exec -i --user ${user} ${attacker} sh`, { input: script })

beforeAll(async () => {
  site = await newSite({
    from: await dockerSnapshot(13),
    settings: { server_names: [victimHost] },
  })
  const { server, key } = site
  diary = await newProject(server, key, {
    settings: { project_name: 'diary', server_names: [attackerHost] },
  })
  await site.mustDeploy()
  gateway = await gatewayOf('guestbook')
  await Promise.all([
    site
      .configure({
        secondary_services: ['postgresql', { redis: { publish: [`${gateway}:${publishedPort}:6379`] } }],
      })
      .then(() => site.mustDeploy({ command: 'build service' })),
    diary.mustDeploy({ github }),
  ])
  ownGateway = await gatewayOf('diary')
  victims = {
    postgresql: await addressOf('guestbook-postgresql'),
    redis: await addressOf('guestbook-redis'),
    entrance: await addressOf('guestbook-app'),
  }
  // A program of the host's on an address of the guest book's network, at each boot.
  await server.must(
    `cat > /etc/systemd/system/listener.service
     systemctl daemon-reload; systemctl enable --quiet --now listener`,
    {
      input: [
        '[Unit]\nAfter=docker.service\n[Service]\nRestart=always\nRestartSec=0.2\nStartLimitBurst=1000',
        `ExecStart=/usr/bin/python3 -m http.server ${hostPort} --bind ${gateway}`,
        '[Install]\nWantedBy=multi-user.target\n',
      ].join('\n'),
    },
  )
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await diary?.[Symbol.asyncDispose]()
})

/** What only the guest book is to reach, by its addresses. */
const guarded = (): readonly Target[] => [
  `tcp ${victims.postgresql} 5432`,
  `tcp ${victims.redis} 6379`,
  `tcp ${gateway} ${publishedPort}`,
  `tcp ${gateway} ${hostPort}`,
  `tcp ${gateway} 22`,
  `ping ${gateway}`,
  `tcp ${victims.entrance} 8000`,
  `ping ${victims.redis}`,
]

/** The guest book reaches all of it, and the diary nothing. */
const expectApart = async () => {
  await until(
    'the guest book reaches its own',
    () => reached(site.server, 'guestbook-app-1', guarded()),
    (all) => all.length === guarded().length,
  )
  expect(await reached(site.server, attacker, guarded())).toEqual([])
}

/** Both sites answer, sooner or later. */
const expectServed = async () => {
  for (const host of [victimHost, attackerHost])
    await until(
      `${host} answers`,
      () => ask(`${site.url}health/`, host).catch((error: Error) => ({ status: 0, body: error.message })),
      ({ status: code }) => code === 200,
    )
}

/** What is nobody's secret goes on as before. */
const expectOpen = async () => {
  const { server } = site
  const [, mirror = '', port = ''] =
    /http:\/\/([0-9.]+):(\d+)/.exec(await server.must('cat /etc/docker/daemon.json')) ?? []
  const open: readonly Target[] = [
    `ping ${ownGateway}`,
    `tcp diary-postgresql 5432`,
    `tcp diary-redis 6379`,
    `tcp ${server.host} 80`,
    `tcp ${mirror} ${Number(port)}`,
  ]
  expect(await reached(server, attacker, open)).toEqual(open)
  const own = await sh(
    `python3 -c 'import urllib.request as u; print(u.urlopen(u.Request("http://${server.host}/status/", headers={"Host": "${attackerHost}"}), timeout=5).status)'`,
  )
  expect(own.stdout.trim()).toBe('200')
}

describe('the network', () => {
  test('gives nothing of another project’s, nor what the host binds there; all else stays open', async () => {
    await expectApart()
    await expectOpen()
  })

  test('leads nowhere by another project’s names', async () => {
    const names: readonly Target[] = ['tcp guestbook-postgresql 5432', 'tcp guestbook-redis 6379']
    expect(await reached(site.server, 'guestbook-app-1', names)).toEqual(names)
    expect(await reached(site.server, attacker, names)).toEqual([])
  })

  test('cannot be arranged otherwise from a container', async () => {
    const consul = await consulAddress('diary')
    // Frames of one's own making, to the host and to Consul, who is a neighbour of all.
    const frames = [ownGateway, consul].flatMap((neighbour): readonly Target[] => [
      `by ${neighbour} ${neighbour}`,
      `by ${neighbour} ${gateway}`,
      `by ${neighbour} ${victims.postgresql}`,
    ])
    expect(await reached(site.server, attacker, frames)).toEqual(
      [ownGateway, consul].map((neighbour) => `by ${neighbour} ${neighbour}`),
    )

    // 0x890B is SIOCADDRT, which adds a route.
    const route = await sh(
      `python3 -c 'import fcntl, socket; fcntl.ioctl(socket.socket(), 0x890B, bytes(120))'`,
    )
    expect(route.stderr).toContain('Operation not permitted')
  })

  test('has no Docker in it', async () => {
    const found = await sh('find / -xdev -name "docker*.sock"; ls /run/docker.sock /var/run/docker.sock')
    expect(found.stdout).toBe('')
    const ports: readonly Target[] = [`tcp ${ownGateway} 2375`, `tcp ${ownGateway} 2376`]
    expect(await reached(site.server, attacker, ports)).toEqual([])
  })
})

describe('Consul', () => {
  const ports = [8300, 8301, 8302, 8500, 8502, 8503, 8600]

  test('answers for names, and is to be had for nothing else, at any of its addresses', async () => {
    const own = await consulAddress('diary')
    const open: readonly Target[] = [`tcp ${own} 53`, `udp ${own} 53`]
    const all: readonly Target[] = [
      ...open,
      ...ports.flatMap((port): readonly Target[] => [`tcp ${own} ${port}`, `udp ${own} ${port}`]),
    ]
    expect(await reached(site.server, attacker, all)).toEqual(open)
    const elsewhere = await Promise.all([
      consulAddress('guestbook'),
      addressIn('jetee-discovery', 'jetee-consul'),
    ])
    expect(
      await reached(
        site.server,
        attacker,
        elsewhere.flatMap((address): readonly Target[] => [
          `ping ${address}`,
          ...[53, ...ports].map((port): Target => `tcp ${address} ${port}`),
        ]),
      ),
    ).toEqual([])
    // Whatever else a version of it may open: all that listens beside its loopback is DNS.
    const listening = await site.server.must(
      `nsenter -n -t "$(docker inspect -f '{{.State.Pid}}' jetee-consul)" ss -Hltun | awk '{ print $1, $5 }'`,
    )
    const outside = listening.split('\n').filter((line) => !/ 127\.| \[::1\]:/.test(line))
    expect(new Set(outside.map((line) => line.replace(/ .*:/, ' ')))).toEqual(new Set(['tcp 53', 'udp 53']))
  })

  test('takes no name from a container', async () => {
    const name = 'guestbook-postgresql.service.consul'
    const ask = async (container: string) =>
      (
        await site.server.run(`docker exec ${container} getent ahostsv4 ${name} | cut -d' ' -f1 | sort -u`)
      ).stdout.trim()
    expect(await ask('guestbook-app-1')).toBe(victims.postgresql)
    // RFC 2136: add an address to the name, in the zone of Consul.
    const update = await sh(
      `python3 - <<'PYTHON'
import socket, struct
def name(text): return b''.join(bytes([len(part)]) + part.encode() for part in text.split('.')) + b'\\0'
message = struct.pack('!6H', 1, 5 << 11, 1, 0, 1, 0) + name('consul') + struct.pack('!2H', 6, 1)
message += name('${name}') + struct.pack('!2HIH', 1, 1, 60, 4) + socket.inet_aton('${await addressOf(attacker)}')
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(2)
s.sendto(message, ('${await consulAddress('diary')}', 53))
print(len(s.recv(1500)) >= 12)
PYTHON`,
    )
    expect(update.stdout.trim()).toBe('True')
    expect(await ask('guestbook-app-1')).toBe(victims.postgresql)
  })
})

describe('nginx', () => {
  const mountOf = async (source: string) =>
    (
      await site.server.must(
        `docker inspect -f '{{range .Mounts}}{{.Source}} {{.Destination}}{{"\\n"}}{{end}}' ${attacker} | grep '${source} '`,
      )
    ).split(' ')[1]
  const planted = ['absolute', 'relative', 'folder/secret.txt']

  test.each([
    ['media', 'app'],
    ['static', 'root'],
  ])('follows no link that is planted in /%s/', async (place, user) => {
    const { server, url } = site
    await server.must('echo secret > /var/lib/jetee/www/guestbook/media/secret.txt')
    const folder = await mountOf(`/${place}`)
    const up = place === 'media' ? '../..' : '../../../..'
    const plant = await sh(
      `set -e; cd ${folder}; echo own > own.txt
       ln -s /var/lib/jetee/www/guestbook/media/secret.txt absolute
       ln -s ${up}/guestbook/media/secret.txt relative
       ln -s ${up}/guestbook/media folder`,
      user,
    )
    expect(plant).toMatchObject({ code: 0, stderr: '' })
    // They would lead there.
    for (const path of planted)
      expect(
        await server.must(
          `docker exec jetee-nginx cat /var/lib/jetee/www/diary/${place === 'media' ? 'media' : 'current/static'}/${path}`,
        ),
      ).toBe('secret')
    expect(await ask(`${url}${place}/own.txt`, attackerHost)).toMatchObject({ status: 200, body: 'own\n' })
    expect(await ask(`${url}media/secret.txt`, victimHost)).toMatchObject({ body: 'secret\n' })
    for (const path of planted) {
      const answer = await ask(`${url}${place}/${path}`, attackerHost)
      expect([403, 404]).toContain(answer.status)
      expect(answer.body).not.toContain('secret')
    }
  })

  test('finds no other project behind a link in place of a socket', async () => {
    const { server, url } = site
    const asApp = await sh('rm -f /run/jetee/web.sock || ln -s /tmp/x /run/jetee/x', 'app')
    expect(asApp.stderr.match(/Permission denied/g)).toHaveLength(2)

    const www = '/var/lib/jetee/www'
    const plant = async (target: string) => {
      const { code } = await sh(`cd /run/jetee && rm -f web.sock && ln -s ${target} web.sock`)
      expect(code).toBe(0)
      return (await ask(`${url}health/`, attackerHost)).status
    }
    // A container knows the layout, and the way to its own socket.
    const mounts = await sh('cat /proc/self/mountinfo')
    const [, own = ''] = /\/www\/diary\/r\/1\/(\S+) \/run\/jetee /.exec(mounts.stdout) ?? []
    expect(own).toMatch(/^[0-9a-f]{20}$/)
    for (const base of [www, '../../../..'])
      for (const release of ['current', 'r/1'])
        for (const folder of ['', `${own}/`, '*/'])
          expect(await plant(`'${base}/guestbook/${release}/${folder}web.sock'`)).toBe(502)
    // nginx would go there, if only the container knew the guest book's.
    const theirs = await server.must(`cd ${www}/guestbook/current && ls -d */web.sock`)
    for (const base of [www, '../../../..'])
      expect(await plant(`${base}/guestbook/current/${theirs}`)).toBe(200)

    await sh('rm /run/jetee/web.sock')
    await server.must(`docker restart ${attacker}`)
    await expectServed()
  })
})

describe('the rules', () => {
  const rules = () => site.server.must('iptables -t raw -S')

  test('are there again when somebody has cleared them, and only then is there anything to do', async () => {
    const before = await rules()
    expect((await site.mustDeploy({ command: 'build service' })).outputs).toMatchObject({ changed: 'false' })
    await site.server.must('iptables -t raw -F; iptables -t raw -X')
    // That is what they are for: containers never reach each other, but the host answers on all of its addresses.
    expect(await reached(site.server, attacker, guarded())).toEqual([
      `tcp ${gateway} ${publishedPort}`,
      `tcp ${gateway} ${hostPort}`,
      `tcp ${gateway} 22`,
      `ping ${gateway}`,
    ])
    // Where the kernel cannot be told, the site does not wait for it, and whoever deploys is warned.
    const restore = '/usr/sbin/iptables-restore'
    await site.server.must(`mv ${restore} /root/`)
    const open = await site.mustDeploy({ command: 'build service' })
    for (const text of [open.log, open.summary])
      expect(text).toMatch(
        /The projects on this server are not kept apart entirely: .*iptables-restore: not found/,
      )
    await site.server.must(`mv /root/iptables-restore ${restore}`)
    expect((await site.mustDeploy({ command: 'build service' })).outputs).toMatchObject({ changed: 'true' })
    expect(await rules()).toBe(before)
  })

  test('outlive a restart of Docker, and a firewall that comes and goes', async () => {
    const { server } = site
    await server.must('systemctl restart docker')
    await expectApart()
    await server.must(
      `export DEBIAN_FRONTEND=noninteractive
       apt-get -qq update; apt-get -qq install -y --no-install-recommends ufw > /dev/null 2>&1
       ufw allow 22; ufw allow 80; ufw --force enable; ufw reload`,
    )
    // What ufw shuts of the host's own ports is not what is looked at here.
    expect(await reached(server, attacker, guarded())).toEqual([])
    await server.must('ufw disable')
    await expectApart()
    await expectOpen()
  })

  test('are there after a reboot, before the containers', async () => {
    await site.server.reboot()
    await expectServed()
    await expectApart()
    await expectOpen()
  })
})
