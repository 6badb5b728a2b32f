import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { discoveryNetwork } from '../../src/stack/layout.ts'
import type { Server } from '../world/server.ts'
import { installLines } from '../world/server-setup.ts'
import { attacker, hosts, type Neighbours, newNeighbours } from './neighbours.ts'
import { reached, reachesAll, type Target } from './probe.ts'
import { ask } from './visitors.ts'

/**
 * What a project cannot do to another one on its server. All of it is tried as root of the project's container, with the
 * rights that Docker gives.
 */

let near: Neighbours
let server: Server

beforeAll(async () => {
  near = await newNeighbours()
  server = near.site.server
})
afterAll(() => near?.[Symbol.asyncDispose]())

const tried = (targets: readonly Target[]) => reached(server, attacker, targets)
const consulAddress = (project: string) => near.addressIn(`jetee-${project}`, 'jetee-consul')

describe('the network', () => {
  test('gives nothing of another project’s, nor what the host binds there; all else stays open', async () => {
    await near.expectApart()
    await near.expectOpen()
  })

  test('leads nowhere by another project’s names', async () => {
    const names: readonly Target[] = ['tcp guestbook-postgresql 5432', 'tcp guestbook-redis 6379']
    await reachesAll(server, 'guestbook-app-1', names)
    expect(await tried(names)).toEqual([])
  })

  test('cannot be arranged otherwise from a container', async () => {
    const consul = await consulAddress('diary')
    // Frames of one's own making, to the host and to Consul, who is a neighbour of all.
    const frames = [near.gateways.diary, consul].flatMap((neighbour): readonly Target[] => [
      `by ${neighbour} ${neighbour}`,
      `by ${neighbour} ${near.gateways.guestbook}`,
      `by ${neighbour} ${near.victims.postgresql}`,
    ])
    expect(await tried(frames)).toEqual(
      [near.gateways.diary, consul].map((neighbour) => `by ${neighbour} ${neighbour}`),
    )

    // 0x890B is SIOCADDRT, which adds a route.
    const route = await near.sh(
      `python3 -c 'import fcntl, socket; fcntl.ioctl(socket.socket(), 0x890B, bytes(120))'`,
    )
    expect(route.stderr).toContain('Operation not permitted')
  })

  test('has no Docker in it', async () => {
    const found = await near.sh('find / -xdev -name "docker*.sock"; ls /run/docker.sock /var/run/docker.sock')
    expect(found.stdout).toBe('')
    const ports: readonly Target[] = [`tcp ${near.gateways.diary} 2375`, `tcp ${near.gateways.diary} 2376`]
    expect(await tried(ports)).toEqual([])
  })
})

/** Of Consul's address in its network, the diary reaches the port for names, and none that Consul may have besides. */
const consulPorts = [8300, 8301, 8302, 8500, 8502, 8503, 8600]
const expectConsulShut = async () => {
  const own = await consulAddress('diary')
  const open: readonly Target[] = [`tcp ${own} 53`, `udp ${own} 53`]
  const shut = consulPorts.flatMap((port): readonly Target[] => [`tcp ${own} ${port}`, `udp ${own} ${port}`])
  await reachesAll(server, attacker, open)
  expect(await tried(shut)).toEqual([])
}

describe('Consul', () => {
  test('answers for names, and is to be had for nothing else, at any of its addresses', async () => {
    await expectConsulShut()
    const elsewhere = await Promise.all([
      consulAddress('guestbook'),
      near.addressIn(discoveryNetwork, 'jetee-consul'),
    ])
    expect(
      await tried(
        elsewhere.flatMap((address): readonly Target[] => [
          `ping ${address}`,
          ...[53, ...consulPorts].map((port): Target => `tcp ${address} ${port}`),
        ]),
      ),
    ).toEqual([])
    // Whatever else a version of it may open: all that listens beside its loopback is DNS.
    const listening = await server.must(
      `nsenter -n -t "$(docker inspect -f '{{.State.Pid}}' jetee-consul)" ss -Hltun | awk '{ print $1, $5 }'`,
    )
    const outside = listening.split('\n').filter((line) => !/ 127\.| \[::1\]:/.test(line))
    expect(new Set(outside.map((line) => line.replace(/ .*:/, ' ')))).toEqual(new Set(['tcp 53', 'udp 53']))
  })

  test('takes no name from a container', async () => {
    const name = 'guestbook-postgresql.service.consul'
    const ask = async (container: string) =>
      (
        await server.run(`docker exec ${container} getent ahostsv4 ${name} | cut -d' ' -f1 | sort -u`)
      ).stdout.trim()
    expect(await ask('guestbook-app-1')).toBe(near.victims.postgresql)
    // RFC 2136: add an address to the name, in the zone of Consul.
    const update = await near.sh(
      `python3 - <<'PYTHON'
import socket, struct
def name(text): return b''.join(bytes([len(part)]) + part.encode() for part in text.split('.')) + b'\\0'
message = struct.pack('!6H', 1, 5 << 11, 1, 0, 1, 0) + name('consul') + struct.pack('!2H', 6, 1)
message += name('${name}') + struct.pack('!2HIH', 1, 1, 60, 4) + socket.inet_aton('${await near.addressIn('jetee-diary', attacker)}')
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(20)
s.sendto(message, ('${await consulAddress('diary')}', 53))
print(len(s.recv(1500)) >= 12)
PYTHON`,
    )
    expect(update.stdout.trim()).toBe('True')
    expect(await ask('guestbook-app-1')).toBe(near.victims.postgresql)
  })
})

