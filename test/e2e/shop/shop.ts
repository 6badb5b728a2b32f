import { afterAll, beforeAll } from 'vitest'
import type { ActionResult } from '../../world/runner.ts'
import { dockerSnapshot } from '../../world/snapshot.ts'
import { newSite, type Site, secretKey } from '../harness.ts'
import { fetchJson } from '../json.ts'
import { watchCommandLines } from '../leaks.ts'

/** The shop, live on a server. */
export interface Shop {
  readonly site: Site
  /** The run that has brought it there. */
  readonly first: ActionResult
  /** The command lines of all that ran on the server meanwhile. */
  readonly commandLines: string
  /** When it was live, in seconds since 1970, by the server's clock. */
  readonly live: number
  /** Asks for a page. */
  page<Answer>(path: string, init?: RequestInit): Promise<Answer>
  /** Runs of the jobs and tasks whose names begin so, the oldest first. */
  runs(prefix: string): Promise<readonly Run[]>
  /** Seconds since 1970, by the server's clock. */
  now(): Promise<number>
}

/** A process of the shop, as it tells of itself. */
export interface Process {
  readonly user: string
  readonly host: string
  readonly folder: string
  readonly values: Readonly<Record<string, string>>
  readonly names: readonly string[]
}

/** One run of a job or a task: when, which one, and the process that it was. */
export interface Run {
  readonly at: number
  readonly job: string
  readonly process: Process
}

/** A secret with all that could be misread on its way. */
export const apiKey = `it's "secret" \\ of $HOME, 100 %(ENV_HOME)s and \`id\`, in two\nlines of text`

/** A header of the site with all that nginx could misread. */
export const header = { name: 'X-Shop', value: `it's "open"; $host {1} \\ 100 %` }

/** Bytes. */
export const megabyte = 1024 ** 2

/** Where the volume that Docker keeps is in the shop's container. */
export const kept = '/srv/kept'

const record = (name: string) => ({ name, command: `python manage.py record_run task-${name}` })

const settings = {
  site: { max_body_size: '51m', headers: { [header.name]: header.value } },
  'primary_service.memory': '1g',
  'primary_service.cpus': 1.5,
  'primary_service.volumes': [`keep:${kept}`, '/srv/price-lists:/srv/prices:ro'],
  'primary_service.project.release_tasks.before_switch': [
    { name: 'migrate-warehouse', command: 'python manage.py migrate --noinput --database warehouse' },
    record('first'),
    record('second'),
  ],
  'primary_service.project.release_tasks.after_switch': [record('third'), record('fourth')],
  secondary_services: [
    { postgresql: { memory: '512m', cpus: 0.5, env_variables: { TZ: 'Europe/Berlin' } } },
    'redis',
    { memcached: { memory: '128m' } },
    { mysql: { variant: 'mariadb' } },
  ],
}

/** Has the shop deployed before the tests of a file, and taken away behind them. */
export const startShop = (): (() => Shop) => {
  let shop: Shop
  let site: Site
  beforeAll(async () => {
    const env = { SECRET_KEY: secretKey, API_KEY: apiKey }
    site = await newSite({ from: await dockerSnapshot(13), sample: 'shop', env, settings })
    await site.server.must('install -d /srv/price-lists; echo "tea 3" > /srv/price-lists/today')
    const watch = await watchCommandLines(site.server)
    const first = await site.mustDeploy()
    const page = <Answer>(path: string, init?: RequestInit) => fetchJson<Answer>(`${site.url}${path}`, init)
    const now = async () => Number(await site.server.must('date +%s.%N'))
    shop = {
      site,
      first,
      live: await now(),
      commandLines: await watch.stop(),
      page,
      runs: async (prefix) =>
        (await page<{ runs: readonly Run[] }>('runs')).runs.filter(({ job }) => job.startsWith(prefix)),
      now,
    }
  })
  afterAll(() => site?.[Symbol.asyncDispose]())
  return () => shop
}
