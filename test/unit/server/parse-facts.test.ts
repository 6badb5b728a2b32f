import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/report/failure.ts'
import { parseFacts } from '../../../src/server/parse-facts.ts'
import { readScript } from '../../../src/templates.ts'

const record = { commit: 'c', tree: 't', spec: 's', created: '2026-11-01', author: 'A  B', subject: 'x "y"' }

const full = `user deploy 1000
os debian 13
architecture x86_64
apt
docker
buildkit
docker_halfway
daemon_json ${Buffer.from('{"a": 1}\n').toString('base64')}
ipv6
iptables
firewall 4567
firewall_network jt-0123456789ab 10.213.0.0/24
firewall_network jt-ba9876543210 10.213.1.0/24 preview
firewall_loaded
disk 123 456 /mnt/docker data
log_space 7 8
route 00000000 00000000
route 000011AC 0000FFFF
route 0001A8C0 00FFFFFF
resolver 192.0.2.53
resolver 198.51.100.53
port80 "nginx",pid=12
site shop abc {"project":"shop","serverNames":["a.example.com","b.example.com"]}
site bare def
owner_of shop-pr-12 {"repository":"acme/shop","configuration":"Staging","preview":{"number":12,"branch":"a","of":"shop"}}
owner_of old {"repository":"acme/old","configuration":"Production"}
owner_of shop {"repository":"acme/shop","configuration":"Staging"}
owner_of live {"repository":"acme/live","configuration":"Live","production":true}
owner_of damaged {"repository
nginx_conf 0123
nginx_text ${Buffer.from('http {\n').toString('base64')}
site_text ${Buffer.from('server {\n').toString('base64')}
entrance_text ${Buffer.from('events {\n').toString('base64')}
registered diary
registered shop
registration services ${Buffer.from('{"services":[]}\n').toString('base64')}
registration_unloaded services
owner {"repository":"acme/shop","configuration":"Staging"}
repository acme--shop
key k3y
folders
sequence 12
password postgresql pw1
password redis pw2
untried redis
maintenance
current 11
previous 10
parts ${Buffer.from('{"tree":"abc"}').toString('base64')}
marks 10 good
release 10 ${JSON.stringify(record)}
marks 11 good active
release 11 ${JSON.stringify(record)}
marks 12
ready`

