import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Checkout, checkout } from '../world/checkout.ts'
import { command, tryCommand } from '../world/command.ts'
import { type KeyPair, newKeyPair } from '../world/keys.ts'
import { ensureProgram } from '../world/packages.ts'
import { type Server, startServer } from '../world/server.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { openTerminal } from '../world/terminal.ts'
import { containers, newProject, type Project } from './harness.ts'

/**
 * The terminal's door, as it is built: from a checkout to a server that only ~/.ssh/config knows, with an encrypted key
 * in an agent, hashed known hosts and a jump host.
 */

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli.js')
const passphrase = 'correct horse'

let server: Server
let project: Project
let workspace: Checkout
let key: KeyPair
/** The folder that is home to ~/.ssh, and the agent's socket in it. */
let home: string
/** The agent's process. */
let agent: number
const socket = () => join(home, 'agent')

beforeAll(async () => {
  await ensureProgram('ssh-agent', 'openssh-client', 'hold SSH keys')
  await ensureProgram('setsid', 'util-linux', 'run commands without a terminal')
  home = await mkdtemp(join(tmpdir(), 'jetee-home-'))
  await mkdir(join(home, '.ssh'), { mode: 0o700 })
  key = await newKeyPair({ passphrase })
  await writeFile(join(home, '.ssh/locked'), key.privateKey, { mode: 0o600 })
  await writeFile(join(home, 'askpass'), `#!/bin/sh\necho '${passphrase}'\n`, { mode: 0o700 })
  const env = { ...process.env, SSH_AUTH_SOCK: socket(), SSH_ASKPASS: join(home, 'askpass') }
  agent = Number(/SSH_AGENT_PID=(\d+)/.exec(await command('ssh-agent', ['-s', '-a', socket()], { env }))?.[1])
  await command('ssh-add', ['-q', join(home, '.ssh/locked')], {
    env: { ...env, SSH_ASKPASS_REQUIRE: 'force' },
  })

  server = await startServer({ debian: 13, authorizedKeys: [], from: await dockerSnapshot(13) })
  await server.addUser('deploy', { authorizedKeys: [key.publicKey], docker: true })
  await server.addUser('hopper', { authorizedKeys: [key.publicKey] })
  await server.sshdConfig(['Port 22', 'Port 2222'])
  project = await newProject(server, key, {
    sample: 'containerfile',
    settings: {
      hostname: 'box',
      server_names: [server.host],
      'primary_service.project.secrets': ['API_KEY'],
    },
  })
  workspace = await checkout({ origin: project.origin, remoteUrl: 'git@github.com:acme/containerfile.git' })
  await writeFile(join(home, 'secrets.env'), 'API_KEY="from a file"\n')
  await sshConfig()
  await knowHost()
})

afterAll(async () => {
  if (agent) process.kill(agent)
  await workspace?.[Symbol.asyncDispose]()
  await project?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await rm(home, { recursive: true, force: true })
})

/** Writes ~/.ssh/config; by default the alias of the deployment file, with the port and user that the file lacks. */
const sshConfig = (
  lines: readonly string[] = ['Host box', `HostName ${server.host}`, 'Port 2222', 'User deploy'],
) => writeFile(join(home, '.ssh/config'), `${lines.join('\n')}\n`, { mode: 0o600 })

const knownHosts = () => join(home, '.ssh/known_hosts')

/** Writes ~/.ssh/known_hosts with the server's keys under a name, hashed. */
const knowHost = async (name = `[${server.host}]:2222`) => {
  const lines = server.hostKeys.map((line) => `${name} ${line.split(' ').slice(1).join(' ')}`)
  await writeFile(knownHosts(), `${lines.join('\n')}\n`)
  await command('ssh-keygen', ['-q', '-H', '-f', knownHosts()])
  await rm(`${knownHosts()}.old`)
  expect(await readFile(knownHosts(), 'utf8')).not.toContain(server.host)
}

/** The environment of a terminal: with the agent, unless it is left out. */
const environment = ({ hasAgent = true } = {}): Record<string, string> => ({
  HOME: home,
  PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  ...(hasAgent && { SSH_AUTH_SOCK: socket() }),
})

/** Runs `jetee` without a terminal. */
const jetee = async (words: string, env = environment()) => {
  const args = ['-w', process.execPath, cli, ...words.split(' ')]
  const result = await tryCommand('setsid', args, { cwd: workspace.folder, env })
  return { ...result, all: `${result.stdout}${result.stderr}` }
}

/** A text to wait for in a terminal, and what is then typed; `C-c` is a key. */
type Answer = readonly [prompt: string | RegExp, typed: string]

