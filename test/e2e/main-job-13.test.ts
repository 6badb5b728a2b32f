import { describe } from 'vitest'
import { firstBuild } from './main-job/first-build.ts'
import { restarts } from './main-job/restarts.ts'
import { updates } from './main-job/updates.ts'

describe('the main job on Debian 13', () => {
  const site = firstBuild(13)
  updates(site)
  restarts(site)
})
