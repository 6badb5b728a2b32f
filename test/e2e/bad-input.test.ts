import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type KeyPair, newKeyPair } from '../world/keys.ts'
import { ensureWorld } from '../world/world.ts'
import { type ExpectedFailure, expectFailure } from './failing.ts'
import { type DeployOptions, newSite, type Site } from './harness.ts'
import { setInFile } from './workspace.ts'

/** Everything here goes wrong before anything on the server may change: it stays as bare as it was. */

let site: Site
let stranger: KeyPair
let before: string

/** What a deploy could have changed on the server. */
const state = () =>
  site.server.must(
    `find /etc /root /home /opt /srv /usr/local /var/lib/dpkg -type f -printf '%p %s %T@\\n' | sort
     ls -d /var/lib/* /run/jetee* 2> /dev/null || true
     command -v docker || true`,
  )

/** Where a run ends whose every input is right: the login is known to the server, but may do nothing there. */
const mayNothing = 'The login may not write the deployer’s folder on the server'

const fails = async (options: DeployOptions, expected: ExpectedFailure): Promise<string> =>
  expectFailure(await site.deploy(options), {
    withinMs: 15_000,
    ...expected,
    says: ['Nothing on the server was changed.', ...(expected.says ?? [])],
  })

beforeAll(async () => {
  site = await newSite({ username: 'guest' })
  await site.server.addUser('guest', { authorizedKeys: [site.key.publicKey] })
  stranger = await newKeyPair()
  before = await state()
})
afterAll(() => site[Symbol.asyncDispose]())
afterEach(async () => expect(await state()).toBe(before))

const key = (text: string): DeployOptions => ({ inputs: { 'ssh-private-key': text } })

describe('the private key', () => {
  test('that is missing is told, with what gives an empty one', async () => {
    for (const inputs of [{ 'ssh-private-key': undefined }, { 'ssh-private-key': '' }])
      await fails(
        { inputs },
        {
          what: 'The SSH private key is empty',
          says: ['input ssh-private-key', 'a repository secret that does not exist also gives an empty one'],
        },
      )
  })

  test('that is none, cut off or damaged is told so, and nothing of it is shown', async () => {
    const lines = site.key.privateKey.trim().split('\n')
    const secret = lines[2] ?? ''
    const what = 'The SSH private key cannot be used'
    await fails(key('secret'), { what, says: ['It is not a private key'] })
    await fails(key(site.key.publicKey), { what, says: ['It is the public half of a key.'] })
    const cut = await fails(key(lines.slice(0, -1).join('\n')), { what, says: ['its END line is missing'] })
    const holed = [...lines.slice(0, 2), ...lines.slice(3)].join('\n')
    const damaged = await fails(key(holed), { what, says: ['its content does not add up'] })
    expect(cut + damaged).not.toContain(secret)
  })

  test('works with line ends of Windows, and without the last one', async () => {
    await fails(key(site.key.privateKey.replaceAll('\n', '\r\n')), { what: mayNothing })
    await fails(key(site.key.privateKey.trimEnd()), { what: mayNothing })
  })

  test('that is encrypted wants its passphrase, and works with it', async () => {
    const locked = await newKeyPair({ passphrase: 'correct horse' })
    await site.server.must('cat >> /home/guest/.ssh/authorized_keys', { input: `${locked.publicKey}\n` })
    before = await state()
    const what = 'The SSH private key cannot be used'
    const withPassphrase = (passphrase?: string): DeployOptions => ({
      inputs: { 'ssh-private-key': locked.privateKey, 'ssh-private-key-passphrase': passphrase },
    })
    await fails(withPassphrase(), { what, says: ['no passphrase was given', 'ssh-private-key-passphrase'] })
    await fails(withPassphrase('battery staple'), { what, says: ['The passphrase does not decrypt it.'] })
    await fails(withPassphrase('correct horse'), { what: mayNothing })
  })

  test('that the server refuses is named by its fingerprint, with the line that lets it in', async () => {
    const options = key(stranger.privateKey)
    const message = await fails(options, {
      what: `${site.server.host} refuses the key for guest`,
      says: [`guest@${site.server.host}:22`, /SHA256:[A-Za-z0-9+/]{43}/, '~guest/.ssh/authorized_keys'],
    })
    const line = /^ *(ssh-ed25519 \S+)$/m.exec(message)?.[1] ?? ''
    expect(line).toBe(stranger.publicKey.split(' ', 2).join(' '))
    await site.server.must('cat >> /home/guest/.ssh/authorized_keys', { input: `${line}\n` })
    before = await state()
    await fails(options, { what: mayNothing })
  })
})