/** Runs `jetee` in a terminal, and types each answer when its prompt is to be seen. */
const typed = async (
  words: string,
  answers: readonly Answer[],
  env: Readonly<Record<string, string>> = environment({ hasAgent: false }),
) => {
  const script = 'trap : INT; "$@"; echo "status: $?"; read -r _'
  const line = ['sh', '-c', script, 'sh', process.execPath, cli, ...words.split(' ')]
  await using terminal = await openTerminal(line, { columns: 250, rows: 60, env, cwd: workspace.folder })
  for (const [prompt, text] of answers) {
    await terminal.shows(prompt, 120)
    await (text === 'C-c' ? terminal.press(text) : terminal.type(text))
  }
  const text = (await terminal.shows(/^status: \d+$/m, 120)).join('\n')
  return { text, exitCode: Number(/^status: (\d+)$/m.exec(text)?.[1]) }
}

const secrets = () => `--env-file ${join(home, 'secrets.env')}`

describe('from a checkout', () => {
  test('a first build goes to the server that ~/.ssh/config knows, with the port and user of there', async () => {
    const missing = await jetee('build all')
    expect(missing).toMatchObject({ code: 1, stdout: '' })
    expect(missing.stderr).toContain('The secret API_KEY is missing')
    expect(missing.stderr).toContain('\n  API_KEY=…\n')

    const { code, stdout, stderr } = await jetee(`build all ${secrets()}`)
    expect(stderr).toContain(`build all: Staging of acme/containerfile to deploy@${server.host}:2222`)
    expect(stderr).not.toContain('from a file')
    expect(stdout).toContain(`Deployed containerfile (Staging) to deploy@${server.host}:2222`)
    expect(stdout).toContain(`http://${server.host}/`)
    expect(code).toBe(0)
    expect((await fetch(`http://${server.host}/health`)).status).toBe(200)
    expect(await server.must('docker exec containerfile-app-1 printenv API_KEY')).toBe('from a file')
  })

  test('another run finds nothing to do', async () => {
    const before = await containers(server)
    const { code, stdout } = await jetee(`${secrets()} build all`)
    expect(stdout).toContain('Nothing to do for containerfile (Staging)')
    expect(code).toBe(0)
    expect(await containers(server)).toBe(before)
  })

  test('`plan` and `check` tell of the file and the configuration that are named', async () => {
    const file = (await readFile(join(workspace.folder, 'deployment.yml'), 'utf8')).replace(
      /^configurations:\n/,
      'configurations:\n  Production: { extends: Staging, branches: [release], site: { max_body_size: 7m } }\n',
    )
    await mkdir(join(workspace.folder, 'deploy'))
    await writeFile(join(workspace.folder, 'deploy/other.yml'), file)

    const check = await jetee('check -n Production -m deploy/other.yml')
    expect(check.stdout).toMatch(/max_body_size +7m/)
    expect(check.stdout).toContain('deploy/other.yml is valid')
    expect(check.stdout).not.toContain('Configuration Staging')

    const plan = await jetee(`-m deploy/other.yml plan build project -n Staging ${secrets()}`)
    expect(plan.stderr).toContain('1 file has changes that are not committed')
    expect(plan.stdout).toContain('there is nothing to do on')
    expect(plan.code).toBe(0)

    const unknown = await jetee('plan -n Stagin')
    expect(unknown.stderr).toContain('Did you mean `Staging`? Give `-n` one of these names.')
    expect(unknown.code).toBe(1)
  })

  test('usage is told on a status of its own', async () => {
    expect(await jetee('biuld all')).toMatchObject({ code: 2, stdout: '' })
    expect(await jetee('help')).toMatchObject({ code: 0, stderr: '' })
  })

  test('npm puts it on PATH, from nothing but what is committed', async () => {
    const prefix = join(home, 'prefix')
    await command('npm', ['install', '--global', '--prefix', prefix, root])
    const help = await tryCommand(join(prefix, 'bin/jetee'), ['help'], { env: environment() })
    expect(help).toMatchObject({ code: 0, stdout: /^Usage: jetee/ })
  })
})

