import { describe, expect, test } from 'vitest'
import { readDeployment } from '../../../src/configuration/load.ts'
import { redacted } from '../../../src/configuration/redact.ts'
import { selectConfiguration } from '../../../src/configuration/select.ts'
import { settingsOf } from '../../../src/configuration/settings.ts'

const text = `configurations:
  Base:
    hostname: base.example.com
    primary_service: &app
      project:
        env_variables:
          LOG_LEVEL: info
          API_TOKEN: abcdef
          PROXY: http://jane:hunter2@proxy.example.com:8080/x
        secrets: [KEY]
        processes:
          - uwsgi: { wsgi_file: a.py }
          - custom: { name: mail, command: mail --key t0psecret }
    secondary_services:
      - redis
      - postgresql: { version: 16 }
  Child:
    extends: Base
    port: 2222
    primary_service:
      project:
        processes:
          - uwsgi: { processes_count: 8 }
    secondary_services:
      - redis: { version: 7 }
  Other:
    hostname: other.example.com
    primary_service: *app
`
const loaded = readDeployment(text, 'deployment.yml')

const settings = (name: string) =>
  settingsOf(loaded, selectConfiguration(loaded.deployment, name, { repository: 'acme/shop' }))

/** The settings of a configuration by their keys, as value and source. */
const table = (name: string) =>
  Object.fromEntries(settings(name).map(({ key, value, source }) => [key, [value, source]]))

const inProject = 'primary_service.project'

describe('the settings of a configuration', () => {
  test('say where each value stands, also in the configuration that it extends', () => {
    expect(table('Child')).toMatchObject({
      hostname: ['base.example.com', 'deployment.yml:3 (Base)'],
      port: [2222, 'deployment.yml:19'],
      [`${inProject}.env_variables.LOG_LEVEL`]: ['info', 'deployment.yml:7 (Base)'],
      [`${inProject}.secrets`]: [['KEY'], 'deployment.yml:10 (Base)'],
      [`${inProject}.processes[0].uwsgi.wsgi_file`]: ['a.py', 'deployment.yml:12 (Base)'],
      [`${inProject}.processes[0].uwsgi.processes_count`]: [8, 'deployment.yml:23'],
      [`${inProject}.processes[1].custom.name`]: ['mail', 'deployment.yml:13 (Base)'],
      'secondary_services[0].redis.version': [7, 'deployment.yml:25'],
      'secondary_services[1].postgresql.version': [16, 'deployment.yml:16 (Base)'],
    })
  })

  test('hold the defaults of everything that the file leaves out', () => {
    expect(table('Base')).toMatchObject({
      port: [22, 'default'],
      username: ['root', 'default'],
      server_names: [['base.example.com'], 'default'],
      project_name: ['shop', 'default'],
      branches: [[], 'default'],
      environment: ['Base', 'default'],
      [`${inProject}.type`]: ['django', 'default'],
      [`${inProject}.health_check.path`]: ['/', 'default'],
      [`${inProject}.processes[0].uwsgi.processes_count`]: [2, 'default'],
    })
    expect(table('Other')).toMatchObject({ secondary_services: [[], 'default'] })
  })

  test('come through an alias from where it leads', () => {
    expect(table('Other')[`${inProject}.env_variables.LOG_LEVEL`]).toEqual([
      'info',
      'deployment.yml:7 (Base)',
    ])
  })

  test('have each key once', () => {
    for (const name of ['Base', 'Child', 'Other'])
      expect(new Set(settings(name).map(({ key }) => key)).size).toBe(settings(name).length)
  })
})

test('secrets are not shown, by whatever way they got into the file', () => {
  const shown = redacted(settings('Base'), ['t0psecret', 'x', ''])
  const value = (key: string) => shown.find((setting) => setting.key === `${inProject}.${key}`)?.value
  expect(value('env_variables.API_TOKEN')).toBe('***')
  expect(value('env_variables.PROXY')).toBe('http://***@proxy.example.com:8080/x')
  expect(value('processes[1].custom.command')).toBe('mail --key ***')
  expect(value('env_variables.LOG_LEVEL')).toBe('info')
  expect(value('secrets')).toEqual(['KEY'])
  expect(JSON.stringify(shown)).not.toMatch(/abcdef|hunter2|t0psecret/)
})
