import { getInput } from '@actions/core'
import type { Invocation } from '../commands/invocation.ts'
import { parseInput } from '../commands/line.ts'
import type { Ref } from '../configuration/choose.ts'
import { Failure } from '../report/failure.ts'
import { readHostKeyChecking } from '../server/connection/host-key.ts'

/** An input's value; undefined when it is empty. */
const optional = (name: string): string | undefined => getInput(name) || undefined

/** A boolean of YAML 1.2, or none. */
const readFlag = (name: string): boolean => {
  const text = getInput(name)
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE|)$/.test(text)) return false
  throw new Failure({
    what: `${JSON.stringify(text)} is neither true nor false`,
    where: `input ${name}`,
    next: `Write \`${name}: true\` or \`${name}: false\`, or leave it out for false.`,
  })
}

/** A number of seconds, or the usual one. */
const readSeconds = (name: string, usual: number): number => {
  const text = getInput(name)
  if (text === '') return usual
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new Failure({
    what: `${JSON.stringify(text)} is no number of seconds`,
    where: `input ${name}`,
    next: `Write a whole number up to 99999, such as \`${name}: 600\`.`,
  })
}

/** The number of a pull request, or none. */
const readPreview = (text: string | undefined): number | undefined => {
  if (text === undefined || /^[1-9]\d{0,8}$/.test(text)) return text === undefined ? undefined : Number(text)
  throw new Failure({
    what: `${JSON.stringify(text)} is no number of a pull request`,
    where: 'input preview',
    next: 'Write its number alone, such as `preview: 12`.',
  })
}

/** The branch or tag that the run is for; a pull request's merge commit is neither. */
const readRef = ({
  GITHUB_REF: full = '',
  GITHUB_REF_NAME: name,
  GITHUB_REF_TYPE: type,
}: Readonly<Record<string, string | undefined>>): Ref | undefined =>
  name && (type === 'branch' || type === 'tag') && !full.startsWith('refs/pull/') ? { type, name } : undefined

/** Reads the action's inputs and the job's environment, once. */
export const readInvocation = (env: Readonly<Record<string, string | undefined>>): Invocation => {
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com'
  const repository = env.GITHUB_REPOSITORY ?? ''
  const line = parseInput(optional('command') ?? 'build all')
  // act calls each of its runs number 1: no page on GitHub has that number, and every run of GitHub's would be newer.
  const isNumbered = Boolean(env.GITHUB_RUN_ID) && env.ACT !== 'true'
  return {
    command: line.command,
    dryRun: readFlag('dry-run') || line.dryRun,
    configuration: optional('configuration') ?? line.configuration,
    preview: readPreview(optional('preview')) ?? line.preview,
    trigger: { event: env.GITHUB_EVENT_NAME ?? '', ref: readRef(env) },
    configFile: optional('config-file') ?? line.configFile,
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
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    token: getInput('token'),
    deployKeyToken: getInput('deploy-key-token'),
    actor: env.GITHUB_ACTOR ?? 'somebody',
    runUrl: isNumbered ? `${serverUrl}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',
    run: isNumbered
      ? { id: Number(env.GITHUB_RUN_ID), attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) }
      : undefined,
    lockSeconds: readSeconds('lock-timeout', 1800),
    env,
  }
}