describe('the host', () => {
  const at = (settings: Readonly<Record<string, unknown>>): DeployOptions => ({
    prepare: setInFile(settings),
  })

  test('whose port is closed is told apart from one that is not there, or has no name', async () => {
    await fails(at({ port: 2 }), {
      what: `${site.server.host} refuses connections on port 2`,
      says: ['Check `port`, and that sshd runs on the server'],
    })
    const nobody = (await ensureWorld()).network.newAddress()
    await fails(at({ hostname: nobody }), {
      what: new RegExp(`^(?:There is no route to ${nobody}|${nobody} does not answer on port 22)$`),
      says: ['Check `hostname`'],
    })
    await fails(at({ hostname: 'nobody.invalid' }), {
      what: 'The name nobody.invalid does not resolve',
      says: ['Check `hostname`, and that its DNS record exists.'],
    })
  })

  test('that nothing pins is refused, with the line that pins it', async () => {
    const unpinned = { 'ssh-known-hosts': undefined }
    const message = await fails(
      { inputs: unpinned },
      {
        what: `The host key of ${site.server.host} is not known`,
        says: [/SHA256:[A-Za-z0-9+/]{43}/, 'ssh-keygen -lf /etc/ssh/ssh_host_', 'ssh-known-hosts'],
      },
    )
    const line = message.split('\n').find((text) => text.trim().startsWith(`${site.server.host} `)) ?? ''
    expect(site.server.hostKeys).toContain(line.trim())
    await fails({ inputs: { 'ssh-known-hosts': line } }, { what: mayNothing })
  })

  test('can be pinned by the fingerprint that the refusal shows', async () => {
    const refused = await site.deploy({ inputs: { 'ssh-known-hosts': undefined } })
    const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/.exec(refused.log)?.[0] ?? ''
    const pinned = (text: string): DeployOptions => ({
      inputs: { 'ssh-known-hosts': undefined, 'ssh-host-fingerprint': text },
    })
    await fails(pinned(fingerprint), { what: mayNothing })
    const other = `SHA256:${'A'.repeat(43)}`
    await fails(pinned(other), {
      what: `The host key of ${site.server.host} is not the pinned one`,
      says: [fingerprint, other],
    })
    await fails(pinned('SHA256:short'), { what: '“SHA256:short” is not a fingerprint of a host key' })
  })

  test('that shows another key than the pinned one is refused, also by accept-new', async () => {
    const changed = `${site.server.host} ${stranger.publicKey.split(' ', 2).join(' ')}`
    for (const checking of ['strict', 'accept-new'])
      await fails(
        { inputs: { 'ssh-known-hosts': changed, 'ssh-host-key-checking': checking } },
        {
          what: `The host key of ${site.server.host} is not the pinned one`,
          says: [
            'Either the server was reinstalled',
            /shows the \S+ key SHA256:\S{43}; `ssh-known-hosts` pins SHA256:/,
          ],
        },
      )
  })

  test('that nothing pins is trusted by accept-new, which says so', async () => {
    const checking = (word: string): DeployOptions => ({
      inputs: { 'ssh-known-hosts': undefined, 'ssh-host-key-checking': word },
    })
    const result = await site.deploy(checking('accept-new'))
    expectFailure(result, { what: mayNothing })
    expect(result.log).toMatch(/The host key of \S+ is not pinned; trusted ssh-ed25519 SHA256:/)
    await fails(checking('no'), { what: '“no” is not a way of host key checking', says: ['`accept-new`'] })
  })
})

describe('what is asked for', () => {
  test('must be a command, and the commands are listed', async () => {
    await fails(
      { command: 'biuld all' },
      { what: 'There is no command "biuld all"', says: ['`build all`', '`update project`'] },
    )
  })

  test('must be a configuration of the file, and the nearest one is proposed', async () => {
    await fails(
      { inputs: { configuration: 'staging' } },
      {
        what: 'There is no configuration `staging` in deployment.yml',
        says: ['Did you mean `Staging`?'],
      },
    )
  })

  test('names all secrets that are missing, and the lines to add', async () => {
    await fails(
      { env: {}, prepare: setInFile({ 'primary_service.project.secrets': ['SECRET_KEY', 'API_TOKEN'] }) },
      {
        what: 'Secrets are missing: SECRET_KEY, API_TOKEN',
        says: ['API_TOKEN: ${{ secrets.API_TOKEN }}', 'Nothing on the server was changed.'],
      },
    )
    await fails({ env: { SECRET_KEY: '' } }, { what: 'The secret SECRET_KEY is missing' })
  })
})

