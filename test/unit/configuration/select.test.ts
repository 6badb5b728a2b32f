import { describe, expect, test } from 'vitest'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { selectConfiguration } from '../../../src/configuration/select.ts'
import { failureOf } from './texts.ts'

const target = (hostname: string) => `{ hostname: ${hostname}, primary_service: { project: {} } }`
const deployment = loadDeployment(
  `configurations:\n  Production: ${target('example.com')}\n  Staging: ${target('staging.example.com')}\n`,
  'deployment.yml',
)
const select = (name: string, repository = 'acme/shop') =>
  selectConfiguration(deployment, name, { repository })

describe('a configuration is selected', () => {
  test('by its name', () => {
    expect(select('Production')).toMatchObject({ name: 'Production', hostname: 'example.com' })
  })

  test.each([
    ['acme/shop', 'shop'],
    ['acme/My_Shop.js', 'my-shop-js'],
    ['acme/--Shop--2--', 'shop-2'],
    ['acme/.github', 'github'],
    [`acme/${'a'.repeat(31)}-b`, 'a'.repeat(31)],
    ['acme/Größe', 'gr-e'],
    ['shop', 'shop'],
  ])('and the project of %s is called %s', (repository, projectName) => {
    expect(select('Staging', repository).projectName).toBe(projectName)
  })

  test('with the project’s name from the file first', () => {
    const text = `configurations:\n  Staging: ${target('a.de, project_name: mine')}\n`
    const configuration = selectConfiguration(loadDeployment(text, 'd.yml'), 'Staging', {
      repository: 'acme/shop',
    })
    expect(configuration.projectName).toBe('mine')
  })
})

describe('a configuration that does not say so itself', () => {
  const called = (name: string, more = '') => {
    const text = `configurations:\n  ${name}: ${target(`example.com${more}`)}\n`
    return selectConfiguration(loadDeployment(text, 'd.yml'), name, { repository: 'acme/shop' })
  }

  test.each([
    ['Production', true],
    ['production', true],
    ['Production2', false],
    ['Staging', false],
  ])('is production by the name %s: %s', (name, production) => {
    expect(called(name)).toMatchObject({ production, environment: name })
  })

  test('is what it says, whatever its name', () => {
    expect(called('Production', ', production: false, environment: shop').production).toBe(false)
    expect(called('Live', ', production: true, environment: shop')).toMatchObject({
      production: true,
      environment: 'shop',
    })
  })
})

describe('nothing is selected', () => {
  test('by an unknown name', () => {
    expect(failureOf(() => select('stagin'))?.details).toEqual({
      what: 'There is no configuration `stagin` in deployment.yml',
      where: 'deployment.yml',
      why: 'It has `Staging`, `Production`.',
      next: 'Did you mean `Staging`? Set the input `configuration` to one of these names.',
    })
  })

  test.each(['Testing-2', 'toString', '__proto__', ''])('by the name %j', (name) => {
    expect(failureOf(() => select(name))?.details).toMatchObject({
      why: 'It has `Production`, `Staging`.',
      next: 'Set the input `configuration` to one of these names, or add it to the file.',
    })
  })

  test('when neither file nor repository gives the project a name', () => {
    expect(failureOf(() => select('Staging', 'acme/...'))?.details).toMatchObject({
      what: "The repository's name (acme/...) gives the project no name",
      next: 'Set `project_name` in configuration Staging.',
    })
  })
})
