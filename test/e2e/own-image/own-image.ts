import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import { dockerSnapshot } from '../../world/snapshot.ts'
import { newSite, type Site } from '../harness.ts'
import { fetchJson } from '../json.ts'
import { until } from '../until.ts'

/** The project with a Dockerfile, live on a server. */
export interface OwnImage {
  readonly site: Site
  /** Asks for a page. */
  page<Answer>(path: string): Promise<Answer>
  /** What it was given when it was built. */
  greeting(): Promise<string>
  /** Watches the worker for a while: it counts on, which it would not if there were two of it, or none. */
  expectOneWorker(): Promise<void>
}

/** Name of the project. */
export const project = 'containerfile'

/** What is on the server when the releases in `kept` went live one after the other. */
export const settled = (...kept: readonly number[]): string => {
  const live = kept.at(-1)
  const sorted = kept.map(String).sort()
  return [
    `container ${project}-app running`,
    ...['app', 'door', 'worker'].map((part) => `container ${project}-${part}-${live} running`),
    ...['consul', 'nginx'].map((name) => `container jetee-${name} running`),
    ...sorted.map((number) => `image jetee/${project}:${number}`),
    ...sorted.map((number) => `folder projects/${project}/releases/${number}`),
    ...sorted.map((number) => `folder www/${project}/r/${number}`),
    `current r/${live}`,
  ].join('\n')
}

interface Report {
  readonly count: number
  readonly at: number
}

/** Has the project deployed before the tests of a file, and taken away behind them. */
export const startOwnImage = (): (() => OwnImage) => {
  let site: Site
  beforeAll(async () => {
    site = await newSite({ from: await dockerSnapshot(13), sample: 'containerfile', env: {} })
    await site.mustDeploy()
  })
  afterAll(() => site?.[Symbol.asyncDispose]())
  const page = <Answer>(path: string) => fetchJson<Answer>(`${site.url}${path}`)
  const expectOneWorker = async () => {
    const reports: Report[] = []
    const begun = performance.now()
    const passed = () => (performance.now() - begun) / 1000
    // For five seconds, and until it has counted on twice.
    while (passed() < 5 || (reports.length < 3 && passed() < 30)) {
      const report = await page<Report | null>('worker')
      if (report && report.at !== reports.at(-1)?.at) reports.push(report)
      await sleep(100)
    }
    expect(reports.length, JSON.stringify(reports)).toBeGreaterThan(2)
    // It rests for a second between two counts; another one would have a count of its own, or the same at another time.
    for (const [index, { count, at }] of reports.slice(1).entries()) {
      const before = reports[index] as Report
      expect(count).toBeGreaterThan(before.count)
      expect(count - before.count).toBeLessThan(at - before.at + 0.5)
    }
    await until(
      'it goes on',
      () => page<Report>('worker'),
      ({ at }) => at > (reports.at(-1)?.at ?? 0),
      30,
    )
  }
  return () => ({
    site,
    page,
    greeting: async () => (await page<{ greeting: string }>('')).greeting,
    expectOneWorker,
  })
}