describe('what is for no configuration', () => {
  const prepare = setInFile({ branches: ['main', 'release/**'] })
  const inputs = { 'ssh-private-key': undefined, configuration: '' }

  test('ends well after a push, with a notice of what would be', async () => {
    const result = await site.deploy({ prepare, inputs, github: { ref: 'refs/heads/topic' } })
    expect(result.exitCode, result.log).toBe(0)
    const notice =
      'Nothing is deployed: the branch `topic` matches the `branches` of no configuration. These would match: Staging: `main`, `release/**`'
    expect(result.annotations.map(({ level, message }) => [level, message])).toEqual([['notice', notice]])
    expect(result.summary).toContain('| Staging | `main`, `release/**` |')
  })

  test('is refused when it was started by hand', async () => {
    await fails(
      { prepare, inputs, github: { ref: 'refs/tags/v1', event_name: 'workflow_dispatch' } },
      {
        what: 'It is not clear which configuration of deployment.yml is meant',
        says: ['The tag `v1` matches the `branches` of no configuration', 'to one of `Staging`.'],
      },
    )
  })

  test('is checked for a pull request, without a key', async () => {
    const github = { ref: 'refs/pull/5/merge', event_name: 'pull_request' }
    const result = await site.deploy({ prepare, inputs: { ...inputs, configuration: 'Nobody' }, github })
    expect(result.exitCode, result.log).toBe(0)
    expect(result.log).toContain(
      'check of Staging: a pull request deploys nothing, but checks every configuration',
    )
    expect(result.summary).toContain('## ✅ deployment.yml is valid')
    expect(result.summary).toMatch(/\| hostname \| \S+ \| deployment.yml:\d+ \|/)
    const broken = await site.deploy({ prepare: setInFile({ port: 0 }), inputs, github })
    expectFailure(broken, { what: 'deployment.yml has a mistake', onFiles: 1 })
  })
})

describe('the deployment file', () => {
  test('with mistakes shows all of them at their places, in the log and beside the code', async () => {
    const text = `configurations:
  Staging:
    hostname: http://example.com
    port: 99999
    primary_service:
      project:
        proceses: []
`
    const result = await site.deploy({
      prepare: (workspace) => writeFile(join(workspace, 'deployment.yml'), text),
    })
    expectFailure(result, {
      what: 'deployment.yml has 3 mistakes',
      says: [
        /deployment\.yml:3:15 .*hostname/,
        /deployment\.yml:4:11 .*port/,
        /deployment\.yml:7:9 .*processes/,
      ],
      onFiles: 3,
      withinMs: 15_000,
    })
    const placed = result.annotations.filter(({ file }) => file === 'deployment.yml')
    expect(placed.map(({ level, line }) => [level, line])).toEqual([
      ['error', 3],
      ['error', 4],
      ['error', 7],
    ])
  })

  test('that is not there is missed by its name, with the smallest one that works', async () => {
    await fails(
      { inputs: { 'config-file': 'deploy/production.yml' } },
      { what: 'There is no deployment file deploy/production.yml', says: ['configurations:', 'wsgi_file'] },
    )
  })

  test('or the repository is not there without a checkout', async () => {
    await fails(
      { prepare: (workspace) => rm(join(workspace, 'deployment.yml')) },
      {
        what: 'There is no deployment file',
        says: ['actions/checkout', 'deployment.yml, deployment.yaml, .github/deployment.yml'],
      },
    )
    await fails(
      { prepare: (workspace) => rm(join(workspace, '.git'), { recursive: true }) },
      { what: 'There is no checkout to deploy', says: ['actions/checkout'] },
    )
  })
})

describe('the login', () => {
  test('that may do nothing on the server is told what it needs', async () => {
    await fails(
      {},
      {
        what: mayNothing,
        says: [
          `guest@${site.server.host}:22`,
          'neither root, nor may it use sudo without a password, nor Docker',
          'Nothing on the server was changed.',
          'Log in as root',
        ],
      },
    )
  })
})
