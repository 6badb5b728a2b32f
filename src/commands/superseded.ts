import type { HostFacts, ReleaseFact } from '../server/facts.ts'
import type { Invocation, WorkflowRun } from './invocation.ts'
import type { Done } from './run.ts'

/**
 * The release that is live, when a newer run of a workflow has made it, or found it as it should be: what an older one
 * brings, it has overtaken. A run that somebody runs again is meant as it is, and so is one from a terminal.
 */
export const newerRelease = (
  run: WorkflowRun | undefined,
  { current, releases }: Pick<HostFacts, 'current' | 'releases'>,
): ReleaseFact | undefined => {
  if (!run || run.attempt > 1) return undefined
  return releases.find(({ number, record }) => number === current && (record?.run ?? 0) > run.id)
}

/** What comes of a run that a newer one has overtaken: the newer one's release stays. */
export const superseded = (
  { number, record }: ReleaseFact,
  { serverUrl, repository }: Pick<Invocation, 'serverUrl' | 'repository'>,
): Done => ({
  kind: 'done',
  sentence: `Superseded: release ${number}, commit ${record?.commit.slice(0, 12)}, was made by a newer run, or is what it was to bring: ${serverUrl}/${repository}/actions/runs/${record?.run}. It stays live, and this run has changed nothing; run again, it deploys its own commit.`,
  changed: false,
  release: number,
})

/**
 * The run that took a preview down, when it is newer than this one: what an older one brings, nobody wants any more. One
 * that somebody runs again is meant as it is.
 */
export const newerRemoval = (
  run: WorkflowRun | undefined,
  { gone }: Pick<HostFacts, 'gone'>,
): number | undefined => (run && run.attempt === 1 && gone !== undefined && gone > run.id ? gone : undefined)

/** What comes of a run whose preview a newer one has taken down: it stays down. */
export const supersededByRemoval = (
  removal: number,
  { serverUrl, repository }: Pick<Invocation, 'serverUrl' | 'repository'>,
): Done => ({
  kind: 'done',
  sentence: `Superseded: a newer run, ${serverUrl}/${repository}/actions/runs/${removal}, has taken the preview down. It stays down, and this run has changed nothing; run again, it brings it up.`,
  changed: false,
})
