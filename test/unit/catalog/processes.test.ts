import { describe, expect, test } from 'vitest'
import { processTypes } from '../../../src/catalog/index.ts'
import type { Program } from '../../../src/catalog/types.ts'

const place = { location: '/app', venv: '/venv', python: 'debian' } as const

/** The program of a type for settings as they stand in the file. */
const program = (
  type: string,
  settings: object,
  python: 'debian' | 'image' = 'debian',
  stopSeconds?: number,
): Program => {
  const found = processTypes.find((candidate) => candidate.type === type)
  if (!found) throw new Error(`There is no type ${type}`)
  return found.program(found.schema.parse(settings), { ...place, python }, stopSeconds)
}

const words = (type: string, settings: object): string => program(type, settings).command.join(' ')

/** What stands before the command of a server that gets its socket by systemd's protocol. */
const socket = 'sh -c exec 3<&0 </dev/null && export LISTEN_FDS=1 LISTEN_PID=$$ && exec "$@" sh'
const gunicorn =
  '--timeout=300 --graceful-timeout=60 --backlog=1024 --forwarded-allow-ips=* --worker-tmp-dir=/dev/shm'
const uwsgi =
  '--enable-threads --need-app --listen=1024 --buffer-size=32768 --post-buffering=0 --disable-logging --log-5xx --route-user-agent=^jetee-health$ donotlog: --hook-master-start=unix_signal:15 gracefully_kill_them_all --worker-reload-mercy=60'
const celery = 'sh -c exec "$@" --hostname="$SUPERVISOR_PROCESS_NAME@%h" sh'
const celeryWithBroker = `sh -c CELERY_BROKER_URL=$(printenv "$1") || { echo "broker: there is no variable $1" >&2; exit 1; }
shift; export CELERY_BROKER_URL; exec "$@" --hostname="$SUPERVISOR_PROCESS_NAME@%h" sh`

describe('the command', () => {
  test.each<readonly [string, object, string]>([
    [
      'uwsgi',
      { wsgi_file: 'shop/wsgi.py' },
      `uwsgi --plugins=python3 --protocol=http --virtualenv=/venv --chdir=/app --wsgi-file=shop/wsgi.py --master --processes=2 --threads=2 ${uwsgi}`,
    ],
    [
      'uwsgi',
      { wsgi_module: 'shop.wsgi:app', processes_count: 4, threads: 8 },
      `uwsgi --plugins=python3 --protocol=http --virtualenv=/venv --chdir=/app --module=shop.wsgi:app --master --processes=4 --threads=8 ${uwsgi}`,
    ],
    [
      'gunicorn',
      { wsgi_module: 'shop.wsgi' },
      `${socket} python -m gunicorn --workers=2 --threads=2 ${gunicorn} shop.wsgi`,
    ],
    [
      'gunicorn',
      { wsgi_module: 'shop.wsgi:app', processes_count: 4, threads: 1, timeout: 60 },
      `${socket} python -m gunicorn --workers=4 --threads=1 ${gunicorn.replace('300', '60')} shop.wsgi:app`,
    ],
    [
      'django_gunicorn',
      {},
      `${socket} python /etc/jetee/with-django.py wsgi -m gunicorn --workers=2 --threads=2 ${gunicorn} {}`,
    ],
    [
      'django_gunicorn',
      { wsgi_module: 'shop.wsgi' },
      `${socket} python -m gunicorn --workers=2 --threads=2 ${gunicorn} shop.wsgi`,
    ],
    [
      'uvicorn',
      { asgi_module: 'shop.asgi' },
      `${socket} python -m uvicorn --fd=3 --workers=2 --lifespan=auto --backlog=1024 --proxy-headers --forwarded-allow-ips=* --no-access-log shop.asgi:application`,
    ],
    [
      'uvicorn',
      { asgi_module: 'shop.main:app', processes_count: 4, lifespan: 'on' },
      `${socket} python -m uvicorn --fd=3 --workers=4 --lifespan=on --backlog=1024 --proxy-headers --forwarded-allow-ips=* --no-access-log shop.main:app`,
    ],
    [
      'celery_worker',
      { app: 'shop' },
      `${celery} python -m celery --app shop worker --loglevel=INFO --concurrency=4`,
    ],
    [
      'celery_worker',
      {
        app: 'shop.celery:app',
        name: 'mailer',
        queues: ['email', 'a.b:c-d_e'],
        broker: 'REDIS_URL',
        concurrency: 8,
        beat: true,
        log_level: 'warning',
      },
      `${celeryWithBroker.replace(/ sh$/, ' -- beat.sync_every=1 sh')} REDIS_URL python -m celery --app shop.celery:app worker --loglevel=WARNING --concurrency=8 --queues=email,a.b:c-d_e --beat --schedule=/var/lib/jetee-state/mailer-schedule`,
    ],
    [
      'django_celery_worker',
      {},
      `${celery} python /etc/jetee/with-django.py package -m celery --app {} worker --loglevel=INFO --concurrency=4`,
    ],
    [
      'django_celery_worker',
      { app: 'shop' },
      `${celery} python -m celery --app shop worker --loglevel=INFO --concurrency=4`,
    ],
    ['cron', { jobs: [{ name: 'a', command: 'x' }] }, 'sh /etc/jetee/cron/start.sh'],
    ['custom', { name: 'worker', command: 'python worker.py --queue mail' }, 'python worker.py --queue mail'],
  ])('of %s for %j', (type, settings, command) => {
    expect(words(type, settings)).toBe(command)
  })

  test('is in the table for every type', () => {
    expect(processTypes.map(({ type }) => type).sort()).toEqual([
      'celery_worker',
      'cron',
      'custom',
      'django_celery_worker',
      'django_gunicorn',
      'gunicorn',
      'uvicorn',
      'uwsgi',
    ])
  })

  test('knows how long it may take to stop', () => {
    const command = (type: string, settings: object) => program(type, settings, 'debian', 7)
    expect(command('uwsgi', { wsgi_file: 'a' }).command).toContain('--worker-reload-mercy=7')
    expect(command('gunicorn', { wsgi_module: 'a' }).command).toContain('--graceful-timeout=7')
    expect(command('django_gunicorn', {}).command).toContain('--graceful-timeout=7')
    expect(command('uvicorn', { asgi_module: 'a' }).env).toEqual({ UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN: '7' })
    expect(command('celery_worker', { app: 'a' }).stopSeconds).toBe(7)
    expect(program('cron', { jobs: [{ name: 'a', command: 'x' }] }).stopSeconds).toBe(60)
  })
})

