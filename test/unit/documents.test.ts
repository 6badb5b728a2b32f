import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Document } from 'yaml'
import { mistakes } from '../../scripts/generate/errors.ts'
import { replaceBetween } from '../../scripts/generate/markers.ts'
import { deploymentJsonSchema, type JsonSchema } from '../../src/configuration/json-schema.ts'
import { loadDeployment } from '../../src/configuration/load.ts'
import { Failure } from '../../src/report/failure.ts'
import { stacksOf } from '../property/stacks.ts'
import { root } from './sample.ts'

/** The deployment files that a page shows, with the line that each begins at. */
const blocks = (file: string): readonly (readonly [string, string])[] => {
  const page = readFileSync(join(root, file), 'utf8')
  return [...page.matchAll(/^```ya?ml\n(.*?)^```$/gms)]
    .filter(([, text = '']) => /^configurations:$/m.test(text))
    .map(({ 1: text = '', index }) => [`${file}:${page.slice(0, index).split('\n').length}`, text])
}

/** What is wrong with a deployment file, as it is told. */
const mistakesOf = (text: string): string => {
  try {
    loadDeployment(text, 'deployment.yml')
    return ''
  } catch (error) {
    return error instanceof Failure ? (error.details.why ?? error.message) : String(error)
  }
}

const files = (...globs: readonly string[]): readonly string[] => globSync(globs, { cwd: root }).sort()

const documents = files('*.md', 'docs/**/*.md', 'examples/**/*.md')
/** The page whose deployment files are wrong on purpose. */
const mistakesPage = 'docs/errors.md'

const deploymentFiles = files('{examples,test/e2e}/**/deployment.{yml,yaml}')

describe('every deployment file that is shown or given as an example', () => {
  test.each([
    ...documents.filter((file) => file !== mistakesPage).flatMap(blocks),
    ...deploymentFiles.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
  ])('%s is valid, and can be carried out', (_, text) => {
    expect(mistakesOf(text)).toBe('')
    expect(() => stacksOf(loadDeployment(text, 'deployment.yml'))).not.toThrow()
  })

  test('is found', () => {
    expect(documents.filter((file) => blocks(file).length > 0)).toEqual(
      expect.arrayContaining([
        'README.md',
        'docs/configuration.md',
        'docs/from-jetee.md',
        'docs/from-kamal.md',
      ]),
    )
    expect(deploymentFiles).toContain('examples/django/deployment.yml')
  })
})

/** The anchors of a page, as GitHub makes them from its headings. */
const anchors = (page: string): readonly string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(documents)('%s', (file) => {
  const page = readFileSync(join(root, file), 'utf8')
  const links = [...page.matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)]

  test('leads to files and headings that there are', () => {
    const dead = links.filter(([, path = '', anchor]) => {
      const target = path === '' ? join(root, file) : join(root, dirname(file), path)
      if (!existsSync(target)) return true
      return anchor !== undefined && !anchors(readFileSync(target, 'utf8')).includes(anchor)
    })
    expect(dead.map(([link]) => link)).toEqual([])
  })
})

test('the README leads to every page, by itself or by CONTRIBUTING.md', () => {
  const text = ['README.md', 'CONTRIBUTING.md'].map((file) => readFileSync(join(root, file), 'utf8')).join('')
  expect(files('docs/*.md').filter((file) => !text.includes(`](${file})`))).toEqual([])
})

describe(mistakesPage, () => {
  const texts = blocks(mistakesPage).map(([, text]) => text)

  test('shows ten deployment files', () => {
    expect(texts).toHaveLength(10)
    expect(texts).toEqual(mistakes.map(({ text }) => text))
  })

  test.each(mistakes)('tells the place of: $title', ({ text }) => {
    const told = mistakesOf(text)
    expect(told).toMatch(/^deployment\.yml:\d+:\d+ {2}/)
    expect(readFileSync(join(root, mistakesPage), 'utf8')).toContain(told.split('\n')[0])
  })
})

/** Keys of which only one may stand in a mapping. */
const exclusive: readonly (readonly string[])[] = [
  ['wsgi_file', 'wsgi_module'],
  ['schedule', 'minute'],
  ['schedule', 'hour'],
  ['schedule', 'day'],
  ['schedule', 'month'],
  ['schedule', 'weekday'],
]

/** Keys of which one must stand in a mapping that takes them all. */
const needed = ['wsgi_file', 'wsgi_module'] as const

const mappings = ({ anyOf = [], oneOf = [], ...schema }: JsonSchema): readonly JsonSchema[] =>
  [schema, ...anyOf, ...oneOf].filter(({ properties }) => properties)

