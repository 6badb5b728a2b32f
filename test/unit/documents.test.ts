import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Document } from 'yaml'
import { replaceBetween } from '../../scripts/generate/markers.ts'
import { deploymentJsonSchema, type JsonSchema } from '../../src/configuration/json-schema.ts'
import { loadDeployment } from '../../src/configuration/load.ts'
import { root } from './sample.ts'

/** The blocks of YAML in a page that hold a deployment file. */
const deployments = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)]
    .map(([, text = '']) => text)
    .filter((text) => /^configurations:$/m.test(text))

describe.each(['README.md', 'docs/configuration.md'])('%s', (file) => {
  test('shows deployment files that are valid', () => {
    expect(deployments(file)).not.toEqual([])
    for (const text of deployments(file)) loadDeployment(text, 'deployment.yml')
  })
})

/** Each example of the schema, with the path of its key. */
const examples = (schema: JsonSchema, path: readonly string[]): readonly [readonly string[], unknown][] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) => examples(value, [...path, key])),
  ...(schema.oneOf ?? []).flatMap((value) => examples(value, path)),
  ...(schema.anyOf ?? []).flatMap((value) => examples(value, path)),
  ...(schema.items ? examples(schema.items, [...path, '0']) : []),
  ...(typeof schema.additionalProperties === 'object'
    ? examples(schema.additionalProperties, [...path, 'Staging'])
    : []),
  ...(schema.examples ?? []).map((example): [readonly string[], unknown] => [path, example]),
]

describe('every example of a key', () => {
  const all = examples(deploymentJsonSchema(), []).map(
    ([path, example]) => [path.join('.'), example] as const,
  )

  test.each(all)('%s: %j is valid', (path, example) => {
    const document = new Document({
      configurations: { Staging: { hostname: 'example.com', primary_service: { project: {} } } },
    })
    // Nothing extends itself.
    if (path.endsWith('.extends')) path = path.replace('Staging', 'Production')
    const keys = path.split('.').map((key) => (key === '0' ? 0 : key))
    const list = keys.indexOf(0)
    if (list < 0) document.setIn(keys, example)
    else {
      const [type = '', ...rest] = keys.slice(list + 1).map(String)
      const required: Readonly<Record<string, object>> = {
        uwsgi: { wsgi_file: 'wsgi.py' },
        custom: { name: 'one', command: 'true' },
      }
      document.setIn(keys.slice(0, list), [{ [type]: { ...required[type], [rest.join('.')]: example } }])
    }
    loadDeployment(document.toString(), 'deployment.yml')
  })

  test('is there for every key that takes a value', () => {
    expect(all.length).toBeGreaterThan(20)
  })
})

describe('markers', () => {
  test('bound what is replaced', () => {
    const page = 'a\n<!-- x: generated -->\nold\n<!-- end of x -->\nb\n'
    const once = replaceBetween(page, 'x', 'new\n')
    expect(once).toBe('a\n<!-- x: generated -->\n\nnew\n\n<!-- end of x -->\nb\n')
    expect(replaceBetween(once, 'x', 'new\n')).toBe(once)
    expect(() => replaceBetween(page, 'y', '')).toThrow('no markers for y')
  })
})
