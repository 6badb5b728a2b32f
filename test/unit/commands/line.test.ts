import { describe, expect, test } from 'vitest'
import { type Line, parseInput, readLine } from '../../../src/commands/line.ts'
import { Failure } from '../../../src/report/failure.ts'

/** Reads what is typed in a terminal; the words have no spaces in them. */
const read = (text: string) => readLine(text.split(' ').filter(Boolean), 'terminal', { version: '1.2.3' })

const line = (text: string): Line => {
  const reading = read(text)
  if (reading.kind !== 'line') throw new Error(reading.text)
  return reading.line
}

describe('a line', () => {
  test.each([
    'build project -n Staging -m other.yml',
    '-n Staging -m other.yml build project',
    '-n Staging build -m other.yml project',
    'build project --configuration=Staging --file other.yml',
  ])('has its options before or after its words: %s', (text) => {
    expect(line(text)).toMatchObject({
      command: { kind: 'deploy', name: 'build project', isPlan: false },
      configuration: 'Staging',
      configFile: 'other.yml',
      dryRun: false,
    })
  })

  test('of two values, has the one that stands nearer to the command', () => {
    expect(line('-n Staging check -n Production').configuration).toBe('Production')
  })

  test.each([
    ['--dry-run build all', true],
    ['build --dry-run all', true],
    ['build all --dry-run', true],
    ['rollback 3 --dry-run', true],
    ['restart --dry-run worker', true],
    ['build all', false],
  ])('may ask for a dry run: %s', (text, dryRun) => {
    expect(line(text).dryRun).toBe(dryRun)
  })

  test('may name several keys and files of variables, in their order', () => {
    expect(line('-i a status -i b --env-file c --env-file d -R acme/shop')).toMatchObject({
      identityFiles: ['b'],
      envFiles: ['c', 'd'],
      repository: 'acme/shop',
    })
  })
})

describe('`logs`', () => {
  test.each([
    ['logs', {}],
    ['logs -n 100', { lines: 100 }],
    ['logs --lines 100', { lines: 100 }],
    ['logs web -f --since 10m -t', { of: 'web', follow: true, since: '10m', timestamps: true }],
  ])('%s', (text, expected) => {
    expect(line(text).command).toMatchObject({ kind: 'logs', follow: false, ...expected })
    expect(line(text).configuration).toBeUndefined()
  })

  test.each(['logs -n Staging -n 5', '-n Staging logs -n 5', 'logs --configuration Staging --lines 5'])(
    'takes `-n` for lines where it is a whole number, else for the configuration: %s',
    (text) => {
      expect(line(text)).toMatchObject({ configuration: 'Staging', command: { lines: 5 } })
    },
  )

  test('refuses lines that are no number', () => {
    expect(read('logs --lines many')).toMatchObject({ kind: 'mistake', text: /whole number/ })
  })
})

describe('`rollback` and `restart`', () => {
  test.each([
    ['rollback', { kind: 'rollback', to: undefined, despiteMigrations: false }],
    ['rollback v1.4', { kind: 'rollback', to: 'v1.4', despiteMigrations: false }],
    ['rollback 3 --despite-migrations', { kind: 'rollback', to: '3', despiteMigrations: true }],
    ['restart', { kind: 'restart', names: [] }],
    ['restart worker redis', { kind: 'restart', names: ['worker', 'redis'] }],
  ])('%s', (text, expected) => {
    expect(line(text).command).toEqual(expected)
  })

  test('goes back to one release alone', () => {
    expect(read('rollback 3 4')).toMatchObject({ kind: 'mistake' })
  })
})

describe('`ssh` and `run`', () => {
  test.each([
    ['ssh', undefined, []],
    ['ssh postgresql', 'postgresql', []],
    ['ssh -- ls -n', undefined, ['ls', '-n']],
    ['ssh postgresql -n Staging -- psql -l', 'postgresql', ['psql', '-l']],
    ['ssh -- -- x', undefined, ['--', 'x']],
  ])('%s', (text, service, words) => {
    expect(line(text).command).toEqual({ kind: 'ssh', service, words })
  })

  test('`ssh` wants dashes before a command, as its first word would be a service', () => {
    expect(read('ssh postgresql psql')).toMatchObject({ kind: 'mistake', text: /put -- before the command/ })
  })

  test.each([
    ['run python manage.py shell -n 5', ['python', 'manage.py', 'shell', '-n', '5'], undefined],
    ['run -n Staging -- python -n 5', ['python', '-n', '5'], 'Staging'],
  ])('%s', (text, words, configuration) => {
    expect(line(text)).toMatchObject({ command: { kind: 'run', words }, configuration })
  })
})

describe('help', () => {
  test.each(['', 'help', '--help', 'help build', 'build --help', 'build all -h', 'logs --help'])(
    'is a text: %j',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'text', text: /^Usage: jetee/ })
    },
  )

  test('has the version', () => {
    expect(read('--version')).toEqual({ kind: 'text', text: '1.2.3\n' })
  })

  test('is as wide as it is told', () => {
    const { text } = readLine(['help'], 'terminal', { width: 100 }) as { readonly text: string }
    expect(Math.max(...text.split('\n').map((row) => row.length))).toBeLessThanOrEqual(100)
  })
})

describe('a mistake', () => {
  test.each([
    ['biuld all', /unknown command 'biuld'\n\(Did you mean build\?/],
    ['build al', /unknown command 'al'\n\(Did you mean all\?/],
    ['build all --dryrun', /unknown option '--dryrun'\n\(Did you mean --dry-run\?/],
    ['build', /^Usage: jetee build/],
    ['run', /missing required argument/],
    ['status now', /too many arguments/],
    ['-n', /argument missing/],
  ])('is told, with what is near: %s', (text, message) => {
    expect(read(text)).toMatchObject({ kind: 'mistake', text: message })
  })
})

describe('the action’s input', () => {
  const failureOf = (text: string) => {
    try {
      parseInput(text)
    } catch (error) {
      if (error instanceof Failure) return error.details
    }
    throw new Error(`${text} is no mistake`)
  }

  test('takes the options that inputs do not stand for', () => {
    expect(parseInput('logs web -n Staging -m other.yml')).toMatchObject({
      command: { kind: 'logs', of: 'web' },
      configuration: 'Staging',
      configFile: 'other.yml',
    })
  })

  test.each(['build all -i key', 'build all --env-file x', 'check -R acme/shop', '--version'])(
    'refuses what only a terminal has: %s',
    (text) => {
      expect(failureOf(text).why).toMatch(/^Unknown option '--?[a-zA-Z-]+'\./)
    },
  )

  test.each([
    ['biuld all', "Unknown command 'biuld' (Did you mean build?)"],
    ['build', 'A word is missing behind it.'],
    ['help', undefined],
  ])('says why, and lists every command: %s', (text, why) => {
    const { next, ...details } = failureOf(text)
    expect(details.why).toBe(why)
    for (const name of ['build all', 'update project', 'plan', 'check', 'status', 'logs', 'ssh', 'run'])
      expect(next).toContain(`\`${name}\``)
  })
})
