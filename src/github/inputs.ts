import { readFileSync } from 'node:fs'
import { getInput } from '@actions/core'
import type { Invocation } from '../commands/invocation.ts'
import { parseInput } from '../commands/line.ts'
import type { Trigger } from '../configuration/choose.ts'
import { Failure } from '../report/failure.ts'
import { readHostKeyChecking } from '../server/connection/host-key.ts'
import { pullRequestEvents, readEvent, readRef } from './event.ts'

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

/** What GitHub tells of the event in the file that it names; undefined where it names none. */
const readPayload = (path: string | undefined): unknown => {
  if (!path) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Failure(
      {
        what: 'What GitHub tells of the event could not be read',
        where: path,
        why: cause instanceof Error ? cause.message : String(cause),
        next: 'The runner writes this file, and names it in GITHUB_EVENT_PATH. With act, `--eventpath` names one of yours; it holds JSON.',
      },
      { cause },
    )
  }
}

/** What the run was started by, and for. */
const readTrigger = (env: Readonly<Record<string, string | undefined>>): Trigger => {
  const event = env.GITHUB_EVENT_NAME ?? ''
  const happened = readEvent(env, event === '' ? undefined : readPayload(env.GITHUB_EVENT_PATH))
  const ref = happened?.kind === 'release' ? happened.ref : readRef(env)
  return { event, ref: pullRequestEvents.includes(event) ? undefined : ref, happened }
}

/**
 * The environment without what the runner gives to the action itself: its inputs, with the job's token among them, and the
 * tokens of caches, artifacts and identity. They are nobody's to name as a secret, and least a pull request's.
 */
const withoutOwnTokens = (env: Readonly<Record<string, string | undefined>>): Invocation['env'] =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(?:INPUT_.*|ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN)$/i.test(name),
    ),
  )

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
    trigger: readTrigger(env),
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
    env: withoutOwnTokens(env),
  }
}
