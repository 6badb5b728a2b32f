import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { processTypes, projectTypes, serviceTypes } from '../../../src/catalog/index.ts'
import { editorJsonSchema } from '../../../src/configuration/json-schema.ts'
import { deploymentSchema } from '../../../src/configuration/schema.ts'
import { staging } from './texts.ts'

interface Json {
  readonly properties?: Readonly<Record<string, Json>>
  readonly additionalProperties?: Json
  readonly items?: Json
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
  readonly enum?: readonly string[]
  readonly const?: string
  readonly description?: string
}

const json = z.toJSONSchema(deploymentSchema, { io: 'input' }) as Json
const configuration = json.properties?.configurations?.additionalProperties as Json

describe('the schema', () => {
  test('is a JSON Schema too, with every entry of the catalogue', () => {
    const projects = configuration.properties?.primary_service?.properties?.project?.oneOf ?? []
    expect(projects.map((project) => project.properties?.type?.const)).toEqual(
      projectTypes.map(({ type }) => type),
    )
    const [short, long] = projects[0]?.properties?.processes?.items?.anyOf ?? []
    expect(short?.enum).toEqual(processTypes.map(({ type }) => type))
    expect(Object.keys(long?.properties ?? {})).toEqual(processTypes.map(({ type }) => type))
    const services = configuration.properties?.secondary_services?.items?.anyOf ?? []
    expect(services[0]?.enum).toEqual(serviceTypes.map(({ type }) => type))
  })

  test('describes every key', () => {
    const silent: string[] = []
    const visit = (schema: Json, path: string): void => {
      for (const [key, value] of Object.entries(schema.properties ?? {})) {
        const at = `${path}.${key}`
        const ways = [value, ...(value.anyOf ?? []), ...(value.oneOf ?? [])]
        if (!ways.some(({ description }) => description)) silent.push(at)
        visit(value, at)
      }
      for (const inner of [
        schema.items,
        schema.additionalProperties,
        ...(schema.anyOf ?? []),
        ...(schema.oneOf ?? []),
      ])
        if (inner) visit(inner, path)
    }
    visit(json, '')
    expect(silent).toEqual([])
  })

  test('keeps the keys of a project’s type apart from those that all types have', () => {
    const common = ['type', 'repository', 'ref', 'env_variables', 'secrets', 'health_check', 'processes']
    for (const { schema } of projectTypes)
      expect(Object.keys((schema as z.ZodObject).shape).filter((key) => common.includes(key))).toEqual([])
  })

  test('takes the example', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../examples/django/deployment.yml'), 'utf8')
    const { project, services } = staging(text)
    expect(project.processes.map(({ type }) => type.type)).toEqual(['uwsgi', 'custom'])
    expect(services.map(({ name }) => name)).toEqual(['postgresql', 'redis'])
  })
})

test('editors let a configuration that extends another leave out and empty what it has from that', () => {
  const { additionalProperties } = editorJsonSchema().properties?.configurations ?? {}
  if (typeof additionalProperties !== 'object') throw new Error('There is no schema of a configuration')
  const { then, else: whole } = additionalProperties
  expect(whole?.required).toEqual(['hostname', 'primary_service'])
  expect(JSON.stringify(then)).not.toContain('"required"')
  expect(then?.properties?.port?.anyOf).toContainEqual({ type: 'null' })
})
