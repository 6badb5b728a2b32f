import { afterAll, beforeAll, expect, test } from 'vitest'
import { apps } from '../load/apps.ts'
import { losses } from '../load/counts.ts'
import { changeUnderLoad, settingsOf } from '../load/scenario.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { newProject, newSite, type Project, type Site } from './harness.ts'

/** The load test, shorter: three apps on one server, changed at the same time. `npm run test:load` is the whole. */

let site: Site
let projects: readonly Project[]

/** All three together have the load of the whole test. */
const scenario = {
  load: { rate: 70, burst: 150, burstEvery: 6, slowEvery: 3 },
  updates: 2,
  build: false,
  rollbacks: 1,
}

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13), sample: 'load', env: {} })
  projects = await Promise.all(
    apps.map((app) =>
      newProject(site.server, site.key, { sample: 'load', settings: settingsOf(app), env: {} }),
    ),
  )
  // The first installs Docker's neighbours, nginx among them, for all.
  for (const project of projects) await project.mustDeploy({ env: {} })
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  for (const project of projects ?? []) await project[Symbol.asyncDispose]()
})

test('updates and a rollback of three apps under load lose no response and cut none', async () => {
  const results = await Promise.all(
    apps.map((app, index) => changeUnderLoad(site, projects[index] as Project, app, scenario)),
  )
  for (const [index, { counts, services }] of results.entries()) {
    const app = apps[index]
    expect({ app: app?.name, lost: losses(counts), ...counts }).toMatchObject({
      lost: 0,
      failed: {},
      truncated: {},
    })
    expect(counts.ok).toBeGreaterThan(1000)
    expect(Object.keys(counts.byRelease).sort()).toEqual(['1', '2', '3'])
    expect(services[1]).toBe(services[0])
    if (app?.hasWebSocket) {
      expect(counts.webSockets.opened).toBeGreaterThanOrEqual(1 + scenario.updates + scenario.rollbacks)
      expect(counts.webSockets.closed).toBe(counts.webSockets.opened)
    }
  }
})
