import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commandNames } from '../../src/commands/grammar.ts'
import { parseInput } from '../../src/commands/line.ts'
import type { JsonSchema } from '../../src/configuration/json-schema.ts'
import { root } from './sample.ts'
import { codeIn, type Row, tableRows } from './tables.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** A key's path from the root of the deployment file, without the names of configurations, and what is said of it. */
type KeyPath = readonly [path: readonly string[], schema: JsonSchema]

/** Every key that a schema knows. Lists and alternatives are looked through, and add nothing to a path. */
const keyPaths = (schema: JsonSchema, path: readonly string[] = []): readonly KeyPath[] => {
  const { anyOf = [], oneOf = [], items, additionalProperties } = schema
  const within = [schema.if, schema.then, schema.else, items, additionalProperties, ...anyOf, ...oneOf]
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
      [[...path, key], property] as const,
      ...keyPaths(property, [...path, key]),
    ]),
    ...within.flatMap((part) => (typeof part === 'object' ? keyPaths(part, path) : [])),
  ]
}

const paths = keyPaths(JSON.parse(read('schema/deployment.schema.json')) as JsonSchema).map(
  ([path, schema]) => [path.length > 1 ? path.slice(1) : path, schema] as const,
)
const inputs = Object.keys((parse(read('action.yml')) as { inputs: object }).inputs)

/** A key by itself is one of a configuration; a dotted one may leave out what stands before it. */
const pathsOf = (key: string): readonly KeyPath[] => {
  const parts = key.split('.')
  return paths.filter(([path]) =>
    parts.length === 1 ? path.join('.') === key : path.slice(-parts.length).join('.') === key,
  )
}

/** Whether a schema takes a value; one that names none takes all. */
const takes = ({ const: only, enum: some, anyOf, oneOf }: JsonSchema, value: unknown): boolean => {
  if (only !== undefined) return only === value
  if (some) return some.includes(value)
  const options = [...(anyOf ?? []), ...(oneOf ?? [])]
  return options.length === 0 || options.some((option) => takes(option, value))
}

/** What is wrong with what a guide calls a key, such as `uwsgi.threads` or `project.type: python`. */
const wrongKey = (code: string): string | undefined => {
  const [key = '', value] = code.split(/: (.*)/s)
  const known = pathsOf(key)
  if (known.length === 0) return `${code}: there is no such key`
  if (new Set(known.map(([path]) => path.join('.'))).size > 1)
    return `${code}: there is more than one such key`
  if (value !== undefined && !known.some(([, schema]) => takes(schema, parse(value))))
    return `${code}: there is no such value`
  return undefined
}

const refusesCommand = (code: string): boolean => {
  try {
    parseInput(code)
    return false
  } catch {
    return true
  }
}

/** Constructors of jetee 0.7.4, the last that was released, with the names of their arguments; and its command line. */
const jetee: Readonly<Record<string, readonly string[]>> = {
  AppConfiguration: [
    'hostname',
    'username',
    'port',
    'server_names',
    'project_name',
    'get_primary_service()',
    'get_secondary_services()',
  ],
  PrimaryService: ['container_name', 'volumes', 'project', 'env_variables'],
  PostgreSQLService: [],
  RedisService: [],
  ElasticSearchService: [],
  MemcachedService: [],
  MySQLService: [],
  MongoDBService: [],
  'any secondary service': ['container_name', 'volumes', 'env_variables'],
  'subclass of a service': ['image', 'command', 'ports_mappings', 'startup_priority'],
  PortsMapping: ['interface', 'external_port', 'internal_port', 'protocol'],
  DjangoProject: [],
  PythonProject: [],
  'both projects': [
    'cvs_repo_url',
    'cvs_repo_branch',
    'web_process',
    'helper_processes',
    'requirements',
    'location',
    'media_location',
    'static_location',
    'env_variables',
    'apt_packages',
  ],
  UWSGIProcess: ['wsgi_file', 'wsgi_module', 'processes_count', 'threads'],
  DjangoGunicornProcess: [],
  CeleryWorkerProcess: ['app', 'queues', 'broker', 'concurrency', 'beat'],
  DjangoCeleryWorkerProcess: ['app', 'queues', 'broker', 'concurrency', 'beat'],
  CronProcess: ['jobs'],
  CronJob: ['name', 'month', 'day', 'hour', 'minute', 'command'],
  CustomProcess: ['command', 'name', 'env_variables'],
  'jetee build': ['service', 'project', 'all'],
  'jetee update': ['project'],
  'jetee ssh': [],
  option: ['-n', '--configuration_name', '-m', '--configuration_module', '-v'],
}

