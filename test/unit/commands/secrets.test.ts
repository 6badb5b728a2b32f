import { describe, expect, test } from 'vitest'
import { readSecrets, secretValues } from '../../../src/commands/secrets.ts'
import type { Failure } from '../../../src/report/failure.ts'
import { project, staging } from '../configuration/texts.ts'

/** Reads the secrets of a project with these lines from these variables of the step. */
const read = (lines: string, env: Readonly<Record<string, string>>) => {
  const settings = staging(project(lines))
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
})
