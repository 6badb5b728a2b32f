import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheFolder, lock } from './cache.ts'
import { type CommandOptions, type CommandResult, command, hasCommand, tryCommand } from './command.ts'
import { canInstall, installPackages } from './packages.ts'
import { type Progress, step } from './progress.ts'

const socketPath = '/var/run/docker.sock'

/** Runs `docker` with arguments; it must succeed. Returns its standard output. */
export function docker(args: readonly string[], options?: CommandOptions): Promise<string> {
  return command('docker', args, options)
}

/** Runs `docker` with arguments; a failure is a result. */
export function tryDocker(args: readonly string[], options?: CommandOptions): Promise<CommandResult> {
  return tryCommand('docker', args, options)
}

/**
 * Makes sure that a Docker engine answers: a running one where there is one, else (as root on Debian) one that
 * is installed and started here. It is left running: starting it is slow and it costs nothing.
 */
export async function ensureEngine(progress: Progress): Promise<void> {
  if (await engineAnswers()) return
  if (!(await canInstall())) {
    throw new Error(
      'No Docker engine answers (`docker version` fails). Start one, or run this as root on Debian.',
    )
  }
  await using _ = await lock('engine')
  if (await engineAnswers()) return
  if (!(await hasCommand('dockerd'))) {
    await step(progress, 'installing a Docker engine', () =>
      installPackages(['docker.io', 'iptables', 'ca-certificates'], 'run servers in containers'),
    )
  }
  if (!(await hasCommand('docker'))) await installPackages(['docker-cli'], 'talk to the Docker engine')
  await step(progress, 'starting the Docker engine', startEngine)
}

/** Starts dockerd in a session of its own, so that it outlives this one, and waits until it answers. */
async function startEngine(): Promise<void> {
  const logFile = join(cacheFolder(), 'dockerd.log')
  const log = openSync(logFile, 'a')
  const child = spawn('dockerd', [], { detached: true, stdio: ['ignore', log, log] })
  const ended = new Promise<true>((resolve) => {
    child.on('error', () => resolve(true))
    child.on('exit', () => resolve(true))
  })
  child.unref()
  for (let tries = 0; tries < 600; tries++) {
    if (await engineAnswers()) return
    // One that ended at once may have met one that the package had just started: that one gets time to answer.
    if ((await Promise.race([ended, sleep(100)])) && tries > 100) break
    await sleep(100)
  }
  const tail = (await readFile(logFile, 'utf8')).trim().split('\n').slice(-20).join('\n')
  throw new Error(`dockerd does not answer; the end of ${logFile}:\n${tail}`)
}

/** Whether an engine answers; speaks its API version from then on when the CLI would demand a newer one. */
async function engineAnswers(): Promise<boolean> {
  if (!(await hasCommand('docker'))) return false
  const probe = () => tryDocker(['version', '--format', '{{.Server.APIVersion}}'])
  if ((await probe()).code === 0) return true
  const version = await engineApiVersion()
  if (version === undefined) return false
  process.env.DOCKER_API_VERSION = version
  return (await probe()).code === 0
}

/** Asks the engine behind the default socket for its API version, without the CLI. */
function engineApiVersion(): Promise<string | undefined> {
  if (!existsSync(socketPath)) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    request({ socketPath, path: '/_ping', timeout: 3000 }, (response) => {
      response.resume()
      resolve(response.headers['api-version']?.toString())
    })
      .on('error', () => resolve(undefined))
      .end()
  })
}