/** Keys of Kamal's `config/deploy.yml` at its root, as its own documentation lists them. */
const kamal = [
  'service image labels volumes registry servers env asset_path hooks_path secrets_path error_pages_path',
  'require_destination primary_role allow_empty_roles retain_containers minimum_version readiness_delay deploy_timeout',
  'drain_timeout run_directory ssh builder accessories proxy sshkit boot logging aliases',
].flatMap((line) => line.split(' '))

/** Whether a guide's table has a row for something of the other tool. */
const isMentioned = (rows: readonly Row[], column: string, word: string): boolean =>
  codeIn(rows, column).some((code) => code === word || code.startsWith(`${word}.`))

describe.each(['docs/from-jetee.md', 'docs/from-kamal.md'])('%s', (file) => {
  const rows = tableRows(read(file))

  test('names keys that there are', () => {
    const keys = codeIn(rows, 'Key')
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.map(wrongKey).filter(Boolean)).toEqual([])
  })

  test('names commands and inputs that there are', () => {
    const commands = codeIn(rows, 'Command')
    expect(commands.length).toBeGreaterThan(2)
    expect(commands.filter(refusesCommand)).toEqual([])
    expect(codeIn(rows, 'Input').filter((input) => !inputs.includes(input))).toEqual([])
  })

  test('leaves no cell of its tables empty', () => {
    for (const row of rows) expect(Object.values(row), JSON.stringify(row)).not.toContain('')
  })
})

test.each(Object.entries(jetee))('docs/from-jetee.md maps %s with each of %j', (name, parts) => {
  const own = tableRows(read('docs/from-jetee.md')).filter(({ 'In Jetee': what = '' }) =>
    what.replaceAll('`', '').split(', ').includes(name),
  )
  expect(own).not.toEqual([])
  expect(parts.filter((part) => !codeIn(own, 'Its part').includes(part))).toEqual([])
})

test('docs/from-kamal.md names every command that has a likeness in Kamal, and promises none', () => {
  const page = read('docs/from-kamal.md')
  const named = codeIn(tableRows(page), 'Command')
  const missing = commandNames.filter(
    (name) => !named.some((line) => line === name || line.startsWith(`${name} `)),
  )
  expect(missing.filter((name) => !/^(?:preview|deploy-key) /.test(name))).toEqual(['build project'])
  expect(page).not.toMatch(/\blater\b/i)
})

test.each(kamal)('docs/from-kamal.md maps %s', (key) => {
  expect(isMentioned(tableRows(read('docs/from-kamal.md')), 'In Kamal', key)).toBe(true)
})

describe('the look-up of keys', () => {
  test.each([
    'hostname',
    'uwsgi.wsgi_file',
    'processes.uwsgi.wsgi_file',
    'secondary_services.redis',
    'project.type: django',
  ])('finds %s', (code) => {
    expect(wrongKey(code)).toBeUndefined()
  })

  test.each([
    ['wsgi_file', 'no such key'],
    ['uwsgi.wsgi', 'no such key'],
    ['wsgi_file.uwsgi', 'no such key'],
    ['secondary_services.sqlite', 'no such key'],
    ['project.type: cobol', 'no such value'],
    ['redirect_www.add', 'no such key'],
    ['before_switch.command', 'more than one such key'],
    ['release_tasks.before_switch', undefined],
    ['health_check.path', undefined],
  ])('says of %s: %s', (code, wrong) => {
    expect(wrongKey(code)).toBe(wrong && `${code}: there is ${wrong}`)
  })
})
