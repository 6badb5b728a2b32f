import type { Observer } from '../../../src/commands/deploy.ts'
import type { Invocation } from '../../../src/commands/invocation.ts'
import { parseInput } from '../../../src/commands/line.ts'
import { lineProgress } from '../../../src/report/progress.ts'

/** What was asked for, as little as can be, with what a test changes. */
export const invocationWith = (difference: Partial<Invocation>): Invocation => ({
  command: parseInput('build all').command,
  dryRun: false,
  configuration: undefined,
  preview: undefined,
  trigger: { event: 'push', ref: { type: 'branch', name: 'main' } },
  configFile: undefined,
  workspace: '/nowhere',
  privateKey: '',
  passphrase: undefined,
  pins: { knownHosts: undefined, fingerprint: undefined, checking: 'strict' },
  repository: 'octo-org/octo-repo',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  deployKeyToken: '',
  token: '',
  actor: 'octocat',
  runUrl: '',
  run: undefined,
  lockSeconds: 1800,
  env: {},
  ...difference,
})

/** Somebody who hears of a run, and the lines that were heard. */
export const listener = (): Pick<Observer, 'progress' | 'signal'> & { readonly log: readonly string[] } => {
  const log: string[] = []
  return {
    log,
    progress: lineProgress((line) => void log.push(line.replace(/^ *[\d.]+ s {2}/, ''))),
    signal: new AbortController().signal,
  }
}
