import { describe, expect, test } from 'vitest'
import { parseCommand } from '../../../src/commands/command.ts'
import { Failure } from '../../../src/report/failure.ts'

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