describe('the packages', () => {
  test.each<readonly [string, object, readonly string[], readonly string[]]>([
    ['uwsgi', { wsgi_file: 'a' }, ['uwsgi-core', 'uwsgi-plugin-python3'], ['pyuwsgi']],
    ['gunicorn', { wsgi_module: 'a' }, ['gunicorn'], ['gunicorn']],
    ['django_gunicorn', {}, ['gunicorn'], ['gunicorn']],
    [
      'uvicorn',
      { asgi_module: 'a' },
      ['uvicorn', 'python3-httptools', 'python3-uvloop', 'python3-websockets'],
      ['uvicorn[standard]'],
    ],
    ['celery_worker', { app: 'a' }, ['python3-celery', 'python3-redis'], ['celery[redis]']],
    ['django_celery_worker', {}, ['python3-celery', 'python3-redis'], ['celery[redis]']],
  ])('of %s come from apt for Debian’s Python, from pip for another', (type, settings, apt, pip) => {
    expect(program(type, settings)).toMatchObject({ aptPackages: apt, pipPackages: [] })
    expect(program(type, settings, 'image')).toMatchObject({ aptPackages: [], pipPackages: pip })
  })

  test('of cron come from apt on every image', () => {
    const jobs = [{ name: 'a', command: 'x' }]
    expect(program('cron', { jobs }, 'image').aptPackages).toEqual(['cron', 'tzdata'])
  })

  test('hold plugins for Debian’s uWSGI alone', () => {
    const { command } = program('uwsgi', { wsgi_file: 'a' }, 'image')
    expect(command.filter((word) => /^--(?:plugins|route)/.test(word))).toEqual([])
  })
})

describe('a web process', () => {
  test('of one’s own listens on a socket, or on a port that it is told', () => {
    expect(program('custom', { name: 'api', command: 'x', web: true })).toMatchObject({
      name: 'web',
      web: { kind: 'socket' },
    })
    const onPort = program('custom', { name: 'web', command: 'x', port: 8000 })
    expect(onPort).toMatchObject({ name: 'web', web: { kind: 'port', port: 8000 }, env: { PORT: '8000' } })
    expect(onPort.single).toBeDefined()
    expect(program('custom', { name: 'api', command: 'x', web: false })).toMatchObject({ name: 'api' })
    expect(program('custom', { name: 'api', command: 'x' }).web).toBeUndefined()
  })
})

describe('Celery', () => {
  test('takes a broker’s address without a password as it is', () => {
    const { env, command } = program('celery_worker', { app: 'a', broker: 'amqp://guest@queue:5672//' })
    expect(env).toEqual({ CELERY_BROKER_URL: 'amqp://guest@queue:5672//' })
    expect(command.join(' ')).not.toContain('amqp')
  })

  test('with beat runs in one copy, without it in several', () => {
    expect(program('celery_worker', { app: 'a', beat: true }).single).toBe(
      'runs beat, which must run only once',
    )
    expect(program('celery_worker', { app: 'a' }).single).toBeUndefined()
  })
})

describe('cron', () => {
  const { files = {}, user } = program('cron', {
    jobs: [
      { name: 'nightly', hour: 3, minute: 30, weekday: 'Mon-fri', command: 'python -c "a;b %" \'$HOME\n*\'' },
      { name: 'every', schedule: ' */5  8-18 *\t1,jul * ', command: 'x' },
    ],
  })

  test('has lines of nothing but fields and names', () => {
    expect(files['cron/crontab']).toBe(
      'SHELL=/bin/sh\nMAILTO=""\n' +
        '30 3 * * Mon-fri root sh /etc/jetee/cron/run.sh nightly\n' +
        '*/5 8-18 * 1,jul * root sh /etc/jetee/cron/run.sh every\n',
    )
  })

  test('runs the words of a job from the code’s folder, and no shell reads them', () => {
    expect(files['cron/jobs/nightly']).toBe("cd /app\nexec python -c 'a;b %' '$HOME\n*'\n")
    expect(user).toBe('root')
  })
})