/** The smallest value of a schema: of a mapping its example, or what it must hold. */
const smallest = (schema: JsonSchema): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  const [mapping] = mappings(schema)
  if (!mapping?.properties) {
    const { additionalProperties } = schema
    if (schema.default === undefined && typeof additionalProperties === 'object')
      return { Staging: smallest(additionalProperties) }
    return schema.default ?? (schema.type === 'array' ? [] : {})
  }
  const { properties } = mapping
  return Object.fromEntries(
    (mapping.required ?? []).map((key) => [key, properties[key] ? smallest(properties[key]) : '']),
  )
}

/** Every example of a schema, with the path of its key, in a value of the schema that holds little else. */
const examples = (schema: JsonSchema): readonly { readonly path: string; readonly value: unknown }[] => [
  ...(schema.examples ?? []).map((value) => ({ path: '', value })),
  ...[schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(({ items, additionalProperties }) => [
    ...(items ? examples(items).map(({ path, value }) => ({ path: `[]${path}`, value: [value] })) : []),
    ...(typeof additionalProperties === 'object'
      ? examples(additionalProperties).map(({ path, value }) => ({
          path: `.Staging${path}`,
          // Nothing extends itself.
          value: path.startsWith('.extends')
            ? { Staging: smallest(additionalProperties), Production: value }
            : { Staging: value },
        }))
      : []),
  ]),
  ...mappings(schema).flatMap((mapping) =>
    Object.entries(mapping.properties ?? {}).flatMap(([key, property]) =>
      examples(property).map(({ path, value }) => ({
        path: `.${key}${path}`,
        value: { ...around(mapping, key), [key]: value },
      })),
    ),
  ),
]

/** What a mapping must hold beside one of its keys. */
const around = (mapping: JsonSchema, key: string): object => {
  // In a list's entry each key is a type of its own, and stands alone.
  if (mapping.maxProperties === 1) return {}
  const isNeeded = needed.every((name) => mapping.properties?.[name]) && !needed.some((name) => name === key)
  const base = Object.entries({
    ...(isNeeded && { [needed[0]]: smallest(mapping.properties?.[needed[0]] ?? {}) }),
    ...(smallest(mapping) as object),
  })
  const others = exclusive.filter((group) => group.includes(key)).flat()
  const type = mapping.properties?.type?.const
  return {
    ...Object.fromEntries(base.filter(([name]) => !others.includes(name))),
    ...(type !== undefined && { type }),
  }
}

/** An image's own command is the web process of its project: a helper cannot be one. */
const isSecondWeb = (path: string, value: unknown): boolean =>
  /\.custom\.(?:web|port)$/.test(path) && /"type":"(?:dockerfile|image)"/.test(JSON.stringify(value))

describe('every example of a key', () => {
  const all = examples(deploymentJsonSchema())
    // It runs but once, and says so: see the tests of processes.
    .filter(({ path }) => !path.endsWith('.cron.copies'))
    // They have none, and say so: see the tests of services.
    .filter(({ path }) => !/\[\]\.(?:custom|memcached)\.password$/.test(path))
    .filter(({ path, value }) => !isSecondWeb(path, value))
    .map(({ path, value }) => [path, value] as const)

  test.each(all)('%s is valid in %j, and can be carried out', (_, value) => {
    expect(() => stacksOf(loadDeployment(new Document(value).toString(), 'deployment.yml'))).not.toThrow()
  })

  test('is there for every key that takes a value', () => {
    expect(all.length).toBeGreaterThan(50)
  })
})

/** Every key of a schema that has a meaning, with that. */
const meanings = (schema: JsonSchema): readonly (readonly [string, string])[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
    ...(property.description === undefined ? [] : [[key, property.description] as const]),
    ...meanings(property),
  ]),
  ...[
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ].flatMap(meanings),
]

describe('docs/configuration.md', () => {
  const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| '))

  test('has a row for every key, with its meaning', () => {
    const all = meanings(deploymentJsonSchema()).filter(
      ([key]) => key !== 'configurations' && key !== 'previews',
    )
    expect(all.length).toBeGreaterThan(100)
    const lacking = all.filter(
      ([key, meaning]) =>
        !rows.some(
          (row) => new RegExp(`^\\| \`(?:jobs\\[\\]\\.)?${key}\` `).test(row) && row.includes(meaning),
        ),
    )
    expect(lacking).toEqual([])
  })

  test('names the type of each', () => {
    expect(rows.filter((row) => /undefined|\[object/.test(row))).toEqual([])
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