describe('the facts', () => {
  test('are read from the lines of facts.sh', () => {
    expect(parseFacts(full)).toEqual({
      user: 'deploy',
      isRoot: false,
      os: 'debian 13',
      hasApt: true,
      hasDocker: true,
      hasBuildKit: true,
      isDockerHalfway: true,
      daemonJson: '{"a": 1}\n',
      hasIpv6: true,
      maintenance: true,
      hasIptables: true,
      firewall: {
        hash: '4567',
        networks: [
          { bridge: 'jt-0123456789ab', subnet: '10.213.0.0/24', isPreview: false },
          { bridge: 'jt-ba9876543210', subnet: '10.213.1.0/24', isPreview: true },
        ],
        loaded: true,
      },
      disk: {
        freeKiB: 123,
        totalKiB: 456,
        path: '/mnt/docker data',
        logs: { containersKiB: 7, systemKiB: 8 },
      },
      routes: [
        { address: 0, prefix: 0 },
        { address: 0xac110000, prefix: 16 },
        { address: 0xc0a80100, prefix: 24 },
      ],
      resolvers: ['192.0.2.53', '198.51.100.53'],
      registered: ['diary', 'shop'],
      registrations: { services: '{"services":[]}\n' },
      unloaded: ['services'],
      port80: '"nginx",pid=12',
      nginxConfHash: '0123',
      nginxConf: 'http {\n',
      siteConf: 'server {\n',
      entranceConf: 'events {\n',
      parts: { tree: 'abc' },
      sites: [
        {
          project: 'shop',
          hash: 'abc',
          serverNames: ['a.example.com', 'b.example.com'],
          owner: { repository: 'acme/shop', configuration: 'Staging' },
        },
        { project: 'bare', hash: 'def', serverNames: [] },
      ],
      owner: { repository: 'acme/shop', configuration: 'Staging' },
      repositories: ['acme--shop'],
      production: ['old', 'live'],
      previews: [
        {
          project: 'shop-pr-12',
          repository: 'acme/shop',
          preview: { number: 12, branch: 'a', of: 'shop' },
        },
      ],
      hasFolders: true,
      key: 'k3y',
      sequence: 12,
      passwords: { postgresql: 'pw1', redis: 'pw2' },
      untried: ['redis'],
      current: 11,
      releases: [
        { number: 10, good: true, active: false, record },
        { number: 11, good: true, active: true, record },
        { number: 12, good: false, active: false, record: undefined },
      ],
    })
  })

  test('of a bare server are few', () => {
    expect(parseFacts('user root 0\nos debian 12\ndisk 1 2 /var/lib\nready')).toMatchObject({
      isRoot: true,
      hasApt: false,
      hasDocker: false,
      daemonJson: undefined,
      port80: undefined,
      owner: undefined,
      hasFolders: false,
      key: undefined,
      sequence: 0,
      passwords: {},
      untried: [],
      current: undefined,
      releases: [],
    })
  })

  test('know a program on port 80 that has no name', () => {
    expect(parseFacts('port80 ').port80).toBe('')
  })

  test.each(['owner {"repository":', 'marks 1\nrelease 1 {', 'site shop abc nonsense'])(
    'say what is damaged in %j',
    (text) => {
      expect(() => parseFacts(text)).toThrow(Failure)
      expect(() => parseFacts(text)).toThrow('A file of the deployer on the server is damaged')
    },
  )

  test.each<readonly [string, string | undefined, string | undefined, readonly string[]]>([
    [
      'those that it names',
      'nameserver 192.0.2.53\nnameserver 198.51.100.53\n',
      undefined,
      ['192.0.2.53', '198.51.100.53'],
    ],
    ['none of its own loopback', 'nameserver 127.0.0.53\n', undefined, []],
    [
      'those behind systemd-resolved',
      'nameserver 127.0.0.53\n',
      '# x\nnameserver 192.0.2.1\n',
      ['192.0.2.1'],
    ],
    ['none of IPv6', 'search x\nnameserver 2001:db8::53\nnameserver 192.0.2.53\n', undefined, ['192.0.2.53']],
    ['none where there is no file', undefined, undefined, []],
  ])('have of the host’s resolvers %s', (_, own, resolved, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'jetee-facts-test-'))
    try {
      if (own !== undefined) writeFileSync(join(folder, 'own'), own)
      if (resolved !== undefined) writeFileSync(join(folder, 'resolved'), resolved)
      const script = `${readScript('disk')}\n${readScript('facts')}`
        .replace('/etc/resolv.conf', join(folder, 'own'))
        .replace('/run/systemd/resolve/resolv.conf', join(folder, 'resolved'))
      const text = execFileSync('sh', ['-c', `set -eu\nPROJECT=shop\ncd ${folder}\n${script}`], {
        encoding: 'utf8',
      })
      expect(parseFacts(text).resolvers).toEqual(expected)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('are what facts.sh prints of a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jetee-facts-test-'))
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    try {
      write('projects/shop/owner.json', '{"repository":"acme/shop","configuration":"Staging"}\n')
      write('projects/shop/key', 'k3y\n')
      write('projects/shop/sequence', '3\n')
      write('projects/shop/passwords/redis', 'pw\n')
      write('projects/shop/untried/redis', '')
      write('projects/shop/releases/2/good', '')
      write('projects/shop/releases/2/mount/active', '')
      write('projects/shop/releases/2/release.json', `${JSON.stringify(record)}\n`)
      write('projects/shop/releases/2/parts.json', '{"tree":"abc"}')
      write('projects/shop/releases/3/helpers', '')
      write('projects/shop/releases/3/parts.json', '{"tree":"def"}')
      write('nginx/nginx.conf', 'conf')
      write('projects/shop/entrance/nginx.conf', 'entrance')
      write('discovery/shop.services.json', '{"services":[]}')
      write('discovery/shop.primary.json', '{}')
      write('discovery/shop.primary.unloaded', '')
      write('discovery/diary.services.json', '{}')
      write(
        'nginx/sites/shop.conf',
        '# jetee {"project":"shop","serverN\n# jetee ames":["a.example.com"]}\nserver {}\n',
      )
      mkdirSync(join(folder, 'www/shop'), { recursive: true })
      symlinkSync('r/2', join(folder, 'www/shop/current'))
      // sh's echo would make something else of these.
      const odd = { ...record, subject: 'C:\\new\\q "x"', author: '\\c\\\\' }
      write('projects/shop/releases/4/release.json', `${JSON.stringify(odd)}\n`)
      write('projects/shop/releases/4/good', '')
      const headers = JSON.stringify({ project: 'odd', serverNames: ['odd.example.com'], x: '\\ \\c "' })
      write('nginx/sites/odd.conf', `# jetee ${headers}\nserver {}\n`)
      const script = `set -eu\nROOT=${folder}\nPROJECT=shop\ncd "$ROOT"\n${readScript('disk')}\n${readScript('facts')}`
      const facts = parseFacts(execFileSync('sh', ['-c', script], { encoding: 'utf8' }))
      expect(facts).toMatchObject({
        owner: { repository: 'acme/shop', configuration: 'Staging' },
        hasFolders: false,
        key: 'k3y',
        sequence: 3,
        passwords: { redis: 'pw' },
        untried: ['redis'],
        current: 2,
        parts: { tree: 'abc' },
        nginxConf: 'conf',
        entranceConf: 'entrance',
        registered: ['diary', 'shop'],
        registrations: { services: '{"services":[]}', primary: '{}' },
        unloaded: ['primary'],
        siteConf: expect.stringMatching(/^# jetee .*\n# jetee .*\nserver \{\}\n$/),
        releases: [
          { number: 2, good: true, active: true, record },
          { number: 3, good: false, active: false, record: undefined },
          { number: 4, good: true, active: false, record: odd },
        ],
        sites: [
          { project: 'odd', serverNames: ['odd.example.com'] },
          {
            project: 'shop',
            serverNames: ['a.example.com'],
            owner: { repository: 'acme/shop', configuration: 'Staging' },
          },
        ],
      })
      // One that nginx may not have loaded counts as none.
      write('projects/shop/entrance/unloaded', '')
      const again = parseFacts(execFileSync('sh', ['-c', script], { encoding: 'utf8' }))
      expect(again.entranceConf).toBeUndefined()
      expect(facts.nginxConfHash).toMatch(/^[0-9a-f]{64}$/)
      expect(facts.disk.totalKiB).toBeGreaterThan(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
