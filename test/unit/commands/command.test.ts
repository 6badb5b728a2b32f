import { describe, expect, test } from 'vitest'
import { parseCommand } from '../../../src/commands/command.ts'
import { readSecrets } from '../../../src/commands/secrets.ts'
import { Failure } from '../../../src/report/failure.ts'
import { sampleConfiguration } from '../sample.ts'

describe('a command', () => {
  test.each([
    ['build all', { services: true, site: true, release: true }],
    ['build service', { services: true, site: false, release: false }],
    ['build project', { services: false, site: true, release: true }],
    ['update project', { services: false, site: false, release: true }],
    ['  build \t all\n', { services: true, site: true, release: true }],
    ['"build" \'all\'', { services: true, site: true, release: true }],
  ])('is read from %j', (text, scope) => {
    expect(parseCommand(text).scope).toEqual(scope)
  })

  test.each([
    ['plan', 'build all'],
    ['plan build all', 'build all'],
    ['plan build service', 'build service'],
    ['plan build project', 'build project'],
    [' plan  update project', 'update project'],
  ])('is only planned by %j', (text, name) => {
    expect(parseCommand(text)).toEqual({ ...parseCommand(name), isPlan: true })
    expect(parseCommand(name)).toMatchObject({ name, isPlan: false })
  })

  test('may need no server', () => {
    expect(parseCommand('check')).toEqual({ name: 'check' })
  })

  test.each([
    '',
    'build',
    'all',
    'Build all',
    'build all now',
    'build all; reboot',
    'plan all',
    'plan check',
    'plan plan',
    'build all plan',
    'build $(echo all)',
    '"build all"',
  ])('is not read from %j', (text) => {
    expect(() => parseCommand(text)).toThrow(Failure)
    expect(() => parseCommand(text)).toThrow('There is no command')
  })
})

describe('secrets', () => {
  const configuration = sampleConfiguration((text) => text.replace('[SECRET_KEY]', '[SECRET_KEY, TOKEN]'))

  test('come from the step’s environment, and only those that the file names', () => {
    expect(
      readSecrets(configuration, { SECRET_KEY: 'a', TOKEN: 'b\nc', PATH: '/bin' }, 'deployment.yml'),
    ).toEqual({
      SECRET_KEY: 'a',
      TOKEN: 'b\nc',
    })
  })

  test('that are missing or empty are named all at once, with what to add', () => {
    const read = () => readSecrets(configuration, { SECRET_KEY: '' }, 'deployment.yml')
    expect(read).toThrow('Secrets are missing: SECRET_KEY, TOKEN')
    try {
      read()
    } catch (error) {
      expect((error as Failure).details.next).toContain('  TOKEN: ${{ secrets.TOKEN }}')
    }
  })
})
