import { describe, expect, test } from 'vitest'
import { readSecrets, secretValues } from '../../../src/commands/secrets.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { previewConfiguration } from '../../../src/configuration/preview-configuration.ts'
import type { Failure } from '../../../src/report/failure.ts'
import { failureOf, project, staging, target } from '../configuration/texts.ts'

/** Reads the secrets of a project with these lines, and of these services, from these variables of the step. */
const read = (lines: string, env: Readonly<Record<string, string>>, services = '[]') => {
  const settings = {
    ...staging(project(lines)),
    services: staging(target(`secondary_services: ${services}`)).services,
  }
  const image = settings.project.type.image(settings.project.settings, undefined)
  return readSecrets({ ...settings, name: 'Staging', projectName: 'shop' }, image, env, 'deployment.yml')
}

describe('secrets', () => {
  test('come from the step’s environment, and only those that the file names', () => {
    const env = { SECRET_KEY: 'a', STAGING_TOKEN: 'b\nc', PIP_INDEX: 'd', PATH: '/bin' }
    const secrets = read(
      'secrets: [SECRET_KEY, TOKEN: STAGING_TOKEN]\nbuild_secrets: [INDEX: PIP_INDEX]',
      env,
    )
    expect(secrets).toEqual({
      variables: { SECRET_KEY: 'a', TOKEN: 'b\nc' },
      build: { INDEX: 'd' },
      registryPassword: undefined,
      servicePasswords: {},
    })
    expect(secretValues(secrets)).toEqual(['a', 'b\nc', 'd'])
  })

  test('hold the password of a registry', () => {
    const lines = 'type: image\nimage: app:1\nregistry: { username: me, password: TOKEN }'
    const secrets = read(lines, { TOKEN: 'x' })
    expect(secrets.registryPassword).toBe('x')
    expect(secretValues(secrets)).toEqual(['x'])
  })

  test('that are missing or empty are named all at once, with what to add', () => {
    const failure = ((): Failure => {
      try {
        read('secrets: [SECRET_KEY, A: OTHER]\nbuild_secrets: [INDEX, OTHER]', { SECRET_KEY: '' })
      } catch (error) {
        return error as Failure
      }
      throw new Error('Nothing is missing')
    })()
    expect(failure.message).toContain('Secrets are missing: SECRET_KEY, OTHER, INDEX')
    expect(failure.details.where).toBe('deployment.yml, configuration Staging, secrets and build_secrets')
    expect(failure.details.next).toContain('  INDEX: ${{ secrets.INDEX }}')
  })

  test('hold the passwords of services, by the name of the service, and each value is one to be masked', () => {
    const services = '[postgresql: { container_name: db, password: DB_SECRET }, redis]'
    const secrets = read('secrets: []', { DB_SECRET: 'a#b;c$d/%' }, services)
    expect(secrets.servicePasswords).toEqual({ db: 'a#b;c$d/%' })
    expect(secretValues(secrets)).toEqual(['a#b;c$d/%'])
  })

  test('that are passwords of services are named with the others when they are missing', () => {
    const services = '[postgresql: { password: DB_SECRET }]'
    const failure = failureOf(() => read('secrets: [SECRET_KEY]', {}, services))
    expect(failure?.message).toBe('Secrets are missing: SECRET_KEY, DB_SECRET')
    expect(failure?.details.where).toContain('secrets and secondary_services.postgresql.password')
  })

  test.each([
    'with blank',
    "quo'te",
    'quo"te',
    'back\\slash',
    'line\nbreak',
    'at the end\n',
    'ümlaut',
    'x'.repeat(129),
  ])('that are passwords of services must fit every place: %j does not', (password) => {
    const failure = failureOf(() =>
      read('secrets: []', { DB_SECRET: password }, '[redis: { password: DB_SECRET }]'),
    )
    expect(failure?.details).toMatchObject({
      what: 'The secret DB_SECRET cannot be the password of redis',
      where: 'deployment.yml, configuration Staging, secondary_services.redis.password',
      stands: 'Nothing on the server was changed.',
    })
    expect(JSON.stringify(failure?.details)).not.toContain(password)
  })
})

describe('the password of a preview’s site', () => {
  const visitors = (env: Readonly<Record<string, string>>, previews = '{}') => {
    const base = loadDeployment(`${project('type: django')}previews: ${previews}\n`, 'deployment.yml')
    const pull = { number: 1, headBranch: 'a', isFork: false }
    const configuration = previewConfiguration({
      base,
      own: undefined,
      pull,
      repository: 'acme/shop',
      address: '192.0.2.1',
    })
    const image = configuration.project.type.image(configuration.project.settings, undefined)
    return readSecrets(configuration, image, env, 'deployment.yml')
  }

  test('comes from the step, and is masked', () => {
    const secrets = visitors({ PREVIEW_PASSWORD: 'let me in' })
    expect(secrets.visitorPassword).toBe('let me in')
    expect(secretValues(secrets)).toEqual(['let me in'])
    expect(visitors({}, '{ password: none }').visitorPassword).toBeUndefined()
  })

  test('that is missing is asked for, with the way to do without one', () => {
    const failure = failureOf(() => visitors({}))
    expect(failure?.message).toBe('The secret PREVIEW_PASSWORD is missing')
    expect(failure?.details.next).toContain('`previews.password: none`')
  })

  test('is one that can be typed', () => {
    expect(failureOf(() => visitors({ PREVIEW_PASSWORD: 'let me in\n' }))?.message).toBe(
      'The secret PREVIEW_PASSWORD cannot be the password of previews',
    )
  })
})
