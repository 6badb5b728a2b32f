import { getInput } from '@actions/core'
import type { Invocation } from '../commands/invocation.ts'
import { readHostKeyChecking } from '../server/connection/host-key.ts'

/** An input's value; undefined when it is empty. */
const optional = (name: string): string | undefined => getInput(name) || undefined

/** Reads the action's inputs and the job's environment, once. */
export const readInvocation = (env: Readonly<Record<string, string | undefined>>): Invocation => {
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com'
  const repository = env.GITHUB_REPOSITORY ?? ''
  return {
    command: optional('command') ?? 'build all',
    configuration: optional('configuration') ?? 'Staging',
    configFile: optional('config-file') ?? 'deployment.yml',
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    privateKey: getInput('ssh-private-key', { trimWhitespace: false }),
    passphrase: optional('ssh-private-key-passphrase'),
    pins: {
      knownHosts: optional('ssh-known-hosts'),
      fingerprint: optional('ssh-host-fingerprint'),
      checking: readHostKeyChecking(getInput('ssh-host-key-checking')),
    },
    repository,
    serverUrl,
    token: getInput('token'),
    actor: env.GITHUB_ACTOR ?? 'somebody',
    runUrl: env.GITHUB_RUN_ID ? `${serverUrl}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',
    env,
  }
}
