import type { Outcome } from '../../src/commands/outcome.ts'
import type { Announcement } from '../../src/report/announcement.ts'
import type { RunningContainer } from '../../src/report/containers.ts'
import type { FailureDetails } from '../../src/report/failure.ts'
import type { Timing } from '../../src/report/progress.ts'

/** A commit that is no real one. */
const commit = '3f9c1d27a8e04b5590c6f1d2ab73e9480d5e6c1f'
const before = 'a71be04c92d35f8810e7c6b9d4f2a3058c1d7e96'

const where = 'deploy@shop.example.com:22'

/** A step that went well; times in milliseconds. */
const step = (
  title: string,
  reason: string,
  begun: number,
  milliseconds: number,
  parts: Timing['parts'] = [],
): Timing => ({ title, reason, outcome: 'done', begun, milliseconds, parts })

const migrate = [
  'Operations to perform:',
  '  Apply all migrations: admin, auth, contenttypes, orders, sessions',
  'Running migrations:',
  '  Applying orders.0012_delivery_window... OK',
]

const containers = (project: string, release: number): readonly RunningContainer[] => [
  {
    name: `${project}-app-${release}`,
    role: `release ${release}`,
    image: `jetee/${project}:${release}`,
    state: 'new',
  },
  { name: `${project}-app`, role: 'entrance', image: 'nginx:1.30', state: 'running' },
  { name: `${project}-postgresql`, role: 'postgresql', image: 'postgres:17', state: 'running' },
  { name: `${project}-redis`, role: 'redis', image: 'redis:8', state: 'started' },
  { name: 'jetee-consul', role: 'consul', image: 'consul:1.22', state: 'running' },
  { name: 'jetee-nginx', role: 'nginx', image: 'nginx:1.30', state: 'running' },
]

/** A deploy that went well. */
export const deployed: Outcome = {
  command: 'build all',
  configuration: 'Production',
  project: 'shop',
  environment: 'production',
  where,
  actor: 'mona',
  repositoryUrl: 'https://github.com/acme/shop',
  changed: true,
  release: 42,
  previousRelease: 41,
  commit,
  previousCommit: before,
  subject: 'Let customers choose when a parcel comes',
  author: 'Mona Lisa',
  urls: ['https://shop.example.com/'],
  services: [],
  containers: containers('shop', 42),
  changes: [
    {
      step: 'image',
      title: 'Build release 42',
      reason: 'the commit has changed',
      fields: [
        { name: 'commit', old: 'a71be04c92d3 Show the basket on phones', new: '3f9c1d27a8e0 Let customers…' },
        { name: 'env DELIVERY_WINDOWS', old: null, new: 'morning,evening' },
      ],
    },
    {
      step: 'service redis',
      title: 'Start redis',
      reason: 'it does not run',
      fields: [{ name: 'state', old: 'stopped', new: 'running' }],
    },
  ],
  timings: [
    step('Start redis', 'it does not run', 120, 1310),
    step('Set up the site', 'its configuration has changed', 130, 420),
    step('Build release 42', 'the commit has changed', 125, 8240, [
      { title: 'send 3 files, 14 KiB', milliseconds: 390 },
      { title: 'build image', milliseconds: 7610 },
    ]),
    step('Start release 42', 'it is new', 8370, 4480, [
      { title: 'migrate', milliseconds: 1730, task: { status: 0, late: undefined, output: migrate } },
      {
        title: 'collectstatic',
        milliseconds: 880,
        task: {
          status: 0,
          late: undefined,
          output: ['128 static files copied to \u2019/app/static\u2019, 2 unmodified.'],
        },
      },
      { title: 'health check', milliseconds: 1240 },
    ]),
    step('Switch to release 42', 'it is healthy', 12_860, 960),
  ],
  milliseconds: 13_940,
  warnings: [
    'The server has 2.1 GiB of disk left, of 40 GiB: `docker system df` on the server tells what takes it',
  ],
}

/** Addresses of the sample's rollback workflow. */
export const workflow = {
  name: 'Roll back',
  url: 'https://github.com/acme/shop/actions/workflows/rollback.yml',
}

/** Why a deploy has failed. */
export const failure: FailureDetails = {
  what: 'The release task migrate failed',
  where: `${where}, release 43`,
  place: 'task migrate',
  why: 'It ended with status 1.',
  output: [
    'Running migrations:',
    '  Applying orders.0013_unique_reference...Traceback (most recent call last):',
    '  File "/usr/lib/python3/dist-packages/django/db/backends/utils.py", line 105, in _execute',
    '    return self.cursor.execute(sql, params)',
    'psycopg.errors.UniqueViolation: could not create unique index "orders_order_reference_key"',
    'DETAIL:  Key (reference)=(2026-11-0042) is duplicated.',
  ],
  stands: 'Release 42 still serves the site. The database is as the migrations before this one left it.',
  next: 'Correct the task or the data that it works on, then push; or `jetee run -- python manage.py showmigrations` to look.',
}

/** The steps of that deploy. */
export const failedTimings: readonly Timing[] = [
  step('Build release 43', 'the commit has changed', 110, 7900, [
    { title: 'send 1 file, 2 KiB', milliseconds: 310 },
    { title: 'build image', milliseconds: 7420 },
  ]),
  {
    ...step('Start release 43', 'it is new', 8020, 2350, [
      {
        title: 'migrate',
        milliseconds: 1910,
        task: { status: 1, late: undefined, output: failure.output ?? [] },
      },
    ]),
    outcome: 'failed',
  },
]

/** What that deploy was about. */
export const failedNews: Announcement = {
  action: 'deploy',
  command: 'build all',
  configuration: 'Production',
  project: 'shop',
  environment: 'production',
  production: true,
  commit,
  urls: ['https://shop.example.com/'],
  where,
  preview: undefined,
}

/** A preview of a pull request. */
export const previewNews: Announcement = {
  ...failedNews,
  configuration: 'Staging',
  project: 'shop-pr-12',
  environment: 'staging/pr-12',
  production: false,
  urls: ['https://pr-12.preview.example.com/'],
  preview: 12,
  expiresSeconds: 14 * 86_400,
  password: 'PREVIEW_PASSWORD',
}

/** What the comment on that preview begins with. */
export const previewRun = {
  marker: '<!-- jetee/deploy preview Staging 12 shop-pr-12 run 7.1 -->',
  runUrl: 'https://github.com/acme/shop/actions/runs/7',
  repositoryUrl: 'https://github.com/acme/shop',
  now: Date.UTC(2026, 10, 23, 2),
}

/** How the comment tells that it is ready. */
export const previewReady = {
  kind: 'ready',
  subject: deployed.subject,
  author: deployed.author,
  changed: true,
  containers: containers('shop-pr-12', 3),
} as const