describe('the server', () => {
  test('is reached through a jump host with a login and a host key of its own', async () => {
    await sshConfig([
      ...['Host box', 'HostName 127.0.0.1', 'Port 2222', 'User deploy', 'ProxyJump hop'],
      ...['Host hop', `HostName ${server.host}`, 'User hopper'],
    ])
    await knowHost('[127.0.0.1]:2222')
    const stranger = await jetee(`plan ${secrets()}`)
    expect(stranger.stderr).toContain(`The host key of ${server.host} is not known`)

    const lines = server.hostKeys.map((line) => `${line}\n`).join('')
    await writeFile(knownHosts(), `${await readFile(knownHosts(), 'utf8')}${lines}`)
    const { stdout, stderr } = await jetee(`plan ${secrets()}`)
    expect(stderr).toContain('to deploy@127.0.0.1:2222')
    expect(stdout).toContain('there is nothing to do on deploy@127.0.0.1:2222')
    await sshConfig()
  })

  test('is refused when its host key is not known and nobody can be asked', async () => {
    await rm(knownHosts(), { force: true })
    const { code, stderr } = await jetee(`plan ${secrets()}`)
    expect(code).toBe(1)
    expect(stderr).toContain(`The host key of ${server.host} is not known`)
    expect(stderr).toContain('There is no terminal to ask')
    await expect(readFile(knownHosts())).rejects.toThrow('ENOENT')
  })

  test('is asked about in a terminal, as is the passphrase, which is not shown; the host key is kept', async () => {
    await sshConfig([
      ...['Host box', `HostName ${server.host}`, 'Port 2222', 'User deploy'],
      ...['IdentityFile ~/.ssh/locked', 'HashKnownHosts yes'],
    ])
    const refused = await typed('plan', [['yes/no/fingerprint', 'no']], {
      ...environment({ hasAgent: false }),
      API_KEY: 'from a file',
    })
    expect(refused.exitCode).toBe(1)
    expect(refused.text).toContain('You said that it is not right.')

    const { exitCode, text } = await typed(`plan ${secrets()}`, [
      ['yes/no/fingerprint', 'yes'],
      ['Passphrase of', 'wrong horse'],
      ['That is not it. Passphrase of', passphrase],
    ])
    expect(text).toContain('there is nothing to do on')
    expect(text).not.toContain('horse')
    expect(exitCode).toBe(0)
    const kept = await readFile(knownHosts(), 'utf8')
    expect(kept).toMatch(/^\|1\|\S+ ssh-ed25519 \S+\n$/)
    expect(server.hostKeys.some((line) => kept.endsWith(`${line.split(' ').slice(1).join(' ')}\n`))).toBe(
      true,
    )
    expect((await jetee(`plan ${secrets()}`)).code).toBe(0)
  })

  test('is refused when its host key has changed', async () => {
    const stranger = (await newKeyPair()).publicKey.split(' ').slice(0, 2).join(' ')
    await writeFile(knownHosts(), `[${server.host}]:2222 ${stranger}\n`)
    const { code, stderr } = await jetee(`plan ${secrets()}`)
    expect(code).toBe(1)
    expect(stderr).toContain(`The host key of ${server.host} has changed`)
    expect(stderr).toContain(`${knownHosts()}:1`)
    expect(stderr).toContain(`ssh-keygen -R '[${server.host}]:2222'`)
    await knowHost()
  })

  test('refuses keys that it does not know, and they are named', async () => {
    const file = join(home, 'stranger')
    await writeFile(file, (await newKeyPair()).privateKey, { mode: 0o600 })
    await sshConfig()
    const alone = await jetee(`plan -i ${file} ${secrets()}`, environment({ hasAgent: false }))
    expect(alone.stderr).toContain(`${server.host} refuses the key for deploy`)
    expect(alone.code).toBe(1)
    // The agent's key comes first, whatever file is named.
    expect((await jetee(`plan -i ${file} ${secrets()}`)).code).toBe(0)
  })
})

test('Ctrl-C cancels a build, and leaves the release that was there', async () => {
  const before = await containers(server)
  const dockerfile = await readFile(join(workspace.folder, 'Dockerfile'), 'utf8')
  await writeFile(
    join(workspace.folder, 'Dockerfile'),
    dockerfile.replace('AS product', 'AS product\nRUN echo slow; sleep 600'),
  )
  await command('git', [
    ...['-C', workspace.folder, '-c', 'user.name=Octo Cat', '-c', 'user.email=octocat@example.com'],
    ...['commit', '--quiet', '--all', '--message', 'Take long'],
  ])
  const { exitCode, text } = await typed(
    `build all ${secrets()}`,
    [[/Build release 2: .*│ #\d+ .*slow/, 'C-c']],
    environment(),
  )
  expect(text).toContain('Ctrl-C once more ends at once')
  expect(text).toContain('The run was cancelled')
  expect(text).toContain('Visitors reach release 1.')
  expect(exitCode).toBe(130)
  expect(await containers(server)).toBe(before)
  expect((await fetch(`http://${server.host}/health`)).status).toBe(200)
})
