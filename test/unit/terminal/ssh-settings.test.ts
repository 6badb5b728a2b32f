import { userInfo } from 'node:os'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/report/failure.ts'
import { readHop } from '../../../src/terminal/reach.ts'
import { parseSshSettings, type SshRequest } from '../../../src/terminal/ssh-settings.ts'

const request: SshRequest = { host: 'box', port: undefined, user: undefined, fallbackUser: 'root' }
const env = { HOME: '/home/ann', SSH_AUTH_SOCK: '/run/agent', OTHER: '/run/other' }

const parse = (text: string, more: Partial<SshRequest> = {}) =>
  parseSshSettings(text, { ...request, ...more }, env)

describe('what ssh prints', () => {
  test('becomes settings', () => {
    expect(
      parse(
        [
          'host box',
          'hostname box.example.com',
          'user deploy',
          'port 2222',
          'identityfile ~/.ssh/%h-%r',
          'identityfile "none"',
          'identityfile none',
          'identitiesonly yes',
          'userknownhostsfile /home/ann/a ~/b',
          'globalknownhostsfile /etc/ssh/ssh_known_hosts /etc/ssh/ssh_known_hosts2',
          'hashknownhosts yes',
          'stricthostkeychecking accept-new',
          'batchmode no',
          'proxyjump ann@one:2200,two',
          'connecttimeout 7',
        ].join('\n'),
      ),
    ).toMatchObject({
      hostname: 'box.example.com',
      alias: 'box',
      port: 2222,
      user: 'deploy',
      identityFiles: ['/home/ann/.ssh/box.example.com-deploy', '"none"'],
      agent: '/run/agent',
      identitiesOnly: true,
      userKnownHosts: ['/home/ann/a', '/home/ann/b'],
      globalKnownHosts: ['/etc/ssh/ssh_known_hosts', '/etc/ssh/ssh_known_hosts2'],
      hashKnownHosts: true,
      checking: 'accept-new',
      batchMode: false,
      proxyJump: 'ann@one:2200,two',
      proxyCommand: undefined,
      connectTimeoutMs: 7000,
    })
  })

  test('may be nothing: then the defaults are those of OpenSSH, and of the deployment file', () => {
    expect(parse('', { port: 22_022, identities: ['/keys/a'] })).toMatchObject({
      hostname: 'box',
      port: 22_022,
      user: 'root',
      identityFiles: [
        '/keys/a',
        '/home/ann/.ssh/id_rsa',
        '/home/ann/.ssh/id_ecdsa',
        '/home/ann/.ssh/id_ed25519',
      ],
      userKnownHosts: ['/home/ann/.ssh/known_hosts'],
      checking: 'ask',
      connectTimeoutMs: undefined,
    })
  })

  test.each([
    ['', '/run/agent'],
    ['identityagent none', undefined],
    ['identityagent SSH_AUTH_SOCK', '/run/agent'],
    ['identityagent $OTHER', '/run/other'],
    ['identityagent ${OTHER}', '/run/other'],
    ['identityagent $GONE', undefined],
    ['identityagent ~/%u.sock', `/home/ann/${userInfo().username}.sock`],
  ])('names the agent: %s', (text, agent) => {
    expect(parse(text).agent).toBe(agent)
  })

  test.each([
    ['true', 'yes'],
    ['false', 'no'],
    ['ask', 'ask'],
    ['off', 'no'],
  ])('StrictHostKeyChecking %s', (text, checking) => {
    expect(parse(`stricthostkeychecking ${text}`).checking).toBe(checking)
  })

  test('has tokens in a ProxyCommand', () => {
    const text = 'hostname h\nport 23\nuser u\nproxycommand nc -x %n:100%% %h %p %r'
    expect(parse(text).proxyCommand).toBe('nc -x box:100% h 23 u')
  })
})

describe('a jump host', () => {
  test.each([
    ['one', { host: 'one', user: undefined, port: undefined }],
    ['ann@one:2200', { host: 'one', user: 'ann', port: 2200 }],
    ['ssh://ann@one:2200/', { host: 'one', user: 'ann', port: 2200 }],
    ['ann@corp@one', { host: 'one', user: 'ann@corp', port: undefined }],
    ['[2001:db8::1]:2200', { host: '2001:db8::1', user: undefined, port: 2200 }],
  ])('%s', (text, hop) => {
    expect(readHop(text)).toEqual(hop)
  })

  test.each(['', 'one:two', '2001:db8::1'])('is not %j', (text) => {
    expect(() => readHop(text)).toThrow(Failure)
  })
})