describe('nginx', () => {
  const mountOf = async (source: string) =>
    (
      await server.must(
        `docker inspect -f '{{range .Mounts}}{{.Source}} {{.Destination}}{{"\\n"}}{{end}}' ${attacker} | grep '${source} '`,
      )
    ).split(' ')[1]
  const planted = ['absolute', 'relative', 'folder/secret.txt']

  test.each([
    ['media', 'app'],
    ['static', 'root'],
  ])('follows no link that is planted in /%s/', async (place, user) => {
    const { url } = near.site
    await server.must('echo secret > /var/lib/jetee/www/guestbook/media/secret.txt')
    const folder = await mountOf(`/${place}`)
    const up = place === 'media' ? '../..' : '../../../..'
    const plant = await near.sh(
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
    expect(await ask(`${url}${place}/own.txt`, hosts.diary)).toMatchObject({ status: 200, body: 'own\n' })
    expect(await ask(`${url}media/secret.txt`, hosts.guestbook)).toMatchObject({ body: 'secret\n' })
    for (const path of planted) {
      const answer = await ask(`${url}${place}/${path}`, hosts.diary)
      expect([403, 404]).toContain(answer.status)
      expect(answer.body).not.toContain('secret')
    }
  })

  test('finds no other project behind a link in place of a socket', async () => {
    const { url } = near.site
    const asApp = await near.sh('rm -f /run/jetee/web.sock || ln -s /tmp/x /run/jetee/x', 'app')
    expect(asApp.stderr.match(/Permission denied/g)).toHaveLength(2)

    const www = '/var/lib/jetee/www'
    const plant = async (target: string) => {
      const { code } = await near.sh(`cd /run/jetee && rm -f web.sock && ln -s ${target} web.sock`)
      expect(code).toBe(0)
      return (await ask(`${url}health/`, hosts.diary)).status
    }
    // A container knows the layout, and the way to its own socket.
    const mounts = await near.sh('cat /proc/self/mountinfo')
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

    await near.sh('rm /run/jetee/web.sock')
    await server.must(`docker restart ${attacker}`)
    await near.expectServed()
  })
})

describe('the rules', () => {
  const rules = () => server.must('iptables -t raw -S')

  test('are there again when somebody has cleared them, and only then is there anything to do', async () => {
    const before = await rules()
    expect((await near.site.mustDeploy({ command: 'build service' })).outputs).toMatchObject({
      changed: 'false',
    })
    await server.must('iptables -t raw -F; iptables -t raw -X')
    // That is what they are for: containers never reach each other, but the host answers on all of its addresses.
    const ofHost = near.guarded.filter((target) => target.includes(` ${near.gateways.guestbook}`))
    await reachesAll(server, attacker, ofHost)
    expect(await tried(near.guarded.filter((target) => !ofHost.includes(target)))).toEqual([])
    // Where the kernel cannot be told, the site does not wait for it, and whoever deploys is warned.
    const restore = '/usr/sbin/iptables-restore'
    await server.must(`mv ${restore} /root/`)
    const open = await near.site.mustDeploy({ command: 'build service' })
    for (const text of [open.log, open.summary])
      expect(text).toMatch(/The projects on this server are not kept apart entirely: .*not found/)
    await server.must(`mv /root/iptables-restore ${restore}`)
    expect((await near.site.mustDeploy({ command: 'build service' })).outputs).toMatchObject({
      changed: 'true',
    })
    expect(await rules()).toBe(before)
  })

  test('outlive a restart of Docker, and a firewall that comes and goes', async () => {
    await server.must('systemctl restart docker')
    await near.expectApart()
    await server.must(
      `${installLines('ufw')}
       ufw allow 22; ufw allow 80; ufw --force enable; ufw reload`,
    )
    // What ufw shuts of the host's own ports is not what is looked at here.
    expect(await tried(near.guarded)).toEqual([])
    await server.must('ufw disable')
    await near.expectApart()
    await near.expectOpen()
  })

  test('are there after a reboot, before the containers', async () => {
    await server.reboot()
    await near.expectServed()
    await near.expectApart()
    await expectConsulShut()
    await near.expectOpen()
  })
})
