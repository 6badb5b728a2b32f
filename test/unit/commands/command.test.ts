import { describe, expect, test } from 'vitest'
import { parseInput } from '../../../src/commands/line.ts'
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
    expect(parseInput(text).command).toMatchObject({ kind: 'deploy', scope })
  })

  test.each([
    ['plan', 'build all'],
    ['plan build all', 'build all'],
    ['plan build service', 'build service'],
    ['plan build project', 'build project'],
    [' plan  update project', 'update project'],
  ])('is only planned by %j', (text, name) => {
    expect(parseInput(text).command).toEqual({ ...parseInput(name).command, isPlan: true })
    expect(parseInput(name).command).toMatchObject({ name, isPlan: false })
  })

  test('may need no server', () => {
    expect(parseInput('check').command).toEqual({ kind: 'check' })
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
    expect(() => parseInput(text)).toThrow(Failure)
    expect(() => parseInput(text)).toThrow('There is no command')
  })
})
